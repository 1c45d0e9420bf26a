import type { Route } from '../../../../platform/http/route.ts'
import { answerPage } from './answer.page.tsx'
import { casesPage } from './cases.page.tsx'
import { checkPage } from './check.page.tsx'
import { figurePage } from './figure.page.tsx'
import { publicReportFile, reportFile } from './files.page.ts'
import { listPage } from './list.page.tsx'
import { publicListPage, publicReportPage } from './public.page.tsx'
import { reportPage } from './report.page.tsx'
import { revisePage, scanPage, signPage } from './sign.page.tsx'
import { targetsPage } from './targets.page.tsx'

export const reportPages: Route[] = [
  listPage, targetsPage, reportPage, figurePage, casesPage, checkPage, answerPage, signPage, scanPage, revisePage, reportFile, publicListPage, publicReportPage, publicReportFile,
]

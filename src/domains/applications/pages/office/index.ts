import type { Route } from '../../../../platform/http/route.ts'
import { abandonPage } from './abandon.page.tsx'
import { casePage } from './case.page.tsx'
import { formFiguresPage } from './form-figures.page.tsx'
import { initialPage } from './initial.page.tsx'
import { queuePage } from './queue.page.tsx'
import { previewPage } from './preview.page.ts'
import { scanPage } from './scan.page.tsx'
import { signPage } from './sign.page.tsx'
import { stepPages } from './step.page.tsx'
import { tasksPage } from './tasks.page.tsx'

export const officerPages: Route[] = [queuePage, signPage, initialPage, casePage, previewPage, scanPage, abandonPage, formFiguresPage, tasksPage, ...stepPages]

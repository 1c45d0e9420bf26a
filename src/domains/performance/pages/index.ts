import type { Route } from '../../../platform/http/route.ts'
import { boardPage } from './board.page.tsx'
import { definitionsPage } from './definitions.page.tsx'
import { monthFile, trendFile } from './files.ts'
import { performancePage } from './performance.page.tsx'
import { reportCheckRoutes } from './report-check.page.tsx'

export const performancePages: Route[] = [performancePage, boardPage, definitionsPage, monthFile, trendFile, ...reportCheckRoutes]

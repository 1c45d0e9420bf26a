import type { Route } from '../../../platform/http/route.ts'
import { definitionsPage } from './definitions.page.tsx'
import { monthFile, trendFile } from './files.ts'
import { performancePage } from './performance.page.tsx'

export const performancePages: Route[] = [performancePage, definitionsPage, monthFile, trendFile]

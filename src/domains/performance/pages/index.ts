import type { Route } from '../../../platform/http/route.ts'
import { reportCheckRoutes } from './report-check.page.tsx'

export const performancePages: Route[] = reportCheckRoutes

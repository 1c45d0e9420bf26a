import type { Route } from '../../../platform/http/route.ts'
import { dashboardPage } from './dashboard.page.tsx'
import { dataFile } from './data-file.ts'
import { dataPage } from './data.page.tsx'
import { indicatorsPage } from './indicators.page.tsx'

export const indicatorPages: Route[] = [dashboardPage, dataPage, indicatorsPage, dataFile]

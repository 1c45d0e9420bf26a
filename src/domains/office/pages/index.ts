import type { Route } from '../../../platform/http/route.ts'
import { calendarPage } from './calendar.page.tsx'
import { divisionsPage } from './divisions.page.tsx'
import { adminHomePage } from './home.page.tsx'
import { kbliPage } from './kbli.page.tsx'
import { officePage } from './office.page.tsx'
import { officialsPage } from './officials.page.tsx'
import { regionPage } from './region.page.tsx'
import { regionsPage } from './regions.page.tsx'

export const adminPages: Route[] = [adminHomePage, calendarPage, officialsPage, regionsPage, regionPage, divisionsPage, officePage, kbliPage]

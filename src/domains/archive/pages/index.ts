import type { Route } from '../../../platform/http/route.ts'
import { holdsPage, stubsPage } from './holds.page.tsx'
import { decideListPage, listPage } from './list.page.tsx'
import { listsPage, makeListPage } from './lists.page.tsx'
import { minutesPage } from './minutes.page.tsx'
import { schedulePage } from './schedule.page.tsx'

export const archivePages: Route[] = [listsPage, makeListPage, listPage, decideListPage, minutesPage, schedulePage, holdsPage, stubsPage]

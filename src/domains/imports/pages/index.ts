import type { Route } from '../../../platform/http/route.ts'
import { batchPage } from './batch.page.tsx'
import { columnsPage } from './columns.page.tsx'
import { listPage } from './list.page.tsx'
import { refusedRowsPage } from './refused-rows.page.ts'
import { closePage, undoPage } from './step.pages.tsx'

/** The import's screens. */
export const importRoutes: Route[] = [listPage, columnsPage, undoPage, closePage, refusedRowsPage, batchPage]

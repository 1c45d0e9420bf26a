import type { Route } from '../../../platform/http/route.ts'
import { boardPage } from './board.page.tsx'
import { handOverPage } from './hand-over.page.tsx'

export const supervisionPages: Route[] = [boardPage, handOverPage]

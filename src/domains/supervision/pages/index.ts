import type { Route } from '../../../platform/http/route.ts'
import { boardPage } from './board.page.tsx'
import { legalPage } from './legal.page.tsx'
import { noticesPage } from './notices.page.tsx'
import { handOverPage } from './hand-over.page.tsx'

export const supervisionPages: Route[] = [boardPage, handOverPage, noticesPage, legalPage]

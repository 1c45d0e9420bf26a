import type { Route } from '../../../platform/http/route.ts'
import { boardPage } from './board.page.tsx'
import { districtsPage } from './districts.page.tsx'
import { legalPage } from './legal.page.tsx'
import { noticesPage } from './notices.page.tsx'
import { objectPage } from './object.page.tsx'
import { objectionPage } from './objection.page.tsx'
import { objectionsPage } from './objections.page.tsx'
import { handOverPage } from './hand-over.page.tsx'

export const supervisionPages: Route[] = [boardPage, districtsPage, handOverPage, noticesPage, legalPage, objectPage, objectionsPage, objectionPage]

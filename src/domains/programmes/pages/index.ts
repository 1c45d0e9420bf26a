import type { Route } from '../../../platform/http/route.ts'
import { programmePage, programmesPage } from './public.page.tsx'
import { roundPage } from './round.page.tsx'
import { roundsPage } from './rounds.page.tsx'
import { sheetPage } from './sheet.page.tsx'

export const programmePages: Route[] = [programmesPage, programmePage, roundsPage, sheetPage, roundPage]

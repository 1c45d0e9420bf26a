import type { Route } from '../../../platform/http/route.ts'
import { branchPages } from './branches.page.tsx'
import { checkPage } from './check.page.tsx'
import { cooperativePages } from './cooperative.page.tsx'
import { bookYearPage, editDistrictPage, editPage } from './edit.page.tsx'
import { cooperativeDoubles } from './doubles.page.tsx'
import { exportPages } from './export.page.tsx'
import { historyPages } from './history.page.tsx'
import { mandatesPage } from './mandates.page.tsx'
import { memberPages } from './members.page.tsx'
import { myCooperativesPage } from './my-cooperatives.page.tsx'
import { officerListPage } from './officer-list.page.tsx'
import { positionPage } from './position.page.tsx'
import { cooperativeProposalPages } from './proposals.page.tsx'
import { revealPage } from './reveal.page.tsx'
import { stepPages } from './step.page.tsx'

/** The cooperatives' screens. `/koperasi/baru`, `/petugas/koperasi/ekspor`, `…/ganda` and `…/usulan` stand before `…/:id`, which would take them. */
export const cooperativeScreens: Route[] = [
  myCooperativesPage, ...stepPages, checkPage, editDistrictPage, editPage, bookYearPage, positionPage, ...memberPages, mandatesPage, ...branchPages, revealPage, officerListPage,
  ...exportPages, ...cooperativeDoubles, ...cooperativeProposalPages, ...historyPages, ...cooperativePages,
]

import type { Route } from '../../../platform/http/route.ts'
import { beginPage } from './begin.page.tsx'
import { blockPages } from './block.page.tsx'
import { businessDoubles } from './business-doubles.tsx'
import { businessProposals } from './business-proposals.ts'
import { businessPages } from './business.page.tsx'
import { checkPage } from './check.page.tsx'
import { exportPages } from './export.page.tsx'
import { historyPage } from './history.page.tsx'
import { mapPage } from './map.page.tsx'
import { myBusinessesPage } from './my-businesses.page.tsx'
import { officerListPage } from './officer-list.page.tsx'
import { ownActPages } from './own-acts.page.tsx'
import { photoPages } from './photo.page.tsx'
import { programsPage } from './programs.page.tsx'
import { revealPage } from './reveal.page.tsx'
import { statusPage } from './status.page.tsx'
import { activityStep } from './step-activity.tsx'
import { capitalStep, salesStep } from './step-money.tsx'
import { nameStep } from './step-name.tsx'
import { nibStep } from './step-nib.tsx'
import { stepPages } from './step-pages.tsx'
import { districtStep, placeStep } from './step-place.tsx'
import { startStep } from './step-start.tsx'

/** The registry's screens. `/usaha/baru` stands before `/usaha/:id`, which would take it. */
export const registryPages: Route[] = [
  myBusinessesPage, beginPage,
  ...stepPages(nameStep), ...stepPages(activityStep), ...stepPages(districtStep), ...stepPages(placeStep), ...stepPages(startStep),
  ...stepPages(capitalStep), ...stepPages(salesStep), ...stepPages(nibStep), checkPage,
  ...businessDoubles, ...businessProposals, historyPage, statusPage, ...ownActPages, ...photoPages, programsPage, ...blockPages,
  ...exportPages, revealPage, officerListPage, mapPage, ...businessPages,
]

import type { Route } from '../../../platform/http/route.ts'
import { beginPage } from './begin.page.tsx'
import { businessPages } from './business.page.tsx'
import { checkPage } from './check.page.tsx'
import { exportPages } from './export.page.tsx'
import { mapPage } from './map.page.tsx'
import { myBusinessesPage } from './my-businesses.page.tsx'
import { officerListPage } from './officer-list.page.tsx'
import { revealPage } from './reveal.page.tsx'
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
  ...exportPages, revealPage, officerListPage, mapPage, ...businessPages,
]

import type { Route } from '../../../platform/http/route.ts'
import { askPage } from './ask.page.tsx'
import { breachPage } from './breach.page.tsx'
import { breachesPage, newBreachPage, ownBreachPage } from './breaches.page.tsx'
import { counterRequestPage } from './counter-request.page.tsx'
import { flagPage } from './flag.page.tsx'
import { flagsPage } from './flags.page.tsx'
import { looksPage } from './looks.page.tsx'
import { officeRequestPage } from './office-request.page.tsx'
import { registerCsv, registerJson, registerPage } from './register.page.tsx'
import { copyDownload, officeCopyDownload, requestPage } from './request.page.tsx'
import { requestsPage } from './requests.page.tsx'
import { rightsPage } from './rights.page.tsx'

export const privacyPages: Route[] = [
  looksPage, ownBreachPage, rightsPage, askPage, requestPage, copyDownload,
  requestsPage, counterRequestPage, officeRequestPage, officeCopyDownload, flagsPage, flagPage,
  breachesPage, newBreachPage, breachPage, registerPage, registerCsv, registerJson,
]

import { accountOperations } from '../domains/accounts/api.ts'
import { accountPages } from '../domains/accounts/pages/index.ts'
import { applicationOperations } from '../domains/applications/api.ts'
import { applicantPages } from '../domains/applications/pages/applicant/index.ts'
import { officerPages } from '../domains/applications/pages/office/index.ts'
import { outsidePages } from '../domains/applications/pages/outside/index.ts'
import { archiveOperations } from '../domains/archive/api.ts'
import { archivePages } from '../domains/archive/pages/index.ts'
import { complaintOperations } from '../domains/complaints/api.ts'
import { complaintPages } from '../domains/complaints/pages/index.ts'
import { cooperativeOperations } from '../domains/cooperatives/api.ts'
import { cooperativeScreens } from '../domains/cooperatives/pages/index.ts'
import { importOperations } from '../domains/imports/api.ts'
import { importRoutes } from '../domains/imports/pages/index.ts'
import { indicatorOperations } from '../domains/indicators/api.ts'
import { indicatorPages } from '../domains/indicators/pages/index.ts'
import { letterOperations } from '../domains/letters/api.ts'
import { letterPages } from '../domains/letters/pages/index.ts'
import { reportPages } from '../domains/performance/reports/pages/index.ts'
import { reportOperations } from '../domains/performance/reports/api.ts'
import { satisfactionOperations } from '../domains/satisfaction/api.ts'
import { satisfactionPages } from '../domains/satisfaction/pages/index.ts'
import { serviceOperations } from '../domains/services/api.ts'
import { publishingOperations } from '../domains/services/publishing-api.ts'
import { adminPages } from '../domains/office/pages/index.ts'
import { hoursText, measuredOf, monthText } from '../domains/performance/index.ts'
import type { Measure } from '../domains/services/index.ts'
import { servicePages } from '../domains/services/pages/index.ts'
import { publishingPages } from '../domains/services/pages/publishing/index.ts'
import { messagesOperations } from '../domains/messages/api.ts'
import { messagesPages } from '../domains/messages/pages/index.ts'
import { performancePages } from '../domains/performance/pages/index.ts'
import { portalOperations } from '../domains/portal/api.ts'
import { portalPages } from '../domains/portal/pages/index.ts'
import { programmeOperations } from '../domains/programmes/api.ts'
import { programmePages } from '../domains/programmes/pages/index.ts'
import { privacyOperations } from '../domains/privacy/api.ts'
import { privacyPages } from '../domains/privacy/pages/index.ts'
import { registryOperations } from '../domains/registry/api.ts'
import { registryPages } from '../domains/registry/pages/index.ts'
import { supervisionOperations } from '../domains/supervision/api.ts'
import { objectionOperations } from '../domains/supervision/objection-api.ts'
import { supervisionPages } from '../domains/supervision/pages/index.ts'
import type { ApiOperation } from '../platform/http/operation.ts'
import type { Route } from '../platform/http/route.ts'
import { demoMessagesPage } from './demo-messages.page.tsx'
import { logOperations, logPages } from './log-roots.ts'

/** What is measured of a service, for the catalogue; figures know services, so the catalogue cannot ask them itself. */
const measure: Measure = async (tx, officeId, code, lang) => {
  const measured = await measuredOf(tx, officeId, code)
  return measured && { hours: hoursText(measured.p90Minutes, lang), month: monthText(measured.month, lang) }
}

/** Every screen of the program. A domain with screens is one line here. */
export const routes: Route[] = [
  ...adminPages,
  ...accountPages,
  ...applicantPages,
  ...officerPages,
  ...outsidePages,
  ...servicePages(measure),
  ...publishingPages,
  ...letterPages,
  ...messagesPages,
  ...registryPages,
  ...cooperativeScreens,
  ...importRoutes,
  ...indicatorPages,
  ...supervisionPages,
  ...complaintPages,
  ...reportPages,
  ...performancePages,
  ...portalPages,
  ...programmePages,
  ...privacyPages,
  ...archivePages,
  ...satisfactionPages,
  ...logPages,
  demoMessagesPage,
]

/** Every operation of the API. */
export const operations: ApiOperation[] = [
  ...accountOperations,
  ...applicationOperations,
  ...serviceOperations,
  ...publishingOperations,
  ...letterOperations,
  ...messagesOperations,
  ...registryOperations,
  ...importOperations,
  ...indicatorOperations,
  ...cooperativeOperations,
  ...supervisionOperations,
  ...objectionOperations,
  ...complaintOperations,
  ...reportOperations,
  ...portalOperations,
  ...programmeOperations,
  ...privacyOperations,
  ...archiveOperations,
  ...satisfactionOperations,
  ...logOperations,
]

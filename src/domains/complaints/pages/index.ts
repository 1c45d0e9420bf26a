import type { Route } from '../../../platform/http/route.ts'
import { consultPage, guidanceEntryPage, guidancePage } from './consult.page.tsx'
import { entryPage } from './entry.page.tsx'
import { exchangeDownload, exchangePage } from './exchange.page.tsx'
import { figuresPage } from './figures.page.tsx'
import { frontPage } from './front.page.tsx'
import { guidanceDeskPage } from './guidance-desk.page.tsx'
import { identityDecisionPage, identityPage } from './identity.page.tsx'
import { minePage } from './mine.page.tsx'
import { queuePage } from './queue.page.tsx'
import { reportPage } from './report.page.tsx'
import { ticketFile, ticketPage } from './ticket.page.tsx'
import { trackPage, trackedFile, trackedPage } from './track.page.tsx'

export const complaintPages: Route[] = [
  frontPage, reportPage, minePage, trackPage, trackedPage, trackedFile, consultPage, guidancePage, guidanceEntryPage,
  queuePage, entryPage, figuresPage, exchangePage, exchangeDownload, ticketPage, ticketFile, identityPage, identityDecisionPage,
  guidanceDeskPage,
]

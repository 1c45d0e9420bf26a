import type { Route } from '../../../../platform/http/route.ts'
import { editPage } from './edit.page.tsx'
import { decideProposalPage, proposalPage, proposalPreviewPage } from './proposal.page.tsx'
import { servicePage, versionFile, versionPage } from './service.page.tsx'
import { servicesPage } from './services.page.tsx'
import { uploadPage } from './upload.page.tsx'

/** The pages of the office where services are changed; addresses with fixed words before those with a code. */
export const publishingPages: Route[] = [
  servicesPage, uploadPage, proposalPreviewPage, decideProposalPage, proposalPage, editPage, versionFile, versionPage, servicePage,
]

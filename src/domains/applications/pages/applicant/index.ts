import type { Route } from '../../../../platform/http/route.ts'
import { attachmentDownload } from './attachment.page.ts'
import { beginPage } from './begin.page.tsx'
import { choosePage } from './choose.page.tsx'
import { casePage } from './case.page.tsx'
import { coSignPage } from './co-sign.page.tsx'
import { checkPage } from './check.page.tsx'
import { entryPage } from './entry.page.tsx'
import { filesPage } from './files.page.tsx'
import { knownPage } from './known.page.tsx'
import { listPage } from './list.page.tsx'
import { questionPage } from './question.page.tsx'
import { receiptPage } from './receipt.page.tsx'
import { renewPage } from './renew.page.tsx'
import { resumePage } from './resume.page.tsx'
import { trackPage, trackedPage } from './track.page.tsx'
import { uploadPage } from './upload.page.tsx'
import { withdrawPage } from './withdraw.page.tsx'

// `baru`, `pilih` and `lanjutkan` before `:id`: the first address that fits answers.
export const applicantPages: Route[] = [
  listPage, beginPage, choosePage, resumePage, renewPage, casePage, knownPage, questionPage, entryPage, filesPage, uploadPage, checkPage, receiptPage, coSignPage, withdrawPage,
  attachmentDownload, trackPage, trackedPage,
]

import type { Job } from '../../platform/jobs/worker.ts'
import type { Tools } from '../../platform/tools.ts'
import { discardOldDrafts } from './draft-store.ts'

const EVERY_MS = 6 * 3_600_000

/** What goes on behind the pages: half-filled forms are kept for 90 days. */
export const cooperativeJobs = (tools: Tools): Job[] => [{
  name: 'cooperative-drafts',
  everyMs: EVERY_MS,
  async run() {
    await discardOldDrafts(tools.db, tools.clock())
    return 'done'
  },
}]

import type { Job } from '../../platform/jobs/worker.ts'
import type { Tools } from '../../platform/tools.ts'
import { forgetExpired } from './forget-expired.ts'

/** Often enough that a program restarted every day still does it. */
const EVERY_MS = 6 * 3_600_000

/** What goes on behind the pages: codes, tickets and sessions that are over are removed. */
export const accountJobs = (tools: Tools): Job[] => [{
  name: 'accounts-forget',
  everyMs: EVERY_MS,
  async run() {
    await tools.db.transaction().execute((tx) => forgetExpired(tx, tools.clock()))
    return 'done'
  },
}]

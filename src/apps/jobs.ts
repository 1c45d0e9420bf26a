import { accountJobs } from '../domains/accounts/jobs.ts'
import { applicationJobs } from '../domains/applications/jobs.ts'
import { archiveJobs } from '../domains/archive/destroy.ts'
import { complaintJobs } from '../domains/complaints/escalate.ts'
import { cooperativeJobs } from '../domains/cooperatives/jobs.ts'
import { importJobs } from '../domains/imports/jobs.ts'
import { outboxJob } from '../domains/messages/index.ts'
import { findHomeOffice } from '../domains/office/index.ts'
import { keepHealth } from '../domains/performance/index.ts'
import { performanceJobs } from '../domains/performance/jobs.ts'
import { portalJobs } from '../domains/portal/spoken-store.ts'
import { programmeJobs } from '../domains/programmes/rank.ts'
import { privacyJobs } from '../domains/privacy/jobs.ts'
import { registryJobs } from '../domains/registry/jobs.ts'
import { satisfactionJobs } from '../domains/satisfaction/jobs.ts'
import { supervisionJobs } from '../domains/supervision/jobs.ts'
import { type Job, type Worker, startWorker } from '../platform/jobs/worker.ts'
import { rootsJob } from '../platform/log/roots.ts'
import type { Tools } from '../platform/tools.ts'
import { examineRunning } from './cli/doctor.ts'

/** Examines the installation each hour, as `doctor` does, for the office's board. */
const healthJob = (tools: Tools, officeId: string): Job => ({
  name: 'health',
  everyMs: 60 * 60_000,
  async run() {
    await keepHealth(tools, officeId, await examineRunning(tools, officeId))
    return 'done'
  },
})

/** Starts the work that goes on behind the pages. A domain with jobs is one line here. */
export async function startJobs(tools: Tools, databaseUrl: string): Promise<Worker> {
  const office = await findHomeOffice(tools.db)
  const outbox = outboxJob(tools, office)
  const worker = startWorker({ databaseUrl, log: tools.log }, [
    outbox,
    ...accountJobs(tools),
    ...applicationJobs(tools),
    ...registryJobs(tools),
    ...importJobs(tools),
    ...cooperativeJobs(tools),
    ...portalJobs(tools),
    ...privacyJobs(tools),
    ...archiveJobs(tools),
    ...satisfactionJobs(tools),
    ...supervisionJobs(tools),
    ...complaintJobs(tools),
    ...(office ? [rootsJob(tools, office.id), ...programmeJobs(tools, office.id), ...performanceJobs(tools, office.id), healthJob(tools, office.id)] : []),
  ])
  return {
    async stop() {
      await worker.stop()
      outbox.close()
    },
  }
}

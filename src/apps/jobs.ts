import { accountJobs } from '../domains/accounts/jobs.ts'
import { applicationJobs } from '../domains/applications/jobs.ts'
import { archiveJobs } from '../domains/archive/destroy.ts'
import { cooperativeJobs } from '../domains/cooperatives/jobs.ts'
import { importJobs } from '../domains/imports/jobs.ts'
import { outboxJob } from '../domains/messages/index.ts'
import { findHomeOffice } from '../domains/office/index.ts'
import { privacyJobs } from '../domains/privacy/jobs.ts'
import { registryJobs } from '../domains/registry/jobs.ts'
import { type Worker, startWorker } from '../platform/jobs/worker.ts'
import { rootsJob } from '../platform/log/roots.ts'
import type { Tools } from '../platform/tools.ts'

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
    ...privacyJobs(tools),
    ...archiveJobs(tools),
    ...(office ? [rootsJob(tools, office.id)] : []),
  ])
  return {
    async stop() {
      await worker.stop()
      outbox.close()
    },
  }
}

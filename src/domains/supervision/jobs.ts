import type { Job } from '../../platform/jobs/worker.ts'
import type { Tools } from '../../platform/tools.ts'
import { findHomeOffice } from '../office/index.ts'
import { escalate } from './escalate.ts'

/** A warning goes out within five minutes of its moment: a look each minute leaves room for a slow one. */
export const supervisionJobs = (tools: Tools): Job[] => [{
  name: 'escalation', everyMs: 60_000,
  async run() {
    const office = await findHomeOffice(tools.db)
    const told = office ? await escalate(tools, office.id) : 0
    if (told > 0) tools.log.info({ told }, 'warnings were given')
    return 'done'
  },
}]

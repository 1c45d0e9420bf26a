import { ok } from '../../kernel/result.ts'
import { transact } from '../../platform/db/unit.ts'
import type { Job } from '../../platform/jobs/worker.ts'
import type { Tools } from '../../platform/tools.ts'
import { keepCalendarState } from '../office/index.ts'
import { catchUpCases } from './cases-store.ts'
import { witnessJob } from './witness.ts'

/** Reads the log on, sees that the calendar lies in it (reference data may have changed it without a page), and sends the roots to the witness. */
export const performanceJobs = (tools: Tools, officeId: string): Job[] => [witnessJob(tools, officeId), {
  name: 'performance-cases',
  everyMs: 60_000,
  async run(stopping) {
    await transact(tools.db, tools.clock, async (unit) => ok(await keepCalendarState(unit, officeId)))
    await catchUpCases(tools, officeId, stopping)
    return 'done'
  },
}]

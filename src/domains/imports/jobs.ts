import type { Job } from '../../platform/jobs/worker.ts'
import type { Tools } from '../../platform/tools.ts'
import { listAbandoned, listForgotten } from './batch-store.ts'
import { runBatch } from './run-batch.ts'
import { closeBatch } from './steer-batch.ts'

/** After this long without a sign of life somebody else goes on with a batch. */
const LEFT_ALONE = { seconds: 30 } as const
/** So long the file of a batch is kept when nobody closes it. */
const KEPT = { hours: 24 * 30 } as const
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Goes on with lists that were begun on a page or stopped half-way, and closes those that were forgotten. */
export const importJobs = (tools: Tools): Job[] => [{
  name: 'imports-run',
  everyMs: 5000,
  wakeOn: 'imports',
  async run(stopping) {
    const [first, ...more] = await listAbandoned(tools.db, tools.clock().subtract(LEFT_ALONE))
    if (first === undefined) return 'done'
    await runBatch(tools, first, { stopping })
    return more.length > 0 ? 'again' : 'done'
  },
}, {
  name: 'imports-close',
  everyMs: 6 * 3_600_000,
  async run() {
    for (const { id, officeId } of await listForgotten(tools.db, tools.clock().subtract(KEPT))) await closeBatch(tools, officeId, NOBODY, id)
    return 'done'
  },
}]

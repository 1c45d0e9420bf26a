import type { Job } from '../../platform/jobs/worker.ts'
import type { Tools } from '../../platform/tools.ts'
import { foldTallies } from './tallies.ts'
import { keepSnapshot } from './tally-snapshots.ts'

/** Reading adds what is not folded yet, so that nobody waits for this; it only keeps the reading cheap. */
const FOLD_EVERY_MS = 1_000
const SNAPSHOT_EVERY_MS = 3_600_000

export const tallyJobs = ({ db, clock }: Tools): Job[] => [
  { name: 'registry-tallies', everyMs: FOLD_EVERY_MS, run: () => foldTallies(db) },
  {
    name: 'registry-snapshot',
    everyMs: SNAPSHOT_EVERY_MS,
    async run() {
      await keepSnapshot(db, clock())
      return 'done'
    },
  },
]

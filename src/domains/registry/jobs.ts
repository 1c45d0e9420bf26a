import type { Job } from '../../platform/jobs/worker.ts'
import type { Tools } from '../../platform/tools.ts'
import { catchUpKeys } from './duplicate-keys-store.ts'
import { discardOldDrafts } from './draft-store.ts'
import { tallyJobs } from './tally-jobs.ts'
import { forgetSearches } from './trace-search.ts'
import { catchUpWords, countCommonWords } from './words-store.ts'

const EVERY_MS = 6 * 3_600_000

/** What goes on behind the pages: half-filled business forms are kept for 90 days; counts are added up. */
export const registryJobs = (tools: Tools): Job[] => [{
  name: 'registry-drafts',
  everyMs: EVERY_MS,
  async run() {
    await discardOldDrafts(tools.db, tools.clock())
    return 'done'
  },
}, {
  name: 'registry-searches',
  everyMs: EVERY_MS,
  async run() {
    await forgetSearches(tools.db, tools.clock())
    return 'done'
  },
}, {
  name: 'registry-duplicate-keys',
  everyMs: 60_000,
  async run(stopping) {
    await catchUpKeys(tools, stopping)
    return 'done'
  },
}, {
  name: 'registry-words',
  everyMs: 60_000,
  run: () => catchUpWords(tools.db),
}, {
  name: 'registry-common-words',
  everyMs: EVERY_MS,
  async run() {
    await countCommonWords(tools.db)
    return 'done'
  },
}, ...tallyJobs(tools)]

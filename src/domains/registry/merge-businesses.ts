import { ok } from '../../kernel/result.ts'
import { writeFromActs } from './business-acts.ts'
import { type KeptBusiness, findBusiness } from './business-store.ts'
import { BUSINESS_SHAPE } from './core/field-groups.ts'
import { findPairsOf, pairOf } from './find-pairs.ts'
import { mergeWords } from './merge-messages.id.ts'
import { type MergeRegister, mergeCommands } from './merge-records.ts'
import { BUSINESS_TABLES } from './register-tables.ts'

/** A steward saw both side by side: what was verified stays verified. */
const REWRITTEN = { stillVerified: true, confirmed: false }

const BUSINESSES: MergeRegister<KeptBusiness> = {
  kind: 'business', tables: BUSINESS_TABLES, shape: BUSINESS_SHAPE, words: mergeWords, find: findBusiness, pairOf, findPairs: findPairsOf,
  async rewrite(unit, keys, both) {
    for (const kept of both) await writeFromActs(unit.tx, keys, unit.now, kept, REWRITTEN)
    return ok(undefined)
  },
}

/** Merging of businesses; letters, cases and visits are found through the record that stands. */
export const businessMerges = mergeCommands(BUSINESSES)

import { sql } from 'kysely'
import { type Act, type Folded, fold } from '../../kernel/ledger.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { type KeptBusiness, findBusiness } from './business-store.ts'
import { listActsOf } from './changes-store.ts'
import type { DuplicateScore } from './core/duplicates.ts'
import { type GroupChoice, groupChoices, proposedSurvivor } from './core/merge.ts'
import { trustOf } from './core/trust.ts'
import { familyOf } from './family-store.ts'
import { type Names, namesFor } from './field-names.ts'
import { explainPairs } from './find-pairs.ts'
import { told } from './history.ts'
import { type PairState, findPairState } from './pairs-store.ts'

/** One of two records to be compared: as kept, as its acts give it, and what hangs on it. */
export type ComparedSide = { business: KeptBusiness; folded: Folded; acts: Act[]; cases: number; letters: number }

export type Comparison = {
  a: ComparedSide; b: ComparedSide
  /** Where they differ, group by group; `stay` means the value of `a`. */
  choices: GroupChoice[]
  survivor: 'a' | 'b'
  score: DuplicateScore | undefined
  state: PairState
  names: Names
}

/** How many cases and letters a business and those merged into it have. */
async function hangingOn(tx: Db | Tx, id: string): Promise<{ cases: number; letters: number }> {
  const family = await familyOf(tx, id)
  const { rows } = await sql<{ cases: number; letters: number }>`
    select (select count(*)::int from applications.v_business_events where business_id = any(${family}::uuid[]) and event = 'submitted') as cases,
           (select count(*)::int from letters.v_business_letters where business_id = any(${family}::uuid[]) and event = 'issued') as letters`.execute(tx)
  return rows[0] ?? { cases: 0, letters: 0 }
}

/**
 * Two records side by side, with what the rules propose: which value of each group, and which record stays.
 * @returns undefined when one of them is not there
 */
export async function compareTwo(tx: Db | Tx, keys: Keys, ids: readonly [string, string]): Promise<Comparison | undefined> {
  const [one, other] = [await findBusiness(tx, keys, ids[0]), await findBusiness(tx, keys, ids[1])]
  if (!one || !other || one.id === other.id) return undefined
  const acts = await listActsOf(tx, keys, ids)
  const side = async (business: KeptBusiness): Promise<ComparedSide> => {
    const own = acts.get(business.id) ?? []
    return { business, acts: own, folded: fold(own, trustOf), ...await hangingOn(tx, business.id) }
  }
  const [a, b] = [await side(one), await side(other)]
  const standing = ({ business, cases, letters }: ComparedSide) => ({ number: business.registryNumber, isVerified: business.verifiedBy !== null, cases: cases + letters })
  const [score] = await explainPairs(tx, [ids])
  return {
    a, b, choices: groupChoices(a.acts, b.acts, trustOf), survivor: proposedSurvivor(standing(a), standing(b)), score, state: await findPairState(tx, ids) ?? 'open',
    names: await namesFor(tx, [...told(a.folded.values), ...told(b.folded.values)], [...a.acts, ...b.acts].map(({ by }) => by)),
  }
}

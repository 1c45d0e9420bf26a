import { type Act, type Folded, fold } from '../../kernel/ledger.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { type GroupChoice, type PairState, findPairState, groupChoices, listActsOf, namesFor, proposedSurvivor, trustOf } from '../registry/index.ts'
import { type KeptCooperative, findCooperative } from './cooperative-store.ts'
import { nameWords } from './core/cooperative-name.ts'
import type { DoubleScore } from './core/doubles.ts'
import { COOPERATIVE_SHAPE } from './core/field-groups.ts'
import { explainPairs } from './find-pairs.ts'
import { countMembers } from './membership-store.ts'
import { COOPERATIVE_TABLES } from './register-tables.ts'

/** One of two records to be compared: as kept, as its acts give it, and how many members it tells one by one. */
export type ComparedSide = { kept: KeptCooperative; folded: Folded; members: number }

export type Comparison = {
  a: ComparedSide; b: ComparedSide
  /** Where they differ, group by group; `stay` means the value of `a`. */
  choices: GroupChoice[]
  survivor: 'a' | 'b'
  score: DoubleScore | undefined
  state: PairState
  people: ReadonlyMap<string, string>
}

/**
 * Two records side by side, with what the rules propose: which value of each group, and which record stays.
 * @returns undefined when one of them is not there
 */
export async function compareTwo(tx: Db | Tx, keys: Keys, ids: readonly [string, string]): Promise<Comparison | undefined> {
  const [one, other] = [await findCooperative(tx, ids[0]), await findCooperative(tx, ids[1])]
  if (!one || !other || one.id === other.id) return undefined
  const acts = await listActsOf(tx, keys, ids)
  const actsOf = ({ id }: KeptCooperative): Act[] => acts.get(id) ?? []
  const side = async (kept: KeptCooperative): Promise<ComparedSide> => ({ kept, folded: fold(actsOf(kept), trustOf), members: await countMembers(tx, kept.id) })
  const [a, b] = [await side(one), await side(other)]
  const standing = ({ kept, members }: ComparedSide) => ({ number: kept.registryNumber, isVerified: false, cases: members })
  const [score] = await explainPairs(tx, [ids])
  return {
    a, b, choices: groupChoices(actsOf(one), actsOf(other), trustOf, COOPERATIVE_SHAPE).map((choice) => settled(choice, one, other)),
    survivor: proposedSurvivor(standing(a), standing(b)), score, state: await findPairState(tx, ids, false, COOPERATIVE_TABLES) ?? 'open',
    people: (await namesFor(tx, [], [...acts.values()].flat().map(({ by }) => by))).accounts,
  }
}

/** A position both tell of one and the same person is not taken twice. */
function settled(choice: GroupChoice, stays: KeptCooperative, goes: KeptCooperative): GroupChoice {
  const told = goes.positions.find(({ id }) => choice.group === `position/${id}`)
  const isTwice = told && stays.positions.some((one) =>
    one.organ === told.organ && one.role === told.role && nameWords(one.name).join(' ') === nameWords(told.name).join(' '))
  return isTwice ? { ...choice, prefer: 'stay' } : choice
}

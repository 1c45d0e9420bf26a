import type { Db, Tx } from '../../platform/db/database.ts'
import type { Unit } from '../../platform/db/unit.ts'
import { type FoundPair, keepPairs } from '../registry/index.ts'
import { type DoubleEvidence, type DoubleScore, scoreDoubles } from './core/doubles.ts'
import { COOPERATIVE_TABLES } from './register-tables.ts'
import { doubleWorld, findKnownSides, listKnownSides } from './double-sides.ts'

export type CooperativePair = FoundPair<DoubleEvidence>

/**
 * Looks for doubles of these cooperatives and keeps what it finds for a person to decide.
 * @returns how many pairs are suspected
 */
export async function findPairsOf({ tx, now }: Pick<Unit, 'tx' | 'now'>, officeId: string, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const world = await doubleWorld()
  const mine = await listKnownSides(tx, ids)
  const others = await findKnownSides(tx, officeId, mine)
  const found = mine.filter(({ id, standsAs }) => id === standsAs).flatMap((one) => others.flatMap((other): CooperativePair[] => {
    if (other.id === one.id || other.standsAs !== other.id) return []
    const said = scoreDoubles(one, other, world)
    return said.verdict === 'none' ? [] : [{ ids: [one.id, other.id], ...said }]
  }))
  await keepPairs(tx, officeId, found, now, COOPERATIVE_TABLES)
  return found.length
}

/** What the rule says of pairs today, part by part, in their order; undefined where one of the two is gone. */
export async function explainPairs(tx: Db | Tx, pairs: readonly (readonly [string, string])[]): Promise<(DoubleScore | undefined)[]> {
  const sides = new Map((await listKnownSides(tx, [...new Set(pairs.flat())])).map((one) => [one.id, one]))
  const world = await doubleWorld()
  return pairs.map(([a, b]) => {
    const [one, other] = [sides.get(a), sides.get(b)]
    return one && other && scoreDoubles(one, other, world)
  })
}

/** What the rule says of two records that are there. */
export async function pairOf(tx: Db | Tx, ids: readonly [string, string]): Promise<CooperativePair> {
  const [said] = await explainPairs(tx, [ids])
  if (!said) throw new Error('two records were to be compared and one of them is not there')
  return { ids, ...said }
}

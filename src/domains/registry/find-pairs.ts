import type { Db, Tx } from '../../platform/db/database.ts'
import type { Unit } from '../../platform/db/unit.ts'
import { type DuplicateScore, scoreDuplicate } from './core/duplicates.ts'
import { suspectedDoubles } from './doubles.ts'
import { listSides } from './duplicate-keys-store.ts'
import { type FoundPair, keepPairs } from './pairs-store.ts'
import { villageMap } from './village-map.ts'

/**
 * Looks for doubles of these businesses and keeps what it finds for a person to decide. Costs what the page of a business costs, for each;
 * an import has a look-up of its own.
 * @returns how many pairs are suspected
 */
export async function findPairsOf(unit: Pick<Unit, 'tx' | 'now'>, officeId: string, ids: readonly string[]): Promise<number> {
  const found: FoundPair[] = []
  for (const id of ids) {
    for (const { businessId, score, verdict, parts } of await suspectedDoubles(unit.tx, id)) found.push({ ids: [id, businessId], score, verdict, parts })
  }
  await keepPairs(unit.tx, officeId, found, unit.now)
  return found.length
}

/** What the rule says of pairs today, part by part, in their order; undefined where one of the two is gone. */
export async function explainPairs(tx: Db | Tx, pairs: readonly (readonly [string, string])[]): Promise<(DuplicateScore | undefined)[]> {
  const sides = new Map((await listSides(tx, [...new Set(pairs.flat())])).map((row) => [row.id, row.side]))
  const map = await villageMap()
  return pairs.map(([a, b]) => {
    const [one, other] = [sides.get(a), sides.get(b)]
    return one && other && scoreDuplicate(one, other, map)
  })
}

/** What the rule says of two records that are there. */
export async function pairOf(tx: Db | Tx, ids: readonly [string, string]): Promise<FoundPair> {
  const [said] = await explainPairs(tx, [ids])
  if (!said) throw new Error('two records were to be compared and one of them is not there')
  return { ids, score: said.score, verdict: said.verdict, parts: said.parts }
}

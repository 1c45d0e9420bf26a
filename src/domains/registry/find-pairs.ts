import type { Db, Tx } from '../../platform/db/database.ts'
import type { Unit } from '../../platform/db/unit.ts'
import { scoreDuplicate } from './core/duplicates.ts'
import { suspectedDoubles } from './doubles.ts'
import { listSides } from './duplicate-keys-store.ts'
import { type FoundPair, keepPairs } from './pairs-store.ts'

/**
 * Looks for doubles of these businesses and keeps what it finds for a person to decide. Costs what the page of a business costs, for each;
 * an import, which has its own look-up, hands its pairs to `keepPairs` instead.
 */
export async function findPairsOf(unit: Pick<Unit, 'tx' | 'now'>, officeId: string, ids: readonly string[]): Promise<number> {
  const found: FoundPair[] = []
  for (const id of ids) {
    for (const { businessId, score, verdict, parts } of await suspectedDoubles(unit.tx, id)) found.push({ ids: [id, businessId], score, verdict, parts })
  }
  await keepPairs(unit.tx, officeId, found, unit.now)
  return found.length
}

/** What the rule says of two records today. */
export async function pairOf(tx: Db | Tx, ids: readonly [string, string]): Promise<FoundPair> {
  const sides = new Map((await listSides(tx, ids)).map((row) => [row.id, row.side]))
  const [one, other] = [sides.get(ids[0]), sides.get(ids[1])]
  if (!one || !other) throw new Error('two records were to be compared and one of them is not there')
  const { score, verdict, parts } = scoreDuplicate(one, other)
  return { ids, score, verdict, parts }
}

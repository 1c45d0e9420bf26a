import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/database.ts'
import type { SoughtWord } from '../core/search-text.ts'
import type { Plan } from './filter.ts'
import type { ByMarks } from './in-order.ts'

/** More than so many are not worth being found by their marks and sorted: the list in order shows some of them soon. */
const FEW = 6000

/** How many have one of the marks, by the last estimate; what the estimate did not meet is rare. Undefined before the first estimate. */
async function sizesOf(tx: Db | Tx, groups: readonly (readonly string[])[]): Promise<number[] | undefined> {
  const { rows } = await sql<{ word: string; common: number }>`
    select word, max(common) as common from registry.words where word = any(${sql.val(groups.flat())}::text[]) group by word order by word limit 1000`.execute(tx)
  const { rows: [known] } = await sql<{ known: boolean }>`select exists (select from registry.words where word >= '#' and word < '$') as known`.execute(tx)
  if (!known?.known) return undefined
  const common = new Map(rows.map((row) => [row.word, 2 ** row.common]))
  return groups.map((group) => group.reduce((sum, mark) => sum + (common.get(mark) ?? 0), 0))
}

/** When to ask the index of marks: at once if it finds few, never if it is known to find too many. */
export async function whenToAsk(tx: Db | Tx, plan: Plan, words: readonly SoughtWord[]): Promise<ByMarks['when']> {
  // Of several words the most have but one: what has them all is seldom much.
  if (words.length > 1) return 'first'
  const groups = [...plan.marks, ...words.map(({ readings }) => readings.flatMap(({ marks }) => marks))]
  // What an area with its own index holds comes in order soon enough.
  if (groups.length === 0 || (groups.length === 1 && plan.scopes[0]?.kind !== 'office')) return 'second'
  const sizes = await sizesOf(tx, groups)
  if (!sizes) return 'second'
  if (Math.min(...sizes) <= FEW) return 'first'
  return groups.length === 1 ? 'never' : 'second'
}

/** So many have the word that finding them all takes longer than a page may. */
const VERY_COMMON = 13

export async function isVeryCommon(tx: Db | Tx, word: string): Promise<boolean> {
  const { rows } = await sql<{ common: number | null }>`select max(common) as common from registry.words where word = ${word}`.execute(tx)
  return (rows[0]?.common ?? 0) >= VERY_COMMON
}

import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/database.ts'
import { type SoughtWord, queryOf, typedWords } from '../core/search-text.ts'
import { questionOf } from './by-words.ts'
import { type BusinessFilter, type Plan, type Reach, planOf } from './filter.ts'
import { found } from './in-order.ts'

const REGISTRY_NUMBER = /^\d{4}-\d{4}-\d{6,}$/
const NIB = /^\d{13}$/

/** A whole registry number or NIB, which has an index of its own; undefined for words. */
export function numberIn(q = ''): { column: RawBuilder<unknown>; number: string } | undefined {
  const number = q.trim()
  if (NIB.test(number)) return { column: sql`nib`, number }
  return REGISTRY_NUMBER.test(number) ? { column: sql`registry_number`, number } : undefined
}

/** A filter with its words understood. `conditions` are true of what fits and of nothing else. */
export type Sought = {
  plan: Plan; conditions: RawBuilder<unknown>; words: readonly SoughtWord[]; dropped: readonly string[]
  /** The question to the index of marks, '' for none. */
  query: string
  /** The rows of the registry to look at, as `b`, found by an index; undefined: any of them may fit. */
  rows: RawBuilder<unknown> | undefined
}

/**
 * What a list in order, a map and a download look for: the same for the same filter.
 * @returns undefined when nothing fits, because the words mean nothing
 */
export async function soughtBy(tx: Db | Tx, reach: Reach, filter: BusinessFilter): Promise<Sought | undefined> {
  const plan = await planOf(tx, reach, filter)
  const asked = numberIn(filter.q)
  if (asked) {
    return {
      plan, conditions: plan.conditions, words: [], dropped: [], query: '',
      rows: sql`(select * from registry.businesses where ${asked.column} = ${asked.number} offset 0) b`,
    }
  }
  const typed = typedWords(filter.q ?? '')
  const isAsked = (filter.q ?? '').trim() !== ''
  const { words, dropped } = typed.length > 0 ? await questionOf(tx, reach.officeId, plan, typed) : { words: [], dropped: [] }
  if (isAsked && words.length === 0) return undefined
  const query = queryOf(words, plan.marks)
  return {
    plan, words, dropped, query, rows: query === '' ? undefined : found(query),
    conditions: isAsked ? sql`${plan.conditions} and b.search @@ ${queryOf(words)}::tsquery` : plan.conditions,
  }
}

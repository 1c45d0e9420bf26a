import type { Temporal } from 'temporal-polyfill'
import { type Act, type Told, difference, fold, sameTold } from '../../../kernel/ledger.ts'
import { trustOf } from '../core/trust.ts'
import type { ListedBatch } from './listed-row.ts'

/** What a list would change of a record, what it says but does not win with, and what of it was not told by its source for its day before. */
export type Weighed = { changed: string[]; kept: string[]; news: Record<string, Told> }

/** The act by which a list speaks; `seq` behind all that was said before. */
export const actOfList = (batch: ListedBatch, now: Temporal.Instant, seq: number, sets: Record<string, Told>): Act => ({
  seq, kind: 'import', actId: batch.id, source: batch.source, by: batch.by, recordedAt: now, validFrom: batch.observedOn, observedOn: batch.observedOn,
  sets, undoneAt: null,
})

/**
 * Weighs what a list says against what stands. What the same source has said for the same day before is no news: it was weighed then, and
 * what has stood since, such as a later row of that list, stands on. Pure; nothing is written.
 */
export function weigh(acts: readonly Act[], act: Act): Weighed {
  const told = acts.filter(({ source, observedOn, undoneAt }) => source === act.source && observedOn === act.observedOn && undoneAt === null)
  const news = Object.fromEntries(Object.entries(act.sets).filter(([field, said]) => !told.some(({ sets }) => sameTold(sets[field], said))))
  const before = fold(acts, trustOf).values
  const after = fold([...acts, { ...act, sets: news }], trustOf).values
  return {
    news,
    changed: Object.keys(difference(before, after)),
    kept: Object.entries(act.sets).flatMap(([field, said]) => (sameTold(after[field], said) ? [] : [field])),
  }
}

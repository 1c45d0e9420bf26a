import type { Temporal } from 'temporal-polyfill'
import { type Act, type Told, difference, fold, sameTold } from '../../../kernel/ledger.ts'
import { trustOf } from '../core/trust.ts'
import type { ListedBatch } from './listed-row.ts'

/** What a list would change of a record, and what it says but does not win with. */
export type Weighed = { changed: string[]; kept: string[] }

/** The act by which a list speaks; `seq` behind all that was said before. */
export const actOfList = (batch: ListedBatch, now: Temporal.Instant, seq: number, sets: Record<string, Told>): Act => ({
  seq, kind: 'import', actId: batch.id, source: batch.source, by: batch.by, recordedAt: now, validFrom: batch.observedOn, observedOn: batch.observedOn,
  sets, undoneAt: null,
})

/** Weighs what a list says against what stands. Pure; nothing is written. */
export function weigh(acts: readonly Act[], act: Act): Weighed {
  const before = fold(acts, trustOf).values
  const after = fold([...acts, act], trustOf).values
  return {
    changed: Object.keys(difference(before, after)),
    kept: Object.entries(act.sets).flatMap(([field, said]) => (sameTold(after[field], said) ? [] : [field])),
  }
}

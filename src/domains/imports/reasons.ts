import type { Outcome, Reason } from './batch-store.ts'
import { importScreens as t } from './screen-messages.id.ts'

/** What a judge found of a row, whatever its register: `pairs` is the number of records it may be a double of. */
type Found = { outcome: Outcome; twinOf?: number | undefined; pairs: number; changed: readonly string[]; kept: readonly string[] }

/** Why a row came to what it did, as far as every register says it. */
export function sameReasons({ outcome, twinOf, pairs, changed, kept }: Found, labelOf: (field: string) => string): Reason[] {
  const reasons: Reason[] = []
  const say = (code: string, sentence: string) => reasons.push({ code, sentence })
  if (twinOf !== undefined) say('twin', outcome === 'same' ? t.sameAsRow(twinOf) : t.changedFromRow(twinOf))
  if (outcome === 'doubtful') say('doubtful', t.doubtful(pairs))
  const labels = (fields: readonly string[]) => [...new Set(fields.map(labelOf))].join(', ')
  if (changed.length > 0) say('changes', t.changes(labels(changed)))
  if (kept.length > 0) say('kept', t.keptNewer(labels(kept)))
  return reasons
}

import { Temporal } from 'temporal-polyfill'
import type { Act } from '../../../kernel/ledger.ts'
import { type Labels, labelsId } from '../labels.ts'

/** A source as people call it; its own name when it is none of ours. */
export const sourceText = (source: string, { sources }: Labels = labelsId): string => sources[source] ?? source

/**
 * Where a value came from: `Daftar OSS, 3 Mar 2026, Fitri Handayani`. Names of those who acted are for officers.
 * @param nameOf what a source is called where it is not as for businesses
 */
export function originText({ source, observedOn, by }: Act, names?: ReadonlyMap<string, string>, labels: Labels = labelsId, nameOf = sourceText): string {
  const who = names?.get(by)
  return [nameOf(source, labels), labels.shortDay(Temporal.PlainDate.from(observedOn)), who].filter(Boolean).join(', ')
}

import type { z } from 'zod'
import type { Reason } from './batch-store.ts'
import type { ReadRow } from './core/row-reader.ts'
import { importScreens as t } from './screen-messages.id.ts'

/** A row ready for its register, or why it is refused; in both cases what a clerk should know of it. */
export type Prepared<Row> = { number: number; title: string; reasons: Reason[]; listed?: Row }

export type Values = Record<string, unknown>

/** What the readers said of a row. */
export const readReasons = (read: ReadRow): Reason[] =>
  [...read.problems, ...read.notes].map(({ code, sentence, header }) => ({ code, sentence, header }))

/**
 * Checks values by the schema of the register; what fails is left out and told, once more without it.
 * @param tellsApart is the field one by which records are told apart? A wrong one must not be dropped in silence: nothing is returned
 */
export function checkedValues<T extends z.ZodType>(
  schema: T, values: Values, reasons: Reason[], tellsApart: (field: string) => boolean,
): z.output<T> | undefined {
  const first = schema.safeParse(values)
  if (first.success) return first.data
  const left = { ...values }
  let fatal = false
  for (const { path, message } of first.error.issues) {
    const field = String(path[0])
    if (left[field] === undefined) continue
    fatal ||= tellsApart(field)
    reasons.push({ code: `invalid-${field}`, sentence: t.notTaken(asShown(left[field]), message) })
    delete left[field]
  }
  if (fatal) return undefined
  const second = schema.safeParse(left)
  return second.success ? second.data : undefined
}

/** A value as a sentence quotes it. */
export const asShown = (value: unknown): string => String(Array.isArray(value) ? value.join(', ') : value).slice(0, 60)

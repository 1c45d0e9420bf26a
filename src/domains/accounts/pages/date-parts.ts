import { Temporal } from 'temporal-polyfill'
import type { Form } from '../../../platform/http/page.ts'
import type { DateParts } from '../../../ui/fields/date-field.tsx'
import { typed } from './typed.ts'

/** The three parts of a date as typed, to be shown again. */
export const datePartsOf = (values: Form['values'], name: string): DateParts =>
  ({ day: typed(values, `${name}-day`), month: typed(values, `${name}-month`), year: typed(values, `${name}-year`) })

export const datePartsFrom = (date: Temporal.PlainDate): DateParts => ({ day: String(date.day), month: String(date.month), year: String(date.year) })

/** ISO date of three typed parts: undefined when all are empty, 'wrong' when they are no day of the calendar. */
export function isoDateOf(day: string, month: string, year: string): string | 'wrong' | undefined {
  if ([day, month, year].every((part) => part.trim() === '')) return undefined
  if (![day, month, year].every((part) => /^\d{1,4}$/.test(part.trim()))) return 'wrong'
  try {
    return Temporal.PlainDate.from({ day: Number(day), month: Number(month), year: Number(year) }, { overflow: 'reject' }).toString()
  } catch (error) {
    if (error instanceof RangeError) return 'wrong'
    throw error
  }
}

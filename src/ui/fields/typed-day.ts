import { Temporal } from 'temporal-polyfill'
import type { DateParts } from './date-field.tsx'

/** A day typed in three parts (`<name>-day`…): '' when all are empty, undefined when they are no day of the calendar. */
export function typedDay(values: Readonly<Record<string, string | undefined>>, name: string): string | undefined {
  const texts = (['day', 'month', 'year'] as const).map((part) => values[`${name}-${part}`]?.trim() ?? '')
  if (texts.every((text) => text === '')) return ''
  if (!texts.every((text) => /^\d{1,4}$/.test(text))) return undefined
  const [day = 0, month = 0, year = 0] = texts.map(Number)
  if (year < 1900 || day === 0 || month === 0) return undefined
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** The parts of a kept day, to be shown in its field. */
export function dayParts(iso: string | undefined): DateParts {
  const [year, month, day] = iso?.split('-') ?? []
  return { day, month, year }
}

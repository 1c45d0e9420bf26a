import { Temporal } from 'temporal-polyfill'

/** A date from the three fields of a form, as `2026-11-17`. Undefined when it is no day of the calendar; empty when nothing was typed. */
export function typedDate(parts: { day: string; month: string; year: string }): string | undefined {
  const texts = [parts.day, parts.month, parts.year].map((part) => part.trim())
  if (texts.every((text) => text === '')) return ''
  const [day = 0, month = 0, year = 0] = texts.map((text) => (/^\d{1,4}$/.test(text) ? Number(text) : 0))
  if (year < 1900 || year > 2200) return undefined
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}

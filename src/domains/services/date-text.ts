import { Temporal } from 'temporal-polyfill'
import { longDate } from '../../kernel/wib.ts'

/** A day in words, `17 November 2026` in either language; an ISO date is read first. */
export function dateText(day: Temporal.PlainDate | string, lang: 'id' | 'en'): string {
  const date = Temporal.PlainDate.from(day)
  return lang === 'id' ? longDate(date) : date.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
}

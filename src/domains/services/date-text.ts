import type { Temporal } from 'temporal-polyfill'
import { longDate } from '../../kernel/wib.ts'

/** A day in words: `17 November 2026` in either language. */
export const dateText = (date: Temporal.PlainDate, lang: 'id' | 'en'): string =>
  lang === 'id' ? longDate(date) : date.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

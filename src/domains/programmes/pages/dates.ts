import { Temporal } from 'temporal-polyfill'
import { longDate, shortDate } from '../../../kernel/wib.ts'

export const dayText = (iso: string): string => longDate(Temporal.PlainDate.from(iso))

export const spanText = (from: string, to: string): string => `${shortDate(Temporal.PlainDate.from(from))} – ${shortDate(Temporal.PlainDate.from(to))}`

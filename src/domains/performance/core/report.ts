import { Temporal } from 'temporal-polyfill'
import { wibMidnight } from '../../../kernel/wib.ts'
import { CALENDAR_STATE, calendarOfTexts } from '../../../kernel/calendar-texts.ts'
import type { WorkingCalendar } from '../../../kernel/working-calendar.ts'
import { type CalendarAt, type CaseFacts, type Look, factsOfCase } from './case-facts.ts'
import { type Entry, isOfCase, listIn } from './entry.ts'
import { CURRENT, type Figure, figuresOf } from './figures.ts'

export const PERIOD_KINDS = ['monthly', 'quarterly', 'yearly'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

/** A period by its days in WIB, both included: `2026-10`, `2026-K4`, `2026`. */
export type Period = { kind: PeriodKind; key: string; from: string; to: string }

const lastDayOf = (year: number, month: number): string => `${year}-${two(month)}-${two(new Temporal.PlainYearMonth(year, month).daysInMonth)}`
const two = (n: number): string => String(n).padStart(2, '0')

/** Reads the key of a period. @returns undefined for a text that names none */
export function periodOf(kind: PeriodKind, key: string): Period | undefined {
  const forms = { monthly: /^(\d{4})-(0[1-9]|1[0-2])$/, quarterly: /^(\d{4})-K([1-4])$/, yearly: /^(\d{4})$/ }
  const read = forms[kind].exec(key)
  if (!read) return undefined
  const [year, part] = [Number(read[1]), Number(read[2] ?? 1)]
  const [first, last] = { monthly: [part, part], quarterly: [part * 3 - 2, part * 3], yearly: [1, 12] }[kind]
  return { kind, key, from: `${year}-${two(first ?? 1)}-01`, to: lastDayOf(year, last ?? 12) }
}

/** The moment at which a period begins, in milliseconds: midnight WIB (UTC+07:00) of its first day. */
export const beginOfPeriod = ({ from }: Period): number => wibMidnight(Temporal.PlainDate.from(from)).epochMilliseconds

export const dayBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()

/** The moment at which a period ends, in milliseconds: midnight WIB (UTC+07:00) after its last day. */
export const endOfPeriod = ({ to }: Period): number => wibMidnight(Temporal.PlainDate.from(to).add({ days: 1 })).epochMilliseconds

/**
 * Where a period lies in the log: it holds the entries from `firstSeq` to `lastSeq`, and `root` is the hash of the last one. Both follow from
 * the published roots: of the day before the period and of its last day.
 */
export type LogPlace = { firstSeq: number; lastSeq: number; root: string }

/** What a report says of the processing of cases: nothing but what follows from the log up to `lastSeq`. `catalogue`: the edition it was made with. */
export type ProcessingReport = { office: string; period: Period; log: LogPlace; catalogue: number; figures: Figure[] }

/** Gathers the entries of a log in their order, each case by itself, and tells the figures of a stretch at its end. */
export function logReader() {
  const cases = new Map<string, Entry[]>()
  const calendars: { seq: number; calendar: WorkingCalendar }[] = []
  // What happened before the log told the first calendar is measured with that one.
  const calendarAt: CalendarAt = (seq) => calendars.findLast((one) => one.seq <= seq)?.calendar ?? calendars[0]?.calendar
  return {
    calendarAt,
    take(entry: Entry): void {
      if (isOfCase(entry)) {
        const held = cases.get(entry.subject)
        if (held) held.push(entry)
        else cases.set(entry.subject, [entry])
      }
      if (entry.what !== CALENDAR_STATE) return
      const calendar = calendarOfTexts({ weeks: listIn(entry, 'weeks'), daysOff: listIn(entry, 'daysOff') })
      if (calendar.ok) calendars.push({ seq: entry.seq, calendar: calendar.value })
    },
    facts(look: Look): CaseFacts[] {
      return [...cases.values()].flatMap((entries) => factsOfCase(entries, calendarAt, look) ?? [])
    },
  }
}

export const reportOf = (office: string, period: Period, log: LogPlace, facts: readonly CaseFacts[]): ProcessingReport =>
  ({ office, period, log, catalogue: CURRENT.edition, figures: figuresOf(facts, { after: log.firstSeq - 1, through: log.lastSeq }) })

import { Temporal } from 'temporal-polyfill'
import type { CooperativeLevel } from './choices.ts'

type Deadline = { fromBookYear: number; level: CooperativeLevel; targetMonths: number; hardMonths: number; source: string }

const LAW = 'UU 25/1992 Pasal 26'

/**
 * Until when the annual meeting (RAT) of a book year is asked for (target) and owed at last (hard), in months after its end.
 * For a calendar year: primary by 31 March and at last 30 June, secondary by 30 June. A new rule is a new row.
 * Source: UU 25/1992 Pasal 26 (six months); practice and ministry, repeated 10 February 2026 (end of March)
 */
export const MEETING_DEADLINES: readonly Deadline[] = [
  { fromBookYear: 1992, level: 'primary', targetMonths: 3, hardMonths: 6, source: `${LAW}; Kementerian Koperasi, 10 Februari 2026` },
  { fromBookYear: 1992, level: 'secondary', targetMonths: 6, hardMonths: 6, source: LAW },
]

/**
 * How an annual meeting stands against its deadlines. `waiting`: not held, target not passed; `due`: target passed; `missed`: all passed.
 */
export type MeetingState = 'on-time' | 'after-target' | 'late' | 'waiting' | 'due' | 'missed'

export type MeetingAsked = { bookYear: number; endMonth?: number | undefined; level: CooperativeLevel }

/**
 * Last day of a book year. The book year of 2025 that ends with June ends on 30 June 2025.
 * @param endMonth 1 to 12, December when nobody says otherwise
 */
export function bookYearEnd({ bookYear, endMonth = 12 }: Omit<MeetingAsked, 'level'>): Temporal.PlainDate {
  return Temporal.PlainYearMonth.from({ year: bookYear, month: endMonth }).toPlainDate({ day: 1 }).add({ months: 1 }).subtract({ days: 1 })
}

/** The two last days for the meeting of a book year, and where they come from. Both days themselves are still in time. */
export function meetingDeadline(asked: MeetingAsked): { target: Temporal.PlainDate; hard: Temporal.PlainDate; source: string } {
  const rule = MEETING_DEADLINES.findLast(({ level, fromBookYear }) => level === asked.level
    && fromBookYear <= asked.bookYear) ?? MEETING_DEADLINES[0]
  if (!rule) throw new Error('there is no deadline for any annual meeting')
  // From the first day after the year, so that every deadline is the last day of a month.
  const after = (months: number) => bookYearEnd(asked).add({ days: 1 }).add({ months }).subtract({ days: 1 })
  return { target: after(rule.targetMonths), hard: after(rule.hardMonths), source: rule.source }
}

/** @param heldOn the day of the meeting, `2026-03-14`; undefined: not held as far as the office knows */
export function meetingState(asked: MeetingAsked, heldOn: string | undefined, asOf: Temporal.PlainDate): MeetingState {
  const { target, hard } = meetingDeadline(asked)
  const day = heldOn === undefined ? asOf : Temporal.PlainDate.from(heldOn)
  const [withinTarget, withinHard] = [Temporal.PlainDate.compare(day, target) <= 0, Temporal.PlainDate.compare(day, hard) <= 0]
  if (heldOn === undefined) return withinTarget ? 'waiting' : withinHard ? 'due' : 'missed'
  return withinTarget ? 'on-time' : withinHard ? 'after-target' : 'late'
}

/** The last book year that is over on that day. */
export function lastBookYear(asOf: Temporal.PlainDate, endMonth = 12): number {
  const thisYear = bookYearEnd({ bookYear: asOf.year, endMonth })
  return Temporal.PlainDate.compare(thisYear, asOf) < 0 ? asOf.year : asOf.year - 1
}

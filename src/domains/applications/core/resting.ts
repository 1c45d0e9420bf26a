import type { Temporal } from 'temporal-polyfill'
import { type CalendarUnknown, nextWorkingDay, officeHoursOn } from '../../../kernel/office-time.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import { wibDate } from '../../../kernel/wib.ts'
import type { WorkingCalendar } from '../../../kernel/working-calendar.ts'

/** Working days from the return to the first reminder, and from that to the second. */
const GAPS = [5, 5] as const

/** A returned case that nobody mends. `remindedOn` is the day of its latest reminder since the return. */
export type Resting = {
  returnedOn: Temporal.PlainDate
  remindedOn: Temporal.PlainDate | null
  reminders: number
  /** Working days the standard gives to mend it. */
  correctionDays: number
}

/** What is to be done now; `until` is the last day on which the case can still be mended. */
export type Rest = { act: 'wait' } | { act: 'remind'; until: Temporal.PlainDate } | { act: 'expire' }

/** The working days of each stretch: to the first reminder, to the second, and to the end. */
function stretches(correctionDays: number): number[] {
  return [...GAPS, Math.max(1, correctionDays - GAPS.reduce((sum, days) => sum + days, 0))]
}

/**
 * What becomes of a returned case. Each stretch counts from the day on which the one before it really ended: when the program stood
 * still and a reminder went out late, the applicant still has all the days that the reminder promises. Reminders go out in office hours.
 * Source: contract, section 5 (expired after 14 working days and two reminders)
 */
export function restOf(calendar: WorkingCalendar, resting: Resting, now: Temporal.Instant): Result<Rest, CalendarUnknown> {
  const days = stretches(resting.correctionDays)
  const at = Math.min(resting.reminders, GAPS.length)
  const today = wibDate(now)
  const ends = nextWorkingDay(calendar, resting.remindedOn ?? resting.returnedOn, days[at])
  if (!ends.ok) return ends
  const passed = today.toString() > ends.value.toString()
  if (at === GAPS.length) return ok({ act: passed ? 'expire' : 'wait' })

  const hours = officeHoursOn(calendar, today)
  if (!hours.ok) return hours
  const isReached = passed || today.equals(ends.value)
  const isOpen = hours.value !== null && now.epochMilliseconds >= hours.value.opensAt.epochMilliseconds && now.epochMilliseconds < hours.value.closesAt.epochMilliseconds
  if (!isReached || !isOpen) return ok({ act: 'wait' })
  const until = nextWorkingDay(calendar, today, days.slice(at + 1).reduce((sum, one) => sum + one, 0))
  return until.ok ? ok({ act: 'remind', until: until.value }) : until
}

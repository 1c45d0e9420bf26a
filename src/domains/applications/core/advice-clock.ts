import { Temporal } from 'temporal-polyfill'
import { type CalendarUnknown, isWorkingDay } from '../../../kernel/office-time.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import { wibDate } from '../../../kernel/wib.ts'
import type { WorkingCalendar } from '../../../kernel/working-calendar.ts'

/** The time another office has for its advice: its own, never counted as the applicant's or taken from what was promised to him. */
export type AdviceClock = { workingDays: number; isLate: boolean }

/**
 * How many working days the other office has had, the day of the question not counted, and whether its answer is owed longer than agreed.
 * @param until when the answer came, or now
 */
export function adviceClock(calendar: WorkingCalendar, { askedAt, dueAt }: { askedAt: Temporal.Instant; dueAt: Temporal.Instant }, until: Temporal.Instant): Result<AdviceClock, CalendarUnknown> {
  const last = wibDate(until)
  let workingDays = 0
  for (let day = wibDate(askedAt).add({ days: 1 }); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    const works = isWorkingDay(calendar, day)
    if (!works.ok) return works
    if (works.value) workingDays += 1
  }
  return ok({ workingDays, isLate: Temporal.Instant.compare(until, dueAt) > 0 })
}

import { Temporal } from 'temporal-polyfill'
import { type CalendarUnknown, officeSecondsBetween } from '../../../kernel/office-time.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { WorkingCalendar } from '../../../kernel/working-calendar.ts'

/** How long a case has lain with the office and with the applicant, in whole minutes of office time. */
export type Age = { officeMinutes: number; applicantMinutes: number }

/** What the age follows from: the service clock as it stands, and the latest turns before it starts. */
export type AgeFacts = {
  clock: { startedAt: Temporal.Instant | null; officeMinutes: number; applicantMinutes: number } | undefined
  submittedAt: Temporal.Instant | null
  returnedAt: Temporal.Instant | null
  now: Temporal.Instant
}

/**
 * The age of a case as a supervisor reads it. Once the service clock runs it is that clock's. Before, when the file has not been found
 * complete yet, the time since it was last sent counts for the office, and since it was sent back for the applicant.
 */
export function ageOf(calendar: WorkingCalendar, { clock, submittedAt, returnedAt, now }: AgeFacts): Result<Age, CalendarUnknown> {
  if (clock?.startedAt) return ok({ officeMinutes: clock.officeMinutes, applicantMinutes: clock.applicantMinutes })
  if (submittedAt === null) return ok({ officeMinutes: 0, applicantMinutes: 0 })
  const isBack = returnedAt !== null && Temporal.Instant.compare(returnedAt, submittedAt) >= 0
  const office = officeSecondsBetween(calendar, submittedAt, isBack ? returnedAt : now)
  const applicant = isBack ? officeSecondsBetween(calendar, returnedAt, now) : ok(0)
  if (!office.ok) return office
  return applicant.ok ? ok({ officeMinutes: Math.floor(office.value / 60), applicantMinutes: Math.floor(applicant.value / 60) }) : applicant
}

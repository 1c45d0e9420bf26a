import type { Temporal } from 'temporal-polyfill'
import { deadline } from '../../../kernel/deadline.ts'
import { type CalendarUnknown, addOfficeTime } from '../../../kernel/office-time.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { WorkingCalendar } from '../../../kernel/working-calendar.ts'
import { type Life, OPEN, type Status, stageOf } from './life.ts'

/**
 * Until when a case may stay where it came to, by the limit of that stage: office hours, or the closing of the N-th working day after the
 * day it came there. The applicant was promised nothing of this; it is the office's own measure, and no pause moves it.
 * @returns null where the office owes nothing, and where the life sets no limit for its work
 * Source: the counting rule of contract section 4, for a stage instead of a case; docs/rules.md
 */
export function stageDueAt(calendar: WorkingCalendar, life: Life, status: Status, since: Temporal.Instant): Result<Temporal.Instant | null, CalendarUnknown> {
  const limit = OPEN.includes(status) ? stageOf(life, status)?.limit : undefined
  if (limit === undefined || 'restDays' in limit) return ok(null)
  if ('officeHours' in limit) return addOfficeTime(calendar, since, limit.officeHours * 3600)
  const due = deadline({ from: since, days: limit.days, pauses: [], calendar })
  return due.ok ? ok(due.value.dueAt) : due
}

import { Temporal } from 'temporal-polyfill'
import { type CalendarUnknown, nextWorkingDay, officeHoursOn } from '../../../kernel/office-time.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import { wibDate, wibMidnight } from '../../../kernel/wib.ts'
import type { WorkingCalendar } from '../../../kernel/working-calendar.ts'

/**
 * Terms of an objection (keberatan) in working days: to file it after the decision was made known, to settle it, and to issue the decision it
 * asks for once it was granted or counts as granted. That a decision expressly granted is owed in the same time is this product's reading.
 * Source: UU 30/2014 Pasal 77 (from general knowledge, see docs/rules.md)
 */
export const OBJECTION_TERMS = { file: 21, settle: 10, fulfil: 5 } as const

/** Against what: a decision of the office, or that it has not decided in time. */
export type ObjectionGround = 'decision' | 'lateness'

/** `deemed-granted`: nobody settled it in time, so it counts as granted. `fulfilled`: what it asked for was done. */
export const OBJECTION_STATES = ['open', 'granted', 'denied', 'deemed-granted', 'fulfilled'] as const
export type ObjectionState = (typeof OBJECTION_STATES)[number]

/** Closing time of the N-th working day after the day of that moment; that day itself does not count, whatever the hour. */
export function termEnd(calendar: WorkingCalendar, from: Temporal.Instant, workingDays: number): Result<Temporal.Instant, CalendarUnknown> {
  const last = nextWorkingDay(calendar, wibDate(from), workingDays)
  if (!last.ok) return last
  const hours = officeHoursOn(calendar, last.value)
  if (!hours.ok) return hours
  if (!hours.value) throw new Error(`${last.value.toString()} is not a working day`)
  return ok(hours.value.closesAt)
}

/** The end of the last day, midnight, on which an objection against a decision can be filed: an applicant writes in the evening. */
export function fileUntil(calendar: WorkingCalendar, decidedAt: Temporal.Instant): Result<Temporal.Instant, CalendarUnknown> {
  const last = nextWorkingDay(calendar, wibDate(decidedAt), OBJECTION_TERMS.file)
  return last.ok ? ok(wibMidnight(last.value.add({ days: 1 }))) : last
}

/** What the right to object follows from. `dueAt` is what the office owes next; `earlier` are the objections of this case so far. */
export type ObjectionFacts = {
  status: string
  isOpen: boolean
  decidedAt: Temporal.Instant | null
  dueAt: Temporal.Instant | null
  earlier: readonly { ground: ObjectionGround; state: ObjectionState }[]
  now: Temporal.Instant
}

/** Why none can be filed now: nothing to object to, too late, or one is being settled or was settled already. */
export type NoObjection = 'nothing' | 'too-late' | 'open-already' | 'settled-already'

export type MayObject = { may: true; ground: ObjectionGround; until: Temporal.Instant | null } | { may: false; why: NoObjection }

/** Can the applicant object now, and to what? Against a decision within its term, against lateness as long as it lasts; once for each. */
export function mayObject(calendar: WorkingCalendar, { status, isOpen, decidedAt, dueAt, earlier, now }: ObjectionFacts): Result<MayObject, CalendarUnknown> {
  if (earlier.some((one) => one.state === 'open')) return ok({ may: false, why: 'open-already' })
  const isDecided = (status === 'rejected' || status === 'issued') && decidedAt !== null
  const isLate = isOpen && dueAt !== null && Temporal.Instant.compare(dueAt, now) < 0
  if (!isDecided && !isLate) return ok({ may: false, why: 'nothing' })
  const ground = isDecided ? 'decision' : 'lateness'
  if (earlier.some((one) => one.ground === ground)) return ok({ may: false, why: 'settled-already' })
  if (!isDecided) return ok({ may: true, ground, until: null })
  const until = fileUntil(calendar, decidedAt)
  if (!until.ok) return until
  return ok(Temporal.Instant.compare(now, until.value) < 0 ? { may: true, ground, until: until.value } : { may: false, why: 'too-late' })
}

/** Has an open objection come to count as granted? */
export const isDeemedGranted = (state: ObjectionState, settleBy: Temporal.Instant, now: Temporal.Instant): boolean =>
  state === 'open' && Temporal.Instant.compare(settleBy, now) <= 0

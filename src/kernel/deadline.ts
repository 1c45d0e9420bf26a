import { Temporal } from 'temporal-polyfill'
import type { DayOff } from './days-off.ts'
import { addOfficeTimeMs, closingAfter, dateOfDay, dayOffOn, officeHoursOn, officeSecondsBetweenMs, startOfWork } from './office-time.ts'
import type { CalendarUnknown, OfficeHours } from './office-time.ts'
import { ok } from './result.ts'
import type { Result } from './result.ts'
import { wibDate } from './wib.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** A time in which the office waits for the applicant, from `return` to the next `submit`; `end` itself is outside. */
export type Pause = { start: Temporal.Instant; end: Temporal.Instant }

/** The same in milliseconds. */
export type PauseMs = { start: number; end: number }

/** `from`: when the file was found complete; `days`: working days promised by the standard, 0 or more; `pauses` in any order. */
export type DeadlineInput = { from: Temporal.Instant; days: number; pauses: readonly Pause[]; calendar: WorkingCalendar }

/** A pause after joining those that touch and cutting off what lies before the start: the office seconds it added, what is due after it. */
export type CountedPause = Pause & { addedSeconds: number; dueAt: Temporal.Instant }

/** The due moment (batas waktu) and all that it follows from. */
export type Deadline = {
  dayZero: Temporal.PlainDate
  startedAt: Temporal.Instant
  unpausedDueAt: Temporal.Instant
  pauses: CountedPause[]
  dueAt: Temporal.Instant
}

/**
 * When the answer is owed, in whole seconds.
 * Day 0 is the working day on which the file is complete; at closing time sharp it is still that day, after it or on a day off
 * it is the next working day and the start is its opening. Due is the closing time of the N-th working day after day 0. Pauses
 * move it to the earliest moment at which the office has had as much office time outside them as it would have had without
 * them; a pause that begins once it is due moves nothing.
 * Source: the published counting rule, docs/rules.md
 */
export function deadline({ from, days, pauses, calendar }: DeadlineInput): Result<Deadline, CalendarUnknown> {
  const inMs = pauses.map(({ start, end }) => ({ start: start.epochMilliseconds, end: end.epochMilliseconds }))
  const due = deadlineMs({ from: from.epochMilliseconds, days, pauses: inMs, calendar })
  if (!due.ok) return due
  const { day, startedAt, unpausedDueAt, dueAt } = due.value
  return ok({
    dayZero: dateOfDay(day), startedAt: instant(startedAt), unpausedDueAt: instant(unpausedDueAt), dueAt: instant(dueAt),
    pauses: due.value.pauses.map((one) => ({ ...one, start: instant(one.start), end: instant(one.end), dueAt: instant(one.dueAt) })),
  })
}

const instant = (ms: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(ms)

type DeadlineMs = {
  /** Day 0, counted from 1 January 1970. */
  day: number
  startedAt: number
  unpausedDueAt: number
  pauses: (PauseMs & { addedSeconds: number; dueAt: number })[]
  dueAt: number
}

/** The same with moments in milliseconds, for very many of them: a report counts some hundred thousand. */
export function deadlineMs(
  { from, days, pauses, calendar }: { from: number; days: number; pauses: readonly PauseMs[]; calendar: WorkingCalendar },
): Result<DeadlineMs, CalendarUnknown> {
  const start = startOfWork(calendar, from)
  if (!start.ok) return start
  const { day, startedAt } = start.value
  const unpaused = closingAfter(calendar, day, days)
  if (!unpaused.ok) return unpaused
  const owed = officeSecondsBetweenMs(calendar, startedAt, unpaused.value)
  if (!owed.ok) return owed

  const counted: DeadlineMs['pauses'] = []
  let dueAt = unpaused.value
  let cursor = startedAt
  let left = owed.value
  for (const pause of joinPauses(pauses, startedAt)) {
    if (pause.start >= dueAt) {
      counted.push({ ...pause, addedSeconds: 0, dueAt })
      continue
    }
    const worked = officeSecondsBetweenMs(calendar, cursor, pause.start)
    const added = officeSecondsBetweenMs(calendar, pause.start, pause.end)
    if (!worked.ok) return worked
    if (!added.ok) return added
    left -= worked.value
    cursor = pause.end
    const moved = addOfficeTimeMs(calendar, cursor, left)
    if (!moved.ok) return moved
    dueAt = moved.value
    counted.push({ ...pause, addedSeconds: added.value, dueAt })
  }
  return ok({ day, startedAt, unpausedDueAt: unpaused.value, pauses: counted, dueAt })
}

/** One day of the count: its number after day 0 (`null` when it does not count), its hours, and the decree that closes it. */
export type CountedDay = { date: Temporal.PlainDate; number: number | null; hours: OfficeHours | null; dayOff: DayOff | null }

/**
 * The days a deadline was counted on, from the day the file was complete to the day it is due. Days after the N-th, there
 * because of pauses, have no number; a closed day without a decree is a weekend.
 */
export function countedDays({ from, days, calendar }: DeadlineInput, due: Deadline): Result<CountedDay[], CalendarUnknown> {
  const last = wibDate(due.dueAt)
  const list: CountedDay[] = []
  let number = 0
  for (let date = wibDate(from); Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    const hours = officeHoursOn(calendar, date)
    if (!hours.ok) return hours
    const counts = hours.value !== null && number <= days && Temporal.PlainDate.compare(date, due.dayZero) >= 0
    list.push({ date, number: counts ? number : null, hours: hours.value, dayOff: dayOffOn(calendar, date) ?? null })
    if (counts) number += 1
  }
  return ok(list)
}

/** Pauses in order, joined where they overlap or touch, without what lies before `start`; empty ones are gone. Moments in milliseconds. */
export function joinPauses(pauses: readonly PauseMs[], start: number): PauseMs[] {
  const joined: PauseMs[] = []
  for (const pause of [...pauses].sort((a, b) => a.start - b.start)) {
    const begins = Math.max(pause.start, start)
    if (pause.end <= begins) continue
    const before = joined.at(-1)
    if (before && begins <= before.end) before.end = Math.max(before.end, pause.end)
    else joined.push({ start: begins, end: pause.end })
  }
  return joined
}

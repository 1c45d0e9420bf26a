import { Temporal } from 'temporal-polyfill'
import type { DayOff } from './days-off.ts'
import { fail, ok } from './result.ts'
import type { Result } from './result.ts'
import { wibMidnight } from './wib.ts'
import { officeWeekOn } from './working-calendar.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** The calendar does not reach that far: `date` is the first day asked for whose days off are not known. */
export type CalendarUnknown = { code: 'calendar-unknown'; date: string }

/** The office hours of one day as two moments. */
export type OfficeHours = { opensAt: Temporal.Instant; closesAt: Temporal.Instant }

/** The hours of that day; `null` when the office is closed all day. */
export function officeHoursOn(calendar: WorkingCalendar, date: Temporal.PlainDate): Result<OfficeHours | null, CalendarUnknown> {
  const table = tableOf(calendar)
  const day = dayNumber(date)
  if (!table.has(day)) return unknown(day)
  const { opens, closes } = table.at(day)
  if (opens === closes) return ok(null)
  const midnight = wibMidnight(date)
  return ok({ opensAt: midnight.add({ seconds: opens }), closesAt: midnight.add({ seconds: closes }) })
}

/** Whether the office works that day (hari kerja): it has hours and no decree closes it. */
export function isWorkingDay(calendar: WorkingCalendar, date: Temporal.PlainDate): Result<boolean, CalendarUnknown> {
  const hours = officeHoursOn(calendar, date)
  return hours.ok ? ok(hours.value !== null) : hours
}

/** The decree that closes the office that day, if any; a plain weekend has none. */
export function dayOffOn(calendar: WorkingCalendar, date: Temporal.PlainDate): DayOff | undefined {
  return tableOf(calendar).daysOff.get(date.toString())
}

/** The `count`-th working day after that day, which itself does not count. */
export function nextWorkingDay(
  calendar: WorkingCalendar, date: Temporal.PlainDate, count = 1,
): Result<Temporal.PlainDate, CalendarUnknown> {
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`cannot count ${count} working days`)
  const table = tableOf(calendar)
  const day = dayNumber(date)
  if (!table.has(day)) return unknown(day)
  const found = table.workingDays[table.at(day + 1).workingDaysBefore + count - 1]
  return found === undefined ? unknown(table.end) : ok(EPOCH.add({ days: found }))
}

/** Office time from `start` to `end` in seconds; 0 when `end` is not after `start`. Parts of a second are cut off both moments. */
export const officeSecondsBetween = (
  calendar: WorkingCalendar, start: Temporal.Instant, end: Temporal.Instant,
): Result<number, CalendarUnknown> => officeSecondsBetweenMs(calendar, start.epochMilliseconds, end.epochMilliseconds)

/** The same of moments in milliseconds, for very many of them. */
export function officeSecondsBetweenMs(calendar: WorkingCalendar, start: number, end: number): Result<number, CalendarUnknown> {
  if (end <= start) return ok(0)
  const table = tableOf(calendar)
  const from = wallSeconds(start)
  const to = wallSeconds(end)
  if (!table.has(dayOf(from))) return unknown(dayOf(from))
  if (!table.has(dayOf(to))) return unknown(dayOf(to))
  return ok(officeSecondsUntil(table, to) - officeSecondsUntil(table, from))
}

/**
 * The earliest moment, in whole seconds, at which that much office time has passed since `start`.
 * With 0 seconds that is `start` itself, at any hour; time that is used up at closing ends at closing, not at the next opening.
 */
export function addOfficeTime(
  calendar: WorkingCalendar, start: Temporal.Instant, seconds: number,
): Result<Temporal.Instant, CalendarUnknown> {
  const reached = addOfficeTimeMs(calendar, start.epochMilliseconds, seconds)
  return reached.ok ? ok(Temporal.Instant.fromEpochMilliseconds(reached.value)) : reached
}

/** The same of a moment in milliseconds, for very many of them. */
export function addOfficeTimeMs(calendar: WorkingCalendar, start: number, seconds: number): Result<number, CalendarUnknown> {
  if (!Number.isSafeInteger(seconds) || seconds < 0) throw new RangeError(`cannot add ${seconds} seconds of office time`)
  const table = tableOf(calendar)
  const from = wallSeconds(start)
  if (!table.has(dayOf(from))) return unknown(dayOf(from))
  if (seconds === 0) return ok(msAt(from))
  const goal = officeSecondsUntil(table, from) + seconds
  if (goal > table.at(table.end).secondsBefore) return unknown(table.end)
  const day = table.dayThatReaches(goal)
  return ok(msAt(day * DAY + table.at(day).opens + goal - table.at(day).secondsBefore))
}

/**
 * The working day to which work that arrives at a moment belongs, and when it begins there: that moment in whole seconds, until closing time
 * sharp; after closing or on a closed day the opening of the next working day. `day` counts from 1 January 1970; moments in milliseconds.
 */
export function startOfWork(calendar: WorkingCalendar, from: number): Result<{ day: number; startedAt: number }, CalendarUnknown> {
  const table = tableOf(calendar)
  const wall = wallSeconds(from)
  const day = dayOf(wall)
  if (!table.has(day)) return unknown(day)
  const { opens, closes } = table.at(day)
  if (opens < closes && wall - day * DAY <= closes) return ok({ day, startedAt: msAt(wall) })
  const next = table.workingDays[table.at(day + 1).workingDaysBefore]
  return next === undefined ? unknown(table.end) : ok({ day: next, startedAt: msAt(next * DAY + table.at(next).opens) })
}

/** Closing time, in milliseconds, of the `count`-th working day after a working day; of that day itself with 0. */
export function closingAfter(calendar: WorkingCalendar, day: number, count: number): Result<number, CalendarUnknown> {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`cannot count ${count} working days`)
  const table = tableOf(calendar)
  const last = table.workingDays[table.at(day).workingDaysBefore + count]
  return last === undefined ? unknown(table.end) : ok(msAt(last * DAY + table.at(last).closes))
}

/** The date of a day counted from 1 January 1970. */
export const dateOfDay = (day: number): Temporal.PlainDate => EPOCH.add({ days: day })

/** One day: hours in seconds after midnight (equal when closed) and the sums over all known days before it. */
type TableDay = { opens: number; closes: number; secondsBefore: number; workingDaysBefore: number }

/** Days are numbered from 1 January 1970; `end` is the first day not known and carries the totals. */
type Table = {
  end: number
  workingDays: readonly number[]
  daysOff: ReadonlyMap<string, DayOff>
  has: (day: number) => boolean
  at: (day: number) => TableDay
  dayThatReaches: (officeSeconds: number) => number
}

const DAY = 24 * 60 * 60
const WIB_AHEAD = 7 * 60 * 60
const EPOCH = Temporal.PlainDate.from('1970-01-01')
// With running sums a span of years costs as much as an hour. One table per calendar object, made when first asked for.
const tables = new WeakMap<WorkingCalendar, Table>()

function tableOf(calendar: WorkingCalendar): Table {
  const kept = tables.get(calendar)
  if (kept) return kept
  const made = makeTable(calendar)
  tables.set(calendar, made)
  return made
}

function makeTable(calendar: WorkingCalendar): Table {
  const first = dayNumber(Temporal.PlainDate.from(calendar.knownFrom))
  const end = dayNumber(Temporal.PlainDate.from(calendar.knownThrough)) + 1
  const daysOff = new Map(calendar.daysOff.map((dayOff) => [dayOff.date, dayOff]))
  const days: TableDay[] = []
  const workingDays: number[] = []
  let secondsBefore = 0
  for (let day = first; day < end; day += 1) {
    const { opens, closes } = hoursOf(calendar, daysOff, day)
    days.push({ opens, closes, secondsBefore, workingDaysBefore: workingDays.length })
    if (opens < closes) workingDays.push(day)
    secondsBefore += closes - opens
  }
  days.push({ opens: 0, closes: 0, secondsBefore, workingDaysBefore: workingDays.length })

  const at = (day: number): TableDay => {
    const found = days[day - first]
    if (!found) throw new RangeError(`day ${day} lies outside the calendar`)
    return found
  }
  return {
    end, workingDays, daysOff, at,
    has: (day) => day >= first && day < end,
    dayThatReaches: (officeSeconds) => first + lastBelow(days, officeSeconds),
  }
}

function hoursOf(calendar: WorkingCalendar, daysOff: ReadonlyMap<string, DayOff>, day: number): { opens: number; closes: number } {
  const date = EPOCH.add({ days: day })
  const week = officeWeekOn(calendar.weeks, date.toString())
  if (!week) throw new RangeError(`the calendar has no office hours for ${date.toString()}`)
  const hours = daysOff.has(date.toString()) ? null : week.week[date.dayOfWeek - 1]
  return hours ? { opens: hours.opens * 60, closes: hours.closes * 60 } : { opens: 0, closes: 0 }
}

/** Index of the last day that began with less office time behind it than the goal: the goal is reached on that day. */
function lastBelow(days: readonly TableDay[], goal: number): number {
  let low = 0
  let high = days.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((days[middle]?.secondsBefore ?? Infinity) < goal) low = middle
    else high = middle - 1
  }
  return low
}

function officeSecondsUntil(table: Table, wall: number): number {
  const { opens, closes, secondsBefore } = table.at(dayOf(wall))
  const timeOfDay = wall - dayOf(wall) * DAY
  return secondsBefore + Math.min(Math.max(timeOfDay - opens, 0), closes - opens)
}

function unknown(day: number): { ok: false; error: CalendarUnknown } {
  return fail({ code: 'calendar-unknown', date: EPOCH.add({ days: day }).toString() })
}

/** Seconds on the office's wall clock since midnight of 1 January 1970 there. */
const wallSeconds = (ms: number): number => Math.floor(ms / 1000) + WIB_AHEAD
const msAt = (wall: number): number => (wall - WIB_AHEAD) * 1000
const dayOf = (wall: number): number => Math.floor(wall / DAY)
const dayNumber = (date: Temporal.PlainDate): number => EPOCH.until(date).days

import { Temporal } from 'temporal-polyfill'
import type { DayOff } from './days-off.ts'
import { fail, ok } from './result.ts'
import type { Result } from './result.ts'

/** The hours of one weekday, in minutes after midnight WIB; breaks are not subtracted. `null`: closed on that weekday. */
type WeekdayHours = { readonly opens: number; readonly closes: number } | null

/**
 * The office's week, Monday first, from `validFrom` to `validTo` (both included; `null` is until further notice).
 * Where two weeks cover a day the one that began later holds, so Ramadan hours are one more row with both dates.
 */
export type OfficeWeek = {
  readonly validFrom: string
  readonly validTo: string | null
  readonly week: readonly [WeekdayHours, WeekdayHours, WeekdayHours, WeekdayHours, WeekdayHours, WeekdayHours, WeekdayHours]
}

/**
 * When the office works (hari dan jam kerja), as plain JSON: it travels to phones with the field app.
 * Between `knownFrom` and `knownThrough` (both included) the list of days off is complete; outside nobody knows yet.
 * Treat as frozen: what is computed from it is kept by identity. An edited calendar is a new object.
 */
export type WorkingCalendar = { readonly weeks: readonly OfficeWeek[]; readonly daysOff: readonly DayOff[]; readonly knownFrom: string; readonly knownThrough: string }

/** Why the tables do not make a calendar: no whole year of days off, a year missing in between, a day no office week covers. */
export type CalendarRefused = { code: 'no-year-known' } | { code: 'year-missing'; year: number } | { code: 'hours-missing'; date: string }

/**
 * Makes a calendar of its two tables and says for which years it holds. A year is known when its list has both 1 January
 * and 25 December as national days: the first and the last day of every joint decree (SKB 3 Menteri), so that a half-typed
 * list, or one local day entered early, does not pass for a year without holidays.
 */
export function workingCalendar(weeks: readonly OfficeWeek[], daysOff: readonly DayOff[]): Result<WorkingCalendar, CalendarRefused> {
  const national = new Set(daysOff.filter((day) => day.kind === 'national').map((day) => day.date))
  const years = [...national].filter((date) => date.endsWith('-01-01') && national.has(`${date.slice(0, 4)}-12-25`))
    .map((date) => Number(date.slice(0, 4))).sort((a, b) => a - b)
  const [first] = years
  const last = years.at(-1)
  if (first === undefined || last === undefined) return fail({ code: 'no-year-known' })
  const missing = years.findIndex((year, at) => year !== first + at)
  if (missing !== -1) return fail({ code: 'year-missing', year: first + missing })

  const calendar = { weeks, daysOff, knownFrom: `${first}-01-01`, knownThrough: `${last}-12-31` }
  const date = firstDayWithoutHours(calendar)
  return date === null ? ok(calendar) : fail({ code: 'hours-missing', date })
}

/** The office week in force on an ISO date: of those that cover it the one that began last, then the one listed last. */
export function officeWeekOn(weeks: readonly OfficeWeek[], date: string): OfficeWeek | undefined {
  let found: OfficeWeek | undefined
  for (const week of weeks) {
    if (week.validFrom > date || (week.validTo !== null && week.validTo < date)) continue
    if (found === undefined || week.validFrom >= found.validFrom) found = week
  }
  return found
}

/** A gap can only open on the first day known or on the day after a week runs out. */
export function firstDayWithoutHours(calendar: { weeks: readonly OfficeWeek[]; knownFrom: string; knownThrough: string }): string | null {
  const ends = calendar.weeks.flatMap(({ validTo }) => (validTo === null ? [] : [dayAfter(validTo)]))
  return [calendar.knownFrom, ...ends].sort()
    .find((date) => date >= calendar.knownFrom && date <= calendar.knownThrough && !officeWeekOn(calendar.weeks, date)) ?? null
}

const dayAfter = (date: string): string => Temporal.PlainDate.from(date).add({ days: 1 }).toString()

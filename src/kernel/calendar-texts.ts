import { dayOffKinds } from './days-off.ts'
import { type Result, fail } from './result.ts'
import { type OfficeWeek, type WorkingCalendar, workingCalendar } from './working-calendar.ts'

/** A calendar as the log keeps it: one text a row, so that whoever has the log can count every deadline again. */
export type CalendarTexts = { weeks: readonly string[]; daysOff: readonly string[] }

/** What an entry of the log with the whole calendar is called. */
export const CALENDAR_STATE = 'calendar.state'

const CLOSED = '-'
const hoursText = (hours: OfficeWeek['week'][number]) => (hours === null ? CLOSED : `${hours.opens}-${hours.closes}`)

/**
 * Rows of a calendar as texts, in order. A week is `2026-01-01 2026-12-31 450-960 … -`: from, through (`-` until further notice), then the
 * hours of Monday to Sunday in minutes after midnight, `-` when closed. A day off is `2026-12-25 national`.
 */
export function calendarTexts(weeks: readonly OfficeWeek[], daysOff: readonly { date: string; kind: string }[]): CalendarTexts {
  return {
    weeks: weeks.map(({ validFrom, validTo, week }) => [validFrom, validTo ?? CLOSED, ...week.map(hoursText)].join(' ')).toSorted(),
    daysOff: daysOff.map(({ date, kind }) => `${date} ${kind}`).toSorted(),
  }
}

/** Reads the texts back. @returns a refusal when they do not make a whole calendar */
export function calendarOfTexts(texts: CalendarTexts): Result<WorkingCalendar, 'not-a-calendar'> {
  const weeks = texts.weeks.flatMap((text) => weekOf(text) ?? [])
  const daysOff = texts.daysOff.flatMap((text) => {
    const [, date = '', word] = /^(\d{4}-\d\d-\d\d) ([a-z-]+)$/.exec(text) ?? []
    const kind = dayOffKinds.find((one) => one === word)
    return kind === undefined ? [] : [{ date, name: kind, kind }]
  })
  if (weeks.length < texts.weeks.length || daysOff.length < texts.daysOff.length) return fail('not-a-calendar')
  const made = workingCalendar(weeks, daysOff)
  return made.ok ? made : fail('not-a-calendar')
}

const WEEK = /^(\d{4}-\d\d-\d\d) (\d{4}-\d\d-\d\d|-)((?: (?:\d{1,4}-\d{1,4}|-)){7})$/

function weekOf(text: string): OfficeWeek | undefined {
  const [, validFrom, through, hours] = WEEK.exec(text) ?? []
  if (validFrom === undefined || through === undefined || hours === undefined) return undefined
  const days = hours.trim().split(' ').map((day) => {
    const [opens = 0, closes = 0] = day.split('-').map(Number)
    return day === CLOSED ? null : { opens, closes }
  })
  const [mon, tue, wed, thu, fri, sat, sun] = days
  if (mon === undefined || tue === undefined || wed === undefined || thu === undefined || fri === undefined || sat === undefined || sun === undefined) return undefined
  if (days.some((day) => day !== null && (day.opens >= day.closes || day.closes > 24 * 60))) return undefined
  return { validFrom, validTo: through === CLOSED ? null : through, week: [mon, tue, wed, thu, fri, sat, sun] }
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { officeSecondsBetween } from './office-time.ts'
import { aCalendar, usualWeek, valueOf, wib } from './testing.ts'
import { workingCalendarSchema } from './calendar-schemas.ts'
import { workingCalendar } from './working-calendar.ts'

const national = (...dates: string[]) => dates.map((date) => ({ date, name: 'Libur', kind: 'national' as const }))
const wholeYears = (...years: number[]) => years.flatMap((year) => national(`${year}-01-01`, `${year}-12-25`))

test('a calendar holds for the years whose lists are whole', () => {
  const made = valueOf(workingCalendar([usualWeek], [...wholeYears(2027, 2026), ...national('2028-01-01')]))

  assert.equal(made.knownFrom, '2026-01-01')
  assert.equal(made.knownThrough, '2027-12-31')
})

test('a polling day entered early does not make a year known', () => {
  const early = national('2028-01-01', '2028-12-25').map((day) => ({ ...day, kind: 'local' as const }))

  assert.equal(valueOf(workingCalendar([usualWeek], [...wholeYears(2027), ...early])).knownThrough, '2027-12-31')
})

test('tables with a hole make no calendar', () => {
  const untilJune = { ...usualWeek, validTo: '2026-06-30' }
  const fromJuly = { ...usualWeek, validFrom: '2026-07-02' }

  assert.deepEqual(workingCalendar([usualWeek], national('2026-12-25')), { ok: false, error: { code: 'no-year-known' } })
  assert.deepEqual(workingCalendar([usualWeek], wholeYears(2024, 2026)), { ok: false, error: { code: 'year-missing', year: 2025 } })
  assert.deepEqual(workingCalendar([], wholeYears(2026)), { ok: false, error: { code: 'hours-missing', date: '2026-01-01' } })
  const gap = workingCalendar([untilJune, fromJuly], wholeYears(2026))
  assert.deepEqual(gap, { ok: false, error: { code: 'hours-missing', date: '2026-07-01' } })
})

test('a calendar sent to a phone counts there as it does at the office', () => {
  const calendar = aCalendar()

  const onThePhone = workingCalendarSchema.parse(JSON.parse(JSON.stringify(calendar)))

  assert.deepEqual(onThePhone, calendar)
  assert.equal(valueOf(officeSecondsBetween(onThePhone, wib('2026-11-13 09:00'), wib('2026-11-16 10:00'))), 480 * 60)
})

const calendar = aCalendar()
const turnedRound = { ...usualWeek, week: [{ opens: 960, closes: 450 }, ...usualWeek.week.slice(1)] }
const endsFirst = { ...usualWeek, validFrom: '2026-03-02', validTo: '2026-03-01' }
const BROKEN: [what: string, sent: unknown][] = [
  ['an opening after the closing', { ...calendar, weeks: [turnedRound] }],
  ['a week of six days', { ...calendar, weeks: [{ ...usualWeek, week: usualWeek.week.slice(1) }] }],
  ['a week that ends before it begins', { ...calendar, weeks: [usualWeek, endsFirst] }],
  ['29 February in a common year', { ...calendar, daysOff: national('2026-02-29') }],
  ['a span turned round', { ...calendar, knownFrom: '2029-01-01' }],
  ['days without office hours', { ...calendar, weeks: [{ ...usualWeek, validFrom: '2026-01-02' }] }],
]

for (const [what, sent] of BROKEN) {
  test(`a calendar with ${what} is refused at the door`, () => {
    assert.equal(workingCalendarSchema.safeParse(sent).success, false)
  })
}

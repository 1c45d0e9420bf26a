import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { addOfficeTime, dayOffOn, isWorkingDay, nextWorkingDay, officeHoursOn, officeSecondsBetween } from './office-time.ts'
import { aCalendar, day, usualWeek, valueOf, wib } from './testing.ts'
import { formatInstant } from './wib.ts'

const calendar = aCalendar()
const MINUTE = 60
const HOUR = 60 * MINUTE

const SPANS: [what: string, start: string, end: string, minutes: number][] = [
  ['a pause from Friday morning to Monday morning', '2026-11-13 09:00', '2026-11-16 10:00', 330 + 150],
  ['a whole Thursday', '2026-11-12 00:00', '2026-11-13 00:00', 510],
  ['a whole Friday', '2026-11-13 00:00', '2026-11-14 00:00', 420],
  ['a weekend', '2026-11-13 14:30', '2026-11-16 07:30', 0],
  ['one minute over the opening', '2026-11-16 07:29', '2026-11-16 07:31', 1],
  ['one minute over the closing', '2026-11-16 15:59', '2026-11-16 16:30', 1],
  ['lunch, which is not subtracted', '2026-11-16 12:00', '2026-11-16 13:00', 60],
  ['Christmas 2026 with the joint leave before it', '2026-12-23 15:00', '2026-12-28 08:00', 60 + 30],
  ['the turn of the year', '2026-12-31 15:30', '2027-01-04 08:00', 30 + 30],
  ['29 February 2028, a Tuesday', '2028-02-28 16:00', '2028-03-01 07:30', 510],
  ['an end before its start', '2026-11-16 10:00', '2026-11-13 09:00', 0],
]

for (const [what, start, end, minutes] of SPANS) {
  test(`${what} holds ${minutes} minutes of office time`, () => {
    assert.equal(valueOf(officeSecondsBetween(calendar, wib(start), wib(end))), minutes * MINUTE)
  })
}

const ADDED: [start: string, seconds: number, end: string][] = [
  ['2026-11-12 15:00', 4 * HOUR, '2026-11-13 10:30'],
  ['2026-11-16 12:00', 4 * HOUR, '2026-11-16 16:00'],
  ['2026-11-16 16:00', 4 * HOUR, '2026-11-17 11:30'],
  ['2026-11-14 20:00', 1, '2026-11-16 07:30:01'],
  ['2026-11-14 20:00', 0, '2026-11-14 20:00'],
  ['2026-11-13 14:29:59', 2, '2026-11-16 07:30:01'],
  ['2026-12-23 14:00', 2 * HOUR, '2026-12-23 16:00'],
  ['2026-12-23 14:00', 2 * HOUR + 1, '2026-12-28 07:30:01'],
]

for (const [start, seconds, end] of ADDED) {
  test(`${seconds} seconds of office time after ${start} have passed at ${end}`, () => {
    assert.equal(formatInstant(valueOf(addOfficeTime(calendar, wib(start), seconds))), formatInstant(wib(end)))
  })
}

test('time added is time measured, and no earlier second would do', () => {
  const somewhen = fc.integer({ min: 0, max: 900 * 24 * HOUR }).map((seconds) => wib('2026-01-01 00:00').add({ seconds }))

  fc.assert(fc.property(somewhen, fc.integer({ min: 1, max: 200 * HOUR }), (start, seconds) => {
    const end = valueOf(addOfficeTime(calendar, start, seconds))
    assert.equal(valueOf(officeSecondsBetween(calendar, start, end)), seconds)
    assert.equal(valueOf(officeSecondsBetween(calendar, start, end.subtract({ seconds: 1 }))), seconds - 1)
  }))
})

test('a span is the sum of its parts, wherever it is cut', () => {
  const moments = fc.array(fc.integer({ min: 0, max: 900 * 24 * HOUR }), { minLength: 3, maxLength: 3 })
    .map((list) => list.sort((a, b) => a - b).map((seconds) => wib('2026-01-01 00:00').add({ seconds })))

  fc.assert(fc.property(moments, ([a, b, c]) => {
    assert.ok(a && b && c)
    const whole = valueOf(officeSecondsBetween(calendar, a, c))
    assert.equal(valueOf(officeSecondsBetween(calendar, a, b)) + valueOf(officeSecondsBetween(calendar, b, c)), whole)
  }))
})

test('Ramadan hours hold between their dates and the usual week holds again after them', () => {
  const short = { opens: 8 * 60, closes: 15 * 60 }
  const ramadan = { validFrom: '2027-02-08', validTo: '2027-03-05', week: [short, short, short, short, short, null, null] } as const
  const withRamadan = aCalendar({ weeks: [ramadan] })

  const hours = ['2027-02-05', '2027-02-08', '2027-02-26', '2027-03-05', '2027-03-16'].map((date) => {
    const found = valueOf(officeHoursOn(withRamadan, day(date)))
    return found ? `${formatInstant(found.opensAt).slice(11, 16)}-${formatInstant(found.closesAt).slice(11, 16)}` : 'closed'
  })

  assert.deepEqual(hours, ['07:30-14:30', '08:00-15:00', '08:00-15:00', '08:00-15:00', '07:30-16:00'])
  // Friday 5 March on short hours, then five days off, then Tuesday 16 March as usual.
  assert.equal(valueOf(officeSecondsBetween(withRamadan, wib('2027-03-05 14:00'), wib('2027-03-16 08:00'))), HOUR + 30 * MINUTE)
})

test('a new week from a date on replaces the old one, also where it closes a day', () => {
  const [monday, tuesday, wednesday, thursday] = usualWeek.week
  const withoutFridays = { validFrom: '2027-06-01', validTo: null, week: [monday, tuesday, wednesday, thursday, null, null, null] } as const

  const changed = aCalendar({ weeks: [withoutFridays] })

  assert.equal(valueOf(isWorkingDay(changed, day('2027-05-28'))), true)
  assert.equal(valueOf(isWorkingDay(changed, day('2027-06-04'))), false)
})

test('working days are counted over weekends and decreed days, which are known by name', () => {
  assert.equal(valueOf(nextWorkingDay(calendar, day('2026-12-23'))).toString(), '2026-12-28')
  assert.equal(valueOf(nextWorkingDay(calendar, day('2026-12-25'))).toString(), '2026-12-28')
  assert.equal(valueOf(nextWorkingDay(calendar, day('2026-12-26'), 5)).toString(), '2027-01-04')
  assert.equal(valueOf(nextWorkingDay(calendar, day('2027-03-05'))).toString(), '2027-03-16')
  assert.equal(dayOffOn(calendar, day('2026-12-24'))?.name, 'Cuti Bersama Natal')
  assert.equal(dayOffOn(calendar, day('2026-12-26')), undefined)
})

test('no time is made up for a year whose days off are not known', () => {
  const unknown = (date: string) => ({ ok: false, error: { code: 'calendar-unknown', date } })

  assert.deepEqual(isWorkingDay(calendar, day('2029-01-01')), unknown('2029-01-01'))
  assert.deepEqual(isWorkingDay(calendar, day('2025-12-31')), unknown('2025-12-31'))
  assert.deepEqual(nextWorkingDay(calendar, day('2028-12-29')), unknown('2029-01-01'))
  assert.deepEqual(nextWorkingDay(calendar, day('2029-03-01')), unknown('2029-03-01'))
  assert.deepEqual(addOfficeTime(calendar, wib('2028-12-29 14:00'), 1801), unknown('2029-01-01'))
  assert.deepEqual(addOfficeTime(calendar, wib('2025-12-31 14:00'), 1), unknown('2025-12-31'))
  assert.deepEqual(officeSecondsBetween(calendar, wib('2028-12-29 14:00'), wib('2029-01-02 09:00')), unknown('2029-01-02'))
  assert.deepEqual(officeSecondsBetween(calendar, wib('2025-12-31 23:59'), wib('2026-01-02 09:00')), unknown('2025-12-31'))
  assert.equal(valueOf(addOfficeTime(calendar, wib('2028-12-29 14:00'), 1800)).equals(wib('2028-12-29 14:30')), true)
})

test('a negative or broken count is a mistake of the program', () => {
  assert.throws(() => nextWorkingDay(calendar, day('2026-11-12'), 0), RangeError)
  assert.throws(() => addOfficeTime(calendar, wib('2026-11-12 10:00'), -1), RangeError)
  assert.throws(() => addOfficeTime(calendar, Temporal.Instant.fromEpochMilliseconds(0), 0.5), RangeError)
})

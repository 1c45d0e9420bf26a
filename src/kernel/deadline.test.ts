import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { officeSecondsBetween } from './office-time.ts'
import { aCalendar, valueOf, wib } from './testing.ts'
import { formatInstant } from './wib.ts'
import { countedDays, deadline } from './deadline.ts'
import type { Pause } from './deadline.ts'

const calendar = aCalendar()
const pause = (start: string, end: string): Pause => ({ start: wib(start), end: wib(end) })
const dueOf = (from: string, days: number, pauses: Pause[] = []) =>
  formatInstant(valueOf(deadline({ from: wib(from), days, pauses, calendar })).dueAt).slice(0, 19).replace('T', ' ')

const DUE: [what: string, from: string, days: number, pauses: Pause[], due: string][] = [
  ['complete on a Thursday at three', '2026-11-12 15:00', 3, [], '2026-11-17 16:00:00'],
  ['the same, returned from Friday nine to Monday ten', '2026-11-12 15:00', 3,
    [pause('2026-11-13 09:00', '2026-11-16 10:00')], '2026-11-18 15:30:00'],
  ['complete before opening', '2026-11-12 06:00', 3, [], '2026-11-17 16:00:00'],
  ['complete at closing time sharp', '2026-11-12 16:00', 3, [], '2026-11-17 16:00:00'],
  ['complete half a second after closing, which the clock does not see', '2026-11-12 16:00:00.5', 3, [], '2026-11-17 16:00:00'],
  ['complete a second after closing', '2026-11-12 16:00:01', 3, [], '2026-11-18 16:00:00'],
  ['complete on Friday at 14:30 sharp', '2026-11-13 14:30', 1, [], '2026-11-16 16:00:00'],
  ['complete on Friday a minute later', '2026-11-13 14:31', 1, [], '2026-11-17 16:00:00'],
  ['complete on a Saturday', '2026-11-14 10:00', 1, [], '2026-11-17 16:00:00'],
  ['due on a Friday', '2026-11-12 10:00', 1, [], '2026-11-13 14:30:00'],
  ['over Christmas and its joint leave', '2026-12-22 10:00', 3, [], '2026-12-29 16:00:00'],
  ['complete on a day of joint leave', '2026-12-24 10:00', 1, [], '2026-12-29 16:00:00'],
  ['over the turn of the year', '2026-12-30 10:00', 3, [], '2027-01-06 16:00:00'],
  ['over the long break of Idulfitri', '2027-03-04 10:00', 2, [], '2027-03-16 16:00:00'],
  ['over 29 February', '2028-02-28 10:00', 2, [], '2028-03-01 16:00:00'],
  ['due the same day', '2026-11-12 10:00', 0, [], '2026-11-12 16:00:00'],
  ['due the same day, complete at closing, returned later', '2026-11-12 16:00', 0,
    [pause('2026-11-12 17:00', '2026-11-16 10:00')], '2026-11-12 16:00:00'],
  ['returned over a weekend only', '2026-11-12 15:00', 3, [pause('2026-11-13 14:30', '2026-11-16 07:30')], '2026-11-17 16:00:00'],
  ['returned an hour around closing', '2026-11-12 15:00', 3, [pause('2026-11-16 15:30', '2026-11-16 16:30')], '2026-11-18 08:00:00'],
  ['returned at the due moment', '2026-11-12 15:00', 3, [pause('2026-11-17 16:00', '2026-11-19 10:00')], '2026-11-17 16:00:00'],
  ['returned in the last minute', '2026-11-12 15:00', 3, [pause('2026-11-17 15:59', '2026-11-19 10:00')], '2026-11-19 10:01:00'],
  ['returned before the clock had started', '2026-11-12 17:00', 1, [pause('2026-11-12 18:00', '2026-11-13 08:00')], '2026-11-17 08:00:00'],
  ['a pause of a whole day', '2026-11-12 15:00', 1, [pause('2026-11-12 15:00', '2026-11-13 15:00')], '2026-11-16 15:30:00'],
  ['a pause turned round', '2026-11-12 15:00', 3, [pause('2026-11-16 10:00', '2026-11-13 09:00')], '2026-11-17 16:00:00'],
  ['overlapping pauses', '2026-11-12 15:00', 3,
    [pause('2026-11-13 11:00', '2026-11-16 10:00'), pause('2026-11-13 09:00', '2026-11-13 12:00')], '2026-11-18 15:30:00'],
  ['a pause inside a pause', '2026-11-12 15:00', 3,
    [pause('2026-11-13 09:00', '2026-11-16 10:00'), pause('2026-11-13 10:00', '2026-11-13 11:00')], '2026-11-18 15:30:00'],
  ['a second pause in the time the first one added', '2026-11-12 15:00', 3,
    [pause('2026-11-13 09:00', '2026-11-16 10:00'), pause('2026-11-18 09:00', '2026-11-18 15:30')], '2026-11-19 13:30:00'],
]

for (const [what, from, days, pauses, due] of DUE) {
  test(`${what}, ${days} working days: owed by ${due}`, () => {
    assert.equal(dueOf(from, days, pauses), due)
  })
}

test('no deadline is made up where the days off are not known', () => {
  const ask = (from: string, days: number, pauses: Pause[] = []) => deadline({ from: wib(from), days, pauses, calendar })
  const unknown = { ok: false, error: { code: 'calendar-unknown', date: '2029-01-01' } }

  assert.equal(dueOf('2028-12-28 10:00', 1), '2028-12-29 14:30:00')
  assert.deepEqual(ask('2028-12-28 10:00', 2), unknown)
  assert.deepEqual(ask('2028-12-29 15:00', 0), unknown)
  assert.deepEqual(ask('2028-12-28 10:00', 1, [pause('2028-12-28 11:00', '2028-12-29 12:00')]), unknown)
  assert.deepEqual(ask('2025-12-30 10:00', 3), { ok: false, error: { code: 'calendar-unknown', date: '2025-12-30' } })
})

test('a return after the due moment needs no calendar of its own', () => {
  assert.equal(dueOf('2028-12-28 10:00', 1, [pause('2029-01-03 10:00', '2029-01-05 10:00')]), '2028-12-29 14:30:00')
})

test('a promise of minus one or half a day is a mistake of the program', () => {
  assert.throws(() => deadline({ from: wib('2026-11-12 15:00'), days: -1, pauses: [], calendar }), RangeError)
  assert.throws(() => deadline({ from: wib('2026-11-12 15:00'), days: 1.5, pauses: [], calendar }), RangeError)
})

test('the count can be shown day by day, with the names of the days off and what each pause added', () => {
  const input = { from: wib('2026-12-22 17:00'), days: 2, pauses: [pause('2026-12-28 08:00', '2026-12-28 09:30')], calendar }

  const due = valueOf(deadline(input))
  const days = valueOf(countedDays(input, due))

  const shown = days.map(({ date, number, dayOff, hours }) => [date.toString(), number, dayOff?.name ?? (hours ? 'open' : 'weekend')])
  assert.deepEqual(shown, [
    ['2026-12-22', null, 'open'],
    ['2026-12-23', 0, 'open'],
    ['2026-12-24', null, 'Cuti Bersama Natal'],
    ['2026-12-25', null, 'Natal'],
    ['2026-12-26', null, 'weekend'],
    ['2026-12-27', null, 'weekend'],
    ['2026-12-28', 1, 'open'],
    ['2026-12-29', 2, 'open'],
    ['2026-12-30', null, 'open'],
  ])
  assert.equal(due.dayZero.toString(), '2026-12-23')
  assert.equal(formatInstant(due.startedAt), '2026-12-23T07:30:00+07:00')
  assert.equal(formatInstant(due.unpausedDueAt), '2026-12-29T16:00:00+07:00')
  assert.deepEqual(due.pauses.map((entry) => entry.addedSeconds), [90 * 60])
  assert.deepEqual(due.pauses.map((entry) => formatInstant(entry.dueAt)), ['2026-12-30T09:00:00+07:00'])
})

test('pauses that touch are shown as the one wait they were, and a late one as adding nothing', () => {
  const pauses = [
    pause('2026-11-13 10:00', '2026-11-16 10:00'), pause('2026-11-13 09:00', '2026-11-13 10:00'),
    pause('2026-11-20 09:00', '2026-11-20 10:00'),
  ]

  const due = valueOf(deadline({ from: wib('2026-11-12 15:00'), days: 3, pauses, calendar }))

  assert.deepEqual(due.pauses.map((entry) => entry.addedSeconds), [480 * 60, 0])
})

const START = wib('2026-11-01 00:00')
const minute = (last: number) => fc.integer({ min: 0, max: last }).map((minutes) => START.add({ minutes }))
const someday = minute(70 * 24 * 60)
const aPause = fc.tuple(minute(80 * 24 * 60), fc.nat(6 * 24 * 60)).map(([start, minutes]) => ({ start, end: start.add({ minutes }) }))
const somePauses = fc.array(aPause, { maxLength: 4 })
const someCase = { from: someday, days: fc.nat(12), pauses: somePauses, calendar: fc.constant(calendar) }

test('without pauses the answer is always owed at a closing time', () => {
  fc.assert(fc.property(someday, fc.nat(40), (from, days) => {
    const closing = formatInstant(valueOf(deadline({ from, days, pauses: [], calendar })).dueAt).slice(11, 16)
    assert.ok(closing === '16:00' || closing === '14:30', closing)
  }))
})

test('a pause cut in two at any moment counts as the one it was', () => {
  fc.assert(fc.property(fc.record(someCase), fc.double({ min: 0, max: 1, noNaN: true }), (input, at) => {
    const cut = input.pauses.flatMap(({ start, end }) => {
      const seconds = Math.round((end.epochMilliseconds - start.epochMilliseconds) / 1000 * at)
      const middle = start.add({ seconds })
      return [{ start: middle, end }, { start, end: middle }]
    })
    assert.ok(valueOf(deadline(input)).dueAt.equals(valueOf(deadline({ ...input, pauses: cut })).dueAt))
  }))
})

test('a longer wait for the applicant never brings the due moment forward', () => {
  fc.assert(fc.property(fc.record(someCase), fc.nat(3), fc.nat(5000), (input, which, minutes) => {
    const longer = input.pauses.map((entry, at) => (at === which ? { ...entry, end: entry.end.add({ minutes }) } : entry))
    const before = valueOf(deadline(input)).dueAt.epochMilliseconds
    assert.ok(valueOf(deadline({ ...input, pauses: longer })).dueAt.epochMilliseconds >= before)
  }))
})

test('the explanation adds up: the unpaused time plus what the pauses added is the time to the due moment', () => {
  fc.assert(fc.property(fc.record(someCase), (input) => {
    const due = valueOf(deadline(input))
    const owed = valueOf(officeSecondsBetween(calendar, due.startedAt, due.unpausedDueAt))
    const added = due.pauses.reduce((sum, entry) => sum + entry.addedSeconds, 0)
    assert.equal(valueOf(officeSecondsBetween(calendar, due.startedAt, due.dueAt)), owed + added)
  }))
})

/** Days off counted from Sunday 1 November 2026: 24 and 25 December, 1 and 5 January. */
const OFF = new Set([53, 54, 61, 65])
const CLOSES = [0, 960, 960, 960, 960, 870, 0]

/** The published rule walked minute by minute from that Sunday's midnight on: slow, and with nothing of the calendar's code. */
function walk(from: number, days: number, pauses: [number, number][]): number {
  const timeOfDay = (at: number) => at % 1440
  const closes = (at: number) => (OFF.has(Math.floor(at / 1440)) ? 0 : CLOSES[Math.floor(at / 1440) % 7] ?? 0)
  const isOpen = (at: number) => timeOfDay(at) >= 450 && timeOfDay(at) < closes(at)

  let start = from
  if (closes(from) === 0 || timeOfDay(from) > closes(from)) while (!isOpen(start)) start += 1
  // A closing is passed once in each working day, so the N-th after the one of day 0 is the unpaused due.
  let due = start
  for (let closings = 0; ; due += 1) {
    if (closes(due) > 0 && timeOfDay(due) === closes(due) && (closings += 1) > days) break
  }
  let owed = 0
  for (let at = start; at < due; at += 1) owed += isOpen(at) ? 1 : 0
  let at = start
  for (let passed = 0; passed < owed; at += 1) {
    if (isOpen(at) && !pauses.some(([begins, ends]) => at >= begins && at < ends)) passed += 1
  }
  return owed === 0 ? due : at
}

test('the due moment is what a patient clerk finds who ticks off every minute', () => {
  const minutes = fc.nat(60 * 24 * 60)
  const wait = fc.tuple(minutes, fc.nat(4 * 24 * 60)).map(([start, length]): [number, number] => [start, start + length])
  const waits = fc.array(wait, { maxLength: 3 })

  fc.assert(fc.property(minutes, fc.nat(8), waits, (from, days, pauses) => {
    const moment = (at: number) => START.add({ minutes: at })
    const due = valueOf(deadline({
      from: moment(from), days, calendar, pauses: pauses.map(([start, end]) => ({ start: moment(start), end: moment(end) })),
    })).dueAt
    assert.equal(formatInstant(due), formatInstant(moment(walk(from, days, pauses))))
  }), { numRuns: 60 })
})

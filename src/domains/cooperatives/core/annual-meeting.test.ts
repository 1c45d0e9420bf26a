import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { bookYearEnd, lastBookYear, meetingDeadline, meetingState } from './annual-meeting.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

test('a primary cooperative is asked for its meeting by the end of March and owes it by the end of June, a secondary by June', () => {
  const of = (asked: Parameters<typeof meetingDeadline>[0]) => [
    meetingDeadline(asked).target.toString(), meetingDeadline(asked).hard.toString(),
  ]

  assert.deepEqual(of({ bookYear: 2025, level: 'primary' }), ['2026-03-31', '2026-06-30'])
  assert.deepEqual(of({ bookYear: 2025, level: 'secondary' }), ['2026-06-30', '2026-06-30'])
  assert.deepEqual(of({ bookYear: 2025, level: 'primary', endMonth: 6 }), ['2025-09-30', '2025-12-31'])
  assert.match(meetingDeadline({ bookYear: 2025, level: 'primary' }).source, /UU 25\/1992 Pasal 26/)
})

test('a meeting stands as its day says, the deadlines themselves still in time', () => {
  const asked = { bookYear: 2025, level: 'primary' } as const
  const cases = [
    ['2026-03-31', '2026-11-11', 'on-time'], ['2026-04-01', '2026-11-11', 'after-target'], ['2026-06-30', '2026-11-11', 'after-target'],
    ['2026-07-01', '2026-11-11', 'late'], [undefined, '2026-03-31', 'waiting'], [undefined, '2026-04-01', 'due'],
    [undefined, '2026-06-30', 'due'],
    [undefined, '2026-07-01', 'missed'],
  ] as const

  for (const [heldOn, asOf, state] of cases) assert.equal(meetingState(asked, heldOn, day(asOf)), state, `${heldOn} ${asOf}`)
})

test('a book year ends with its month, and is over the day after', () => {
  assert.equal(bookYearEnd({ bookYear: 2024, endMonth: 2 }).toString(), '2024-02-29')
  assert.deepEqual(
    [lastBookYear(day('2026-12-31')), lastBookYear(day('2027-01-01')), lastBookYear(day('2026-07-01'), 6)], [2025, 2026, 2026],
  )
})

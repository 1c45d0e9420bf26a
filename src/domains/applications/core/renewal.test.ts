import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { isPaperFresh, reminderDue, renewalWindow } from './renewal.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const END = day('2027-03-01')

test('a letter may be renewed from 60 days before its end to 90 days after it, those days included', () => {
  const cases = [
    ['2026-12-30', 'not-yet'], ['2026-12-31', 'open'], ['2027-03-01', 'open'], ['2027-05-30', 'open'], ['2027-05-31', 'too-late'],
  ] as const
  for (const [today, expected] of cases) assert.equal(renewalWindow(END, day(today)), expected, today)
})

test('its holder is reminded 60, 30 and 7 days before, each once; after a silence only the nearest step', () => {
  const cases: [string, number[], number | undefined][] = [
    ['2026-12-30', [], undefined], ['2026-12-31', [], 60], ['2027-01-10', [60], undefined], ['2027-01-30', [60], 30], ['2027-02-22', [60, 30], 7],
    ['2027-02-25', [], 7], ['2027-02-25', [7], undefined], ['2027-03-01', [60, 30], 7], ['2027-03-02', [60, 30], undefined], ['2027-01-30', [30], undefined],
  ]
  for (const [today, sent, expected] of cases) assert.equal(reminderDue(END, day(today), sent), expected, `${today} after ${sent.join(', ')}`)
})

test('a paper serves again for a year', () => {
  assert.equal(isPaperFresh(day('2026-01-15'), day('2027-01-15')), true)
  assert.equal(isPaperFresh(day('2026-01-15'), day('2027-01-16')), false)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { formatInstant } from '../../../kernel/wib.ts'
import { USUAL_QUIET, quietUntil } from './quiet.ts'

const at = (text: string) => Temporal.Instant.from(`${text}+07:00`)
const until = (text: string, quiet = USUAL_QUIET) => {
  const end = quietUntil(at(text), quiet)
  return end && formatInstant(end).slice(0, 16)
}

for (const [moment, end] of [
  ['2026-11-11T20:59:59', undefined], ['2026-11-11T21:00:00', '2026-11-12T06:00'], ['2026-11-11T23:59:59', '2026-11-12T06:00'], ['2026-11-12T00:00:00', '2026-11-12T06:00'],
  ['2026-11-12T05:59:59', '2026-11-12T06:00'], ['2026-11-12T06:00:00', undefined], ['2026-12-31T22:00:00', '2027-01-01T06:00'], ['2028-02-28T22:00:00', '2028-02-29T06:00'],
] as const) {
  test(`with quiet hours from nine to six a message of ${moment} ${end === undefined ? 'goes at once' : `waits until ${end}`}`, () => {
    assert.equal(until(moment), end)
  })
}

test('quiet hours within a day, over noon, hold too', () => {
  assert.equal(until('2026-11-11T12:30:00', { from: 12, to: 14 }), '2026-11-11T14:00')
  assert.equal(until('2026-11-11T11:59:59', { from: 12, to: 14 }), undefined)
  assert.equal(until('2026-11-11T14:00:00', { from: 12, to: 14 }), undefined)
})

test('from and to at one hour means none', () => {
  assert.equal(until('2026-11-11T21:00:00', { from: 21, to: 21 }), undefined)
})

test('what is held goes out within a day, and at its end it is no longer quiet', () => {
  const hour = fc.integer({ min: 0, max: 23 })
  const moment = fc.integer({ min: 0, max: 366 * 86_400 }).map((seconds) => at('2026-01-01T00:00:00').add({ seconds }))

  fc.assert(fc.property(moment, hour, hour, (now, from, to) => {
    const end = quietUntil(now, { from, to })
    return end === undefined || (end.epochMilliseconds > now.epochMilliseconds && end.epochMilliseconds - now.epochMilliseconds <= 86_400_000 && quietUntil(end, { from, to }) === undefined)
  }))
})

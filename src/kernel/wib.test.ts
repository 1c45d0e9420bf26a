import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { day, valueOf, wib } from './testing.ts'
import { formatInstant, longDate, longMoment, parseIsoInstant, shortDate, shortMoment, wibDate, wibMidnight } from './wib.ts'

const SAME_MOMENT = [
  '2026-11-17T16:00:00+07:00', '2026-11-17T09:00:00Z', '2026-11-17t09:00:00z', '2026-11-17 16:00+07:00',
  '2026-11-16T21:00:00.900-12:00',
]

for (const text of SAME_MOMENT) {
  test(`${text} is written out in the office's own time`, () => {
    assert.equal(formatInstant(valueOf(parseIsoInstant(text))), '2026-11-17T16:00:00+07:00')
  })
}

const NOT_MOMENTS = [
  '', 'besok', '2026-11-17', '2026-11-17T16:00:00', '2026-11-17T16:00:00+07',
  '2026-02-29T10:00:00Z', '2026-11-17T24:00:00Z',
  '2026-11-17T16:00:00+07:00[Asia/Jakarta]', ' 2026-11-17T16:00:00Z', '9999-12-31T23:00:00Z', '2026-13-01T00:00:00Z',
  '2026-11-17T16:60:00Z',
]

for (const text of NOT_MOMENTS) {
  test(`"${text}" is refused as a moment`, () => {
    assert.deepEqual(parseIsoInstant(text), { ok: false, error: 'not-a-moment' })
  })
}

test('a moment that was written out is read back to the second', () => {
  fc.assert(fc.property(fc.integer({ min: -2e9, max: 8e9 }), (seconds) => {
    const moment = Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
    assert.ok(valueOf(parseIsoInstant(formatInstant(moment))).equals(moment))
  }))
})

test('the last second of a year in Sidoarjo is still the old year, though UTC is seven hours behind', () => {
  const newYear = wibMidnight(day('2027-01-01'))

  assert.equal(formatInstant(newYear), '2027-01-01T00:00:00+07:00')
  assert.equal(wibDate(newYear).toString(), '2027-01-01')
  assert.equal(wibDate(newYear.subtract({ seconds: 1 })).toString(), '2026-12-31')
})

test('days and moments are told in Indonesian', () => {
  const due = wib('2026-11-17 16:00:59')

  assert.equal(longMoment(due), 'Selasa 17 November 2026, 16.00')
  assert.equal(shortMoment(due), '17 Nov 2026, 16.00')
  assert.equal(longMoment(wib('2026-11-15 00:05')), 'Minggu 15 November 2026, 00.05')
  assert.equal(longDate(day('2026-01-12')), '12 Januari 2026')
  assert.equal(shortDate(day('2026-08-01')), '1 Agu 2026')
})

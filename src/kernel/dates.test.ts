import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { datesEn, datesId } from './dates.ts'

const late = Temporal.Instant.from('2026-08-16T23:05:00Z')
const day = Temporal.PlainDate.from('2026-05-01')

test('days and moments are written in the language of the page, moments in WIB', () => {
  assert.deepEqual([datesId.day(day), datesId.shortDay(day), datesId.month(day), datesId.moment(late)], ['1 Mei 2026', '1 Mei 2026', 'Mei 2026', '17 Agu 2026, 06.05'])
  assert.deepEqual([datesEn.day(day), datesEn.shortDay(day), datesEn.month(day), datesEn.moment(late)], ['1 May 2026', '1 May 2026', 'May 2026', '17 Aug 2026, 06.05'])
})

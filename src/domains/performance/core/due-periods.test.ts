import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { aCalendar } from '../../../kernel/testing.ts'
import { draftingDay, duePeriods, periodWith } from './due-periods.ts'

const calendar = aCalendar()
const day = (text: string) => Temporal.PlainDate.from(text)
const keys = (today: string, since = '2020-01-01') => duePeriods(calendar, day(today), day(since)).map(({ key }) => key)

test('a report is drafted on the first working day after its period, not on a Sunday or a holiday', () => {
  // 1 November 2026 is a Sunday; 1 January 2027 is a holiday before a weekend.
  assert.equal(draftingDay(calendar, { to: '2026-10-31' }).toString(), '2026-11-02')
  assert.equal(draftingDay(calendar, { to: '2026-12-31' }).toString(), '2027-01-04')
  assert.equal(draftingDay(calendar, { to: '2026-09-30' }).toString(), '2026-10-01')
})

test('before that day the period is not due, on it and after days without a worker it is', () => {
  assert.ok(!keys('2026-11-01').includes('2026-10'))
  assert.ok(keys('2026-11-02').includes('2026-10'))
  assert.ok(keys('2026-11-20').includes('2026-10'))
})

test('quarters and years come with their last month, and a month that was missed is caught up', () => {
  assert.deepEqual(keys('2026-10-05'), ['2026-07', '2026-08', '2026-09', '2026-K2', '2026-K3', '2025'])
  assert.deepEqual(keys('2026-10-05', '2026-08-15'), ['2026-08', '2026-09', '2026-K3'])
})

test('every month lies in one period of each kind', () => {
  assert.deepEqual((['monthly', 'quarterly', 'yearly'] as const).map((kind) => periodWith(kind, { year: 2026, month: 12 }).key), ['2026-12', '2026-K4', '2026'])
})

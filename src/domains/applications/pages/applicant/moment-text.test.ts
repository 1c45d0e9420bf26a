import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wib } from '../../../../kernel/testing.ts'
import { momentText } from './moment-text.ts'

test('a moment of this year is told without the year, one of another year with it', () => {
  const due = wib('2026-11-17 16:00')

  assert.equal(momentText(due, 'id', wib('2026-11-11 09:00')), 'Selasa 17 November, 16.00')
  assert.equal(momentText(due, 'id', wib('2027-01-02 09:00')), 'Selasa 17 November 2026, 16.00')
  assert.equal(momentText(due, 'en', wib('2026-11-11 09:00')), 'Tuesday 17 November, 16.00')
  assert.equal(momentText(wib('2027-01-04 07:05'), 'en', wib('2026-12-31 23:59')), 'Monday 4 January 2027, 07.05')
})

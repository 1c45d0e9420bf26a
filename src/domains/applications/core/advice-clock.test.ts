import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCalendar, valueOf, wib } from '../../../kernel/testing.ts'
import { adviceClock } from './advice-clock.ts'

const asked = { askedAt: wib('2026-11-12 09:00'), dueAt: wib('2026-11-19 16:00') }

const TABLE: [string, number, boolean][] = [
  ['2026-11-12 15:00', 0, false], ['2026-11-13 08:00', 1, false], ['2026-11-15 10:00', 1, false], ['2026-11-19 16:00', 5, false], ['2026-11-19 16:01', 5, true],
  ['2026-11-20 08:00', 6, true],
]
for (const [until, workingDays, isLate] of TABLE) {
  test(`another office asked on Thursday has had ${workingDays} working days by ${until}${isLate ? ' and is late' : ''}`, () => {
    assert.deepEqual(valueOf(adviceClock(aCalendar(), asked, wib(until))), { workingDays, isLate })
  })
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCalendar, valueOf, wib } from '../../../kernel/testing.ts'
import { type AgeFacts, ageOf } from './age.ts'

const facts = (over: Partial<AgeFacts>): AgeFacts =>
  ({ clock: undefined, submittedAt: wib('2026-11-12 15:00'), returnedAt: null, now: wib('2026-11-13 08:30'), ...over })

const CASES: [string, Partial<AgeFacts>, [number, number]][] = [
  ['sent on Thursday at three, looked at on Friday: an hour of each day', {}, [120, 0]],
  ['sent back on Friday at opening: the hour since is the applicant’s', { returnedAt: wib('2026-11-13 07:30') }, [60, 60]],
  ['a return before the latest sending is over', { returnedAt: wib('2026-11-12 09:00') }, [120, 0]],
  ['a clock that runs is the age', { clock: { startedAt: wib('2026-11-12 15:30'), officeMinutes: 90, applicantMinutes: 5 } }, [90, 5]],
  ['a clock that has not started does not count', { clock: { startedAt: null, officeMinutes: 0, applicantMinutes: 0 } }, [120, 0]],
  ['never sent', { submittedAt: null }, [0, 0]],
  ['a weekend counts for nobody', { now: wib('2026-11-16 07:30'), submittedAt: wib('2026-11-13 14:30') }, [0, 0]],
]

for (const [name, over, expected] of CASES) {
  test(name, () => {
    const age = valueOf(ageOf(aCalendar(), facts(over)))

    assert.deepEqual([age.officeMinutes, age.applicantMinutes], expected)
  })
}

test('a day that nobody decreed yet gives no age', () => {
  const age = ageOf(aCalendar(), facts({ now: wib('2031-01-06 09:00') }))

  assert.equal(age.ok, false)
})

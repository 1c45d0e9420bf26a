import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CaseFacts, factsOfCase } from './core/case-facts.ts'
import { type History, aHistory, calendarsOf, chance, lookOf, tickedOff, withoutNoise } from './core/testing.ts'

/** So many a day; `npm run nightly -- --only histories` runs many more. */
const COUNT = Number(process.env['CASE_HISTORIES'] ?? 2_000)
const SEED = Number(process.env['CASE_SEED'] ?? 4)

const factsOf = (history: History): CaseFacts => {
  const facts = factsOfCase(history.entries, calendarsOf(history), lookOf(history))
  assert.ok(facts)
  return facts
}
const told = ({ officeMinutes, applicantMinutes, inTime, firstLook, stays }: CaseFacts) =>
  ({ officeMinutes, applicantMinutes, inTime, firstLook, stays: stays.map(({ stage, minutes }) => ({ stage, minutes })) })

test(`in ${COUNT} random lives of a case the clock says what a patient clerk finds who ticks off every minute`, (t) => {
  const rand = chance(SEED)
  const seen = { ended: 0, late: 0, waited: 0, changed: 0, looksLate: 0 }
  for (let number = 1; number <= COUNT; number += 1) {
    const history = aHistory(rand)

    const facts = factsOf(history)

    assert.deepEqual(told(facts), { ...tickedOff(history) }, `life ${number} of seed ${SEED}: ${JSON.stringify(history)}`)
    seen.ended += facts.ended ? 1 : 0
    seen.late += facts.inTime === false ? 1 : 0
    seen.waited += (facts.applicantMinutes ?? 0) > 0 ? 1 : 0
    seen.changed += history.calendars.length > 1 ? 1 : 0
    seen.looksLate += facts.firstLook?.inTime === false ? 1 : 0
  }
  t.diagnostic(`${COUNT} lives of seed ${SEED}: ${JSON.stringify(seen)}`)
  for (const [what, count] of Object.entries(seen)) assert.ok(count > COUNT / 20, `${what}: ${count}`)
})

test('edits, reads, absences and hand-overs anywhere in a random life move nothing', () => {
  const rand = chance(SEED + 1)
  for (let number = 1; number <= COUNT; number += 1) {
    const history = aHistory(rand)

    assert.deepEqual(factsOf(withoutNoise(history)), factsOf(history), `life ${number} of seed ${SEED + 1}: ${JSON.stringify(history)}`)
  }
})

test('a calendar that changes after the end of a case never touches it, one that changes before a case ends holds for all of it', () => {
  const rand = chance(SEED + 2)
  const ended = Array.from({ length: 200 }, () => aHistory(rand)).filter((history) => factsOf(history).ended)
  const moved = ended.filter((history) => {
    const facts = factsOf(history)
    const last = facts.ended?.seq ?? 0
    const others = [0, 1, 2, 3, 4, 5]

    for (const which of others) assert.deepEqual(factsOf({ ...history, through: last + 9, calendars: [...history.calendars, { seq: last + 1, which }] }), facts)
    return others.some((which) => factsOf({ ...history, calendars: [...history.calendars, { seq: last, which }] }).officeMinutes !== facts.officeMinutes)
  })
  assert.ok(ended.length > 50 && moved.length > 10, `${moved.length} of ${ended.length}`)
})

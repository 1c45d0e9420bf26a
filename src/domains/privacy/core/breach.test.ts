import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { wib } from '../../../kernel/testing.ts'
import { duties, typedMoment } from './breach.ts'

const NOW = wib('2026-11-11 09:00')
const TABLE: [string, string, string | undefined][] = [
  ['2026-11-10', '14.30', '2026-11-10T07:30:00Z'], ['2026-11-10', '8:05', '2026-11-10T01:05:00Z'], ['2026-11-11', '09.00', '2026-11-11T02:00:00Z'],
  ['2026-11-11', '09.01', undefined], ['2026-11-10', '24.00', undefined], ['2026-11-10', 'pagi', undefined], ['2026-02-30', '10.00', undefined], ['', '10.00', undefined],
]
for (const [day, time, expected] of TABLE) {
  test(`a breach found on ${day || 'no day'} at ${time} is ${expected ?? 'asked again'}`, () => assert.equal(typedMoment(day, time, NOW)?.toString(), expected))
}

test('a breach is closed only after its persons and the authority were told', () => {
  fc.assert(fc.property(fc.record({ personsTold: fc.boolean(), authorityTold: fc.boolean(), closed: fc.boolean(), people: fc.nat(3) }), (facts) => {
    assert.equal(duties(facts).includes('close'), !facts.closed && facts.people > 0 && facts.personsTold && facts.authorityTold)
  }))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { wib } from '../../../kernel/testing.ts'
import { type HoldingCounts, erasurePlan } from './erasure.ts'
import { CLOCKS, KINDS, LIFE, REQUEST_STEPS, type RequestState, dueAt, isOpen, pressing, reasonsFor } from './requests.ts'

const DUE: [string, string][] = [
  ['2026-11-12 15:00', '2026-11-15 15:00'],
  ['2026-11-13 23:59', '2026-11-16 23:59'],
  ['2026-12-24 09:00', '2026-12-27 09:00'],
  ['2028-02-27 08:00', '2028-03-01 08:00'],
]
for (const [received, due] of DUE) {
  test(`a request of ${received} is owed at ${due}: nights, weekends and holidays count`, () => {
    for (const kind of KINDS) assert.equal(dueAt(wib(received), CLOCKS[kind]).toString(), wib(due).toString())
  })
}

test('an answer presses in its last 24 hours and is late after the due moment, not at it', () => {
  const due = wib('2026-11-15 15:00')
  const at = (text: string, open = true) => pressing(due, wib(text), open)

  assert.deepEqual(at('2026-11-14 14:59'), { is: 'calm', hours: 24 })
  assert.deepEqual(at('2026-11-14 15:00'), { is: 'soon', hours: 24 })
  assert.deepEqual(at('2026-11-15 15:00'), { is: 'soon', hours: 0 })
  assert.deepEqual(pressing(due, due.add({ milliseconds: 1 }), true), { is: 'late', hours: 0 })
  assert.deepEqual(at('2026-11-16 17:30'), { is: 'late', hours: 26 })
  assert.equal(at('2026-11-30 00:00', false).is, 'done')
})

test('no walk through the steps leaves an end again, and every open request can be ended', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...REQUEST_STEPS), { maxLength: 12 }), (steps) => {
    let state: RequestState = 'received'
    for (const step of steps) {
      const next: RequestState | undefined = LIFE[state][step]
      if (!isOpen(state)) assert.equal(next, undefined)
      state = next ?? state
    }
    assert.ok(!isOpen(state) || LIFE[state].refuse !== undefined)
  }))
})

test('every kind of request can be refused with a reason of its own', () => {
  assert.deepEqual(reasonsFor('copy'), ['not-identified', 'harms-others', 'nothing-held'])
  assert.deepEqual(reasonsFor('correction'), ['not-identified', 'already-right', 'no-proof'])
  assert.deepEqual(reasonsFor('erasure'), ['not-identified', 'legal-duty', 'open-case', 'nothing-held'])
})

const NOTHING: HoldingCounts = {
  optionalAnswers: 0, businessDrafts: 0, unsentCases: 0, looseFiles: 0, devices: 0, oldMessages: 0,
  identity: 0, openCases: 0, closedCases: 0, letters: 0, businesses: 0, positions: 0, consents: 0, tickets: 0, trail: 0,
}
const isKey = (key: string): key is keyof HoldingCounts => key in NOTHING

test('an erasure names every kind of data that is held, as going or as staying, and nothing else', () => {
  const anyHolding = fc.record(Object.fromEntries(Object.keys(NOTHING).map((key) => [key, fc.nat(3)])))
  fc.assert(fc.property(anyHolding, (some) => {
    const held = { ...NOTHING, ...some }

    const { erase, keep } = erasurePlan(held)

    const named = [...erase, ...keep].map(({ key }) => key)
    const expected = Object.keys(NOTHING).filter(isKey).filter((key) => held[key] > 0 && !(key === 'oldMessages' && held.openCases > 0))
    assert.deepEqual(named.toSorted(), expected.toSorted())
    assert.ok(keep.every(({ basis }) => basis !== ''))
  }))
})

test('letters, cases and businesses never go because somebody asks, nor messages of a case still open', () => {
  const { erase, keep } = erasurePlan({ ...NOTHING, openCases: 1, closedCases: 2, letters: 1, businesses: 1, oldMessages: 5, optionalAnswers: 3 })

  assert.deepEqual(erase, [{ key: 'optionalAnswers', count: 3 }])
  assert.deepEqual(keep.map(({ key }) => key), ['openCases', 'closedCases', 'letters', 'businesses'])
})

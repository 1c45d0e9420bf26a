import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ROLES } from '../../../kernel/rights.ts'
import { LIFE, OWED, STATES, STEPS, type State, TURN, isEnd, next, reporterSteps, stepsFor } from './life.ts'

const exitsOf = (state: State): State[] => STEPS.flatMap((step) => next(step, state, null) ?? [])

/** States from which an end can be reached. */
function reachesEnd(): Set<State> {
  const reached = new Set<State>(STATES.filter(isEnd))
  for (let grown = true; grown;) {
    const more = STATES.filter((state) => !reached.has(state) && exitsOf(state).some((to) => reached.has(to)))
    for (const state of more) reached.add(state)
    grown = more.length > 0
  }
  return reached
}

for (const state of STATES.filter((one) => !isEnd(one))) {
  test(`a ticket that is ${state} has an owner, a clock, an exit, and a way to its end`, () => {
    assert.ok(!isEnd(state) && TURN[state].owner && TURN[state].clock)
    assert.notEqual(Object.keys(LIFE[state]).length, 0)
    assert.ok(reachesEnd().has(state))
  })
}

test('an ended ticket stays ended', () => {
  assert.deepEqual([LIFE.closed, LIFE.archived], [{}, {}])
})

test('whoever waits for the reporter does not wait for ever, and the reporter can always say something', () => {
  for (const state of STATES.filter((one) => !isEnd(one) && TURN[one].owner === 'reporter')) {
    assert.ok(LIFE[state].lapse, state)
    assert.notEqual(reporterSteps(state).length, 0, state)
  }
})

test('what the office owes, somebody of the office can move on', () => {
  for (const state of OWED) {
    assert.ok(ROLES.some((role) => stepsFor(state, [role], false).length > 0) || stepsFor(state, [], true).length > 0, state)
    assert.equal(LIFE[state].lapse, undefined, `${state} ends by no silence of the office`)
  }
})

test('every state can be reached from a ticket that was just received', () => {
  const seen = new Set<State>(['received'])
  for (const state of seen) for (const to of exitsOf(state)) seen.add(to)
  assert.deepEqual([...seen].toSorted(), [...STATES].toSorted())
})

test('the answer of a reporter who was asked leads back to where he was asked', () => {
  assert.equal(next('reply', 'deferred', 'handling'), 'handling')
  assert.equal(next('reply', 'deferred', null), 'received')
  assert.equal(next('reply', 'assigned', 'received'), undefined)
})

test('however steps are tried, a ticket is closed by the reporter or by silence after an answer, never by the office', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...STEPS), { maxLength: 30 }), (steps) => {
    let state: State = 'received'
    let from: State | null = null
    for (const step of steps) {
      const to = next(step, state, from)
      if (to === undefined) continue
      if (to === 'closed') assert.ok((state === 'answered' || state === 'forwarded') && (step === 'accept' || step === 'lapse'))
      if (to === 'deferred') from = state
      state = to
    }
  }))
})

test('a counter looks and asks, but neither hands out nor answers what it does not hold; the holder answers', () => {
  assert.deepEqual(stepsFor('received', ['counter'], false), ['verify', 'defer'])
  assert.deepEqual(stepsFor('handling', ['counter'], false), ['defer'])
  assert.deepEqual(stepsFor('handling', ['inspector'], true), ['defer', 'follow-up', 'answer'])
  assert.deepEqual(stepsFor('handling', ['secretary'], false), ['defer', 'forward', 'assign', 'archive'])
})

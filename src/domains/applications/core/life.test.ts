import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type CaseLife, type CaseState, OPEN, STATUSES, STEPS, type Status, type Step, beforeSigning, deskOf, isEnd, next, roadAhead, stageOf, stepsFor, turnOf } from './life.ts'
import { LIVES } from './lives.testing.ts'

const at = (kind: keyof typeof LIVES, status: Status, more: Partial<CaseState> = {}): CaseState => ({ ...LIVES[kind], status, accepted: true, initialsGiven: 0, ...more })

/** What a step that was taken makes of the state, as the commands do. */
function taken(state: CaseState, step: Step): CaseState | undefined {
  const status = next(step, state)
  if (status === undefined) return undefined
  const initialsGiven = step === 'return' ? 0 : state.initialsGiven + (step === 'initial' ? 1 : 0)
  return { ...state, status, initialsGiven, accepted: state.accepted || step === 'accept' }
}

const walk = (life: CaseLife, steps: readonly Step[]): CaseState =>
  steps.reduce<CaseState>((state, step) => taken(state, step) ?? state, { ...life, status: 'draft', accepted: false, initialsGiven: 0 })

const WALKS: [keyof typeof LIVES, Step[], Status][] = [
  ['letter', ['submit', 'accept', 'verify', 'initial'], 'verified'],
  ['letter', ['submit', 'accept', 'verify', 'initial', 'initial'], 'initialed'],
  ['letter', ['submit', 'accept', 'verify', 'initial', 'initial', 'sign', 'sign'], 'issued'],
  ['letter', ['submit', 'return', 'submit'], 'submitted'],
  ['letter', ['submit', 'accept', 'verify', 'initial', 'return', 'submit'], 'accepted'],
  ['letter', ['submit', 'accept', 'verify', 'initial', 'return', 'submit', 'verify', 'initial'], 'verified'],
  ['survey', ['submit', 'accept', 'survey', 'report', 'verify', 'initial', 'initial'], 'initialed'],
  ['survey', ['submit', 'accept', 'survey', 'report', 'return', 'submit'], 'accepted'],
  ['survey', ['submit', 'accept', 'verify'], 'accepted'],
  ['advice', ['submit', 'accept', 'consult', 'advise', 'verify', 'initial'], 'initialed'],
  ['facilitation', ['submit', 'accept', 'verify', 'follow'], 'following'],
  ['facilitation', ['submit', 'accept', 'verify', 'follow', 'complete'], 'completed'],
  ['direct', ['submit', 'accept', 'complete'], 'completed'],
  ['panel', ['submit', 'accept', 'verify', 'score', 'rank'], 'completed'],
]
for (const [kind, steps, expected] of WALKS) {
  test(`a case of the kind ${kind} stands in ${expected} after ${steps.join(', ')}`, () => {
    assert.equal(walk(LIVES[kind], steps).status, expected)
  })
}

const TURNS: [keyof typeof LIVES, Status, number, string[], Step[]][] = [
  ['letter', 'submitted', 0, ['counter'], ['return', 'accept', 'reject', 'withdraw']],
  ['letter', 'submitted', 0, ['verifier'], ['withdraw']],
  ['letter', 'verified', 0, ['division-head'], ['return', 'initial', 'reject', 'withdraw']],
  ['letter', 'verified', 1, ['division-head'], ['withdraw']],
  ['letter', 'verified', 1, ['secretary'], ['return', 'initial', 'reject', 'withdraw']],
  ['letter', 'signing', 0, ['office-head'], ['sign']],
  ['survey', 'surveying', 0, ['verifier'], ['return', 'reject', 'withdraw', 'report']],
  ['advice', 'advising', 0, ['verifier'], ['return', 'reject', 'withdraw', 'advise']],
  ['advice', 'advising', 0, ['counter'], ['withdraw']],
  ['facilitation', 'following', 0, ['verifier'], ['return', 'reject', 'withdraw', 'complete']],
  ['panel', 'scoring', 0, ['verifier'], ['return', 'reject', 'withdraw']],
  ['panel', 'scored', 0, ['division-head'], ['return', 'reject', 'withdraw', 'rank']],
  ['letter', 'issued', 0, ['office-head'], []],
]
for (const [kind, status, initialsGiven, roles, expected] of TURNS) {
  test(`${roles.join()} may take ${expected.join(', ') || 'nothing'} with a case of the kind ${kind} that is ${status} with ${initialsGiven} initials`, () => {
    assert.deepEqual(stepsFor(at(kind, status, { initialsGiven }), roles), expected)
  })
}

test('a signing that is given up leads back to where the signature was asked for', () => {
  assert.equal(beforeSigning(LIVES.letter.life), 'initialed')
})

const ROADS: [keyof typeof LIVES, Status, string][] = [
  ['letter', 'draft', 'submit accept verify initial sign issue'], ['letter', 'signing', 'issue'], ['letter', 'issued', ''],
  ['survey', 'accepted', 'survey report verify initial sign issue'], ['advice', 'submitted', 'accept consult advise verify initial sign issue'],
  ['facilitation', 'accepted', 'verify follow complete'], ['panel', 'scoring', 'score rank'],
]
for (const [kind, status, road] of ROADS) {
  test(`before a case of the kind ${kind} that is ${status} lies: ${road || 'nothing'}`, () => {
    assert.equal(roadAhead(LIVES[kind].life, status).join(' '), road)
  })
}

test('the office owes an answer in every status but the applicant\'s, the one followed outside, and the ends', () => {
  assert.deepEqual(STATUSES.filter((status) => !OPEN.includes(status)), ['draft', 'returned', 'issued', 'rejected', 'withdrawn', 'expired', 'following', 'completed'])
})

const anyLife = fc.constantFrom<CaseLife[]>(...Object.values(LIVES))
const anySteps = fc.array(fc.constantFrom(...STEPS), { maxLength: 40 })

test('whatever is done, a case stands in a state of its life, and whoever has it can do something with it', () => {
  fc.assert(fc.property(anyLife, anySteps, (life, steps) => {
    const state = walk(life, steps)
    if (isEnd(state.status)) {
      assert.deepEqual([turnOf(state), STEPS.filter((step) => next(step, state) !== undefined)], [[], []])
      return
    }
    assert.ok(stageOf(life.life, state.status), `${state.status} is no state of this life`)
    assert.ok(turnOf(state).length > 0)
    assert.ok(deskOf(state).length >= turnOf(state).length)
    assert.ok(STEPS.some((step) => next(step, state) !== undefined))
  }), { numRuns: 500 })
})

test('initials are given in their order, one after the other, and none is left when the signature is asked for', () => {
  fc.assert(fc.property(anyLife, anySteps, (life, steps) => {
    const state = walk(life, steps)
    if (life.initials.length === 0) return
    assert.ok(state.initialsGiven <= life.initials.length)
    if (state.status === 'initialed') assert.equal(state.initialsGiven, life.initials.length)
  }), { numRuns: 500 })
})

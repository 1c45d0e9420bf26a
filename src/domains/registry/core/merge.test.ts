import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { type Act, type Told, fold } from '../../../kernel/ledger.ts'
import { valueOf } from '../../../kernel/testing.ts'
import { Registry, assertWhole, lives } from '../registry-sequences.testing.ts'
import { fateWhenUndone, groupChoices, mayUnmerge, planMerge, proposedSurvivor, standingFor } from './merge.ts'
import { trustOf } from './trust.ts'

const moment = (day: string) => Temporal.Instant.from(`${day}T09:00:00+07:00`)
const RULE = { trust: trustOf, today: '2026-11-11' }

function anAct(seq: number, day: string, sets: Record<string, Told>, more: Partial<Act> = {}): Act {
  return { seq, kind: seq === 1 ? 'enter' : 'edit', actId: null, source: 'self', by: 'siti', recordedAt: moment(day), validFrom: day, observedOn: day, sets, undoneAt: null, ...more }
}

const WHOLE = { name: 'Kerupuk Barokah', villageCode: '35.15.05.2006', ownerId: 'siti', status: 'active' }
const ours = { id: 'ours', acts: [anAct(1, '2026-01-05', { ...WHOLE, address: 'Jalan Tambak 3', rt: '001', annualSales: 10, salesYear: 2024 })] }
const theirs = {
  id: 'theirs',
  acts: [
    anAct(1, '2026-02-01', { ...WHOLE, name: 'Krupuk Barokah', ownerId: 'marsudi', address: 'Tambak', annualSales: 30, salesYear: 2025 }, { kind: 'import', source: 'import-sidt', actId: 'batch' }),
    anAct(2, '2026-03-01', { nib: '9120301234567' }, { kind: 'import', source: 'import-oss' }),
  ],
}

const after = (side: { id: string; acts: Act[] }, plan: ReturnType<typeof valueOf<ReturnType<typeof planned>>>) =>
  [...side.acts, ...plan.filter(({ subjectId }) => subjectId === side.id).map((act, at) => anAct(side.acts.length + at + 1, '2026-11-11', act.sets, act))]
function planned(take: string[]) {
  return valueOf(planMerge('merge', ours, theirs, take, RULE))
}

test('what is taken from a double keeps the source and the day it came from, one act for each', () => {
  const plan = planned(['annualSales', 'nib'])

  assert.deepEqual(plan, [
    { subjectId: 'ours', kind: 'merge', actId: 'merge', source: 'import-sidt', observedOn: '2026-02-01', validFrom: '2026-02-01', sets: { annualSales: 30, salesYear: 2025 } },
    { subjectId: 'ours', kind: 'merge', actId: 'merge', source: 'import-oss', observedOn: '2026-03-01', validFrom: '2026-03-01', sets: { nib: '9120301234567' } },
    { subjectId: 'theirs', kind: 'merge', actId: 'merge', source: 'office', observedOn: '2026-11-11', validFrom: '2026-11-11', sets: { status: 'duplicate', mergedInto: 'ours' } },
  ])
})

test('an address comes whole: a neighbourhood the double does not name is emptied', () => {
  const { values } = fold(after(ours, planned(['address'])), trustOf)

  assert.deepEqual([values['address'], values['rt'], values['villageCode']], ['Tambak', undefined, WHOLE.villageCode])
})

test('a newer list may still replace a value that a merge brought, as it could before', () => {
  const acts = after(ours, planned(['annualSales']))
  const newer = anAct(acts.length + 1, '2026-11-12', { annualSales: 40 }, { kind: 'import', source: 'import-sidt' })
  const older = { ...newer, sets: { annualSales: 20 }, observedOn: '2026-01-31' }

  assert.equal(fold([...acts, newer], trustOf).values['annualSales'], 40)
  assert.equal(fold([...acts, older], trustOf).values['annualSales'], 30)
})

test('no list wakes a double again', () => {
  const acts = after(theirs, planned([]))
  const list = anAct(acts.length + 1, '2026-11-20', { status: 'active', mergedInto: null }, { kind: 'import', source: 'import-oss' })

  assert.equal(fold([...acts, list], trustOf).values['status'], 'duplicate')
})

const absorbed = { id: 'theirs', acts: [...theirs.acts, anAct(3, '2026-04-01', { status: 'duplicate', mergedInto: 'third' }, { kind: 'merge', source: 'office' })] }
const refusals: [what: string, plan: () => ReturnType<typeof planMerge>, fault: string][] = [
  ['itself', () => planMerge('m', ours, ours, [], RULE), 'same'],
  ['a record that was absorbed before', () => planMerge('m', ours, absorbed, [], RULE), 'absorbed-already'],
  ['into a record that was absorbed', () => planMerge('m', absorbed, ours, [], RULE), 'survivor-absorbed'],
  ['half a group', () => planMerge('m', ours, theirs, ['rt'], RULE), 'not-a-group'],
  ['the state of being a double', () => planMerge('m', ours, theirs, ['status'], RULE), 'not-a-group'],
]
for (const [what, plan, fault] of refusals) {
  test(`merging ${what} is refused`, () => {
    const planned = plan()

    assert.deepEqual(planned, { ok: false, error: fault })
  })
}

test('the newer of two merges in a row is undone first', () => {
  const merged = [...ours.acts, anAct(2, '2026-04-01', { status: 'duplicate', mergedInto: 'third' }, { kind: 'merge', source: 'office' })]

  assert.deepEqual(mayUnmerge(false, merged, trustOf), { ok: false, error: 'survivor-merged-on' })
  assert.deepEqual(mayUnmerge(true, ours.acts, trustOf), { ok: false, error: 'undone-already' })
  assert.equal(mayUnmerge(false, ours.acts, trustOf).ok, true)
})

test('of two different answers the rule proposes the newer and better known, and the answer over none', () => {
  const choices = Object.fromEntries(groupChoices(ours.acts, theirs.acts, trustOf).map(({ group, prefer }) => [group, prefer]))

  // A census of February replaces what the owner said in January; she never gave a NIB.
  assert.deepEqual(choices, { name: 'take', ownerId: 'take', address: 'take', annualSales: 'take', nib: 'take' })
  const edited = [...ours.acts, anAct(2, '2026-05-01', { annualSales: 11 })]
  assert.equal(groupChoices(edited, theirs.acts, trustOf).find(({ group }) => group === 'annualSales')?.prefer, 'stay')
})

test('the verified record stays, else the one with more cases, else the older', () => {
  const plain = { number: '3515-2026-000200', isVerified: false, cases: 0 }

  assert.equal(proposedSurvivor(plain, { ...plain, isVerified: true, number: '3515-2026-000300' }), 'b')
  assert.equal(proposedSurvivor({ ...plain, cases: 2 }, { ...plain, number: '3515-2025-000100' }), 'a')
  assert.equal(proposedSurvivor(plain, { ...plain, number: '3515-2026-1000000' }), 'a')
})

test('a record leads through all its merges to the one that stands for it', () => {
  const into: Record<string, string> = { a: 'b', b: 'c' }

  assert.deepEqual(['a', 'b', 'c'].map((id) => standingFor(id, (one) => into[one])), ['c', 'c', 'c'])
})

test('undoing a list takes out what only it had told, and keeps what others built on', () => {
  const [first] = theirs.acts
  const own = first ? [first] : []

  assert.equal(fateWhenUndone(own, 'batch'), 'remove')
  assert.equal(fateWhenUndone(theirs.acts, 'batch'), 'keep')
  assert.equal(fateWhenUndone(ours.acts, 'batch'), 'undo')
})

const LIVES = 10_000

test(`${LIVES} lives of a registry: nothing is orphaned, nothing lost, all of the past can be seen`, () => {
  fc.assert(fc.property(lives({ least: 6, most: 12 }), (steps) => {
    let made = 0
    const registry = new Registry(moment('2026-01-01'), (what) => `${what}-${made += 1}`)
    for (const step of steps) registry.take(step)
    assertWhole(registry)
  }), { numRuns: LIVES })
})

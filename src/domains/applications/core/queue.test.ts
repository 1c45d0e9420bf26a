import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { HeldRole } from '../../../kernel/rights.ts'
import { LIVES } from './lives.testing.ts'
import { type QueueFacts, type QueueView, QUEUE_VIEWS, countViews, divisionsOf, isInView } from './queue.ts'

const lifeOf = () => LIVES.letter

const facts = (more: Partial<QueueFacts>): QueueFacts => ({
  status: 'submitted', definitionId: 'd', initialsGiven: 0, divisionId: 'usaha-mikro', isAssignedToMe: false, isLate: false, isDone: false, ...more,
})

const held = (role: HeldRole['role'], divisionId?: string): HeldRole[] => [{ role, ...(divisionId === undefined ? {} : { divisionId }) }]

test('each role has its turn in its own status, initials in the order of the standard', () => {
  const table: [HeldRole[], Partial<QueueFacts>, boolean][] = [
    [held('counter'), { status: 'submitted' }, true],
    [held('counter'), { status: 'accepted' }, false],
    [held('verifier', 'usaha-mikro'), { status: 'accepted' }, true],
    [held('verifier', 'koperasi'), { status: 'accepted' }, false],
    [held('division-head', 'usaha-mikro'), { status: 'verified' }, true],
    [held('division-head', 'koperasi'), { status: 'verified' }, false],
    [held('secretary'), { status: 'verified' }, false],
    [held('secretary'), { status: 'verified', initialsGiven: 1 }, true],
    [held('division-head', 'usaha-mikro'), { status: 'verified', initialsGiven: 1 }, false],
    [held('office-head'), { status: 'initialed' }, true],
    [held('office-head'), { status: 'signing' }, true],
    [held('office-head'), { status: 'returned' }, false],
    [held('admin'), { status: 'submitted' }, false],
  ]

  for (const [roles, more, expected] of table) {
    assert.equal(isInView('turn', roles, facts(more), lifeOf), expected, JSON.stringify([roles, more]))
  }
})

test('a case of another division, a returned one and one of today stand only where they belong', () => {
  const roles = held('verifier', 'usaha-mikro')
  const table: [Partial<QueueFacts>, QueueView[]][] = [
    [{ status: 'accepted', isLate: true, isAssignedToMe: true }, ['turn', 'division', 'late', 'assigned']],
    [{ status: 'initialed' }, ['division']],
    [{ status: 'accepted', divisionId: 'koperasi', isLate: true }, []],
    [{ status: 'accepted', divisionId: 'koperasi', isAssignedToMe: true }, ['assigned']],
    [{ status: 'returned', isLate: true }, ['returned']],
    [{ status: 'issued', isDone: true }, ['done']],
    [{ status: 'draft' }, []],
    [{ status: 'withdrawn' }, []],
  ]

  const found = table.map(([more]) => QUEUE_VIEWS.filter((view) => isInView(view, roles, facts(more), lifeOf)))

  assert.deepEqual(found, table.map(([, views]) => views))
})

test('counts add up the groups of each part', () => {
  const groups = [{ ...facts({ status: 'submitted', isLate: true }), count: 3 }, { ...facts({ status: 'accepted' }), count: 5 }, { ...facts({ status: 'returned' }), count: 2 }]

  const counts = countViews(held('counter'), groups, lifeOf)

  assert.deepEqual(counts, { turn: 3, division: 8, late: 3, returned: 2, following: 0, assigned: 0, done: 0 })
})

test('who holds one role without a division works on the whole office', () => {
  assert.deepEqual(divisionsOf([...held('verifier', 'koperasi'), ...held('counter')]), 'all')
  assert.deepEqual(divisionsOf(held('verifier', 'koperasi')), ['koperasi'])
  assert.deepEqual(divisionsOf(held('admin')), [])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Group, type StaffRole, STEP_ROLES, holdingsOf, stepRisks } from './board.ts'

const group = (over: Partial<Group>): Group =>
  ({ waitsFor: 'verifier', divisionId: 'usaha-mikro', holderId: null, isLate: false, isToday: false, count: 1, oldestDue: null, ...over })
const staff = (id: string, role: StaffRole['role'], divisionId: string | null = null): StaffRole => ({ id, name: `Petugas ${id}`, role, divisionId })

test('who has most late cases stands first, and a returned case lies with the applicant whoever was named for it', () => {
  const groups = [
    group({ count: 5 }), group({ holderId: 'rina', isLate: true, count: 2 }), group({ holderId: 'rina', isToday: true }), group({ waitsFor: 'applicant', holderId: 'rina', count: 9 }),
  ]

  const holdings = holdingsOf(groups)

  assert.deepEqual(holdings.map(({ holder, open, late, today }) => [holder, open, late, today]), [
    [{ kind: 'officer', id: 'rina' }, 3, 2, 1], [{ kind: 'applicant' }, 9, 0, 0], [{ kind: 'desk', role: 'verifier' }, 5, 0, 0],
  ])
})

test('of several due moments the oldest is told', () => {
  const [early, late] = [new Date('2026-11-10T00:00:00Z'), new Date('2026-11-12T00:00:00Z')]

  const [holding] = holdingsOf([group({ oldestDue: late }), group({ oldestDue: null }), group({ oldestDue: early })])

  assert.equal(holding?.oldestDue, early)
})

const anyGroup = fc.record({
  waitsFor: fc.constantFrom(...STEP_ROLES, 'applicant' as const), divisionId: fc.constantFrom('usaha-mikro', 'koperasi'),
  holderId: fc.option(fc.constantFrom('a', 'b')), isLate: fc.boolean(), isToday: fc.boolean(), count: fc.integer({ min: 1, max: 50 }), oldestDue: fc.constant(null),
})

test('every case is held by exactly one', () => {
  fc.assert(fc.property(fc.array(anyGroup), (groups) => {
    const counted = holdingsOf(groups).reduce((sum, one) => sum + one.open, 0)
    return counted === groups.reduce((sum, one) => sum + one.count, 0)
  }))
})

test('a step with one officer is a risk, with none a standstill, with two neither', () => {
  const all = [staff('a', 'counter'), staff('b', 'counter'), staff('c', 'verifier', 'usaha-mikro'), staff('d', 'division-head', 'usaha-mikro'),
    staff('e', 'division-head', 'koperasi'), staff('f', 'secretary'), staff('g', 'office-head')]

  const risks = stepRisks(all, ['koperasi', 'usaha-mikro'], [group({ divisionId: 'koperasi', count: 4 })])

  assert.deepEqual(risks.map(({ role, divisionId, kind, waiting }) => [role, divisionId, kind, waiting]), [
    ['verifier', 'koperasi', 'nobody', 4], ['verifier', 'usaha-mikro', 'single', 0], ['division-head', 'koperasi', 'single', 0],
    ['division-head', 'usaha-mikro', 'single', 0], ['secretary', undefined, 'single', 0], ['office-head', undefined, 'single', 0],
  ])
})

test('an officer who holds one role twice is still one officer', () => {
  const risks = stepRisks([staff('a', 'verifier'), staff('a', 'verifier', 'usaha-mikro')], ['usaha-mikro'], [])

  assert.equal(risks.find((one) => one.role === 'verifier')?.kind, 'single')
})

test('a step is a risk exactly when fewer than two different officers can take it', () => {
  const anyStaff = fc.record({ id: fc.constantFrom('a', 'b', 'c'), name: fc.constant('x'), role: fc.constantFrom(...STEP_ROLES), divisionId: fc.option(fc.constantFrom('one', 'two')) })

  fc.assert(fc.property(fc.array(anyStaff), (all) => {
    const risks = stepRisks(all, ['one', 'two'], [])
    return STEP_ROLES.every((role) => ['one', 'two'].every((division) => {
      const able = new Set(all.filter((one) => one.role === role && (one.divisionId === null || one.divisionId === division)).map((one) => one.id)).size
      const told = risks.find((risk) => risk.role === role && (risk.divisionId === undefined || risk.divisionId === division))
      return able >= 2 ? told === undefined : told?.kind === (able === 0 ? 'nobody' : 'single')
    }))
  }))
})

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '../../../kernel/testing.ts'
import { type Facts, LISTED, LIST_LIFE, LIST_STATES, type Rule, blockers, periodEnd, ruleOn, scheduleSchema } from './schedule.ts'

const SCHEDULE = scheduleSchema.parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../../../reference/archive/jra.json'), 'utf8')))
const rule = (kind: string): Rule => SCHEDULE.kinds.find((one) => one.kind === kind) ?? assert.fail(kind)
const CLEAR: Facts = { openCase: false, validLetter: false, keptLetter: false, openRequest: false, held: false }

test('a letter whose year ended on 17 November 2027 may go on 17 November 2032, not a day sooner', () => {
  const from = day('2027-11-17')

  assert.equal(periodEnd(from, rule('letter')).toString(), '2032-11-17')
  assert.deepEqual(blockers(rule('letter'), from, CLEAR, day('2032-11-16')), ['not-over'])
  assert.deepEqual(blockers(rule('letter'), from, CLEAR, day('2032-11-17')), [])
  assert.deepEqual(blockers(rule('letter'), null, CLEAR, day('2099-01-01')), ['not-over'])
})

test('periods end on the calendar, also from the last day of a month', () => {
  assert.equal(periodEnd(day('2027-01-31'), { activeMonths: 1, inactiveMonths: 0 }).toString(), '2027-02-28')
  assert.equal(periodEnd(day('2028-02-29'), { activeMonths: 12, inactiveMonths: 0 }).toString(), '2029-02-28')
})

const anyFacts = fc.record({ openCase: fc.boolean(), validLetter: fc.boolean(), keptLetter: fc.boolean(), openRequest: fc.boolean(), held: fc.boolean() })
const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => day('2020-01-01').add({ days }))

test('nothing with an open case, a valid letter, a request or a hold may ever go, and nothing permanent or to be reviewed', () => {
  fc.assert(fc.property(fc.constantFrom(...SCHEDULE.kinds), anyFacts, anyDay, anyDay, (one, facts, from, today) => {
    const against = blockers(one, from, facts, today)

    const bad = Object.values(facts).some(Boolean) || one.final !== 'destroy' || one.way !== 'list' || periodEnd(from, one).toString() > today.toString()
    assert.equal(against.length > 0, bad)
  }), { numRuns: 500 })
})

test('what may go today may go on every later day', () => {
  fc.assert(fc.property(anyDay, anyDay, fc.nat(4000), (from, today, later) => {
    if (blockers(rule('case'), from, CLEAR, today).length === 0) assert.deepEqual(blockers(rule('case'), from, CLEAR, today.add({ days: later })), [])
  }))
})

test('every kind says where its period comes from, and each that a list may name is one of them', () => {
  assert.ok(SCHEDULE.kinds.every(({ basis, classification }) => basis !== '' && classification !== ''))
  assert.deepEqual(SCHEDULE.kinds.filter(({ way }) => way === 'list').map(({ kind }) => kind).toSorted(), [...LISTED].toSorted())
  assert.equal(new Set(SCHEDULE.kinds.map(({ kind }) => kind)).size, SCHEDULE.kinds.length)
})

test('what the office sets holds from its day, the last one set before today', () => {
  const set = (validFrom: string, activeMonths: number) => ({ kind: 'letter', classification: '500.3.7', activeMonths, inactiveMonths: 0, final: 'destroy' as const, basis: 'Keputusan', validFrom })
  const all = [set('2027-01-01', 12), set('2028-01-01', 48)]

  assert.equal(ruleOn(rule('letter'), all, day('2026-12-31')).activeMonths, 24)
  assert.equal(ruleOn(rule('letter'), all, day('2027-01-01')).activeMonths, 12)
  assert.deepEqual([ruleOn(rule('letter'), all, day('2030-01-01')).activeMonths, ruleOn(rule('letter'), all, day('2030-01-01')).own], [48, true])
  assert.equal(ruleOn(rule('case'), all, day('2030-01-01')).own, false)
})

test('a list is destroyed only after somebody approved it', () => {
  const waysTo = (state: string) => LIST_STATES.filter((from) => Object.values(LIST_LIFE[from]).some((to) => to === state))

  assert.deepEqual([waysTo('done'), waysTo('approved'), waysTo('proposed')], [['approved'], ['proposed'], ['draft']])
})

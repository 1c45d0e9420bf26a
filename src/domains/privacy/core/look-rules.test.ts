import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Look, type OfficerDay, type RuleKey, busiest, flagsOf, lookRulesSchema, usualOf } from './look-rules.ts'

const RULES = lookRulesSchema.parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../../../reference/privacy/look-rules.json'), 'utf8')))
const MINUTE = 60_000

const aLook = (more: Partial<Look> = {}): Look =>
  ({ atMs: 0, what: 'business.read', role: 'counter', personId: 'siti', hasCase: true, isColleague: false, inHours: true, ...more })
const aDay = (more: Partial<OfficerDay> = {}): OfficerDay => ({ looks: [], searches: [], usual: [10, 10, 10, 10, 10], daysOn: new Map(), ...more })
/** So many people, one every `apart` minutes. */
const people = (count: number, more: Partial<Look> = {}, apart = 5): Look[] =>
  Array.from({ length: count }, (_, at) => aLook({ personId: `p${at}`, atMs: at * apart * MINUTE, ...more }))
const rulesOf = (day: OfficerDay): RuleKey[] => flagsOf(RULES, day).map((flag) => flag.rule)

const TABLE: [string, OfficerDay, RuleKey[]][] = [
  ['a day without looks', aDay(), []],
  ['29 people where 10 are usual', aDay({ looks: people(29) }), []],
  ['30 people where 10 are usual', aDay({ looks: people(30) }), ['many-people']],
  ['19 people where 1 is usual: too few to ask', aDay({ looks: people(19), usual: [1, 1, 1, 1, 1] }), []],
  ['20 people where 1 is usual', aDay({ looks: people(20), usual: [1, 1, 1, 1, 1] }), ['many-people']],
  ['59 people in the first week', aDay({ looks: people(59), usual: [10, 10, 10, 10] }), []],
  ['60 people in the first week', aDay({ looks: people(60), usual: [10, 10, 10, 10] }), ['many-people']],
  ['two looks at night', aDay({ looks: people(2, { inHours: false }) }), []],
  ['three looks at night', aDay({ looks: people(3, { inHours: false }) }), ['outside-hours']],
  ['three reads of one page at night are one look', aDay({ looks: [1, 2, 3].map((at) => aLook({ inHours: false, atMs: at })) }), []],
  ['nine people without a case', aDay({ looks: people(9, { hasCase: false }) }), []],
  ['ten people without a case', aDay({ looks: people(10, { hasCase: false }) }), ['without-case']],
  ['ten people without a case by the data steward, whose work is no cases', aDay({ looks: people(10, { hasCase: false, role: 'data-steward' }) }), []],
  ['a colleague without a case', aDay({ looks: [aLook({ isColleague: true, hasCase: false })] }), ['colleague']],
  ['a colleague who has a case', aDay({ looks: [aLook({ isColleague: true })] }), []],
  ['one person seven times', aDay({ looks: people(7, { personId: 'siti', hasCase: false }) }), []],
  ['one person eight times', aDay({ looks: people(8, { personId: 'siti', hasCase: false }) }), ['same-person']],
  ['one person with a case, again and again', aDay({ looks: people(30, { personId: 'siti' }) }), []],
  ['one person on the fifth day', aDay({ looks: [aLook({ hasCase: false })], daysOn: new Map([['siti', 5]]) }), ['same-person']],
  ['ten numbers looked up in ten minutes', aDay({ looks: people(10, { what: 'person.find' }, 1) }), ['number-run']],
  ['ten numbers looked up in an hour', aDay({ looks: people(10, { what: 'person.find' }, 6) }), []],
  ['twenty people in a row', aDay({ looks: people(20, {}, 0.5) }), ['people-run']],
  ['thirty names sought in a row', aDay({ searches: Array.from({ length: 30 }, (_, at) => ({ atMs: at * 10_000, sought: `n${at}` })) }), ['search-run']],
  ['the same name sought thirty times', aDay({ searches: Array.from({ length: 30 }, (_, at) => ({ atMs: at * 10_000, sought: 'n' })) }), []],
  ['the review of flags itself', aDay({ looks: people(80, { what: 'look.review', hasCase: false, inHours: false }) }), []],
]

for (const [name, day, expected] of TABLE) test(`unusual look-ups: ${name}`, () => assert.deepEqual(rulesOf(day), expected))

const anyLook = fc.record({
  atMs: fc.integer({ min: 0, max: 12 * 60 * MINUTE }), what: fc.constantFrom('business.read', 'person.find', 'look.review'), role: fc.constantFrom('counter', 'data-steward'),
  personId: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), hasCase: fc.boolean(), isColleague: fc.constant(false), inHours: fc.boolean(),
})
const anyDay = fc.record({ looks: fc.array(anyLook, { maxLength: 120 }), usual: fc.array(fc.nat(50), { maxLength: 20 }) })
const keys = (day: OfficerDay) => flagsOf(RULES, day).map(({ rule, personId }) => `${rule} ${personId}`).toSorted()

test('the order in which reads are told changes nothing', () => {
  fc.assert(fc.property(anyDay, fc.infiniteStream(fc.nat()), ({ looks, usual }, dice) => {
    const shuffled = looks.map((look) => ({ look, at: dice.next().value ?? 0 })).toSorted((a, b) => a.at - b.at).map(({ look }) => look)
    assert.deepEqual(keys(aDay({ looks: shuffled, usual: usual.toReversed() })), keys(aDay({ looks, usual })))
  }), { numRuns: 200 })
})

test('looking at one more person never takes a flag away', () => {
  fc.assert(fc.property(anyDay, anyLook, ({ looks, usual }, more) => {
    const after = new Set(keys(aDay({ looks: [...looks, { ...more, personId: 'somebody else' }], usual })))
    assert.ok(keys(aDay({ looks, usual })).every((key) => after.has(key)))
  }), { numRuns: 200 })
})

test('the busiest stretch is what counting every stretch by hand gives', () => {
  const anyMoment = fc.record({ atMs: fc.integer({ min: 0, max: 40 * MINUTE }), key: fc.constantFrom('a', 'b', 'c', 'd', 'e') })
  fc.assert(fc.property(fc.array(anyMoment, { maxLength: 40 }), fc.integer({ min: 1, max: 15 }), (moments, minutes) => {
    const byHand = moments.map((last) => new Set(moments.filter(({ atMs }) => atMs <= last.atMs && last.atMs - atMs <= minutes * MINUTE).map(({ key }) => key)).size)

    assert.equal(busiest(moments, minutes), Math.max(0, ...byHand))
  }), { numRuns: 300 })
})

test('the usual day is a day that was', () => {
  assert.equal(usualOf([]), 0)
  assert.equal(usualOf([3, 100, 1]), 3)
  assert.equal(usualOf([1, 2, 3, 100]), 2)
})

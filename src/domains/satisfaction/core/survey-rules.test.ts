import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { LEAST } from '../../../kernel/protect-areas.ts'
import { endFault, pressingOf } from './follow-up.ts'
import { dayCode, linkCode, typedCode } from './link-code.ts'
import { marginOf } from './margin.ts'
import { type Questionnaire, questionnaireOn, questionnaireSchema, weightsOf } from './questionnaire.ts'
import { type Group, hiddenServices, mayTellYear, resultsOf, withoutFigures } from './results.ts'
import { minimalSample, printedTable } from './sample-size.ts'
import { equalWeights } from './satisfaction-index.ts'
import { closesOn, isClosed, oldestOpenDay, quarterOf, surveyPeriod } from './survey-period.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

test('the formula gives the printed table of Krejcie and Morgan in every row but that of 100,000', () => {
  const other = printedTable().flatMap(([population]) => {
    const { byFormula, printed } = minimalSample(population)
    return printed === undefined ? [] : [[population, byFormula, printed]]
  })

  assert.deepEqual(other, [[100_000, 383, 384]])
  assert.deepEqual([minimalSample(100_000).least, minimalSample(0).least, minimalSample(1).least, minimalSample(5).least], [384, 0, 1, 5])
})

test('a greater population never needs fewer, and never more than there are', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 3_000_000 }), (population) => {
    const { byFormula } = minimalSample(population)
    return byFormula <= population && byFormula <= minimalSample(population + 1).byFormula && byFormula <= 385
  }))
})

test('the margin shrinks with the part of the population that answered, and is nothing when all did', () => {
  // 1.96 × √(100 / 50) = 2.77; with the correction for 50 of 101: × √(51 / 100)
  assert.deepEqual(marginOf({ n: 50, variance: 100 }, 10), { points: 2.77, isRough: false, isFinite: false })
  assert.deepEqual(marginOf({ n: 50, variance: 100 }, 101), { points: 1.98, isRough: false, isFinite: true })
  assert.deepEqual(marginOf({ n: 50, variance: 100 }, 50), { points: 0, isRough: false, isFinite: true })
  assert.equal(marginOf({ n: 29, variance: 0 }, 100)?.isRough, true)
  assert.equal(marginOf({ n: 1, variance: 0 }, 100), undefined)
})

const first = questionnaireSchema.parse(JSON.parse(readFileSync(new URL('../../../../reference/satisfaction/questionnaire.json', import.meta.url), 'utf8')))
const extra = { ...first.elements[0]!, key: 'safety' }

test('the questionnaire of the ministry has nine elements of equal weight, each with four answers in both languages', () => {
  const weights = weightsOf(first.elements)

  assert.ok(weights.ok)
  assert.deepEqual(weights.weights.map(({ weight }) => `${weight.n}/${weight.d}`), Array(9).fill('1/9'))
})

test('a unit may add elements and weights only if all weights total 1 exactly', () => {
  const weighted = (each: string, last: string) => [...first.elements.map((one) => ({ ...one, weight: each })), { ...extra, weight: last }]
  const faultOf = (elements: Questionnaire['elements']) => { const read = weightsOf(elements); return read.ok ? 'none' : read.fault }

  assert.deepEqual([
    faultOf([...first.elements, extra]), faultOf(weighted('1/10', '0,1')), faultOf(weighted('1/9', '1/9')), faultOf(weighted('0.11', '0.01')), faultOf(weighted('0.11', '0.02')),
    faultOf(weighted('0', '1')), faultOf([...first.elements, { ...extra, weight: '1/10' }]), faultOf(first.elements.slice(1)), faultOf([...first.elements, first.elements[0]!]),
  ], ['none', 'none', 'weights-not-one', 'none', 'weights-not-one', 'weight-wrong', 'weight-missing', 'element-missing', 'key-twice'])
})

test('the version that has begun last is in force', () => {
  const versions = [first, { ...first, version: 2, validFrom: '2027-01-01' }, { ...first, version: 3, validFrom: '2026-12-01' }]

  assert.deepEqual(['2026-11-30', '2026-12-31', '2027-01-01'].map((on) => questionnaireOn(versions, on)?.version), [1, 3, 2])
})

test('a quarter ends with its last day, closes ten days later, and takes paper until then', () => {
  const quarter = surveyPeriod('2026-T4')

  assert.deepEqual([quarter?.from, quarter?.to, quarter && closesOn(quarter).toString()], ['2026-10-01', '2026-12-31', '2027-01-10'])
  assert.deepEqual(['2027-01-09', '2027-01-10'].map((on) => quarter && isClosed(quarter, day(on))), [false, true])
  assert.deepEqual(['2027-01-09', '2027-01-10', '2026-11-24'].map((on) => oldestOpenDay(day(on)).toString()), ['2026-10-01', '2027-01-01', '2026-10-01'])
  assert.deepEqual([quarterOf(day('2026-03-31')), quarterOf(day('2026-04-01'))], ['2026-T1', '2026-T2'])
  assert.deepEqual(['2026-T5', '2026-11', '1999', 'T1'].map(surveyPeriod), Array(4).fill(undefined))
})

const KEYS = ['time', 'fee']
const group = (respondents: number, sum = 3 * respondents): Group => ({ respondents, served: 100, spread: { n: respondents, variance: 4 }, tallies: new Map(KEYS.map((key) => [key, { n: respondents, sum }])) })
const shown = (services: Record<string, Group>, all: Group) => resultsOf({
  questionnaire: 1, weights: equalWeights(KEYS), all, services: new Map(Object.entries(services)),
  profile: { gender: { female: 3, male: all.respondents - 6 }, disability: { yes: 1 } },
})

test('a service of few is not told, nor another one from which it would follow', () => {
  const { services, figures } = shown({ a: group(40), b: group(6), c: group(4) }, group(50))

  assert.equal(figures?.index, '75.00')
  assert.deepEqual(services.map(({ code, told }) => [code, told === 'hidden']), [['a', false], ['b', true], ['c', true]])
})

test('an element that few of the hidden services answered is told of no service', () => {
  const skipping = (n: number): Group => ({ ...group(n), tallies: new Map([['time', { n, sum: 3 * n }], ['fee', { n: n > 10 ? n : 1, sum: n > 10 ? 3 * n : 4 }]]) })
  const all = { ...group(52), tallies: new Map([['time', { n: 52, sum: 156 }], ['fee', { n: 42, sum: 128 }]]) }
  const { services } = shown({ a: skipping(40), b: skipping(8), c: skipping(4) }, all)

  const told = services[0]?.told
  assert.deepEqual(services.map((one) => one.told === 'hidden'), [false, true, true])
  assert.deepEqual(told === 'hidden' ? [] : told?.elements.map(({ key, nrr }) => [key, nrr]), [['time', '3.00'], ['fee', null]])
})

test('with fewer than five respondents nothing is told but how many there were', () => {
  const few = shown({ a: group(4) }, group(4))

  assert.deepEqual([few.figures, few.profile, few.respondents, few.minimal.least], [null, undefined, 4, 80])
})

test('what few told about themselves is not told', () => {
  const { profile } = shown({ a: group(40) }, group(40))

  assert.deepEqual(profile, { gender: { female: null, male: 34, untold: null }, disability: { yes: null, untold: null } })
})

test('an element that few answered has its number and no value', () => {
  const all = { respondents: 20, served: 20, spread: { n: 20, variance: 1 }, tallies: new Map([['time', { n: 20, sum: 60 }], ['fee', { n: 4, sum: 16 }]]) }
  const { figures } = resultsOf({ questionnaire: 1, weights: equalWeights(KEYS), all, services: new Map() })

  assert.deepEqual(figures?.elements.map(({ n, nrr, category }) => [n, nrr, category]), [[20, '3.00', 'C'], [4, null, null]])
  assert.deepEqual(figures?.lowest, ['time'])
})

test('from a year no quarter follows that was too small to be told', () => {
  assert.deepEqual([[10, 20, 0, 8], [10, 3, 8, 9], [10, 2, 2, 9], [10, 2, 3, 9], [4, 4, 4, 4], []].map(mayTellYear), [true, false, false, true, true, true])
  const whole = shown({ a: group(40), b: group(10) }, group(50))
  assert.deepEqual([...hiddenServices([whole, withoutFigures(whole)])], ['a', 'b'])
  assert.equal(LEAST, 5)
})

test('a finding is ended once, with evidence or a reason', () => {
  assert.deepEqual([endFault('planned', { state: 'done', words: 'Loket kedua dibuka.' }), endFault('planned', { state: 'done', words: ' sudah ' }), endFault('done', { state: 'dropped', words: 'Tidak ada anggaran.' })],
    [undefined, 'words-needed', 'already-ended'])
  assert.deepEqual([pressingOf('planned', 15), pressingOf('planned', 14), pressingOf('planned', 0), pressingOf('planned', -1), pressingOf('done', -1)], ['calm', 'soon', 'soon', 'late', 'done'])
})

test('codes have no sign that is mistaken for another, and are read in capitals too', () => {
  const hash = new Uint8Array(32).map((_one, at) => at * 7)

  assert.match(linkCode(hash), /^[2-9a-hjkmnp-z]{24}$/)
  assert.match(dayCode(hash), /^[2-9a-hjkmnp-z]{8}$/)
  assert.equal(typedCode(` ${dayCode(hash).toUpperCase().slice(0, 4)} ${dayCode(hash).slice(4)}`), dayCode(hash))
})

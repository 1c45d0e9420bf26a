import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Answers } from './answer.ts'
import { relevantAnswers } from './answers.ts'
import { type ServiceDefinition, serviceDefinition } from './definition.ts'
import type { Facts } from './facts.ts'
import { eligibilityOf, factsUsed, knownAnswers, problemsOf, refusalsOf } from './problems.ts'

const words = (text: string) => ({ id: text, en: text })
const BASE = JSON.parse(readFileSync(new URL('../../../../reference/services/um-02.json', import.meta.url), 'utf8'))

/** A made-up service with a group, bounds, papers by condition, checks and a rule about who may ask. */
const aService = (over: Record<string, unknown> = {}): ServiceDefinition => serviceDefinition.parse({
  ...BASE, code: 'ZZ-01',
  questions: [
    { key: 'litres', type: 'integer', required: true, label: words('Liter'), example: 60, min: 10, max: 900, unit: words('liter') },
    { key: 'phone', type: 'text', required: true, label: words('Telepon'), example: '1', prefill: 'owner.phone', maxLength: 20 },
    { key: 'married', type: 'boolean', required: false, label: words('Kawin'), example: true, showWhen: { fact: 'owner.age', atMost: 17 } },
    {
      key: 'members', type: 'group', required: true, label: words('Pendiri'), least: 2, most: 3, example: [],
      of: [
        { key: 'name', type: 'text', required: true, label: words('Nama'), example: 'Siti', maxLength: 20 },
        { key: 'isChair', type: 'boolean', required: true, label: words('Ketua'), example: true },
        { key: 'since', type: 'date', required: true, label: words('Sejak'), example: '2026-01-02', showWhen: { question: 'isChair', equals: true } },
      ],
    },
  ],
  requirements: [
    { key: 'nib', required: true, label: words('NIB'), oneOf: 'legal', metBy: 'business.nib' },
    { key: 'village', required: true, label: words('SKU'), oneOf: 'legal' },
    { key: 'survey', required: true, label: words('Foto mesin'), showWhen: { question: 'litres', atLeast: 500 } },
  ],
  eligibility: [{ code: 'micro', when: { fact: 'business.scale', equals: 'micro' }, words: words('Hanya usaha mikro.') }],
  checks: [
    { code: 'much', level: 'warn', when: { question: 'litres', atLeast: 300 }, field: 'litres', words: words('Banyak sekali.') },
    { code: 'too-much', level: 'stop', when: { question: 'litres', atLeast: { fact: 'business.workers', times: 400 } }, field: 'litres', words: words('Terlalu banyak.') },
  ],
  ...over,
})

const FACTS: Facts = { 'business.scale': 'micro', 'business.nib': '1234567890123', 'business.workers': 2, 'owner.age': 40 }
const GOOD: Answers = { litres: 60, phone: '0812', members: [{ name: 'Siti', isChair: true, since: '2026-01-02' }, { name: 'Wahyu', isChair: false }] }

const said = (answers: Answers, facts: Facts = FACTS, given: string[] = []) =>
  problemsOf(aService(), answers, facts, new Set(given)).map((one) => `${one.level} ${one.field}${'fault' in one ? ` ${one.fault.fault}` : ''}`)

test('a request that keeps every rule of its service has no problem', () => {
  assert.deepEqual(said(GOOD), [])
})

const CASES: [string, Answers, Facts, string[]][] = [
  ['a number at its lower bound is taken', { ...GOOD, litres: 10 }, FACTS, []],
  ['a number one below its bound is named', { ...GOOD, litres: 9 }, FACTS, ['stop answers.litres too-small']],
  ['a number past its upper bound is named, and what follows from it', { ...GOOD, litres: 901 }, { ...FACTS, 'business.workers': 9 },
    ['stop answers.litres too-large', 'stop attachments.survey', 'warn answers.litres']],
  ['too few entries are named at the group', { ...GOOD, members: [{ name: 'Siti', isChair: false }] }, FACTS, ['stop answers.members too-few']],
  ['no entries at all is a question without an answer', { ...GOOD, members: [] }, FACTS, ['stop answers.members missing']],
  ['too many entries are named once', { ...GOOD, members: Array.from({ length: 4 }, () => ({ name: 'Siti' })) }, FACTS, ['stop answers.members too-many']],
  ['a hole in an entry is named with its place', { ...GOOD, members: [{ name: 'Siti', isChair: false }, { isChair: true, since: '2026-02-30' }] }, FACTS,
    ['stop answers.members.1.name missing', 'stop answers.members.1.since not-a-date']],
  ['a strange field in an entry is named', { ...GOOD, members: [{ name: 'Siti', isChair: false }, { name: 'W', isChair: false, shoe: 41 }] }, FACTS,
    ['stop answers.members.1.shoe unknown-question']],
  ['a text where entries belong is refused', { ...GOOD, members: 'Siti' }, FACTS, ['stop answers.members wrong-type']],
  ['a question shown by a fact is not asked of others', { ...GOOD, married: 'perhaps' }, FACTS, []],
  ['and is looked at where it is asked', { ...GOOD, married: 'perhaps' }, { ...FACTS, 'owner.age': 16 }, ['stop answers.married wrong-type']],
  ['a warning does not refuse', { ...GOOD, litres: 300 }, FACTS, ['warn answers.litres']],
  ['a check across an answer and a fact stops', { ...GOOD, litres: 800 }, { ...FACTS }, ['stop attachments.survey', 'warn answers.litres', 'stop answers.litres']],
  ['who may not ask is told so', GOOD, { ...FACTS, 'business.scale': 'small' }, ['stop eligibility.micro']],
  ['of papers with one word one is enough', GOOD, { 'business.scale': 'micro' }, ['stop attachments.nib', 'stop attachments.village']],
]

for (const [name, answers, facts, expected] of CASES) {
  test(name, () => assert.deepEqual(said(answers, facts), expected))
}

test('a paper spares the others of its word, and refusals are named once by code', () => {
  assert.deepEqual(said(GOOD, { 'business.scale': 'micro' }, ['village']), [])
  assert.deepEqual(refusalsOf(problemsOf(aService(), { ...GOOD, litres: 800, members: [{}, {}] }, {}, new Set(['village']))), ['micro', 'members', 'survey'])
})

test('eligibility before the form knows met, unmet and not known yet', () => {
  const state = (facts: Facts) => eligibilityOf(aService(), facts).map((one) => one.state)
  assert.deepEqual([state({ 'business.scale': 'micro' }), state({ 'business.scale': 'small' }), state({})], [['met'], ['unmet'], ['unknown']])

  const rule = (when: unknown) => aService({ eligibility: [{ code: 'x', when, words: words('x') }] })
  const live = rule({ not: { fact: 'letter.liveUntil', given: true } })
  assert.deepEqual([eligibilityOf(live, {})[0]?.state, eligibilityOf(live, { 'letter.liveUntil': '2027-01-01' })[0]?.state], ['met', 'unmet'])
  const either = rule({ any: [{ fact: 'owner.age', atLeast: 17 }, { fact: 'business.workers', atLeast: 1 }] })
  assert.equal(eligibilityOf(either, { 'owner.age': 16 })[0]?.state, 'unknown', 'the other way may still be open')
})

test('only facts that a definition names are read, and known answers are those that would be taken', () => {
  assert.deepEqual([...factsUsed(aService())].toSorted(), ['business.nib', 'business.scale', 'business.workers', 'owner.age', 'owner.phone'])
  assert.deepEqual(knownAnswers(aService(), {}, { 'owner.phone': '0812' }), { phone: '0812' })
  assert.deepEqual(knownAnswers(aService(), {}, { 'owner.phone': '0'.repeat(21) }), {}, 'longer than the question takes')
})

test('what became unasked inside an entry is dropped', () => {
  const kept = relevantAnswers(aService().questions, { ...GOOD, married: true, members: [{ name: 'Siti', isChair: false, since: '2026-01-02' }] }, FACTS)
  assert.deepEqual(kept, { litres: 60, phone: '0812', members: [{ name: 'Siti', isChair: false }] })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answers } from './answer.ts'
import { type FaultAbout, type FaultWords, checkAnswers, missingRequirements, relevantAnswers } from './answers.ts'
import type { Question, Requirement } from './definition.ts'

const bounds = (name: string) => ({ least, most }: FaultAbout) => `${name} ${least ?? ''}-${most ?? ''}`
const NAMES: FaultWords = {
  missing: () => 'missing', 'not-a-choice': () => 'not-a-choice', 'too-long': () => 'too-long', 'not-a-number': () => 'not-a-number', 'not-a-date': () => 'not-a-date',
  'must-be-true': () => 'must-be-true', 'wrong-type': () => 'wrong-type', 'unknown-question': () => 'unknown-question', 'out-of-bounds': bounds('out-of-bounds'),
  entries: bounds('entries'),
}
const label = { id: 'Isian', en: 'Answer' }
const litres: Question = { key: 'litres', type: 'integer', label, required: true, min: 10, max: 300, example: 100 }
const founders: Question = {
  key: 'founders', type: 'group', label, required: true, least: 2, most: 3, example: [],
  of: [
    { key: 'name', type: 'text', label, required: true, example: 'Siti' },
    { key: 'post', type: 'choice', label, required: true, example: 'chair', options: [{ value: 'chair', label }, { value: 'member', label }] },
    { key: 'since', type: 'date', label, required: true, example: '2026-01-02', showWhen: { question: 'post', equals: 'chair' } },
  ],
}
const siti = { name: 'Siti', post: 'member' }

const CASES: [string, Answers, boolean, string[]][] = [
  ['a number within its bounds', { litres: 10, founders: [siti, siti] }, true, []],
  ['a number below', { litres: 9, founders: [siti, siti] }, true, ['litres: out-of-bounds 10-300']],
  ['a number above', { litres: 301, founders: [siti, siti] }, true, ['litres: out-of-bounds 10-300']],
  ['too few entries', { litres: 10, founders: [siti] }, true, ['founders: entries 2-3']],
  ['too few entries of a draft', { founders: [siti] }, false, []],
  ['too many entries', { litres: 10, founders: [siti, siti, siti, siti] }, false, ['founders: entries 2-3']],
  ['no entry', { litres: 10, founders: [] }, true, ['founders: missing']],
  ['a text for a group', { founders: 'Siti' }, false, ['founders: wrong-type']],
  ['texts for a group', { founders: ['Siti'] }, false, ['founders: wrong-type']],
  ['an entry for a number', { litres: [siti] }, false, ['litres: not-a-number']],
  ['an entry with an unknown and a missing answer', { litres: 10, founders: [siti, { post: 'member', odd: 1 }] }, true, ['founders.1.odd: unknown-question', 'founders.1.name: missing']],
  ['an answer that the entry makes necessary', { litres: 10, founders: [siti, { name: 'Budi', post: 'chair' }] }, true, ['founders.1.since: missing']],
  ['a choice that there is not', { founders: [{ post: 'queen' }] }, false, ['founders.0.post: not-a-choice']],
]
for (const [what, answers, whole, expected] of CASES) {
  test(`answers with ${what}${whole ? '' : ' in a draft'}: ${expected.join(', ') || 'fine'}`, () => {
    assert.deepEqual(checkAnswers([litres, founders], answers, whole, NAMES).map(({ field, message }) => `${field}: ${message}`), expected)
  })
}

test('what became unasked in an entry is dropped', () => {
  const kept = relevantAnswers([founders], { founders: [{ ...siti, since: '2026-01-02' }, { name: 'Budi', post: 'chair', since: '2026-01-02' }] })

  assert.deepEqual(kept, { founders: [siti, { name: 'Budi', post: 'chair', since: '2026-01-02' }] })
})

test('a question is asked for what is known of the applicant too', () => {
  const question: Question = { ...litres, showWhen: { fact: 'business.scale', equals: 'micro' } }

  assert.equal(checkAnswers([question], {}, true, NAMES, 'id', { 'business.scale': 'micro' }).length, 1)
  assert.deepEqual(checkAnswers([question], {}, true, NAMES, 'id', {}), [])
})

test('a paper is asked for only while its condition holds', () => {
  const paper: Requirement = { key: 'audit', label, required: true, showWhen: { question: 'loans', atLeast: 2_500_000_000 } }

  assert.deepEqual(missingRequirements({ requirements: [paper] }, new Set(), new Set(), { answers: { loans: 2_500_000_000 } }).map(({ key }) => key), ['audit'])
  assert.deepEqual(missingRequirements({ requirements: [paper] }, new Set(), new Set(), { answers: { loans: 2_499_999_999 } }), [])
})

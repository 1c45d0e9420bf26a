import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Condition } from '../condition.ts'
import type { Question } from '../definition.ts'
import { canHold } from './satisfy.ts'

const label = { id: 'x', en: 'x' }
const option = (value: string) => ({ value, label })
const questions: Question[] = [
  { key: 'use', type: 'choice', label, required: true, example: 'a', options: [option('a'), option('b')] },
  { key: 'litres', type: 'integer', label, required: false, example: 1, min: 10, max: 300, showWhen: { question: 'use', equals: 'a' } },
  { key: 'places', type: 'choices', label, required: false, example: [], options: [option('x'), option('y')] },
  { key: 'agreed', type: 'boolean', label, required: true, mustBeTrue: true, example: true },
  { key: 'since', type: 'date', label, required: true, example: '2026-01-02' },
]
const eligibility: Condition[] = [{ fact: 'business.scale', equals: 'micro' }]

const CASES: [string, Condition, boolean][] = [
  ['an option', { question: 'use', equals: 'b' }, true],
  ['two options at once', { all: [{ question: 'use', equals: 'a' }, { question: 'use', equals: 'b' }] }, false],
  ['neither of all options of a question that must be answered', { not: { question: 'use', oneOf: ['a', 'b'] } }, false],
  ['a number above its bound', { question: 'litres', atLeast: 301 }, false],
  ['a number at its bound', { question: 'litres', atLeast: 300 }, true],
  ['a number between two bounds', { all: [{ question: 'litres', atLeast: 20 }, { question: 'litres', atMost: 20 }] }, true],
  ['a number between bounds that cross', { all: [{ question: 'litres', atLeast: 21 }, { question: 'litres', atMost: 20 }] }, false],
  ['an answer to a question that is not asked then', { all: [{ question: 'use', equals: 'b' }, { question: 'litres', atLeast: 20 }] }, false],
  ['two of several choices', { all: [{ question: 'places', includes: 'x' }, { question: 'places', includes: 'y' }] }, true],
  ['a choice and no choice', { all: [{ question: 'places', includes: 'x' }, { question: 'places', given: false }] }, false],
  ['a statement that was not made', { question: 'agreed', equals: false }, false],
  ['a day between two days', { all: [{ question: 'since', atLeast: '2026-01-01' }, { question: 'since', atMost: '2026-01-01' }] }, true],
  ['a day after and before', { all: [{ question: 'since', atLeast: '2026-01-02' }, { question: 'since', atMost: '2026-01-01' }] }, false],
  ['a fact that nobody who may ask has', { fact: 'business.scale', equals: 'small' }, false],
  ['a fact that everyone who may ask has', { fact: 'business.scale', given: false }, false],
  ['a fact that may be unknown', { fact: 'business.nib', given: false }, true],
  ['a fact that is always known', { fact: 'business.name', given: false }, false],
  ['an answer beside a fact, which is not decided', { question: 'litres', atLeast: { fact: 'business.workers', times: 2 } }, true],
  ['the same undecided comparison and its opposite', { all: [{ question: 'litres', atLeast: { fact: 'business.workers' } }, { not: { question: 'litres', atLeast: { fact: 'business.workers' } } }] }, false],
]
for (const [what, rule, expected] of CASES) {
  test(`${what} ${expected ? 'can' : 'cannot'} be`, () => {
    assert.equal(canHold([rule], { questions, eligibility }), expected)
  })
}

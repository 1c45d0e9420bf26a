import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { officeSecondsBetween } from '../../../kernel/office-time.ts'
import { aCalendar, valueOf, wib } from '../../../kernel/testing.ts'
import { formatInstant } from '../../../kernel/wib.ts'
import { OBJECTION_TERMS, type ObjectionFacts, fileUntil, isDeemedGranted, mayObject, termEnd } from './objection.ts'

const calendar = aCalendar()

const TERMS: [string, number, string][] = [
  ['2026-11-16 09:00', OBJECTION_TERMS.settle, '2026-11-30T16:00:00+07:00'],
  ['2026-11-14 23:00', OBJECTION_TERMS.settle, '2026-11-27T14:30:00+07:00'],
  ['2026-11-30 16:00', OBJECTION_TERMS.fulfil, '2026-12-07T16:00:00+07:00'],
  ['2026-12-21 08:00', OBJECTION_TERMS.fulfil, '2026-12-30T16:00:00+07:00'],
]
for (const [from, days, expected] of TERMS) {
  test(`${days} working days from ${from} end ${expected}`, () => {
    const end = valueOf(termEnd(calendar, wib(from), days))

    assert.equal(formatInstant(end), expected)
  })
}

test('an objection can be filed until the midnight after the 21st working day', () => {
  const until = valueOf(fileUntil(calendar, wib('2026-11-02 10:00')))

  assert.equal(formatInstant(until), '2026-12-02T00:00:00+07:00')
})

const facts = (over: Partial<ObjectionFacts>): ObjectionFacts =>
  ({ status: 'rejected', isOpen: false, decidedAt: wib('2026-11-02 10:00'), dueAt: null, earlier: [], now: wib('2026-11-20 20:00'), ...over })

const CASES: [string, Partial<ObjectionFacts>, string][] = [
  ['a rejection within its term', {}, 'decision'],
  ['a letter within its term', { status: 'issued' }, 'decision'],
  ['a rejection on the last evening', { now: wib('2026-12-01 23:59') }, 'decision'],
  ['a rejection after the last day', { now: wib('2026-12-02 00:00') }, 'too-late'],
  ['a case that is late', { status: 'accepted', isOpen: true, decidedAt: null, dueAt: wib('2026-11-20 16:00') }, 'lateness'],
  ['a case that is not late yet', { status: 'accepted', isOpen: true, decidedAt: null, dueAt: wib('2026-11-23 16:00') }, 'nothing'],
  ['a case that lies with the applicant', { status: 'returned', decidedAt: null, dueAt: wib('2026-11-10 16:00') }, 'nothing'],
  ['a case the applicant took back', { status: 'withdrawn' }, 'nothing'],
  ['a second one while the first is open', { earlier: [{ ground: 'decision', state: 'open' }] }, 'open-already'],
  ['a second one after the first was denied', { earlier: [{ ground: 'decision', state: 'denied' }] }, 'settled-already'],
  ['one against the decision after one against lateness', { earlier: [{ ground: 'lateness', state: 'fulfilled' }] }, 'decision'],
]
for (const [name, over, expected] of CASES) {
  test(`${name}: ${expected}`, () => {
    const answer = valueOf(mayObject(calendar, facts(over)))

    assert.equal(answer.may ? answer.ground : answer.why, expected)
  })
}

test('a term never ends before so many working days have been worked whole, and always at a closing', () => {
  const moment = fc.integer({ min: 0, max: 400 * 24 * 60 }).map((minutes) => wib('2026-06-01 00:00').add({ minutes }))

  fc.assert(fc.property(moment, fc.integer({ min: 1, max: 21 }), (from, days) => {
    const end = valueOf(termEnd(calendar, from, days))
    const worked = valueOf(officeSecondsBetween(calendar, from, end))
    assert.equal(valueOf(officeSecondsBetween(calendar, end, end.add({ seconds: 1 }))), 0)
    assert.ok(worked >= days * 7 * 3600 && worked <= (days + 1) * 8.5 * 3600)
  }))
})

test('only an open one comes to count as granted, at the end of its term and not before', () => {
  const settleBy = wib('2026-11-30 16:00')

  const answers = [
    isDeemedGranted('open', settleBy, settleBy.subtract({ seconds: 1 })), isDeemedGranted('open', settleBy, settleBy), isDeemedGranted('denied', settleBy, settleBy),
  ]

  assert.deepEqual(answers, [false, true, false])
  assert.equal(mayObject(calendar, facts({ decidedAt: Temporal.Instant.from('2031-01-01T00:00:00Z') })).ok, false)
})

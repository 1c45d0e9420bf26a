import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { firstFullBookYear, scaleOf } from './scale.ts'
import type { BusinessScale, ScaleFacts } from './scale.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

const goingConcern = (overrides: Partial<ScaleFacts> = {}): ScaleFacts => ({
  capital: 20_000_000,
  annualSales: 150_000_000,
  startedOn: day('2019-03-10'),
  salesYear: 2025,
  asOf: day('2026-11-12'),
  ...overrides,
})

const salesEdges: [number, BusinessScale][] = [
  [0, 'micro'],
  [2_000_000_000, 'micro'],
  [2_000_000_001, 'small'],
  [15_000_000_000, 'small'],
  [15_000_000_001, 'medium'],
  [50_000_000_000, 'medium'],
  [50_000_000_001, 'large'],
]

for (const [annualSales, scale] of salesEdges) {
  test(`a going business that sold Rp ${annualSales} in a year is ${scale}`, () => {
    const facts = goingConcern({ annualSales })

    const decision = scaleOf(facts)

    assert.equal(decision?.scale, scale)
    assert.equal(decision.criterion, 'annualSales')
    assert.equal(decision.source, 'PP 7/2021, Pasal 35')
  })
}

const capitalEdges: [number, BusinessScale][] = [
  [1_000_000_000, 'micro'],
  [1_000_000_001, 'small'],
  [5_000_000_000, 'small'],
  [5_000_000_001, 'medium'],
  [10_000_000_000, 'medium'],
  [10_000_000_001, 'large'],
]

for (const [capital, scale] of capitalEdges) {
  test(`a business of this year with a capital of Rp ${capital} is ${scale}`, () => {
    const facts = goingConcern({ capital, startedOn: day('2026-02-01') })

    const decision = scaleOf(facts)

    assert.equal(decision?.scale, scale)
    assert.equal(decision.criterion, 'capital')
    assert.equal(decision.reason, 'no-full-book-year')
  })
}

const firstYears: [startedOn: string, asOf: string, criterion: string][] = [
  ['2025-01-01', '2025-12-31', 'capital'],
  ['2025-01-01', '2026-01-01', 'annualSales'],
  ['2025-01-02', '2026-12-31', 'capital'],
  ['2025-01-02', '2027-01-01', 'annualSales'],
  ['2024-12-31', '2025-12-31', 'capital'],
  ['2024-12-31', '2026-01-01', 'annualSales'],
]

for (const [startedOn, asOf, criterion] of firstYears) {
  test(`on ${asOf} a business started on ${startedOn} is measured by ${criterion}`, () => {
    const facts = goingConcern({ startedOn: day(startedOn), asOf: day(asOf) })

    const decision = scaleOf(facts)

    assert.equal(decision?.criterion, criterion)
  })
}

test('the bounds between which the amount lies are given for the screen', () => {
  const facts = goingConcern({ annualSales: 3_000_000_000 })

  const decision = scaleOf(facts)

  assert.equal(decision?.above, 2_000_000_000)
  assert.equal(decision.upTo, 15_000_000_000)
  assert.equal(decision.amount, 3_000_000_000)
})

test('capital stands in when a going business does not state its sales', () => {
  const facts = goingConcern({ annualSales: null, salesYear: null, capital: 1_000_000_001 })

  const decision = scaleOf(facts)

  assert.equal(decision?.scale, 'small')
  assert.equal(decision.criterion, 'capital')
  assert.equal(decision.reason, 'sales-not-stated')
})

test('sales stand in when a new business does not state its capital', () => {
  const facts = goingConcern({ capital: null, startedOn: day('2026-05-01') })

  const decision = scaleOf(facts)

  assert.equal(decision?.criterion, 'annualSales')
  assert.equal(decision.reason, 'capital-not-stated')
})

test('a business that states neither capital nor sales gets no scale', () => {
  const facts = goingConcern({ capital: null, annualSales: null })

  const decision = scaleOf(facts)

  assert.equal(decision, undefined)
})

test('a business with unknown start is measured by the sales of a year that is over', () => {
  const known = scaleOf(goingConcern({ startedOn: null, salesYear: 2025 }))
  const thisYear = scaleOf(goingConcern({ startedOn: null, salesYear: 2026 }))

  assert.equal(known?.criterion, 'annualSales')
  assert.equal(thisYear?.criterion, 'capital')
})

test('sales of a year that is not over, or in which the business began, are marked as not whole', () => {
  const whole = (salesYear: number) => scaleOf(goingConcern({ salesYear }))?.salesYearIsWhole

  const marks = [2019, 2020, 2025, 2026].map(whole)

  assert.deepEqual(marks, [false, true, true, false])
})

test('a business started on New Year has run through that same year', () => {
  assert.equal(firstFullBookYear(day('2024-01-01')), 2024)
  assert.equal(firstFullBookYear(day('2024-01-02')), 2025)
})

test('more sales never make a business smaller', () => {
  const order: BusinessScale[] = ['micro', 'small', 'medium', 'large']
  const amount = fc.integer({ min: 0, max: 60_000_000_000 })

  fc.assert(
    fc.property(amount, amount, (a, b) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)]
      const rank = (annualSales: number) => order.indexOf(scaleOf(goingConcern({ annualSales }))?.scale ?? 'large')
      assert.ok(rank(less) <= rank(more))
    }),
  )
})

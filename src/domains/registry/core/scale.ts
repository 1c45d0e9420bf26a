import { Temporal } from 'temporal-polyfill'
import type { Rupiah } from '../../../kernel/rupiah.ts'

export type BusinessScale = 'micro' | 'small' | 'medium' | 'large'
export type ScaleCriterion = 'annualSales' | 'capital'

/** Highest amount that still belongs to a scale, in whole rupiah. */
type UpperBounds = Record<Exclude<BusinessScale, 'large'>, Rupiah>

/** One regulation of the scales. A new regulation is a new row with its date of effect. */
export type ScaleRule = { source: string; inForceFrom: string; bounds: Record<ScaleCriterion, UpperBounds> }

/** Capital is without land and building of the place of business; sales are those of one book year. */
export const SCALE_RULES: readonly ScaleRule[] = [
  {
    source: 'PP 7/2021, Pasal 35',
    inForceFrom: '2021-02-02',
    bounds: {
      capital: { micro: 1_000_000_000, small: 5_000_000_000, medium: 10_000_000_000 },
      annualSales: { micro: 2_000_000_000, small: 15_000_000_000, medium: 50_000_000_000 },
    },
  },
]

const SCALES = ['micro', 'small', 'medium'] as const

/**
 * What the scale (skala usaha) is computed from.
 * `capital` and `annualSales` in whole rupiah; null when not known or refused. `startedOn` null when nobody knows.
 */
export type ScaleFacts = {
  capital: Rupiah | null
  annualSales: Rupiah | null
  startedOn: Temporal.PlainDate | null
  salesYear: number | null
  asOf: Temporal.PlainDate
}

/** Why this criterion was taken. The last two say that the deciding amount was not stated and the other one stood in. */
export type ScaleReason = 'full-book-year' | 'no-full-book-year' | 'sales-not-stated' | 'capital-not-stated'

/** The scale with all that a screen needs to explain it: the amount lies above `above` (null: no lower bound) and not above `upTo`. */
export type ScaleDecision = {
  scale: BusinessScale
  criterion: ScaleCriterion
  reason: ScaleReason
  amount: Rupiah
  above: Rupiah | null
  upTo: Rupiah | null
  /** False when the sales belong to a year that was not, or not yet, a whole year of running: ask for a whole one. */
  salesYearIsWhole: boolean
  source: string
}

/**
 * Scale of a business: annual sales decide after one full book year (calendar year) of running, before that the capital.
 * When the deciding amount is not stated, the other one stands in and `reason` says so.
 * @returns undefined when neither amount is stated
 * Source: PP 7/2021, Pasal 35
 */
export function scaleOf(facts: ScaleFacts): ScaleDecision | undefined {
  const chosen = chooseCriterion(facts)
  if (!chosen) return undefined
  const { bounds, source } = scaleRuleOn(facts.asOf)
  return { ...chosen, ...place(chosen.amount, bounds[chosen.criterion]), salesYearIsWhole: salesYearIsWhole(facts), source }
}

/**
 * First calendar year through which the business ran from its first to its last day.
 * A business started on 1 January has run through that same year.
 */
export function firstFullBookYear(startedOn: Temporal.PlainDate): number {
  return startedOn.dayOfYear === 1 ? startedOn.year : startedOn.year + 1
}

function chooseCriterion(facts: ScaleFacts): Pick<ScaleDecision, 'criterion' | 'reason' | 'amount'> | undefined {
  const { capital, annualSales } = facts
  const salesDecide = hasFullBookYear(facts)
  if (salesDecide && annualSales !== null) return { criterion: 'annualSales', reason: 'full-book-year', amount: annualSales }
  if (!salesDecide && capital !== null) return { criterion: 'capital', reason: 'no-full-book-year', amount: capital }
  if (capital !== null) return { criterion: 'capital', reason: 'sales-not-stated', amount: capital }
  if (annualSales !== null) return { criterion: 'annualSales', reason: 'capital-not-stated', amount: annualSales }
  return undefined
}

function hasFullBookYear({ startedOn, salesYear, asOf }: ScaleFacts): boolean {
  // Nobody knows when it began, yet it sold something in a year that is over: then it has been running since that year.
  if (startedOn === null) return salesYear !== null && salesYear < asOf.year
  return firstFullBookYear(startedOn) < asOf.year
}

function salesYearIsWhole({ startedOn, salesYear, asOf }: ScaleFacts): boolean {
  if (salesYear === null || salesYear >= asOf.year) return false
  return startedOn === null || salesYear >= firstFullBookYear(startedOn)
}

function scaleRuleOn(day: Temporal.PlainDate): ScaleRule {
  const inForce = SCALE_RULES.findLast((rule) => Temporal.PlainDate.compare(rule.inForceFrom, day) <= 0)
  const rule = inForce ?? SCALE_RULES[0]
  if (!rule) throw new Error('the table of scale rules is empty')
  return rule
}

function place(amount: Rupiah, bounds: UpperBounds): Pick<ScaleDecision, 'scale' | 'above' | 'upTo'> {
  let above: Rupiah | null = null
  for (const scale of SCALES) {
    if (amount <= bounds[scale]) return { scale, above, upTo: bounds[scale] }
    above = bounds[scale]
  }
  return { scale: 'large', above, upTo: null }
}

import { type Fraction, ZERO, fraction, hundredths, plus, times, twoDecimals } from './fraction.ts'

export const SCORES = [1, 2, 3, 4] as const
export type Score = (typeof SCORES)[number]

/** One sheet (lembar) of the survey: the answers by key of the element; one that was left out is missing. */
export type Answers = Readonly<Record<string, Score>>

/** The letter of the service unit: A sangat baik, B baik, C kurang baik, D tidak baik. Source: PermenPANRB 14/2017, annex. */
export const CATEGORIES = ['A', 'B', 'C', 'D'] as const
export type Category = (typeof CATEGORIES)[number]

/** How many answered an element, and the sum of their answers. */
export type Tally = { n: number; sum: number }

/** An element with its weight (bobot): 1 divided by the number of elements, or as the unit has set it. */
export type WeightedElement = { key: string; weight: Fraction }

/** `nrr` (nilai rata-rata) and `weighted` (nilai rata-rata tertimbang) are undefined where nobody answered. */
export type ElementResult = Tally & { key: string; nrr: Fraction | undefined; weighted: Fraction | undefined }

/** `index` is 25.00 to 100.00 with two decimals; undefined while an element was answered by nobody. */
export type SurveyResult = { elements: ElementResult[]; mean: Fraction | undefined; index: string | undefined; category: Category | undefined }

/** Nilai interval konversi: from 25 to 100. */
const CONVERSION = fraction(25)

/**
 * The letter by the value of two decimals. The printed bounds of the converted interval leave no gap between two hundredths.
 * Source: PermenPANRB 14/2017, annex: 25.00-64.99 D, 65.00-76.60 C, 76.61-88.30 B, 88.31-100.00 A
 */
export function categoryOf(index: Fraction): Category {
  const value = hundredths(index)
  if (value >= 8831n) return 'A'
  if (value >= 7661n) return 'B'
  return value >= 6500n ? 'C' : 'D'
}

/** The converted value of a mean of 1 to 4, exact. */
export const converted = (mean: Fraction): Fraction => times(mean, CONVERSION)

/**
 * The satisfaction index (IKM, SKM) from what was counted for each element.
 * NRR = sum / those who answered; weighted = NRR × weight; index = sum of the weighted × 25. Computed in exact fractions and rounded once,
 * at the end: with the weight printed as 0.11 nobody could reach 100.
 * Source: PermenPANRB 14/2017, annex
 */
export function surveyResult(weights: readonly WeightedElement[], tallies: ReadonlyMap<string, Tally>): SurveyResult {
  const elements = weights.map(({ key, weight }): ElementResult => {
    const { n, sum } = tallies.get(key) ?? { n: 0, sum: 0 }
    const nrr = n > 0 ? fraction(sum, n) : undefined
    return { key, n, sum, nrr, weighted: nrr && times(nrr, weight) }
  })
  const mean = elements.reduce<Fraction | undefined>((all, { weighted }) => all && weighted && plus(all, weighted), ZERO)
  if (!mean || elements.length === 0) return { elements, mean: undefined, index: undefined, category: undefined }
  const index = converted(mean)
  return { elements, mean, index: twoDecimals(index), category: categoryOf(index) }
}

/** Equal weights that total 1 exactly. */
export const equalWeights = (keys: readonly string[]): WeightedElement[] => keys.map((key) => ({ key, weight: fraction(1, keys.length) }))

/** Adds a sheet to what was counted. */
export function count(tallies: Map<string, Tally>, answers: Answers): void {
  for (const [key, score] of Object.entries(answers)) {
    const { n, sum } = tallies.get(key) ?? { n: 0, sum: 0 }
    tallies.set(key, { n: n + 1, sum: sum + score })
  }
}

/** The elements with the lowest mean, the lowest first; those nobody answered are left out. */
export function lowest(elements: readonly ElementResult[], most: number): ElementResult[] {
  const answered = elements.flatMap((one) => (one.nrr ? [{ one, nrr: one.nrr }] : []))
  return answered.toSorted((a, b) => Number(a.nrr.n * b.nrr.d - b.nrr.n * a.nrr.d)).slice(0, most).map(({ one }) => one)
}

/** The printed table, population to sample. Source: Krejcie & Morgan 1970, as PermenPANRB 14/2017 uses it (G). */
const PRINTED: ReadonlyMap<number, number> = new Map([
  [10, 10], [20, 19], [30, 28], [40, 36], [50, 44], [60, 52], [70, 59], [80, 66], [90, 73], [100, 80], [150, 108], [200, 132], [250, 152], [300, 169], [400, 196],
  [500, 217], [600, 234], [700, 248], [800, 260], [900, 269], [1000, 278], [1200, 291], [1500, 306], [2000, 322], [2500, 333], [3000, 341], [4000, 351], [5000, 357],
  [7000, 364], [10_000, 370], [20_000, 377], [50_000, 381], [100_000, 384],
])

/** `printed` where the table has this population and says something else than the formula: then auditors expect the table's. */
export type MinimalSample = { least: number; byFormula: number; printed?: number }

/**
 * How many respondents are needed for a population of services given.
 * n = X²NP(1−P) / (d²(N−1) + X²P(1−P)), X² = 3.841, P = 0.5, d = 0.05, rounded to the nearest whole number, in whole numbers throughout.
 * It is made for shares, not for means; kept because auditors expect it. Source: Krejcie & Morgan 1970
 * @param population whole, 0 or more
 */
export function minimalSample(population: number): MinimalSample {
  if (population <= 0) return { least: 0, byFormula: 0 }
  // X²P(1−P) = 0.96025 and d² = 0.0025, both times 100,000.
  const above = 96_025n * BigInt(population)
  const below = 250n * BigInt(population - 1) + 96_025n
  const byFormula = Number((2n * above + below) / (2n * below))
  const printed = PRINTED.get(population)
  return printed === undefined || printed === byFormula ? { least: byFormula, byFormula } : { least: printed, byFormula, printed }
}

/** The populations of the printed table with their samples. */
export const printedTable = (): [number, number][] => [...PRINTED]

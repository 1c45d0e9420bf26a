/** How the means of the sheets spread on the scale of 25 to 100: how many sheets, and the variance of the sample (divided by n − 1). */
export type Spread = { n: number; variance: number }

export type Margin = {
  /** Half the width of the interval of 95 %, in points of the index. */
  points: number
  /** Fewer than thirty sheets: the normal curve is a poor guide. */
  isRough: boolean
  /** The sample was drawn from a known, finite number of services. */
  isFinite: boolean
}

/** For 95 % under the normal curve. */
const Z = 1.96
const LEAST_FOR_NORMAL = 30

/**
 * How far the index may lie from that of all who were served: z · s / √n · √((N − n) / (N − 1)), the error of a mean with the correction for a
 * finite population, from the spread of the sheets themselves. Its limits: it holds for a random sample, and those who answer a survey chose
 * to; it takes the mean of each sheet, so an incomplete sheet counts as if the rest were like what was answered; it says nothing of questions
 * misunderstood.
 * @param population services given in the period; when fewer than the sheets (paper, visitors at the counter), no correction is made
 */
export function marginOf({ n, variance }: Spread, population: number): Margin | undefined {
  if (n < 2) return undefined
  const isFinite = population >= n && population > 1
  const correction = isFinite ? (population - n) / (population - 1) : 1
  return { points: Math.round(Z * Math.sqrt((variance / n) * correction) * 100) / 100, isRough: n < LEAST_FOR_NORMAL, isFinite }
}

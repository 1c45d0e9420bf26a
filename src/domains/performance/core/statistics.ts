/** Part of a whole, exact; shown rounded by `percentOf`. */
export type Share = { part: number; whole: number }

/**
 * The value below or at which `percent` of a hundred lie, by the nearest rank: always one of the values, never made up between two.
 * @returns null for no values
 */
export function percentile(values: readonly number[], percent: number): number | null {
  if (values.length === 0) return null
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.max(0, Math.ceil((percent * sorted.length) / 100) - 1)] ?? null
}

/** A share in percent with one decimal, half up, by whole numbers: 2 of 3 is 66.7. @returns null for a share of nothing */
export const percentOf = ({ part, whole }: Share): number | null => (whole === 0 ? null : Math.floor((part * 2000 + whole) / (whole * 2)) / 10)

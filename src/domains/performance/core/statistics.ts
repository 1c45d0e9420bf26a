/**
 * The value below or at which `percent` of a hundred lie, by the nearest rank: always one of the values, never made up between two.
 * @returns null for no values
 */
export function percentile(values: readonly number[], percent: number): number | null {
  if (values.length === 0) return null
  const sorted = new Float64Array(values).sort()
  return sorted[Math.max(0, Math.ceil((percent * sorted.length) / 100) - 1)] ?? null
}

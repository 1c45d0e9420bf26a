/** Counts of one area by measure of the registry. Absent is 0; null must not be told, because it would point at few. */
export type Counts = ReadonlyMap<string, number | null>

/**
 * What an indicator says of an area: a number; `none` when there is nothing to divide by (never 0 instead); `hidden` when it would point
 * at few; `no-earlier` when growth is asked and nobody kept the numbers of a year ago.
 */
export type Value = { kind: 'number'; value: number } | { kind: 'none' } | { kind: 'hidden' } | { kind: 'no-earlier' }

const HIDDEN: Value = { kind: 'hidden' }

const of = (counts: Counts, measure: string): number | null => counts.get(measure) ?? (counts.get(measure) === null ? null : 0)

/** The sum of some measures; null as soon as one of them is hidden. */
function sumOf(counts: Counts, measures: readonly string[]): number | null {
  let sum = 0
  for (const measure of measures) {
    const one = of(counts, measure)
    if (one === null) return null
    sum += one
  }
  return sum
}

/** How many, over one or several measures. */
export function total(counts: Counts, measures: readonly string[]): Value {
  const value = sumOf(counts, measures)
  return value === null ? HIDDEN : { kind: 'number', value }
}

/** Per cent, rounded once to two decimals. Nothing to divide by: `none`. */
export function percent(part: number, whole: number): Value {
  return whole === 0 ? { kind: 'none' } : { kind: 'number', value: Math.round((part * 10_000) / whole) / 100 }
}

/** The share of `parts` in `whole`, in per cent. */
export function share(counts: Counts, parts: readonly string[], whole: readonly string[]): Value {
  const part = sumOf(counts, parts)
  const all = sumOf(counts, whole)
  return part === null || all === null ? HIDDEN : percent(part, all)
}

/**
 * Growth against a year before: the increase divided by the number of the *earlier* year. (A neighbour's portal divides by the present
 * one, which gives 23.52 % for 15,481 → 20,242 instead of 30.75 %.)
 */
export function growth(now: Value, before: Value | undefined): Value {
  if (before === undefined) return { kind: 'no-earlier' }
  if (now.kind !== 'number') return now
  if (before.kind !== 'number') return before
  return percent(now.value - before.value, before.value)
}

/** Measures whose name begins so, with the rest of the name. */
export function named(counts: Counts, prefix: string): [rest: string, n: number | null][] {
  return [...counts].filter(([measure]) => measure.startsWith(prefix)).map(([measure, n]) => [measure.slice(prefix.length), n])
}

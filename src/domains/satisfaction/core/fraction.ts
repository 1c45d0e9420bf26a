/** An exact number as a quotient of whole ones; `d` is greater than 0. */
export type Fraction = { readonly n: bigint; readonly d: bigint }

export const ZERO: Fraction = { n: 0n, d: 1n }
export const ONE: Fraction = { n: 1n, d: 1n }

export const fraction = (n: number | bigint, d: number | bigint = 1): Fraction => ({ n: BigInt(n), d: BigInt(d) })
export const plus = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d })
export const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d })
export const isSame = (a: Fraction, b: Fraction): boolean => a.n * b.d === b.n * a.d

/** `1/9`, `0.25` or `0,25`; undefined when it is no number from above 0 to 1. */
export function readFraction(text: string): Fraction | undefined {
  const parts = /^(\d{1,6})\/(\d{1,6})$/.exec(text.trim())
  const decimal = /^([01])(?:[.,](\d{1,6}))?$/.exec(text.trim())
  const read = parts ? fraction(BigInt(parts[1] ?? '0'), BigInt(parts[2] ?? '0'))
    : decimal ? fraction(BigInt(`${decimal[1]}${decimal[2] ?? ''}`), 10n ** BigInt(decimal[2]?.length ?? 0)) : undefined
  return read && read.d > 0n && read.n > 0n && read.n <= read.d ? read : undefined
}

/** Whole parts of ten to the power of `places`, half rounded up. For numbers that are not negative. */
const scaled = ({ n, d }: Fraction, places: number): bigint => (2n * 10n ** BigInt(places) * n + d) / (2n * d)

/** Whole hundredths, half rounded up. */
export const hundredths = (value: Fraction): bigint => scaled(value, 2)

/** So many decimals with a point, rounded half up: `91.48`. */
export function decimals(value: Fraction, places: number): string {
  const [whole, base] = [scaled(value, places), 10n ** BigInt(places)]
  return `${whole / base}.${String(whole % base).padStart(places, '0')}`
}

/** Two decimals, as an index is told. */
export const twoDecimals = (value: Fraction): string => decimals(value, 2)

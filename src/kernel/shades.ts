/** How strongly a number is shaded on a map: 0 for nothing, else 1 to 4. */
export type Shade = 0 | 1 | 2 | 3 | 4

/** Numbers of one shade: above `above`, up to and with `upTo`. */
export type ShadeBand = { shade: Shade; above: number; upTo: number }

const STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]

/** The smallest round number (1, 1.5, 2 … times a power of ten) that is not below `n`; whole from 10 on. */
function roundUp(n: number): number {
  const power = 10 ** Math.floor(Math.log10(n))
  const step = STEPS.find((one) => one * power >= n) ?? 10
  return Math.max(1, Math.ceil(step * power))
}

/** Four bands of one width with round edges that hold all the numbers; none when all are zero. */
export function shadeBands(numbers: readonly number[]): ShadeBand[] {
  const most = Math.max(0, ...numbers)
  if (most === 0) return []
  const width = roundUp(most / 4)
  return ([1, 2, 3, 4] as const).map((shade) => ({ shade, above: (shade - 1) * width, upTo: shade * width }))
}

export const shadeOf = (n: number, bands: readonly ShadeBand[]): Shade => bands.find(({ above, upTo }) => n > above && n <= upTo)?.shade ?? 0

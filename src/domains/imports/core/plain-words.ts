/** Small letters and figures, one blank between words, nothing else: `Desa/Kel.` is `desa kel`. */
export function plainWords(text: string): string {
  return text.normalize('NFKD').toLowerCase().replace(/[\u0300-\u036f]/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

/**
 * How many slips of the hand turn one word into the other: a letter too many, too few, another one, or two neighbours exchanged.
 * @returns undefined as soon as it is clear that they are more than `most`
 */
export function slipsBetween(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const other = a[i - 1] === b[j - 1] ? 0 : 1
      let here = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + other)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) here = Math.min(here, (before[j - 2] ?? 0) + 1)
      row.push(here)
      least = Math.min(least, here)
    }
    if (least > most) return undefined
    before = previous
    previous = row
  }
  const slips = previous[b.length] ?? a.length
  return slips <= most ? slips : undefined
}

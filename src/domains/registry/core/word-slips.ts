/**
 * The words nearest to a mistyped one, the nearest first: one slip in words of 4 and 5 letters, two from 6 on, none in shorter ones.
 * A slip is a letter too many, too few, another one, or two neighbours exchanged; a slip in vowels only counts half,
 * because in haste people leave vowels out.
 */
export function closestWords(typed: string, words: readonly string[], limit = 12): { word: string; slips: number }[] {
  const most = typed.length < 4 ? 0 : typed.length < 6 ? 1 : 2
  if (most === 0) return []
  const letters = letterMask(typed)
  const near: { word: string; slips: number }[] = []
  for (const word of words) {
    if (Math.abs(word.length - typed.length) > most) continue
    // A slip changes at most two letters of the set; this cheap look spares nearly all of the exact comparisons.
    if (bitCount(letters ^ letterMask(word)) > 2 * most) continue
    const slips = slipsBetween(typed, word)
    if (slips <= most) near.push({ word, slips: consonants(typed) === consonants(word) ? slips / 2 : slips })
  }
  const fewest = Math.min(...near.map(({ slips }) => slips))
  return near.filter(({ slips }) => slips === fewest).slice(0, limit)
}

const consonants = (word: string) => word.replace(/[aeiou]/g, '')

function letterMask(word: string): number {
  let mask = 0
  for (let at = 0; at < word.length; at += 1) mask |= 1 << (word.charCodeAt(at) % 32)
  return mask
}

function bitCount(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1
  return count
}

/** Optimal string alignment distance, row by row. */
function slipsBetween(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const other = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + other)
      const areExchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (areExchanged) least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    before = previous
    previous = row
  }
  return previous[b.length] ?? a.length
}

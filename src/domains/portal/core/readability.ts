/**
 * How hard an Indonesian text is to read, by the graph of Edward Fry (1977) with the correction for Indonesian: syllables times 0.6, because
 * Indonesian words have more of them than English ones (Harjasujana & Mulyati 1996). The graph has two measures per hundred words,
 * syllables and sentences; the bounds below are those of the curve at the end of each school year.
 *
 * Limits, which whoever reads a figure must know: the graph was made for English school books and carried over; it looks at length
 * only, not at whether a word is known or a thought is clear; fewer than a hundred words say little; a name or a number in a text counts like any word.
 * The two measures are judged each by itself, without the slanted bands of the drawing, so a text passes only where it is easy in both.
 */
export type Reading = {
  words: number
  /** Per hundred words. */
  sentences: number
  /** Per hundred words, already times 0.6. */
  syllables: number
  /** School year (kelas) up to which both measures are easy: 1 to 12, 13 for harder. */
  grade: number
}

/** School year, most syllables and fewest sentences per hundred words on the curve of the graph. */
const CURVE: readonly [grade: number, syllables: number, sentences: number][] = [
  [1, 122, 25], [2, 125, 14.3], [3, 128, 11.1], [4, 132, 9.1], [5, 139, 7.7], [6, 145, 6.7], [7, 152, 5.9], [8, 156, 5.2], [9, 160, 4.8], [10, 164, 4.5], [11, 168, 4.3],
  [12, 172, 4.2],
]

const DIPHTHONG = /(?:ai|au|oi)(?![a-z])/g
const VOWELS = /[aeiou]/g

/** Syllables of an Indonesian word: one for each vowel, a diphthong at its end being one. At least one. */
export function syllablesOf(word: string): number {
  const plain = word.toLowerCase().normalize('NFD').replace(/[^a-z]/g, '')
  return Math.max(1, (plain.match(VOWELS)?.length ?? 0) - (plain.match(DIPHTHONG)?.length ?? 0))
}

const WORD = /[\p{L}\p{N}]+(?:[-'.][\p{L}\p{N}]+)*/gu

/** Reads texts that belong together as one. Each ends a sentence, whether it has a full stop or not. */
export function readingOf(texts: readonly string[]): Reading {
  const sentences = texts.flatMap((text) => text.split(/(?<=[.!?:;])\s+/)).map((one) => one.match(WORD) ?? []).filter((one) => one.length > 0)
  const words = sentences.flat()
  const perHundred = (count: number) => (words.length === 0 ? 0 : (count * 100) / words.length)
  const measured = { words: words.length, sentences: perHundred(sentences.length), syllables: 0.6 * perHundred(words.reduce((sum, word) => sum + syllablesOf(word), 0)) }
  const found = CURVE.find(([, syllables, least]) => measured.syllables <= syllables && measured.sentences >= least)
  return { ...measured, grade: found?.[0] ?? 13 }
}

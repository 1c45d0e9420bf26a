import type { Word } from './duplicates-side.ts'
import { differByFew, isOneSlip } from './slips.ts'

/** Two words that differ by a slip: nearly one. A single letter may stand for the word it begins. */
const SLIP = 0.9
const INITIAL = 0.6

/** How two names share their words. `overlap` and `within`, 0 to 1: share of both, and of the shorter one. `shared`: weight in common. */
export type WordMatch = { overlap: number; within: number; shared: number }

/** Pairs the words of two names whatever their order; symmetric. Two names without words share nothing. */
export function matchWords(as: readonly Word[], bs: readonly Word[]): WordMatch {
  const [inA, inB] = [weightOf(as), weightOf(bs)]
  if (inA === 0 || inB === 0) return { overlap: 0, within: 0, shared: 0 }
  if (isOneWritten(as, bs)) return { overlap: 1, within: 1, shared: Math.min(inA, inB) }
  const shared = sharedWeight(as, bs)
  return { overlap: (2 * shared) / (inA + inB), within: shared / Math.min(inA, inB), shared }
}

function weightOf(words: readonly Word[]): number {
  let sum = 0
  for (const { weight } of words) sum += weight
  return sum
}

// "Fitri Ani" and "Fitriani": other spaces, the same letters.
function isOneWritten(as: readonly Word[], bs: readonly Word[]): boolean {
  if (as.length === bs.length) return false
  let [lettersA, lettersB] = [0, 0]
  for (const { text } of as) lettersA += text.length
  for (const { text } of bs) lettersB += text.length
  return lettersA === lettersB && as.map(({ text }) => text).join('') === bs.map(({ text }) => text).join('')
}

// Names have two to five words, so the plain way of taking a partner for each is quick. Equal words go first: no slip can take them.
function sharedWeight(as: readonly Word[], bs: readonly Word[]): number {
  let shared = 0
  let takenA = 0
  let takenB = 0
  for (const least of [1, SLIP, INITIAL]) {
    for (let i = 0; i < as.length; i += 1) {
      if (takenA & (1 << i)) continue
      for (let j = 0; j < bs.length; j += 1) {
        const [a, b] = [as[i], bs[j]]
        if (!a || !b || takenB & (1 << j) || wordLikeness(a, b, least) < least) continue
        takenA |= 1 << i
        takenB |= 1 << j
        shared += least * Math.min(a.weight, b.weight)
        break
      }
    }
  }
  return shared
}

function wordLikeness(a: Word, b: Word, least: number): number {
  if (a.text === b.text) return 1
  if (least === 1) return 0
  if (least === INITIAL) return (a.text.length === 1 || b.text.length === 1) && a.text[0] === b.text[0] ? INITIAL : 0
  if (a.sound.length >= 3 && a.sound === b.sound) return SLIP
  return a.text.length >= 4 && b.text.length >= 4 && differByFew(a.letters, b.letters) && isOneSlip(a.text, b.text) ? SLIP : 0
}

import { BUSINESS_FORMS, FORM_OF, TITLES } from './name-words.ts'

/**
 * The form in which names of persons and businesses are compared, never shown: small letters, without titles and legal forms,
 * one spelling for old and new ("Soekardjo" and "Sukarjo"), for Arabic sounds ("Choirul", "Khoirul") and for known variants
 * ("Moch." and "Muhammad", "krupuk" and "kerupuk"). Applying it twice changes nothing.
 * @returns '' only for a text without letters and digits
 */
export function normalName(text: string): string {
  return nameWords(text).join(' ')
}

/** Whole names: products and owners come again and again. */
const remembered = new Map<string, readonly string[]>()
const MOST_NAMES = 5_000

/** The words of the compared form, in their order. */
export function nameWords(text: string): readonly string[] {
  const known = remembered.get(text)
  if (known) return known
  if (remembered.size >= MOST_NAMES) remembered.clear()
  const words = wordsAfterPasses(text)
  remembered.set(text, words)
  return words
}

function wordsAfterPasses(text: string): readonly string[] {
  let words = plainWords(text)
  // Respelling can uncover a title ("Boe" is "Bu"), so the pass is repeated until nothing changes; two or three suffice.
  for (let pass = 0; pass < 6; pass += 1) {
    const next = onePass(words)
    if (next.length === words.length && next.every((word, at) => word === words[at])) break
    words = next
  }
  return words
}

function onePass(words: string[]): string[] {
  const bare = withoutForms(withoutTitles(words))
  return bare.map((word, index) => respell(expandInitial(word, index, bare.length)))
}

const isPlain = (text: string) => /^[\x20-\x7e]*$/.test(text)

function plainWords(text: string): string[] {
  const latin = (isPlain(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '')).toLowerCase()
  const spelled = latin.replace(/['’‘`´"“”]/g, '').replaceAll('&', ' dan ')
  return spelled.split(/[\s,;]+/).flatMap(splitAtDots).filter(Boolean)
}

const ONLY_LETTERS = /^[a-z]+$/

// "S.Pd." is one title, "M.Zainul" is two words.
function splitAtDots(word: string): string[] {
  if (ONLY_LETTERS.test(word)) return [word]
  const joined = word.replaceAll('.', '')
  if (TITLES.has(joined) || BUSINESS_FORMS.has(joined)) return [joined]
  return word.split(/[^\p{L}\p{N}]+/u)
}

function withoutTitles(words: string[]): string[] {
  const name = words.findIndex((word) => !TITLES.has(word))
  // "St. Aminah" is Siti Aminah; "Joko, S.T." is an engineer.
  const kept = words.filter((word, at) => !TITLES.has(word) || (word === 'st' && at === name - 1))
  return kept.length > 0 ? kept : words
}

function withoutForms(words: string[]): string[] {
  const first = words.findIndex((word) => !BUSINESS_FORMS.has(word))
  const last = words.findLastIndex((word) => !BUSINESS_FORMS.has(word))
  return first < 0 ? words : words.slice(first, last + 1)
}

// In East Java a leading "M." is read as Muhammad.
function expandInitial(word: string, index: number, count: number): string {
  return word === 'm' && index === 0 && count > 1 ? 'muhammad' : word
}

type Rewrite = readonly [pattern: RegExp, by: string]

/** Old spelling. A lone j was a y then, but only a word that shows its age by oe, dj or tj is read so. */
const OLD_SPELLING: readonly Rewrite[] = [[/(?<![dt])j/g, 'y'], [/dj/g, 'j'], [/tj/g, 'c'], [/oe/g, 'u']]

/** Sounds written in several ways, in an order that leaves nothing for a second round. */
const SOUNDS: readonly Rewrite[] = [
  [/ch/g, 'kh'], [/kh/g, 'h'], [/q/g, 'k'], [/v/g, 'f'], [/ph/g, 'f'], [/x/g, 'ks'], [/z/g, 's'],
  [/sy/g, 's'], [/sh/g, 's'], [/dh/g, 'd'], [/th/g, 't'], [/ie$/g, 'i'], [/ae/g, 'ai'],
  [/iy(?=[aou])/g, 'i'], [/(?<=[b-df-hj-np-tv-z])y(?=[aou])/g, 'i'], [/(?<=[^aeiou])y$/g, 'i'], [/(\D)\1+/g, '$1'],
]

const rewrite = (word: string, rules: readonly Rewrite[]) => rules.reduce((text, [pattern, by]) => text.replace(pattern, by), word)

/** Names repeat few words: remembering them makes comparing a whole regency several times faster. */
const respelled = new Map<string, string>()
const MOST_REMEMBERED = 20_000

function respell(word: string): string {
  const known = respelled.get(word)
  if (known !== undefined) return known
  if (respelled.size >= MOST_REMEMBERED) respelled.clear()
  const spelling = respellOnce(word)
  respelled.set(word, spelling)
  return spelling
}

function respellOnce(word: string): string {
  const modern = /oe|dj|tj/.test(word) ? rewrite(word, OLD_SPELLING) : word
  return rewrite(FORM_OF.get(word) ?? FORM_OF.get(modern) ?? modern, SOUNDS)
}

/**
 * How much two names are alike, 0 to 1, the same both ways; 1 for names with one compared form.
 * The better of two views: words paired whatever their order (typing errors, initials), and three-letter pieces of the whole
 * without spaces ("Fitri Ani", "Fitriani"). Two names without letters are not alike.
 */
export function nameSimilarity(a: string, b: string): number {
  return similarityOfNormal(normalName(a), normalName(b))
}

/** `nameSimilarity` of two names that are in their compared form already. */
export function similarityOfNormal(one: string, other: string): number {
  if (one === '' || other === '') return 0
  if (one === other) return 1
  // A fixed order of the two makes the measure symmetric by construction.
  const [a, b] = one < other ? [one, other] : [other, one]
  return Math.max(wordSimilarity(a.split(' '), b.split(' ')), pieceSimilarity(a.replaceAll(' ', ''), b.replaceAll(' ', '')))
}

/** Words less alike than this are different words. */
const SAME_WORD = 0.85

function wordSimilarity(as: string[], bs: string[]): number {
  const pairs = as.flatMap((a, i) => bs.map((b, j) => ({ i, j, alike: wordAlike(a, b), letters: a.length + b.length })))
  const usedA = new Set<number>()
  const usedB = new Set<number>()
  let matched = 0
  for (const pair of pairs.filter(({ alike }) => alike >= SAME_WORD).sort((p, q) => q.alike - p.alike || q.letters - p.letters)) {
    if (usedA.has(pair.i) || usedB.has(pair.j)) continue
    usedA.add(pair.i)
    usedB.add(pair.j)
    matched += pair.alike * pair.letters
  }
  return matched / (lettersOf(as) + lettersOf(bs))
}

function wordAlike(a: string, b: string): number {
  const isInitial = (a.length === 1 || b.length === 1) && a[0] === b[0]
  return isInitial ? SAME_WORD : jaroWinkler(a, b)
}

const lettersOf = (words: string[]) => words.reduce((sum, word) => sum + word.length, 0)

function pieceSimilarity(a: string, b: string): number {
  const inA = pieces(a)
  const inB = pieces(b)
  const shared = [...inA].filter((piece) => inB.has(piece)).length
  return (2 * shared) / (inA.size + inB.size)
}

function pieces(text: string): Set<string> {
  const padded = `  ${text} `
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)))
}

/** Jaro-Winkler: 1 for equal words, near 1 for a slip, more so when the beginnings agree. */
function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1
  const jaro = jaroOf(a, b)
  let prefix = 0
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix += 1
  return jaro + prefix * 0.1 * (1 - jaro)
}

function jaroOf(a: string, b: string): number {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const takenB = new Set<number>()
  const matchedA: string[] = []
  for (let i = 0; i < a.length; i += 1) {
    for (let j = Math.max(0, i - reach); j < Math.min(b.length, i + reach + 1); j += 1) {
      if (takenB.has(j) || a[i] !== b[j]) continue
      takenB.add(j)
      matchedA.push(a.charAt(i))
      break
    }
  }
  if (matchedA.length === 0) return 0
  const matchedB = [...takenB].sort((p, q) => p - q).map((j) => b.charAt(j))
  const outOfOrder = matchedA.filter((letter, at) => letter !== matchedB[at]).length / 2
  const count = matchedA.length
  return (count / a.length + count / b.length + (count - outOfOrder) / count) / 3
}

/** A word of a compared form by sound: its first letter and the consonants after it. Many slips and old spellings leave it as it is. */
export function soundOf(word: string): string {
  return word.charAt(0) + word.slice(1).replace(/[aeiouyh]/g, '')
}

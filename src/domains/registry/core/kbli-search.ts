import { closestWords } from './word-slips.ts'

/** One class of the KBLI (five digits) in one version. */
export type KbliRow = { code: string; title: string; description?: string }

/** What people call it, one or more words, and the class it belongs to. */
export type KbliSynonym = { word: string; code: string }

/** A class found; `because` is the everyday word or the title that matched best, `score` orders the hits and means nothing else. */
export type KbliHit = { code: string; title: string; because: string; score: number }

type Phrase = { code: string; text: string; words: string[]; worth: number; rarity: number }
type Posting = { phrases: number[]; codes: Set<string>; rarity: number }

/** Built once per version and kept in memory: all that a search needs. */
export type KbliIndex = { titles: Map<string, string>; phrases: Phrase[]; words: Map<string, Posting>; sortedWords: string[] }

/** An everyday word says more than the title of a class, the title more than its description; to be called exactly so says most. */
const WORTH = { synonym: 1, title: 0.85, description: 0.3, whole: 1 }

const EMPTY_WORDS = new Set((
  'dan atau yang di ke dari untuk dengan pada dalam lainnya lain ytdl ybdi dll dsb seperti serta usaha kelompok ini mencakup termasuk '
  + 'jualan berjualan menjual bikin buat membuat aneka rumahan kecil'
).split(' '))

/**
 * Prepares the search. Synonyms of codes that the rows do not have are left out.
 * @param rows the classes of one version
 */
export function buildKbliIndex(rows: readonly KbliRow[], synonyms: readonly KbliSynonym[]): KbliIndex {
  const titles = new Map(rows.map(({ code, title }) => [code, title]))
  const phrases = [
    ...synonyms.filter(({ code }) => titles.has(code)).map(({ word, code }) => phraseOf(code, word, WORTH.synonym)),
    ...rows.map(({ code, title }) => phraseOf(code, title, WORTH.title)),
  ]
  const words = new Map<string, Posting>()
  const posting = (word: string) => {
    const known = words.get(word) ?? { phrases: [], codes: new Set<string>(), rarity: 0 }
    words.set(word, known)
    return known
  }
  phrases.forEach((phrase, at) => phrase.words.forEach((word) => posting(word).phrases.push(at)))
  for (const { code, description = '' } of rows) {
    for (const word of searchWords(positivePart(description))) posting(word).codes.add(code)
  }
  for (const entry of words.values()) entry.rarity = Math.log(1 + phrases.length / (1 + entry.phrases.length + entry.codes.size))
  for (const phrase of phrases) phrase.rarity = sum(phrase.words.map((word) => words.get(word)?.rarity ?? 0))
  return { titles, phrases, words, sortedWords: [...words.keys()].sort() }
}

/**
 * The classes that fit what was typed, best first: everyday words ("krupuk"), words begun but not finished ("kerup"),
 * words with slips ("kerupk"), or the first digits of a code.
 */
export function searchKbli(index: KbliIndex, query: string, limit = 10): KbliHit[] {
  const code = query.replace(/[\s.]/g, '')
  if (/^\d{2,5}$/.test(code)) return byCode(index, code).slice(0, limit)
  const asked = searchWords(query).slice(0, 8)
  const meanings = asked.map((word) => meaningsOf(index, word))
  const weight = sum(meanings.map(rarityOf))
  if (weight === 0) return []
  const hits = new Map<string, KbliHit>()
  for (const [at, match] of matchPhrases(meanings)) {
    const phrase = index.phrases[at]
    if (!phrase) continue
    const share = (match.asked / weight) * (0.5 + 0.5 * (match.own / phrase.rarity))
    const score = phrase.worth * share + (share > 0.999 ? WORTH.whole : 0)
    const best = hits.get(phrase.code)
    if (!best || score > best.score) hits.set(phrase.code, { ...hitOf(index, phrase.code, score), because: phrase.text })
  }
  addDescriptions(index, meanings, weight, hits)
  return [...hits.values()].sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1)).slice(0, limit)
}

/** A word of the index that a typed word may mean: 1 for the word itself, less for a beginning or a slip. */
type Meaning = { word: string; closeness: number; posting: Posting }

function meaningsOf(index: KbliIndex, word: string): Meaning[] {
  const meaning = (found: string, closeness: number): Meaning[] => {
    const posting = index.words.get(found)
    return posting ? [{ word: found, closeness, posting }] : []
  }
  const exact = meaning(word, 1)
  const begun = beginningWith(index.sortedWords, word).flatMap((found) => meaning(found, 0.5 + 0.4 * (word.length / found.length)))
  if (exact.length > 0 || begun.length > 0) return [...exact, ...begun]
  return closestWords(word, index.sortedWords).flatMap(({ word: found, slips }) => meaning(found, 0.95 - 0.2 * slips))
}

function beginningWith(sorted: readonly string[], start: string): string[] {
  if (start.length < 2) return []
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') <= start) low = middle + 1
    else high = middle
  }
  const found: string[] = []
  for (let at = low; found.length < 40 && sorted[at]?.startsWith(start); at += 1) found.push(sorted[at] ?? '')
  return found
}

// A typed word that nothing explains weighs as much as a rare one: it lowers every hit alike.
const rarityOf = (meanings: Meaning[]) => (meanings.length === 0 ? 5 : Math.max(...meanings.map(({ posting }) => posting.rarity)))

type Match = { asked: number; own: number }

/** For each phrase, how much of what was asked it holds, and how much of itself was asked for. */
function matchPhrases(meanings: Meaning[][]): Map<number, Match> {
  const matches = new Map<number, Match>()
  for (const words of meanings) {
    const weight = rarityOf(words)
    const best = new Map<number, Meaning>()
    for (const meaning of words) {
      for (const at of meaning.posting.phrases) {
        if ((best.get(at)?.closeness ?? 0) < meaning.closeness) best.set(at, meaning)
      }
    }
    for (const [at, { closeness, posting }] of best) {
      const match = matches.get(at) ?? { asked: 0, own: 0 }
      matches.set(at, { asked: match.asked + closeness * weight, own: match.own + closeness * posting.rarity })
    }
  }
  return matches
}

function addDescriptions(index: KbliIndex, meanings: Meaning[][], weight: number, hits: Map<string, KbliHit>): void {
  for (const words of meanings) {
    const best = new Map<string, number>()
    for (const { closeness, posting } of words) {
      for (const code of posting.codes) best.set(code, Math.max(best.get(code) ?? 0, closeness))
    }
    for (const [code, closeness] of best) {
      const hit = hits.get(code) ?? hitOf(index, code, 0)
      hits.set(code, { ...hit, score: hit.score + (WORTH.description * closeness * rarityOf(words)) / weight })
    }
  }
}

function byCode(index: KbliIndex, start: string): KbliHit[] {
  return [...index.titles.keys()].filter((code) => code.startsWith(start)).sort().map((code) => hitOf(index, code, 1))
}

function hitOf(index: KbliIndex, code: string, score: number): KbliHit {
  const title = index.titles.get(code) ?? ''
  return { code, title, because: title, score }
}

function phraseOf(code: string, text: string, worth: number): Phrase {
  return { code, text, words: searchWords(text), worth, rarity: 0 }
}

// What a class does not hold stands at the end of its description and would lead to the wrong class.
const positivePart = (description: string) => description.split(/tidak (?:men)?cakup|tidak termasuk/i)[0] ?? ''

/** The distinct words of a text for searching, in small letters and without the words that say nothing. */
function searchWords(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const telling = plain.filter((word) => !EMPTY_WORDS.has(word))
  return [...new Set(telling.length > 0 ? telling : plain)]
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)

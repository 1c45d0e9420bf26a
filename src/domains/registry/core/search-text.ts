import { BUSINESS_FORMS } from './name-words.ts'
import { nameWords } from './names.ts'

/** At most this many words of a question are looked for. */
const MOST_WORDS = 8

const distinct = <T>(all: readonly T[]): T[] => [...new Set(all)]

/**
 * The words by which a business is found, in the form in which names are compared: of its name with its kind of place ("toko"),
 * of its owner's name and of what it mainly makes. Each once, between single spaces.
 */
export function searchWords({ name, ownerName, mainProduct }: { name: string; ownerName: string; mainProduct?: string | undefined }): string {
  const kinds = name.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => BUSINESS_FORMS.has(word))
  return distinct([...nameWords(name), ...kinds, ...nameWords(ownerName), ...nameWords(mainProduct ?? '')]).join(' ')
}

/** The words of a question in the same form: small letters and digits only, whatever was typed; at most eight. */
export function typedWords(typed: string): string[] {
  const plain = nameWords(typed).map((word) => word.replaceAll(/[^\p{L}\p{N}]/gu, ''))
  return distinct(plain.filter((word) => word !== '' && word.length <= 40)).slice(0, MOST_WORDS)
}

/** A word of the compared form as it was typed ("xyz", not "ksz" as it is compared), to tell people about it. */
export const asTyped = (question: string, word: string): string =>
  question.split(/[\s,;]+/).find((typed) => typedWords(typed).includes(word)) ?? word

/** One reading of a typed word: the marks of the index that must all be there, and how far it is from what was typed (0 to 1). */
export type Reading = { marks: readonly string[]; cost: number }

/** A typed word with all its readings; any of them will do. `isSure`: it is surely no typing error. */
export type SoughtWord = { typed: string; readings: readonly Reading[]; isSure?: boolean }

const quoted = (mark: string) => `'${mark.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

const every = (parts: readonly string[]) => (parts.length === 1 ? parts.join('') : `(${parts.join(' & ')})`)
const some = (parts: readonly string[]) => (parts.length === 1 ? parts.join('') : `(${parts.join(' | ')})`)

const wordQuery = ({ readings }: SoughtWord) => some(readings.map(({ marks }) => every(marks.map(quoted))))

const marksQuery = (anyOf: readonly (readonly string[])[]) => anyOf.filter((one) => one.length > 0).map((one) => some(one.map(quoted)))

/**
 * The question to the index: every word in one of its readings, and of each group of `marks` one. Whatever the words are, the result
 * is a valid `tsquery`.
 * @returns '' when there is nothing to ask for
 */
export function queryOf(words: readonly SoughtWord[], marks: readonly (readonly string[])[] = []): string {
  return [...words.filter(({ readings }) => readings.length > 0).map(wordQuery), ...marksQuery(marks)].join(' & ')
}

/** The same question once for each word, without that word. Asked apart they are quick; as one question with "or" the index is slow. */
export function queriesLackingOne(words: readonly SoughtWord[], anyOf: readonly (readonly string[])[] = []): string[] {
  return words.map((_, left) => queryOf(words.filter((_word, at) => at !== left), anyOf))
}

/** What the order of results looks at. `words` holds those of the name too. */
export type Candidate = { id: string; normalName: string; words: string; villageCode: string; districtCode: string; kbli: string | null; createdAtMs: number }

export type Ranked<C extends Candidate> = { candidate: C; score: number; lacking: readonly string[] }

/** A word of the name says more than one of the owner or the product, and these more than where it is. */
const WEIGHT = { name: 1, other: 0.85, mark: 0.7 } as const
/** How much of the score is how much of the name was asked for: "Kerupuk Udang" stands before "Kerupuk Udang Sumber Rejeki". */
const NAME_SHARE = 0.2

const round = (score: number) => Math.round(score * 10_000) / 10_000

function bestReading(readings: readonly Reading[], has: ReadonlyMap<string, number>): { value: number; marks: readonly string[] } | undefined {
  let best: { value: number; marks: readonly string[] } | undefined
  for (const { marks, cost } of readings) {
    const weights = marks.map((mark) => has.get(mark))
    if (!weights.every((weight) => weight !== undefined)) continue
    const value = (1 - cost) * Math.min(...weights)
    if (!best || value > best.value) best = { value, marks }
  }
  return best
}

/**
 * How well a business answers the question: 0 to 1, with the words it lacks. Exact words count more than begun ones, these more than
 * words with slips.
 */
export function rank<C extends Candidate>(candidate: C, words: readonly SoughtWord[]): Ranked<C> {
  const named = candidate.normalName.split(' ')
  const has = new Map<string, number>([`#v:${candidate.villageCode}`, `#d:${candidate.districtCode}`, `#k:${candidate.kbli}`]
    .map((mark) => [mark, WEIGHT.mark]))
  for (const word of candidate.words.split(' ')) has.set(word, WEIGHT.other)
  for (const word of named) has.set(word, WEIGHT.name)
  const asked = new Set<string>()
  const lacking: string[] = []
  let sum = 0
  for (const { typed, readings } of words) {
    const best = bestReading(readings, has)
    if (!best) lacking.push(typed)
    sum += best?.value ?? 0
    for (const mark of best?.marks ?? []) asked.add(mark)
  }
  const covered = named.filter((word) => asked.has(word)).length / named.length
  const score = words.length === 0 ? 0 : (1 - NAME_SHARE) * (sum / words.length) + NAME_SHARE * covered
  return { candidate, score: round(score), lacking }
}

/** The better first; of equals the one entered later, then by id, so that the order is the same each time. */
export function byRank(a: Ranked<Candidate>, b: Ranked<Candidate>): number {
  return b.score - a.score || b.candidate.createdAtMs - a.candidate.createdAtMs || (a.candidate.id < b.candidate.id ? -1 : 1)
}

/** Marks of the filters, as the column `search` holds them. */
export const marks = {
  village: (code: string) => `#v:${code}`, district: (code: string) => `#d:${code}`, kbli: (digits: string) => `#k:${digits}`,
  status: (status: string) => `#s:${status}`, scale: (scale: string) => `#c:${scale}`, permit: (permit: string) => `#l:${permit}`,
} as const

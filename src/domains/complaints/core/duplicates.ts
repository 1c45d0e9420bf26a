import { sharedWords, tellingWords } from './plain-words.ts'

/** What two tickets are compared by. */
export type Comparable = {
  id: string; words: string; serviceCode: string | null; regionCode: string | null; cooperativeId: string | null; applicationId: string | null; named: readonly string[]
}

export type Reason = 'same-service' | 'same-region' | 'same-cooperative' | 'same-application' | 'same-officer' | 'same-words'
export type Likeness = { id: string; score: number; because: Reason[]; shared: string[] }

/** From which likeness tickets are shown as probably the same, and what each fact adds. This product's own numbers; an officer decides. */
export const LIKENESS = {
  least: 0.5, words: 0.6, 'same-service': 0.15, 'same-region': 0.15, 'same-cooperative': 0.25, 'same-application': 0.4,
  'same-officer': 0.25,
} as const
/** Fewer shared words than this may be chance, however short the texts. */
const LEAST_SHARED = 2

const same = (one: string | null, other: string | null) => one !== null && one === other

/**
 * Tickets that probably say the same, the likest first, each with why: shared words (as part of the shorter text) and shared facts. Facts alone
 * are not enough, as two people may be wronged in the same village on the same day.
 */
export function probableDuplicates(one: Comparable, others: readonly Comparable[]): Likeness[] {
  const words = tellingWords(one.words)
  return others.filter(({ id }) => id !== one.id).flatMap((other): Likeness[] => {
    const theirs = tellingWords(other.words)
    const shared = sharedWords(words, theirs)
    if (shared.length < LEAST_SHARED) return []
    const overlap = shared.length / Math.max(1, Math.min(words.size, theirs.size))
    const facts = ([
      ['same-service', same(one.serviceCode, other.serviceCode)], ['same-region', same(one.regionCode, other.regionCode)],
      ['same-cooperative', same(one.cooperativeId, other.cooperativeId)],
      ['same-application', same(one.applicationId, other.applicationId)],
      ['same-officer', one.named.some((id) => other.named.includes(id))],
    ] as const).flatMap(([reason, holds]) => (holds ? [reason] : []))
    const score = Math.min(1, LIKENESS.words * overlap + facts.reduce((sum, reason) => sum + LIKENESS[reason], 0))
    return score < LIKENESS.least ? [] : [{ id: other.id, score: Math.round(score * 100) / 100, because: ['same-words', ...facts], shared }]
  }).toSorted((a, b) => b.score - a.score || a.id.localeCompare(b.id))
}

/** Entries that answer a question in plain words, the best first: words of the question count double. */
export function searchGuidance<G extends { id: string; question: string; answer: string }>(asked: string, entries: readonly G[]): G[] {
  const words = tellingWords(asked)
  if (words.size === 0) return [...entries]
  return entries.map((entry) => ({
    entry, weight: 2 * sharedWords(words, tellingWords(entry.question)).length + sharedWords(words, tellingWords(entry.answer)).length,
  })).filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight || a.entry.id.localeCompare(b.entry.id)).map(({ entry }) => entry)
}

/** One sheet: points from 0 to 100 by criterion. */
export type Points = Record<string, number>

export type Criterion = { key: string; weight: number }

/** A score exactly: `sum / of`, between 0 and 100. */
export type Score = { sum: number; of: number }

/**
 * The score of a request: points of each criterion by its weight in percent, then the mean of the panel. Kept as a fraction, so that two
 * requests are never told apart by rounding.
 * @param criteria weights total 100
 */
export function scoreOf(sheets: readonly Points[], criteria: readonly Criterion[]): Score {
  const sum = sheets.reduce((total, sheet) => total + criteria.reduce((inner, one) => inner + one.weight * (sheet[one.key] ?? 0), 0), 0)
  return { sum, of: 100 * Math.max(1, sheets.length) }
}

/** Negative where `a` is the lower one. */
export const compareScores = (a: Score, b: Score): number => Math.sign(a.sum * b.of - b.sum * a.of)

/** A score for people: two decimals, half up, `81,25`. */
export function scoreText({ sum, of }: Score): string {
  const hundredths = Math.floor((sum * 200 + of) / (2 * of))
  return `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}`
}

export type Entry = { id: string; reference: string; score: Score; submittedAt: number }
export type Outcome = 'placed' | 'below-mark' | 'beyond-quota'
export type Placement = Entry & { rank: number; outcome: Outcome }

/**
 * Places a round: the higher score first; where scores are equal who sent first, then the lower reference, as is published before. Within
 * the quota and not below the pass mark is placed, each other one with its reason.
 */
export function rankEntries(entries: readonly Entry[], { quota, passMark }: { quota: number; passMark: number }): Placement[] {
  const first = (a: Entry, b: Entry) =>
    compareScores(b.score, a.score) || a.submittedAt - b.submittedAt || (a.reference < b.reference ? -1 : a.reference > b.reference ? 1 : 0)
  return entries.toSorted(first).map((entry, at): Placement => {
    const isBelow = entry.score.sum < passMark * entry.score.of
    return { ...entry, rank: at + 1, outcome: isBelow ? 'below-mark' : at < quota ? 'placed' : 'beyond-quota' }
  })
}

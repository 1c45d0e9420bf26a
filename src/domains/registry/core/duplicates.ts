import { type Compared, type Levels, type Touching, compareSides } from './duplicates-levels.ts'
import { addsOf, scoreOf } from './duplicates-score.ts'
import { type DuplicateSide, type PreparedSide, prepareSide } from './duplicates-side.ts'
import { BASE } from './duplicates-weights.ts'
import { NO_MAP } from './neighbours.ts'

export type { DuplicateSide } from './duplicates-side.ts'

export type DuplicatePart =
  | 'name' | 'same-national-id' | 'near-national-id' | 'same-nib' | 'same-phone' | 'same-family-card' | 'owner-name'
  | 'village' | 'address' | 'hamlet' | 'distance' | 'activity' | 'trade'

/**
 * One line of the explanation: how far the two agree in this respect (0 to 1) and what it adds to the log-odds of the score; below 0 it
 * speaks against. Several parts speak of the owner; only the strongest of them counts, the others add 0. `metres` is given for the
 * distance.
 */
export type DuplicateEvidence = { part: DuplicatePart; agreement: number; adds: number; metres?: number }

export type DuplicateVerdict = 'probable' | 'review' | 'none'

/** `score` 0 to 1; its log-odds are `base` and what the parts add. */
export type DuplicateScore = { verdict: DuplicateVerdict; score: number; base: number; parts: DuplicateEvidence[] }

/** Bounds of the domain notes. The weights are fitted so that the bounds mean what docs/doubles.md says. */
export const DUPLICATE_RULE = { inForceFrom: '2026-11-24', probableFrom: 0.85, reviewFrom: 0.6 } as const

/**
 * Compares two records by the duplicate rule of the registry, with the reasons: from 0.85 on probably one business, from 0.6 on for a
 * verifier to look at. One owner may run several businesses: the same NIK alone never makes a duplicate. Symmetric.
 * Without a map no two villages touch.
 */
export function scoreDuplicate(a: DuplicateSide, b: DuplicateSide, map: Touching = NO_MAP): DuplicateScore {
  const [one, other] = [prepareSide(a), prepareSide(b)]
  const compared = compareSides(one, other, map)
  const adds = addsOf(compared.levels)
  const score = scoreOf(compared.levels)
  const parts = [nameEvidence, ownerEvidence, placeEvidence, activityEvidence].flatMap((explain) => explain(one, other, compared, adds))
  return { verdict: duplicateVerdict(score), score, base: BASE, parts }
}

/** The score alone, for many comparisons: sides made ready once (`prepareSide`), no explanation. */
export function duplicateScore(a: PreparedSide, b: PreparedSide, map: Touching): number {
  return scoreOf(compareSides(a, b, map).levels)
}

export function duplicateVerdict(score: number): DuplicateVerdict {
  if (score >= DUPLICATE_RULE.probableFrom) return 'probable'
  return score >= DUPLICATE_RULE.reviewFrom ? 'review' : 'none'
}

type Explain = (a: PreparedSide, b: PreparedSide, compared: Compared, adds: Record<keyof Levels, number>) => DuplicateEvidence[]

const nameEvidence: Explain = (_a, _b, { name, levels }, adds) =>
  [{ part: 'name', agreement: levels.name === 'other-owner' ? 1 : name.overlap, adds: adds.name }]

/** Which sign decided, by the step that was reached. */
const DECIDING: Partial<Record<Levels['owner'], DuplicatePart>> = {
  'national-id': 'same-national-id', 'slip': 'near-national-id', 'nib': 'same-nib', 'phone-and-name': 'same-phone', 'phone': 'same-phone',
  'family': 'same-family-card', 'other-house': 'same-family-card',
}

const ownerEvidence: Explain = ({ side: a }, { side: b }, { owner, levels }, adds) => {
  const found: DuplicateEvidence[] = []
  const sign = (part: DuplicatePart, agreement: number) => found.push({ part, agreement, adds: 0 })
  const numbers = [
    ['same-national-id', 'nationalId'], ['same-nib', 'nib'], ['same-phone', 'phone'], ['same-family-card', 'familyCard'],
  ] as const
  for (const [part, field] of numbers) if (a[field] && b[field]) sign(part, a[field] === b[field] ? 1 : 0)
  if (levels.owner === 'slip') sign('near-national-id', 0.9)
  if (owner) sign('owner-name', owner.overlap)
  const deciding = DECIDING[levels.owner] ?? (levels.owner === 'other-person' ? found[0]?.part : 'owner-name')
  return found.map((each) => (each.part === deciding ? { ...each, adds: adds.owner } : each))
}

const VILLAGE = { same: 1, neighbour: 0.5, elsewhere: 0 } as const
const ADDRESS = { 'same': 1, 'street': 0.8, 'unknown': 0, 'other-number': 0.2, 'other': 0 } as const
const DISTANCE = { spot: 1, near: 0.4, unknown: 0, apart: 0 } as const

const placeEvidence: Explain = (_a, _b, { levels, metres }, adds) => {
  const parts: DuplicateEvidence[] = [{ part: 'village', agreement: VILLAGE[levels.village], adds: adds.village }]
  if (levels.address !== 'unknown') parts.push({ part: 'address', agreement: ADDRESS[levels.address], adds: adds.address })
  if (levels.hamlet !== 'unknown') parts.push({ part: 'hamlet', agreement: levels.hamlet === 'same' ? 1 : 0, adds: adds.hamlet })
  if (metres !== undefined) {
    parts.push({ part: 'distance', agreement: DISTANCE[levels.distance], adds: adds.distance, metres: Math.round(metres) })
  }
  return parts
}

const ACTIVITY = { same: 1, group: 0.8, unknown: 0, other: 0 } as const
const TRADE = { 'same-sign': 1, 'same': 0.9, 'partly': 0.5, 'unknown': 0, 'other': 0, 'other-sign': 0 } as const

const activityEvidence: Explain = (_a, _b, { levels }, adds) => {
  const parts: DuplicateEvidence[] = []
  if (levels.activity !== 'unknown') parts.push({ part: 'activity', agreement: ACTIVITY[levels.activity], adds: adds.activity })
  if (levels.trade !== 'unknown') parts.push({ part: 'trade', agreement: TRADE[levels.trade], adds: adds.trade })
  return parts
}

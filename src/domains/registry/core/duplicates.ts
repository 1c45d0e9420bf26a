import { distanceM } from './coordinates.ts'
import { nameSimilarity, nameSoundKey } from './names.ts'

/**
 * One of two records that may be the same business. `nationalId` may be the digits or any key that is equal for equal digits;
 * one wrong digit is recognised only in digits. What is not known is left out and then counts neither for nor against.
 */
export type DuplicateSide = {
  name: string
  villageCode: string
  kbli: string
  kbliVersion?: string | undefined
  nationalId?: string | undefined
  phone?: string | undefined
  ownerName?: string | undefined
  latitude?: number | undefined
  longitude?: number | undefined
}

export type DuplicatePart =
  | 'same-national-id' | 'near-national-id' | 'same-phone' | 'owner-name' | 'name' | 'distance' | 'village' | 'activity'

/**
 * One line of the explanation: how far the two agree in this respect (0 to 1) and what it adds to the score.
 * Several parts speak of one thing (owner, place); only the strongest of them counts, the others add 0.
 * `metres` is given for the distance.
 */
export type DuplicateEvidence = { part: DuplicatePart; agreement: number; adds: number; metres?: number }

export type DuplicateVerdict = 'probable' | 'review' | 'none'
export type DuplicateScore = { verdict: DuplicateVerdict; score: number; parts: DuplicateEvidence[] }

const THEMES = ['name', 'owner', 'place', 'activity'] as const
type Theme = (typeof THEMES)[number]

/** Proposal of the product, to be replaced by weights measured on pairs that verifiers decided. */
export const DUPLICATE_RULE = {
  inForceFrom: '2026-11-01',
  weights: { name: 0.4, owner: 0.25, place: 0.2, activity: 0.15 },
  probableFrom: 0.85,
  reviewFrom: 0.6,
  /** Metres within which two points are one place. */
  samePlaceM: 50,
} as const

/** What the caller knows of the map: whether two villages (Kemendagri codes) touch. */
export type VillageMap = { areNeighbours: (villageA: string, villageB: string) => boolean }

type Evidence = { theme: Theme; part: DuplicatePart; agreement: number; metres?: number }

/**
 * Compares two records by the duplicate rule of the registry. The score is the weighted agreement over what is known of both:
 * from 0.85 on probably one business, from 0.6 on for a verifier to look at. One owner may run several businesses: the same NIK
 * alone never makes a duplicate.
 */
export function scoreDuplicate(a: DuplicateSide, b: DuplicateSide, map: VillageMap = { areNeighbours: () => false }): DuplicateScore {
  const found = [nameEvidence(a, b), ...ownerEvidence(a, b), ...placeEvidence(a, b, map), ...activityEvidence(a, b)]
  const known = THEMES.filter((theme) => found.some((each) => each.theme === theme))
  const total = known.reduce((sum, theme) => sum + DUPLICATE_RULE.weights[theme], 0)
  const strongest = new Set(known.map((theme) => strongestOf(found.filter((each) => each.theme === theme))))
  const parts = found.map(({ theme, ...evidence }, at): DuplicateEvidence => ({
    ...evidence,
    adds: strongest.has(found[at]) ? (evidence.agreement * DUPLICATE_RULE.weights[theme]) / total : 0,
  }))
  const score = parts.reduce((sum, part) => sum + part.adds, 0)
  return { verdict: verdictOf(score), score, parts }
}

function verdictOf(score: number): DuplicateVerdict {
  // Sums of binary fractions end a hair beside the bound: 0.85 must count as 0.85.
  const exact = Math.round(score * 1e9) / 1e9
  if (exact >= DUPLICATE_RULE.probableFrom) return 'probable'
  return exact >= DUPLICATE_RULE.reviewFrom ? 'review' : 'none'
}

function strongestOf(evidence: Evidence[]): Evidence | undefined {
  return evidence.reduce((best, each) => (each.agreement > best.agreement ? each : best))
}

function nameEvidence(a: DuplicateSide, b: DuplicateSide): Evidence {
  return { theme: 'name', part: 'name', agreement: nameSimilarity(a.name, b.name) }
}

function ownerEvidence(a: DuplicateSide, b: DuplicateSide): Evidence[] {
  const evidence: Evidence[] = []
  const add = (part: DuplicatePart, agreement: number) => evidence.push({ theme: 'owner', part, agreement })
  const ownersAlike = a.ownerName && b.ownerName ? nameSimilarity(a.ownerName, b.ownerName) : undefined
  if (a.nationalId && b.nationalId) {
    add('same-national-id', a.nationalId === b.nationalId ? 1 : 0)
    const slip = isOneSlip(a.nationalId, b.nationalId) && ownersAlike !== undefined && ownersAlike >= 0.85
    if (slip) add('near-national-id', 0.9)
  }
  // One phone serves a family, a mentor or a village: strong, not certain.
  if (a.phone && b.phone) add('same-phone', a.phone === b.phone ? 0.8 : 0)
  if (ownersAlike !== undefined) add('owner-name', ownersAlike >= 0.85 ? ownersAlike * 0.6 : 0)
  return evidence
}

// One digit wrong, or two neighbours exchanged: the slips of typing.
function isOneSlip(a: string, b: string): boolean {
  if (!/^\d{16}$/.test(a) || !/^\d{16}$/.test(b)) return false
  const wrong = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]))
  const [first, second] = wrong
  if (wrong.length === 1) return true
  return wrong.length === 2 && first !== undefined && second === first + 1 && a[first] === b[second] && a[second] === b[first]
}

function placeEvidence(a: DuplicateSide, b: DuplicateSide, map: VillageMap): Evidence[] {
  const evidence: Evidence[] = [{ theme: 'place', part: 'village', agreement: villageAgreement(a.villageCode, b.villageCode, map) }]
  const [from, to] = [pointOf(a), pointOf(b)]
  if (from && to) {
    const metres = distanceM(from, to)
    evidence.push({ theme: 'place', part: 'distance', agreement: metres < DUPLICATE_RULE.samePlaceM ? 1 : 0, metres: Math.round(metres) })
  }
  return evidence
}

function villageAgreement(a: string, b: string, map: VillageMap): number {
  if (a === b) return 0.7
  return map.areNeighbours(a, b) ? 0.3 : 0
}

function pointOf({ latitude, longitude }: DuplicateSide) {
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude }
}

// Codes of two versions of the KBLI cannot be compared: the same digits mean other things.
function activityEvidence(a: DuplicateSide, b: DuplicateSide): Evidence[] {
  if (a.kbliVersion !== b.kbliVersion) return []
  return [{ theme: 'activity', part: 'activity', agreement: a.kbli.slice(0, 3) === b.kbli.slice(0, 3) ? 1 : 0 }]
}

/**
 * Keys under which records are looked up before they are compared: two records that share none of them are not compared.
 * The same owner, the same phone, or a name that sounds alike in the same village.
 */
export function duplicateKeys(side: DuplicateSide): string[] {
  const keys = [`name:${side.villageCode}:${nameSoundKey(side.name)}`]
  if (side.nationalId) keys.push(`owner:${side.nationalId}`)
  if (side.phone) keys.push(`phone:${side.phone}`)
  return keys
}

import type { Temporal } from 'temporal-polyfill'
import { type Folded, type Told, sameTold } from '../../../kernel/ledger.ts'
import type { Business } from './business-record.ts'
import { distanceM } from './coordinates.ts'
import { trustOf } from './trust.ts'

/** Facts a verification stands on: when one of them changes, somebody has to look again. */
export const VERIFIED_FACTS: readonly (keyof Business)[] = [
  'name', 'address', 'villageCode', 'kbli', 'kbliVersion', 'startedOn', 'capital', 'annualSales', 'salesYear', 'nib',
]

/**
 * Proposal of the product: what an owner may change of a verified business without being asked. A sum or a count may grow or shrink
 * by `jump` before somebody looks, small ones may do as they like; none may pass its band. The bands follow the bounds of a micro
 * enterprise (PP 7/2021, Pasal 35).
 */
export const PROPOSAL_RULE = {
  inForceFrom: '2026-11-24',
  /** One in so many small changes is looked at afterwards. */
  sampleOneIn: 10,
  jump: 5,
  small: { money: 5_000_000, count: 5 },
  money: { monthlySales: 166_666_666, monthlyCosts: 166_666_666, startingCapital: 1_000_000_000, assets: 10_000_000_000 },
  counts: { workersPaidMale: 50, workersPaidFemale: 50, workersUnpaidMale: 20, workersUnpaidFemale: 20, workersDisabled: 50 },
  /** A point may move this far in metres: across a market, not into another village. */
  movedM: 1000,
  /** For so many months a better known source is believed against the owner. */
  freshMonths: 12,
} as const

/** Why a change is not taken at once: by field, a code for the words. */
export type RiskReason = { field: string; code: 'verified-fact' | 'jump' | 'out-of-band' | 'moved' | 'state' | 'other-source' }

export type Risk = { risk: 'low' | 'high'; reasons: RiskReason[] }

/**
 * Whether what an owner says of a verified business may be taken at once. High: a fact that was verified, a sum far from the present one
 * and told by nobody else, one beyond its band, a point elsewhere, a state that only officers find, or a value against one that a source
 * believed more has told within the year.
 * @param before the record as its acts give it, with what other sources said
 * @param sets what the owner says; null empties
 */
export function riskOf(before: Folded, sets: Readonly<Record<string, Told>>, asOf: Temporal.PlainDate): Risk {
  const reasons = Object.entries(sets).flatMap(([field, value]): RiskReason[] => {
    const code = codeOf(before, sets, field, value, asOf)
    return code === undefined ? [] : [{ field, code }]
  })
  return { risk: reasons.length === 0 ? 'low' : 'high', reasons }
}

function codeOf(before: Folded, sets: Readonly<Record<string, Told>>, field: string, value: Told, asOf: Temporal.PlainDate): RiskReason['code'] | undefined {
  if (VERIFIED_FACTS.some((fact) => fact === field)) return 'verified-fact'
  if (field === 'status' && (value === 'duplicate' || value === 'not-found')) return 'state'
  const band = bandOf(field)
  if (band && typeof value === 'number' && value > band.most) return 'out-of-band'
  const others = (before.rivals[field] ?? []).map((rival) => rival.value)
  if (others.some((other) => sameTold(other, value))) return undefined
  if (band && isJump(before.values[field], value, band.small)) return 'jump'
  if ((field === 'latitude' || field === 'longitude') && isElsewhere(before, sets)) return 'moved'
  return isAgainstBetter(before, field, asOf) ? 'other-source' : undefined
}

function bandOf(field: string): { most: number; small: number } | undefined {
  const { money, counts, small } = PROPOSAL_RULE
  for (const [name, most] of Object.entries(money)) if (name === field) return { most, small: small.money }
  for (const [name, most] of Object.entries(counts)) if (name === field) return { most, small: small.count }
  return undefined
}

function isJump(from: Told | undefined, to: Told, small: number): boolean {
  if (typeof from !== 'number' || typeof to !== 'number') return false
  const [less, more] = [Math.min(from, to), Math.max(from, to)]
  return more > small && more > less * PROPOSAL_RULE.jump
}

function isElsewhere({ values }: Folded, sets: Readonly<Record<string, Told>>): boolean {
  const from = point(values['latitude'], values['longitude'])
  const to = point(sets['latitude'] ?? values['latitude'], sets['longitude'] ?? values['longitude'])
  return from !== undefined && to !== undefined && distanceM(from, to) > PROPOSAL_RULE.movedM
}

const point = (latitude: Told | undefined, longitude: Told | undefined) =>
  (typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : undefined)

function isAgainstBetter({ origins, values }: Folded, field: string, asOf: Temporal.PlainDate): boolean {
  const origin = origins[field]
  if (origin === undefined || values[field] === undefined) return false
  const freshFrom = asOf.subtract({ months: PROPOSAL_RULE.freshMonths }).toString()
  return trustOf(origin.source) > trustOf('self') && origin.observedOn >= freshFrom
}

/** Whether this accepted change is one of those looked at afterwards. By its id alone, so that nobody chooses which. */
export function isSampled(proposalId: string, oneIn: number = PROPOSAL_RULE.sampleOneIn): boolean {
  return Number.parseInt(proposalId.slice(-8), 16) % oneIn === 0
}

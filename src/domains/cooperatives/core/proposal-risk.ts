import type { Temporal } from 'temporal-polyfill'
import { type Folded, type Told, type Trust, sameTold } from '../../../kernel/ledger.ts'
import { YEAR_SUMS } from './choices.ts'

/** Facts that say which cooperative it is and who supervises it: when one of them changes, somebody has to look. */
const IDENTITY: ReadonlySet<string> = new Set([
  'name', 'kind', 'level', 'group', 'legalEntityNumber', 'legalEntityDate', 'amendmentNumber', 'amendmentDate', 'cooperativeNumber', 'npwp', 'nib',
  'address', 'villageCode', 'membershipArea', 'savingsLicenceNumber', 'savingsLicenceDate', 'certificateNumber', 'certificateDate', 'certificateGrade',
])
const COUNTS: ReadonlySet<string> = new Set(['membersFemale', 'membersMale', 'candidateMembers', 'memberCooperatives', 'employeesFemale', 'employeesMale'])
const SUMS: ReadonlySet<string> = new Set(YEAR_SUMS)

/**
 * Proposal of the product, as for businesses: what its people may change of a cooperative on record without being asked. A sum or a count
 * may grow or shrink by `jump` before somebody looks, small ones may do as they like.
 */
export const PROPOSAL_RULE = {
  inForceFrom: '2026-11-24',
  jump: 5,
  small: { money: 50_000_000, count: 20 },
  /** For so many months a better known source is believed against its people. */
  freshMonths: 12,
} as const

/** Why a change is not taken at once: by field, a code for the words. */
export type RiskReason = { field: string; code: 'identity' | 'people' | 'jump' | 'other-source' }

/**
 * Whether what its people say of a cooperative may be taken at once. High: which cooperative it is, who runs or watches it, a sum or count
 * far from the last one told, or a value against one that a source believed more has told within the year.
 * @param before the record as its acts give it, with what other sources said
 * @param sets what is said; null empties
 */
export function riskOf(
  before: Folded, sets: Readonly<Record<string, Told>>, { asOf, trust }: { asOf: Temporal.PlainDate; trust: Trust },
): { risk: 'low' | 'high'; reasons: RiskReason[] } {
  const freshFrom = asOf.subtract({ months: PROPOSAL_RULE.freshMonths }).toString()
  const reasons = Object.entries(sets).flatMap(([field, value]): RiskReason[] => {
    const code = codeOf(before, field, value, { freshFrom, trust })
    return code === undefined ? [] : [{ field, code }]
  })
  return { risk: reasons.length === 0 ? 'low' : 'high', reasons }
}

function codeOf(before: Folded, field: string, value: Told, { freshFrom, trust }: { freshFrom: string; trust: Trust }): RiskReason['code'] | undefined {
  if (IDENTITY.has(field)) return 'identity'
  if (field.startsWith('position/')) return sameTold(holding(before.values[field]), holding(value)) ? undefined : 'people'
  if ((before.rivals[field] ?? []).some((rival) => sameTold(rival.value, value))) return undefined
  const answer = field.split('/').at(-1) ?? field
  if (SUMS.has(answer) && isJump(lastTold(before, field), value, PROPOSAL_RULE.small.money)) return 'jump'
  if (COUNTS.has(field) && isJump(before.values[field], value, PROPOSAL_RULE.small.count)) return 'jump'
  const origin = before.origins[field]
  const isBetter = origin !== undefined && before.values[field] !== undefined && trust(origin.source) > trust('self') && origin.observedOn >= freshFrom
  return isBetter ? 'other-source' : undefined
}

/** A position without what says nothing of who holds it. */
function holding(position: Told | undefined): Told {
  if (typeof position !== 'object' || position === null || Array.isArray(position)) return null
  const { phone: _phone, gender: _gender, ...held } = position
  return held
}

/** The sum of a book year, or that of the year before while the year itself is not told. */
function lastTold({ values }: Folded, field: string): Told | undefined {
  const [, year, sum] = /^year\/(\d{4})\/(.+)$/.exec(field) ?? []
  return values[field] ?? (year === undefined ? undefined : values[`year/${Number(year) - 1}/${sum}`])
}

function isJump(from: Told | undefined, to: Told, small: number): boolean {
  if (typeof from !== 'number' || typeof to !== 'number') return false
  const [less, more] = [Math.min(Math.abs(from), Math.abs(to)), Math.max(Math.abs(from), Math.abs(to))]
  return more > small && (more > less * PROPOSAL_RULE.jump || (from < 0) !== (to < 0))
}

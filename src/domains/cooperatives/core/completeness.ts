import type { Temporal } from 'temporal-polyfill'
import { lastBookYear } from './annual-meeting.ts'
import { isHeldOn } from './board-check.ts'
import type { BookYear, Cooperative, Whole } from './record.ts'

export type CompletenessPart = 'mandatory' | 'identifiers' | 'book-year' | 'freshness'

/** A gap, by field; `unstated` when it was asked and not answered. */
export type Gap = { part: CompletenessPart; field: string; unstated: boolean }

/** `score` of 100 in whole points; `needsUpdate` when the last confirmation is over a year old. */
export type Completeness = { score: number; needsUpdate: boolean; missing: Gap[] }

/**
 * Proposal of the product, as for businesses: mandatory answers 40, identifiers 20, the last book year 20, age of the confirmation 20.
 * A confirmation is fresh for twelve months and worth nothing after twenty-four.
 */
export const COMPLETENESS_RULE = {
  inForceFrom: '2026-11-24',
  weights: { mandatory: 40, identifiers: 20, 'book-year': 20, freshness: 20 },
  freshMonths: 12,
  staleMonths: 24,
} as const

type Item = { field: string; isThere: boolean; isUnstated?: boolean }

/** About 30 % of all questions, as in the national collection. */
const MANDATORY = [
  'name', 'legalEntityNumber', 'legalEntityDate', 'address', 'villageCode', 'kind', 'level', 'pattern', 'group', 'membershipArea', 'phone',
] as const satisfies readonly (keyof Cooperative)[]
const MEMBERS = ['membersFemale', 'membersMale'] as const
const NUMBERS = ['cooperativeNumber', 'nib', 'npwp'] as const
const YEAR = [
  'meetingOn', 'assets', 'ownCapital', 'outsideCapital', 'turnover', 'netSurplus',
] as const satisfies readonly (keyof BookYear)[]

/** How complete and fresh the record is, with the list of what is missing. What was asked in vain earns nothing, but is marked. */
export function completenessOf(
  { record, positions, bookYears }: Whole, { asOf, confirmedOn }: { asOf: Temporal.PlainDate; confirmedOn: Temporal.PlainDate },
): Completeness {
  const told = (field: keyof Cooperative): Item => ({
    field, isThere: record[field] !== undefined, isUnstated: Object.hasOwn(record.unknown ?? {}, field),
  })
  const board = positions.filter((one) => one.organ === 'board' && isHeldOn(one, asOf))
  const holds = (role: string): Item => ({ field: `board.${role}`, isThere: board.some((one) => one.role === role) })
  const year = bookYears.find((one) => one.year === lastBookYear(asOf, record.bookYearEndMonth))
  const parts: Record<Exclude<CompletenessPart, 'freshness'>, Item[]> = {
    mandatory: [...MANDATORY.map(told), ...MEMBERS.map(told), holds('chair'), holds('secretary'), holds('treasurer')],
    identifiers: [...NUMBERS.map(told), told('certificateNumber')],
    'book-year': YEAR.map((field) => ({
      field: `bookYear.${field}`, isThere: year?.[field] !== undefined, isUnstated: Object.hasOwn(year?.unknown ?? {}, field),
    })),
  }
  const months = Math.max(0, confirmedOn.until(asOf).total({ unit: 'months', relativeTo: confirmedOn }))
  const { weights, freshMonths, staleMonths } = COMPLETENESS_RULE
  const fresh = months <= freshMonths ? 1 : Math.max(0, (staleMonths - months) / (staleMonths - freshMonths))
  const needsUpdate = months > freshMonths
  const points = (['mandatory', 'identifiers', 'book-year'] as const).reduce(
    (sum, part) => sum + weights[part] * shareOf(parts[part]), weights.freshness * fresh,
  )
  const missing = Object.entries(parts).flatMap(([part, items]) => items.filter(({ isThere }) => !isThere)
    .map(({ field, isUnstated = false }): Gap => ({ part: part as CompletenessPart, field, unstated: isUnstated })))
  if (needsUpdate) missing.push({ part: 'freshness', field: 'confirmedOn', unstated: false })
  return { score: Math.round(points), needsUpdate, missing }
}

const shareOf = (items: readonly Item[]) => items.filter(({ isThere }) => isThere).length / items.length

import type { Temporal } from 'temporal-polyfill'
import type { OwnedBusiness } from './business-record.ts'
import { parseBusinessNumber } from './business-number.ts'
import { nationalIdWarnings, parseNationalId } from './national-id.ts'
import { parsePhone } from './phone.ts'
import { parseTaxNumber } from './tax-number.ts'
import { parseFamilyCardNumber } from './family-card-number.ts'

/** What the score needs beside the record: things that lie in other tables. */
export type QualityFacts = {
  asOf: Temporal.PlainDate
  hasConsent: boolean
  hasPhoto: boolean
  /** Day on which owner or officer last said that the record is right; null when nobody ever did. */
  confirmedOn: Temporal.PlainDate | null
}

export type QualityPart = 'mandatory' | 'identifiers' | 'location' | 'freshness'

/** A gap, by field; `unstated` when the person was asked and did not know or would not say. */
export type QualityGap = { part: QualityPart; field: string; unstated: boolean }

/** `score` of 100 in whole points; `points` by part unrounded; `needsUpdate` when the last confirmation is over a year old. */
export type Quality = { score: number; points: Record<QualityPart, number>; missing: QualityGap[]; needsUpdate: boolean }

/** Proposal of the product: mandatory answers 40, checked identifiers 25, point and photo 15, age of the confirmation 20. */
export const QUALITY_RULE = {
  inForceFrom: '2026-11-01',
  weights: { mandatory: 40, identifiers: 25, location: 15, freshness: 20 },
  /** Fresh for this long, then falling to nothing at the end, in months. */
  freshMonths: 12,
  staleMonths: 24,
} as const

/** One thing that should be there: its share within its part and whether it is there. */
type Item = { field: string; share: number; isThere: boolean; isUnstated?: boolean }

/**
 * How complete and how fresh a record is, with the list of what is missing.
 * "Tidak tahu" and "menolak" earn nothing, but are marked, so that nobody asks twice.
 * Source: registry notes, section 7 (proposal)
 */
export function qualityOf(record: OwnedBusiness, facts: QualityFacts): Quality {
  const items = { mandatory: mandatoryItems(record, facts), identifiers: identifierItems(record), location: locationItems(record, facts) }
  const age = facts.confirmedOn ? monthsBetween(facts.confirmedOn, facts.asOf) : undefined
  const { weights } = QUALITY_RULE
  const points = {
    mandatory: weights.mandatory * filledShare(items.mandatory),
    identifiers: weights.identifiers * filledShare(items.identifiers),
    location: weights.location * filledShare(items.location),
    freshness: weights.freshness * freshShare(age),
  }
  const missing = [...gaps('mandatory', items.mandatory), ...gaps('identifiers', items.identifiers), ...gaps('location', items.location)]
  const needsUpdate = age === undefined || age > QUALITY_RULE.freshMonths
  if (needsUpdate) missing.push({ part: 'freshness', field: 'confirmedOn', unstated: false })
  return { score: Math.round(points.mandatory + points.identifiers + points.location + points.freshness), points, missing, needsUpdate }
}

function mandatoryItems(record: OwnedBusiness, facts: QualityFacts): Item[] {
  const { owner } = record
  const stated = (field: keyof OwnedBusiness & string): Item => ({ field, share: 1, isThere: isStated(record[field]) })
  const amount = (field: 'capital' | 'annualSales'): Item => ({ ...stated(field), isUnstated: record.unknown?.[field] !== undefined })
  return [
    { field: 'owner.nationalId', share: 1, isThere: isStated(owner?.nationalId) },
    { field: 'owner.name', share: 1, isThere: isStated(owner?.name) },
    { field: 'owner.phone', share: 1, isThere: isStated(owner?.phone) },
    { field: 'consent', share: 1, isThere: facts.hasConsent },
    stated('name'), stated('address'), stated('villageCode'), stated('kbli'), stated('mainProduct'), stated('startedOn'),
    amount('capital'), amount('annualSales'), stated('salesYear'),
  ]
}

// The NIK weighs most because it tells people apart; a tax number only some owners need.
function identifierItems({ owner, nib, npwp, unknown }: OwnedBusiness): Item[] {
  const id = parseNationalId(owner?.nationalId ?? '')
  const isPlausible = id.ok && nationalIdWarnings(id.value, owner ? { gender: owner.gender } : {}).every((code) => code === 'sample-number')
  return [
    { field: 'owner.nationalId', share: 9, isThere: isPlausible },
    { field: 'owner.phone', share: 5, isThere: parsePhone(owner?.phone ?? '').ok },
    { field: 'nib', share: 6, isThere: parseBusinessNumber(nib ?? '').ok, isUnstated: unknown?.nib !== undefined },
    { field: 'owner.familyCardNumber', share: 2, isThere: parseFamilyCardNumber(owner?.familyCardNumber ?? '').ok },
    { field: 'npwp', share: 3, isThere: parseTaxNumber(npwp ?? owner?.npwp ?? '').ok, isUnstated: unknown?.npwp !== undefined },
  ]
}

function locationItems({ latitude, longitude }: OwnedBusiness, { hasPhoto }: QualityFacts): Item[] {
  return [
    { field: 'latitude', share: 8, isThere: latitude !== undefined && longitude !== undefined },
    { field: 'photo', share: 7, isThere: hasPhoto },
  ]
}

const isStated = (value: unknown) => value !== undefined && value !== null && value !== ''

function filledShare(items: Item[]): number {
  const total = items.reduce((sum, { share }) => sum + share, 0)
  return items.reduce((sum, { share, isThere }) => sum + (isThere ? share : 0), 0) / total
}

const gaps = (part: QualityPart, items: Item[]): QualityGap[] =>
  items.filter(({ isThere }) => !isThere).map(({ field, isUnstated = false }) => ({ part, field, unstated: isUnstated }))

function freshShare(months: number | undefined): number {
  const { freshMonths, staleMonths } = QUALITY_RULE
  if (months === undefined || months >= staleMonths) return 0
  return months <= freshMonths ? 1 : (staleMonths - months) / (staleMonths - freshMonths)
}

/** Months as a number with its fraction; less than nothing counts as nothing. */
function monthsBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return Math.max(0, from.until(to).total({ unit: 'months', relativeTo: from }))
}

import { Temporal } from 'temporal-polyfill'
import type { FactName, Facts } from './facts.ts'

type Maybe<T> = T | null | undefined
type Known = Partial<Record<FactName, Maybe<string | number | boolean>>>

/** What is not known has no value; a fact is never zero and never an empty text instead. */
const withoutGaps = (known: Known): Facts =>
  Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null && value !== undefined && value !== ''))

const day = (iso: Maybe<string>): Temporal.PlainDate | undefined => (iso ? Temporal.PlainDate.from(iso) : undefined)

/** Whole years or months that have passed since a day; none where the day is not known or lies ahead. */
function passed(since: Maybe<string>, today: Temporal.PlainDate, unit: 'years' | 'months'): number | undefined {
  const from = day(since)
  if (!from || Temporal.PlainDate.compare(from, today) > 0) return undefined
  return from.until(today, { largestUnit: unit })[unit]
}

/** The owner as the registry holds him; `birth` and `address` in the words of a letter. */
export type KnownOwner = {
  name: string; nationalId?: Maybe<string>; birthDate?: Maybe<string>; gender?: Maybe<string>; phone?: Maybe<string>
  birth?: Maybe<string>; address?: Maybe<string>
}

export const factsOfOwner = (owner: KnownOwner, today: Temporal.PlainDate): Facts => withoutGaps({
  'owner.name': owner.name, 'owner.nationalId': owner.nationalId, 'owner.birth': owner.birth, 'owner.address': owner.address,
  'owner.age': passed(owner.birthDate, today, 'years'), 'owner.gender': owner.gender, 'owner.phone': owner.phone,
})

/** A business as the registry holds it; the texts in the words of a letter. */
export type KnownBusiness = {
  name: string; registryNumber: string; address?: Maybe<string>; place: string; kbli?: Maybe<string>; activity?: Maybe<string>
  mainProduct?: Maybe<string>; startedOn?: Maybe<string>; scale?: Maybe<string>; scaleText?: Maybe<string>; criterion?: Maybe<string>
  capital?: Maybe<number>; annualSales?: Maybe<number>; status: string; verified: boolean; workersText?: Maybe<string>
  /** Paid and unpaid, men and women; what was not told is left out. */
  workers: Maybe<number>[]
  nib?: Maybe<string>; npwp?: Maybe<string>; pirt?: Maybe<string>; halalNumber?: Maybe<string>; trademarkNumber?: Maybe<string>
}

/** Heads as told; none where nobody told any. */
const sumOf = (told: readonly Maybe<number>[]): number | undefined => {
  const counts = told.filter((one) => one !== null && one !== undefined)
  return counts.length === 0 ? undefined : counts.reduce((sum, one) => sum + one, 0)
}

export function factsOfBusiness(one: KnownBusiness, today: Temporal.PlainDate): Facts {
  const workers = sumOf(one.workers)
  return withoutGaps({
    'business.name': one.name, 'business.registryNumber': one.registryNumber, 'business.address': one.address, 'business.place': one.place,
    'business.kbli': one.kbli, 'business.activity': one.activity, 'business.mainProduct': one.mainProduct, 'business.startedOn': one.startedOn,
    'business.monthsRunning': passed(one.startedOn, today, 'months'), 'business.scale': one.scale, 'business.scaleText': one.scaleText,
    'business.criterion': one.criterion, 'business.capital': one.capital, 'business.annualSales': one.annualSales, 'business.workers': workers,
    'business.workersText': workers === undefined ? undefined : one.workersText, 'business.status': one.status, 'business.verified': one.verified,
    'business.nib': one.nib, 'business.npwp': one.npwp, 'business.pirt': one.pirt, 'business.halal': one.halalNumber,
    'business.trademark': one.trademarkNumber,
  })
}

/** A cooperative as its register holds it. */
export type KnownCooperative = {
  name: string; registryNumber: string; address?: Maybe<string>; place: string
  kind: string; kindText?: Maybe<string>; level?: Maybe<string>
  pattern?: Maybe<string>; status: string; cooperativeNumber?: Maybe<string>; legalEntityNumber?: Maybe<string>; legalEntityDate?: Maybe<string>
  members: Maybe<number>[]; chair?: Maybe<string>
  bookYears: readonly { year: number; meetingOn?: Maybe<string>; healthGrade?: Maybe<string>; assets?: Maybe<number> }[]
}

/** The newest year of which something is known, and what. */
function newest<T>(years: KnownCooperative['bookYears'], of: (year: KnownCooperative['bookYears'][number]) => Maybe<T>): { year: number; value: T } | undefined {
  return years.toSorted((a, b) => b.year - a.year).flatMap((year) => {
    const value = of(year)
    return value === null || value === undefined ? [] : [{ year: year.year, value }]
  })[0]
}

/**
 * `lastMeetingYear` is the newest book year for which an annual meeting was held. `yearsWithoutMeeting` counts the book years that ended
 * since: 0 where the last ended one had its meeting. Of a cooperative of which no meeting is known it counts from its foundation.
 */
export function factsOfCooperative(one: KnownCooperative, today: Temporal.PlainDate): Facts {
  const meeting = newest(one.bookYears, ({ meetingOn }) => meetingOn)
  const founded = day(one.legalEntityDate)
  const since = meeting?.year ?? (founded === undefined ? undefined : founded.year - 1)
  return withoutGaps({
    'cooperative.name': one.name, 'cooperative.registryNumber': one.registryNumber, 'cooperative.address': one.address, 'cooperative.place': one.place,
    'cooperative.kind': one.kind, 'cooperative.kindText': one.kindText, 'cooperative.level': one.level, 'cooperative.pattern': one.pattern,
    'cooperative.status': one.status, 'cooperative.cooperativeNumber': one.cooperativeNumber, 'cooperative.legalEntityNumber': one.legalEntityNumber,
    'cooperative.legalEntityDate': one.legalEntityDate, 'cooperative.members': sumOf(one.members),
    'cooperative.yearsRunning': passed(one.legalEntityDate, today, 'years'), 'cooperative.lastMeetingYear': meeting?.year,
    'cooperative.yearsWithoutMeeting': since === undefined ? undefined : Math.max(0, today.year - 1 - since),
    'cooperative.healthGrade': newest(one.bookYears, ({ healthGrade }) => healthGrade)?.value,
    'cooperative.assets': newest(one.bookYears, ({ assets }) => assets)?.value, 'cooperative.chair': one.chair,
  })
}

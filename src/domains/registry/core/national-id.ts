import { Temporal } from 'temporal-polyfill'
import { fail, ok } from '../../../kernel/result.ts'
import type { Result } from '../../../kernel/result.ts'

export type Gender = 'female' | 'male'

/**
 * A citizen's number (NIK): 16 digits, region + DDMMYY (women day + 40) + serial.
 * `regionCode` is the district of the first registration, `35.15.08`; it does not follow when the person moves.
 * `birthDates` are the days the six digits can mean, the older first; empty for a day that is in no calendar (31 February).
 */
export type NationalId = {
  digits: string
  regionCode: string
  birthDates: Temporal.PlainDate[]
  gender: Gender
  serial: string
}

/** Why a text cannot be a NIK at all. */
export type NationalIdFault = 'not-digits' | 'wrong-length' | 'wrong-month' | 'wrong-day'

/** What deserves a look but may be true: numbers with a slip of the registrar are valid (PP 40/2019). */
export type NationalIdWarning =
  | 'sample-number'
  | 'region-unknown'
  | 'no-such-birth-date'
  | 'gender-differs'
  | 'birth-date-differs'

// Provinces by Kemendagri code, with 54 (Timor Timur) because people registered there before 1999 keep their number.
const PROVINCES = new Set((
  '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 54 61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96 97'
).split(' '))

/**
 * Reads a NIK as typed; spaces, dots and dashes do not matter.
 * Refuses only what can be no NIK: other signs, other length, month 00 or 13 and above, day 00, 32-40 or 72 and above.
 * Source: domain notes on the registry, section 5
 */
export function parseNationalId(text: string): Result<NationalId, NationalIdFault> {
  const digits = text.replace(/[\s.-]/g, '')
  if (!/^\d*$/.test(digits)) return fail('not-digits')
  if (digits.length !== 16) return fail('wrong-length')
  const written = { day: Number(digits.slice(6, 8)), month: Number(digits.slice(8, 10)), year: Number(digits.slice(10, 12)) }
  if (written.month < 1 || written.month > 12) return fail('wrong-month')
  const gender: Gender = written.day > 40 ? 'female' : 'male'
  const day = gender === 'female' ? written.day - 40 : written.day
  if (day < 1 || day > 31) return fail('wrong-day')
  return ok({
    digits,
    regionCode: `${digits.slice(0, 2)}.${digits.slice(2, 4)}.${digits.slice(4, 6)}`,
    birthDates: calendarDays(day, written.month, written.year),
    gender,
    serial: digits.slice(12),
  })
}

function calendarDays(day: number, month: number, twoDigitYear: number): Temporal.PlainDate[] {
  return [1900, 2000]
    .map((century) => ({ year: century + twoDigitYear, month, day }))
    .filter(({ year }) => day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth)
    .map((date) => Temporal.PlainDate.from(date))
}

/**
 * The birth date a NIK most likely means: the one that makes the person 17 to 100 years old on that day,
 * else the youngest age of a person already born (a child), else undefined.
 */
export function likelyBirthDate(id: NationalId, asOf: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const adult = id.birthDates.find((date) => {
    const age = ageOn(date, asOf)
    return age >= 17 && age <= 100
  })
  return adult ?? id.birthDates.findLast((date) => ageOn(date, asOf) >= 0)
}

/** Whole years of age on a day; negative before the birth. */
export function ageOn(birthDate: Temporal.PlainDate, day: Temporal.PlainDate): number {
  if (Temporal.PlainDate.compare(birthDate, day) > 0) return -1
  return birthDate.until(day, { largestUnit: 'year' }).years
}

/** What is known of the person from elsewhere; what is left out is not compared. `isKnownRegion` takes `35.15.08`. */
export type PersonFacts = { gender?: Gender; birthDate?: Temporal.PlainDate; isKnownRegion?: (districtCode: string) => boolean }

/** What to point out about a NIK. Never a reason to refuse: the card may be right and the other answer wrong. */
export function nationalIdWarnings(id: NationalId, person: PersonFacts = {}): NationalIdWarning[] {
  const { gender, birthDate, isKnownRegion = isKnownProvince } = person
  const warnings: NationalIdWarning[] = []
  if (id.serial === '0000') warnings.push('sample-number')
  if (!isKnownRegion(id.regionCode)) warnings.push('region-unknown')
  if (id.birthDates.length === 0) warnings.push('no-such-birth-date')
  if (gender && gender !== id.gender) warnings.push('gender-differs')
  const sameDay = birthDate && id.birthDates.some((date) => date.equals(birthDate))
  if (birthDate && id.birthDates.length > 0 && !sameDay) warnings.push('birth-date-differs')
  return warnings
}

const isKnownProvince = (districtCode: string) => PROVINCES.has(districtCode.slice(0, 2))

/** How a 16-digit number (NIK, family card) is shown by default: `3515********0001`. Anything else is hidden whole. */
export function maskSixteenDigits(digits: string): string {
  return /^\d{16}$/.test(digits) ? `${digits.slice(0, 4)}********${digits.slice(-4)}` : '*'.repeat(digits.length)
}

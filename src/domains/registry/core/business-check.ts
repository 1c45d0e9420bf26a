import { Temporal } from 'temporal-polyfill'
import type { Problem } from '../../../kernel/result.ts'
import { formatRupiah } from '../../../kernel/rupiah.ts'
import type { Rupiah } from '../../../kernel/rupiah.ts'
import { registryMessages as t } from '../messages.id.ts'
import { UNSTATABLE_FIELDS } from './business-choices.ts'
import type { KbliVersion } from './business-choices.ts'
import type { Business, OwnedBusiness, Owner } from './business-record.ts'
import { checkCoordinates } from './coordinates.ts'
import type { Box, CoordinatesFinding } from './coordinates.ts'
import { familyCardWarnings } from './family-card-number.ts'
import { parseHomeIndustryNumber } from './home-industry-number.ts'
import { nameSimilarity } from './names.ts'
import { ageOn, likelyBirthDate, nationalIdWarnings, parseNationalId } from './national-id.ts'
import { scaleOf } from './scale.ts'
import type { ScaleDecision } from './scale.ts'
import { differsFromNationalId, parseTaxNumber } from './tax-number.ts'

/** Something to look at again; the record passes all the same. `code` is stable, for lists and for the verifier. */
export type Warning = Problem & { code: string }

export type BusinessCheck = { problems: Problem[]; warnings: Warning[] }

/** What the rules need to know and the record does not say. All of it is looked up by the caller beforehand. */
export type BusinessContext = {
  asOf: Temporal.PlainDate
  /** `former`: a village that once was in the office's area and is no more. */
  villageStatus: (code: string) => 'active' | 'former' | 'unknown'
  /** In which versions of the KBLI the five digits are a class. */
  kbliVersionsOf: (code: string) => readonly KbliVersion[]
  /** How many other owners have this phone. */
  otherOwnersWithPhone?: number
  /** Whether the first three parts of a NIK are a district, `35.15.08`; without it only the province is checked. */
  isKnownRegion?: (districtCode: string) => boolean
  box?: Box
  /** The person of the account, when the record carries no owner. */
  owner?: Owner
}

/**
 * The checks between the fields, after each field alone has passed its schema.
 * Problems are only what cannot be; everything that may be true is a warning.
 * Source: registry notes sections 5 and 7; field checks of UM-02
 */
export function checkBusiness(record: OwnedBusiness, context: BusinessContext): BusinessCheck {
  const owner = record.owner ?? context.owner
  const found: BusinessCheck[] = [
    checkVillage(record, context),
    checkKbli(record, context),
    checkDates(record, context),
    checkUnstated(record),
    checkAmounts(record, scaleOfBusiness(record, context.asOf)),
    checkPlace(record, context),
    checkPermits(record, owner, context),
    checkPrograms(record, context),
    owner ? checkOwner(owner, context) : { problems: [], warnings: [] },
  ]
  return { problems: found.flatMap((each) => each.problems), warnings: found.flatMap((each) => each.warnings) }
}

/** Scale of a record by the rule of that day; undefined when neither capital nor sales are stated. */
export function scaleOfBusiness(
  record: Pick<Business, 'capital' | 'annualSales' | 'salesYear' | 'startedOn'>, asOf: Temporal.PlainDate,
): ScaleDecision | undefined {
  return scaleOf({ ...record, startedOn: record.startedOn === undefined ? null : Temporal.PlainDate.from(record.startedOn), asOf })
}

/** The version a code is meant in when the record does not say: 2020 where the code exists in it, else the one that has it. */
export function kbliVersionOf(record: Pick<Business, 'kbli' | 'kbliVersion'>, versions: readonly KbliVersion[]): KbliVersion {
  return record.kbliVersion ?? (versions.includes('2020') ? '2020' : (versions[0] ?? '2020'))
}

const nothing = (): BusinessCheck => ({ problems: [], warnings: [] })
const problem = (field: string, message: string): BusinessCheck => ({ problems: [{ field, message }], warnings: [] })

type RecordWarning = Exclude<keyof typeof t.recordWarnings, 'sales-differ-from-monthly' | 'maybe-millions'>
const warn = (field: string, code: RecordWarning): Warning => ({ field, code, message: t.recordWarnings[code] })

function checkVillage({ villageCode }: Business, { villageStatus }: BusinessContext): BusinessCheck {
  const status = villageStatus(villageCode)
  if (status === 'active') return nothing()
  return problem('villageCode', status === 'former' ? t.record.villageFormer : t.record.villageUnknown)
}

function checkKbli(record: Business, { kbliVersionsOf }: BusinessContext): BusinessCheck {
  if (record.kbli === undefined) return nothing()
  const versions = kbliVersionsOf(record.kbli)
  if (versions.length === 0) return problem('kbli', t.record.kbliUnknown)
  if (versions.includes(kbliVersionOf(record, versions))) return nothing()
  return problem('kbli', t.record.kbliOtherVersion(versions.join(', ')))
}

function checkDates({ startedOn, salesYear, annualSales, nibDate }: Business, { asOf }: BusinessContext): BusinessCheck {
  const check = nothing()
  const started = startedOn === undefined ? undefined : Temporal.PlainDate.from(startedOn)
  if (startedOn !== undefined && isAfter(startedOn, asOf)) check.problems.push({ field: 'startedOn', message: t.record.startedInFuture })
  else if (started && started.year < 1900) check.warnings.push(warn('startedOn', 'started-long-ago'))
  if (salesYear === null) {
    if (annualSales !== null) check.problems.push({ field: 'salesYear', message: t.fields.salesYear })
  } else if (salesYear > asOf.year) check.problems.push({ field: 'salesYear', message: t.record.salesYearInFuture })
  else if (started && salesYear < started.year) check.warnings.push(warn('salesYear', 'sales-before-start'))
  else if (salesYear === asOf.year) check.warnings.push(warn('salesYear', 'sales-year-not-over'))
  if (nibDate && isAfter(nibDate, asOf)) check.problems.push({ field: 'nibDate', message: t.record.dateInFuture })
  return check
}

function checkUnstated(record: Business): BusinessCheck {
  const check = nothing()
  for (const field of UNSTATABLE_FIELDS) {
    const stated = record[field] !== undefined && record[field] !== null
    if (stated && record.unknown?.[field]) check.problems.push({ field, message: t.record.amountAndReason })
  }
  for (const field of ['capital', 'annualSales'] as const) {
    if (record[field] === null && !record.unknown?.[field]) check.problems.push({ field, message: t.fields[field] })
  }
  return check
}

/** Below this a yearly sum or a capital was most likely typed in thousands or millions. */
const SUSPICIOUSLY_SMALL: Rupiah = 100_000

function checkAmounts(record: Business, scale: ScaleDecision | undefined): BusinessCheck {
  const { capital, annualSales, monthlySales } = record
  const check = nothing()
  for (const field of ['capital', 'annualSales'] as const) {
    const amount = record[field]
    if (amount === null || amount === 0 || amount >= SUSPICIOUSLY_SMALL) continue
    check.warnings.push({ field, code: 'maybe-millions', message: t.recordWarnings['maybe-millions'](formatRupiah(amount)) })
  }
  if (capital === 0) check.warnings.push(warn('capital', 'zero-capital'))
  if (annualSales === 0 && scale?.criterion === 'annualSales') check.warnings.push(warn('annualSales', 'zero-sales'))
  if (annualSales !== null && monthlySales !== undefined && isFarFromTwelveMonths(annualSales, monthlySales)) {
    const message = t.recordWarnings['sales-differ-from-monthly'](formatRupiah(12 * monthlySales))
    check.warnings.push({ field: 'annualSales', code: 'sales-differ-from-monthly', message })
  }
  if (scale && scale.scale !== 'micro') check.warnings.push(warn(scale.criterion, 'outgrown'))
  return check
}

// More than 30 % away from twelve months; in whole numbers, so that exactly 30 % still passes.
const isFarFromTwelveMonths = (annual: Rupiah, monthly: Rupiah) => 10 * Math.abs(annual - 12 * monthly) > 36 * monthly

function checkPlace({ latitude, longitude, accuracyM }: Business, { box }: BusinessContext): BusinessCheck {
  if (latitude === undefined && longitude === undefined) return nothing()
  if (latitude === undefined || longitude === undefined) {
    return problem(latitude === undefined ? 'latitude' : 'longitude', t.coordinates['one-only'])
  }
  const { problems, warnings } = checkCoordinates({ latitude, longitude, ...(accuracyM === undefined ? {} : { accuracyM }) }, box)
  const say = ({ code }: CoordinatesFinding) => ({ field: 'latitude', code, message: t.coordinates[code] })
  return { problems: problems.map(({ code }) => ({ field: 'latitude', message: t.coordinates[code] })), warnings: warnings.map(say) }
}

function checkPermits({ nibName, npwp, pirt, halalDate, halalUntil }: Business, owner: Owner | undefined, { asOf }: BusinessContext): BusinessCheck {
  const check = nothing()
  if (halalDate && isAfter(halalDate, asOf)) check.problems.push({ field: 'halalDate', message: t.record.dateInFuture })
  if (halalDate && halalUntil && halalUntil < halalDate) check.problems.push({ field: 'halalUntil', message: t.record.endsBeforeBegin })
  else if (halalUntil && isAfter(asOf.toString(), Temporal.PlainDate.from(halalUntil))) check.warnings.push(warn('halalUntil', 'halal-expired'))
  if (nibName && owner && nameSimilarity(nibName, owner.name) < 0.85) check.warnings.push(warn('nibName', 'nib-name-differs'))
  if (npwp && owner && taxNumberDiffers(npwp, owner)) check.warnings.push(warn('npwp', 'tax-number-differs'))
  const permit = pirt ? parseHomeIndustryNumber(pirt) : undefined
  if (permit?.ok && permit.value.expiresIn < asOf.year) check.warnings.push(warn('pirt', 'permit-expired'))
  return check
}

function checkPrograms({ programs = [] }: Business, { asOf }: BusinessContext): BusinessCheck {
  const check = nothing()
  programs.forEach(({ from, to }, at) => {
    if (from && isAfter(from, asOf)) check.problems.push({ field: `programs.${at}.from`, message: t.record.dateInFuture })
    if (from && to && to < from) check.problems.push({ field: `programs.${at}.to`, message: t.record.endsBeforeBegin })
  })
  return check
}

function checkOwner(owner: Owner, context: BusinessContext): BusinessCheck {
  const { asOf, otherOwnersWithPhone = 0 } = context
  const check = nothing()
  if (owner.birthDate && isAfter(owner.birthDate, asOf)) check.problems.push({ field: 'owner.birthDate', message: t.record.dateInFuture })
  const id = parseNationalId(owner.nationalId)
  const stated = owner.birthDate ? Temporal.PlainDate.from(owner.birthDate) : undefined
  if (id.ok) {
    const { isKnownRegion } = context
    const person = { gender: owner.gender, ...(stated ? { birthDate: stated } : {}), ...(isKnownRegion ? { isKnownRegion } : {}) }
    check.warnings.push(...nationalIdWarnings(id.value, person)
      .map((code) => ({ field: 'owner.nationalId', code, message: t.nationalIdWarnings[code] })))
  }
  const birthDate = stated ?? (id.ok ? likelyBirthDate(id.value, asOf) : undefined)
  const isMinor = birthDate !== undefined && ageOn(birthDate, asOf) < 17
  // Who is or was married is of age before the law, whatever the years.
  if (isMinor && (owner.maritalStatus ?? 'single') === 'single') check.warnings.push(warn('owner.birthDate', 'under-17'))
  if (owner.familyCardNumber) {
    check.warnings.push(...familyCardWarnings(owner.familyCardNumber, owner.nationalId)
      .map((code) => ({ field: 'owner.familyCardNumber', code, message: t.familyCardWarnings[code] })))
  }
  if (owner.npwp && taxNumberDiffers(owner.npwp, owner)) check.warnings.push(warn('owner.npwp', 'tax-number-differs'))
  if (otherOwnersWithPhone > 0) check.warnings.push(warn('owner.phone', 'phone-shared'))
  return check
}

function taxNumberDiffers(npwp: string, owner: Owner): boolean {
  const parsed = parseTaxNumber(npwp)
  return parsed.ok && differsFromNationalId(parsed.value, owner.nationalId)
}

const isAfter = (date: string, day: Temporal.PlainDate) => Temporal.PlainDate.compare(date, day) > 0

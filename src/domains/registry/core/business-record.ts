import { z } from 'zod'
import type { Result } from '../../../kernel/result.ts'
import { registryMessages as t } from '../messages.id.ts'
import * as choices from './business-choices.ts'
import { parseBusinessNumber } from './business-number.ts'
import { parseFamilyCardNumber } from './family-card-number.ts'
import { parseHomeIndustryNumber } from './home-industry-number.ts'
import { parseNationalId } from './national-id.ts'
import { parsePhone } from './phone.ts'
import { parseTaxNumber } from './tax-number.ts'

/** Largest sum taken, in rupiah; far above any business of the registry and exact as a number. */
const MOST_RUPIAH = 9_000_000_000_000_000

// Control signs cannot be stored, and line breaks pasted from elsewhere break letters and lists.
const oneLine = (text: string) => text.normalize('NFC').replace(/[\p{Cc}\s]+/gu, ' ').trim()

const line = (needed: string, most = 200) =>
  z.string({ error: needed }).overwrite(oneLine).min(1, needed).max(most, t.fields.tooLong(most))
    .regex(/^$|[\p{L}\p{N}]/u, t.fields.letters)
const optionalLine = (most = 200) => line(t.fields.text, most).optional()

type Parse<Fault> = (text: string) => Result<string, Fault>

/** A number the state issues: kept in its plain form when it can be read, refused with the sentence for its fault when not. */
function identifier<Fault extends string>(parse: Parse<Fault>, sentences: Record<Fault, string>, needed: string) {
  const plain = (text: string) => {
    const parsed = parse(text)
    return parsed.ok ? parsed.value : text
  }
  return z.string({ error: needed }).overwrite(plain).superRefine((text, ctx) => {
    const parsed = parse(text)
    if (!parsed.ok) ctx.addIssue({ code: 'custom', message: text.trim() === '' ? needed : sentences[parsed.error] })
  })
}

/** The digits of a number that reads into more than digits. */
const digitsOf = <Fault>(parse: (text: string) => Result<{ digits: string }, Fault>): Parse<Fault> => (text) => {
  const parsed = parse(text)
  return parsed.ok ? { ok: true, value: parsed.value.digits } : parsed
}

const taxNumber = identifier(digitsOf(parseTaxNumber), t.taxNumber, t.taxNumber['wrong-length'])
const date = (needed = t.fields.date) => z.iso.date({ error: (issue) => (issue.input === undefined ? needed : t.fields.date) })
const villageCode = (needed = t.fields.villageCode) =>
  z.string({ error: needed }).trim().min(1, needed).regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/, t.fields.villageForm)
const kbliCode = z.string({ error: t.fields.kbli }).trim().min(1, t.fields.kbli).regex(/^\d{5}$/, t.fields.kbliForm)
const rupiah = (needed = t.fields.money) =>
  z.int({ error: (issue) => (issue.input === undefined ? needed : t.fields.money) }).min(0, t.fields.money).max(MOST_RUPIAH, t.fields.money)
const headCount = z.int({ error: t.fields.count }).min(0, t.fields.count).max(100_000, t.fields.count).optional()
const yesNo = z.boolean({ error: t.fields.yesNo }).optional()
const oneOf = <const Codes extends readonly [string, ...string[]]>(codes: Codes) => z.enum(codes, { error: t.fields.choice }).optional()
const someOf = <const Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  z.array(z.enum(codes, { error: t.fields.choices }), { error: t.fields.choices }).max(codes.length, t.fields.choices).optional()
const neighbourhood = z.string({ error: t.fields.rt }).trim().regex(/^\d{1,3}$/, t.fields.rt)
  .overwrite((text) => text.padStart(3, '0')).optional()
const degrees = (sentence: string) => z.number({ error: sentence }).optional()

/**
 * The owner of a business (pengusaha). Only the first four are required; the rest raises completeness.
 * `address` and `villageCode` are those of the identity card, `residence…` where the person lives.
 */
export const ownerSchema = z.object({
  nationalId: identifier(digitsOf(parseNationalId), t.nationalId, t.nationalId.needed),
  name: line(t.fields.ownerName, 120),
  phone: identifier(parsePhone, t.phone, t.phone.needed),
  gender: z.enum(choices.GENDERS, { error: t.fields.gender }),
  familyCardNumber: identifier(parseFamilyCardNumber, t.familyCard, t.familyCard['wrong-length']).optional(),
  birthPlace: optionalLine(100),
  birthDate: date().optional(),
  education: oneOf(choices.EDUCATION_LEVELS),
  disability: yesNo,
  disabilityKind: optionalLine(100),
  maritalStatus: oneOf(choices.MARITAL_STATUSES),
  address: optionalLine(),
  villageCode: villageCode().optional(),
  residenceAddress: optionalLine(),
  residenceVillageCode: villageCode().optional(),
  /** Whether the household stands in the social register (DTSEN), and gets family aid (PKH): only as the person tells it. */
  inSocialRegister: yesNo,
  receivesFamilyAid: yesNo,
  email: z.string({ error: t.fields.email }).trim().regex(z.regexes.email, t.fields.email).max(254, t.fields.email).optional(),
  npwp: taxNumber.optional(),
})

/** One part in a programme (block I of the code book): from when to when, worth how much, and which officer knows of it. */
export const programSchema = z.object({
  kind: z.enum(choices.PROGRAM_KINDS, { error: t.fields.choice }),
  name: optionalLine(150),
  from: date().optional(),
  to: date().optional(),
  value: rupiah().optional(),
  officer: optionalLine(120),
})

/** What people who enter a business are asked in any case; a list of another office may not know it. */
const asked = { address: line(t.fields.address), kbli: kbliCode, startedOn: date(t.fields.startedOn) }

/**
 * A business as its owner or an officer states it (registry code book, section 3). Sums in whole rupiah, dates `2024-03-01`.
 * `capital` is what works in it now, without land and building; `annualSales` is what was sold in `salesYear`.
 * Both are null only when `unknown` says why. Latitude and longitude in degrees (WGS 84).
 */
export const businessSchema = z.object({
  name: line(t.fields.name, 150),
  villageCode: villageCode(),
  ...asked,
  kbliVersion: oneOf(choices.KBLI_VERSIONS),
  capital: rupiah(t.fields.capital).nullable(),
  annualSales: rupiah(t.fields.annualSales).nullable(),
  salesYear: z.int({ error: t.fields.salesYear }).min(1900, t.fields.salesYear).max(9999, t.fields.salesYear).nullable(),
  unknown: z.partialRecord(z.enum(choices.UNSTATABLE_FIELDS), z.enum(choices.UNSTATED_REASONS, { error: t.fields.unknown }), {
    error: t.fields.unknown,
  }).optional(),

  brand: optionalLine(100),
  rt: neighbourhood,
  rw: neighbourhood,
  hamlet: optionalLine(100),
  postalCode: z.string({ error: t.fields.postalCode }).trim().regex(/^\d{5}$/, t.fields.postalCode).optional(),
  latitude: degrees(t.fields.latitude),
  longitude: degrees(t.fields.longitude),
  accuracyM: z.number({ error: t.fields.accuracy }).min(0, t.fields.accuracy).optional(),
  coordinatesSource: oneOf(choices.COORDINATES_SOURCES),
  placeKind: oneOf(choices.PLACE_KINDS),
  placeOwnership: oneOf(choices.PLACE_OWNERSHIPS),
  legalForm: oneOf(choices.LEGAL_FORMS),
  status: oneOf(choices.BUSINESS_STATUSES),

  otherKbli: z.array(kbliCode, { error: t.fields.kbli }).max(10, t.fields.choices).optional(),
  mainProduct: optionalLine(150),
  description: optionalLine(1000),
  productionMethod: oneOf(choices.PRODUCTION_METHODS),
  monthlyCapacity: z.number({ error: t.fields.number }).min(0, t.fields.number).optional(),
  capacityUnit: optionalLine(30),
  activeMonths: z.array(z.int({ error: t.fields.activeMonths }).min(1, t.fields.activeMonths).max(12, t.fields.activeMonths))
    .max(12, t.fields.activeMonths).optional(),

  workersPaidMale: headCount,
  workersPaidFemale: headCount,
  workersUnpaidMale: headCount,
  workersUnpaidFemale: headCount,
  workersDisabled: headCount,
  hasWorkersInsurance: yesNo,

  startingCapital: rupiah().optional(),
  assets: rupiah().optional(),
  monthlySales: rupiah().optional(),
  monthlyCosts: rupiah().optional(),
  bookkeeping: oneOf(choices.BOOKKEEPINGS),
  hasBankAccount: yesNo,
  capitalSources: someOf(choices.CAPITAL_SOURCES),
  hasRunningLoan: yesNo,

  marketAreas: someOf(choices.MARKET_AREAS),
  salesChannels: someOf(choices.SALES_CHANNELS),
  onlineShop: optionalLine(),
  marketplaces: someOf(choices.MARKETPLACES),
  partnership: optionalLine(),
  usesSmartphone: yesNo,
  usesInternet: yesNo,
  acceptsQris: yesNo,
  usesCashierApp: yesNo,

  nib: identifier(parseBusinessNumber, t.businessNumber, t.businessNumber['wrong-length']).optional(),
  nibDate: date().optional(),
  nibName: optionalLine(120),
  npwp: taxNumber.optional(),
  pirt: identifier(digitsOf(parseHomeIndustryNumber), t.homeIndustry, t.homeIndustry['wrong-length']).optional(),
  ossScale: oneOf(choices.OSS_SCALES),
  halalNumber: optionalLine(60),
  halalDate: date().optional(),
  halalUntil: date().optional(),
  trademarkNumber: optionalLine(60),
  trademarkClasses: z.array(z.int({ error: t.fields.trademarkClass }).min(1, t.fields.trademarkClass).max(45, t.fields.trademarkClass), { error: t.fields.trademarkClass })
    .max(45, t.fields.trademarkClass).optional(),
  bpomNumber: optionalLine(60),
  hygieneNumber: optionalLine(60),
  standardNumber: optionalLine(60),
  otherRights: optionalLine(),
  oldLicenceNumber: optionalLine(60),

  programs: z.array(programSchema, { error: t.fields.choices }).max(50, t.fields.choices).optional(),

  respondent: oneOf(choices.RESPONDENTS),
  visitOutcome: oneOf(choices.VISIT_OUTCOMES),
  interviewedAt: z.iso.datetime({ offset: true, error: t.fields.moment }).optional(),
  formVersion: optionalLine(30),
})

/** What `POST /businesses` takes. A citizen leaves the owner out: it is the person of the account. An officer must give it. */
/** A business as a list may know it: less than a person is asked. */
export const listedBusinessSchema = businessSchema.partial(
  { address: true, kbli: true, startedOn: true },
)

/** What a list tells of a business and of its owner: every value checked by itself, and only the least required; of one that is known, nothing is. */
export const mentionSchema = businessSchema.partial()
export const listedRowSchema = mentionSchema.required({ name: true, villageCode: true })
export const listedOwnerSchema = ownerSchema.partial().required({ name: true })

export const businessRequestSchema = businessSchema.extend({ owner: ownerSchema.optional() })

/** What `PATCH /businesses/{id}` takes: only what changes. Check the whole record again after laying the change over it. */
export const businessChangeSchema = businessSchema.partial().extend({ owner: ownerSchema.partial().optional() })

export type Owner = z.infer<typeof ownerSchema>
export type Mention = z.infer<typeof mentionSchema>
export type ListedBusiness = z.infer<typeof listedRowSchema>
export type ListedOwner = z.infer<typeof listedOwnerSchema>
/** A business as kept: what people are asked in any case may be missing where only a list told of it. */
export type Business = z.infer<typeof listedBusinessSchema>
export type Program = z.infer<typeof programSchema>
/** A business with its owner, as far as both are known. */
export type OwnedBusiness = Business & { owner?: Owner | undefined }
export type BusinessRequest = z.infer<typeof businessRequestSchema>
export type BusinessChange = z.infer<typeof businessChangeSchema>

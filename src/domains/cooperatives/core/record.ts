import { z } from 'zod'
import type { Result } from '../../../kernel/result.ts'
import { cooperativeMessages as t } from '../messages.id.ts'
import * as choices from './choices.ts'
import { parseBodyTaxNumber, parseBusinessNumber, parseCooperativeNumber, parseTelephone } from './identity.ts'

/** Largest sum taken, in rupiah; exact as a number. */
const MOST_RUPIAH = 9_000_000_000_000_000
/** Fits the column; no cooperative has more. */
const MOST_PEOPLE = 10_000_000

// Control signs cannot be stored, and line breaks pasted from elsewhere break letters and lists.
const oneLine = (text: string) => text.normalize('NFC').replace(/[\p{Cc}\s]+/gu, ' ').trim()

const line = (needed: string, most: number) =>
  z.string({ error: needed }).overwrite(oneLine).min(1, needed).max(most, t.fields.tooLong(most)).regex(
    /^$|[\p{L}\p{N}]/u, t.fields.letters,
  )
const optionalLine = (most: number) => line(t.fields.text, most).optional()

/** A number kept in its plain form when it can be read, refused with the sentence for its fault when not. */
function identifier<Fault extends string>(parse: (text: string) => Result<string, Fault>, sentences: Record<Fault, string>) {
  const plain = (text: string) => {
    const parsed = parse(text)
    return parsed.ok ? parsed.value : text
  }
  return z.string({ error: t.fields.text }).overwrite(plain).superRefine((text, ctx) => {
    const parsed = parse(text)
    if (!parsed.ok) ctx.addIssue({ code: 'custom', message: sentences[parsed.error] })
  }).optional()
}

const date = (needed = t.fields.date) => z.iso.date({ error: (issue) => (issue.input === undefined ? needed : t.fields.date) })
const villageCode = z.string({ error: t.fields.villageCode }).trim().min(1, t.fields.villageCode).regex(
  /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/, t.fields.villageForm,
)
const kbliCode = z.string({ error: t.fields.kbli }).trim().regex(/^\d{5}$/, t.fields.kbli).optional()
const people = z.int({ error: t.fields.count }).min(0, t.fields.count).max(MOST_PEOPLE, t.fields.count).optional()
const rupiah = z.int({ error: t.fields.money }).min(0, t.fields.money).max(MOST_RUPIAH, t.fields.money).optional()
const surplus = z.int({ error: t.fields.surplus }).min(-MOST_RUPIAH, t.fields.surplus).max(MOST_RUPIAH, t.fields.surplus).optional()
const yesNo = z.boolean({ error: t.fields.yesNo }).optional()
const oneOf = <const Codes extends readonly [string, ...string[]]>(codes: Codes) => z.enum(codes, { error: t.fields.choice }).optional()
const neighbourhood = z.string({ error: t.fields.rt }).trim().regex(/^\d{1,3}$/, t.fields.rt).overwrite((text) =>
  text.padStart(3, '0')).optional()
const reason = z.enum(choices.UNSTATED_REASONS, { error: t.fields.unknown })

/** An office besides the main one. One that was closed stays in the list with its day. */
export const branchSchema = z.object({
  kind: z.enum(choices.BRANCH_KINDS, { error: t.fields.choice }), name: line(t.fields.branchName, 150), address: optionalLine(200),
  openedOn: date().optional(), closedOn: date().optional(),
})

/**
 * A cooperative as it or an officer states it (registry notes, section 4). Dates `2024-03-01`. Only the first six are required;
 * the rest raises completeness. `unknown` says of a question that it was asked and not answered.
 */
export const cooperativeSchema = z.object({
  name: line(t.fields.name, 150),
  kind: z.enum(choices.KINDS, { error: t.fields.kind }),
  legalEntityNumber: line(t.fields.legalEntityNumber, 60),
  legalEntityDate: date(t.fields.legalEntityDate),
  address: line(t.fields.address, 200),
  villageCode,
  unknown: z.partialRecord(z.enum(choices.UNSTATABLE), reason, { error: t.fields.unknown }).optional(),

  cooperativeNumber: identifier(parseCooperativeNumber, t.cooperativeNumber),
  amendmentNumber: optionalLine(60),
  amendmentDate: date().optional(),
  notary: optionalLine(120),
  rt: neighbourhood,
  rw: neighbourhood,
  postalCode: z.string({ error: t.fields.postalCode }).trim().regex(/^\d{5}$/, t.fields.postalCode).optional(),
  latitude: z.number({ error: t.fields.latitude }).min(-90, t.fields.latitude).max(90, t.fields.latitude).optional(),
  longitude: z.number({ error: t.fields.longitude }).min(-180, t.fields.longitude).max(180, t.fields.longitude).optional(),
  phone: identifier(parseTelephone, t.phone),
  email: z.string({ error: t.fields.email }).trim().regex(z.regexes.email, t.fields.email).max(254, t.fields.email).optional(),
  npwp: identifier(parseBodyTaxNumber, t.taxNumber),
  nib: identifier(parseBusinessNumber, t.businessNumber),
  level: oneOf(choices.LEVELS),
  pattern: oneOf(choices.PATTERNS),
  group: oneOf(choices.GROUPS),
  sector: optionalLine(150),
  kbli: kbliCode,
  kbliVersion: oneOf(['2020', '2025']),
  hasSavingsUnit: yesNo,
  membershipArea: oneOf(choices.MEMBERSHIP_AREAS),
  loop: oneOf(choices.LOOPS),

  membersFemale: people,
  membersMale: people,
  candidateMembers: people,
  memberCooperatives: people,
  employeesFemale: people,
  employeesMale: people,

  bookYearEndMonth: z.int({ error: t.fields.month }).min(1, t.fields.month).max(12, t.fields.month).optional(),
  certificateNumber: optionalLine(60),
  certificateDate: date().optional(),
  certificateGrade: oneOf(choices.CERTIFICATE_GRADES),
  kukClass: oneOf(choices.KUK_CLASSES),
  savingsLicenceNumber: optionalLine(60),
  savingsLicenceDate: date().optional(),
  branches: z.array(branchSchema, { error: t.fields.branches }).max(100, t.fields.branches).optional(),
  kdkmpScheme: oneOf(choices.KDKMP_SCHEMES),
  outlets: z.array(
    z.enum(choices.OUTLETS, { error: t.fields.choices }), { error: t.fields.choices },
  ).max(choices.OUTLETS.length).optional(),
  operatingSince: date().optional(),

  status: oneOf(choices.COOPERATIVE_STATUSES),
  statusDate: date().optional(),
  statusReason: optionalLine(300),
})

/** Who holds which office, since when and until when. `villageHead`: holds it because of being head of the village (KDKMP). */
export const positionSchema = z.object({
  organ: z.enum(choices.ORGANS, { error: t.fields.organ }),
  role: z.enum(choices.POSITION_ROLES, { error: t.fields.role }),
  name: line(t.fields.personName, 120),
  gender: oneOf(choices.GENDERS),
  phone: identifier(parseTelephone, t.phone),
  from: date().optional(),
  to: date().optional(),
  villageHead: yesNo,
})

const sums = Object.fromEntries(choices.YEAR_SUMS.map((sum) => [sum, sum === 'netSurplus' ? surplus : rupiah])) as
  Record<(typeof choices.YEAR_SUMS)[number], typeof rupiah>

/**
 * What is known of one book year (tahun buku): the annual meeting, the audit, the health examination, the sums in whole rupiah.
 * `turnover` is volume usaha, `netSurplus` the SHU and may be below zero.
 */
export const bookYearSchema = z.object({
  year: z.int({ error: t.fields.year }).min(1950, t.fields.year).max(2200, t.fields.year),
  unknown: z.partialRecord(z.enum(choices.YEAR_SUMS), reason, { error: t.fields.unknown }).optional(),
  meetingOn: date().optional(),
  meetingReportedOn: date().optional(),
  membersRegistered: people,
  membersAttended: people,
  quorumMet: yesNo,
  meetingResult: oneOf(choices.MEETING_RESULTS),
  auditor: optionalLine(150),
  auditOpinion: oneOf(choices.AUDIT_OPINIONS),
  auditedOn: date().optional(),
  healthGrade: oneOf(choices.HEALTH_GRADES),
  healthScore: z.number({ error: t.fields.score }).min(0, t.fields.score).max(100, t.fields.score).optional(),
  healthExaminedOn: date().optional(),
  ...sums,
})

/** A NIK is taken in, links the position to a person of the registry and is never kept here. */
const positionGiven = positionSchema.extend({
  nationalId: z.string({ error: t.fields.nationalId }).max(30, t.fields.nationalId).optional(),
})

/** What `POST /cooperatives` takes. */
export const cooperativeRequestSchema = cooperativeSchema.extend({
  positions: z.array(positionGiven, { error: t.fields.positions }).max(40, t.fields.positions).optional(),
  bookYears: z.array(bookYearSchema, { error: t.fields.bookYears }).max(30, t.fields.bookYears).optional(),
})

/**
 * A position with `id` changes that one, without it is added; `removed` takes out what was entered by mistake. An end of office is `to`.
 */
const positionChange = z.object(emptied(positionGiven.shape)).partial().extend({
  id: z.string().optional(), removed: z.literal(true).optional(),
})

/**
 * What `PATCH /cooperatives/{id}` takes: only what changes; null empties an optional answer. A book year changes the answers it names
 * and leaves the others.
 */
export const cooperativeChangeSchema = z.object(emptied(cooperativeSchema.shape)).partial().extend({
  positions: z.array(positionChange, { error: t.fields.positions }).max(40, t.fields.positions).optional(),
  bookYears: z.array(
    z.object(emptied(bookYearSchema.shape)).partial().extend({ year: bookYearSchema.shape.year }), { error: t.fields.bookYears },
  )
    .max(30, t.fields.bookYears).optional(),
})

type Emptied<S extends z.ZodRawShape> = { [K in keyof S]: S[K] extends z.ZodOptional ? z.ZodNullable<S[K]> : S[K] }

/** Optional answers may be emptied by null, required ones not. */
function emptied<S extends z.ZodRawShape>(shape: S): Emptied<S> {
  const entries = Object.entries(shape).map(([key, schema]) => [key, schema instanceof z.ZodOptional ? schema.nullable() : schema])
  return Object.fromEntries(entries) as Emptied<S>
}

export type Cooperative = z.infer<typeof cooperativeSchema>
export type PositionTold = z.infer<typeof positionSchema>
/** A position as kept; `personId` links it to a person of the registry. */
export type Position = PositionTold & { id: string; personId?: string | undefined }
export type Branch = z.infer<typeof branchSchema>
export type BookYear = z.infer<typeof bookYearSchema>
export type CooperativeRequest = z.infer<typeof cooperativeRequestSchema>
export type CooperativeChange = z.infer<typeof cooperativeChangeSchema>

/** All that acts say of a cooperative. */
export type Whole = { record: Cooperative; positions: Position[]; bookYears: BookYear[] }


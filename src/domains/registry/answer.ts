import { z } from 'zod'
import type { Temporal } from 'temporal-polyfill'
import { formatInstant, wibDate } from '../../kernel/wib.ts'
import { BUSINESS_STATUSES, KBLI_VERSIONS, SOURCES } from './core/business-choices.ts'
import type { Warning } from './core/business-check.ts'
import { listedBusinessSchema, ownerSchema } from './core/business-record.ts'
import { type Quality, qualityOf } from './core/completeness.ts'
import { maskSixteenDigits } from './core/national-id.ts'
import { maskPhone } from './core/phone.ts'
import type { ListedBusiness } from './business-list.ts'
import type { KeptBusiness } from './business-store.ts'
import type { Person } from './person-store.ts'

const SCALES = ['micro', 'small', 'medium', 'large'] as const
const CRITERIA = ['annualSales', 'capital'] as const

/** How a warning is told beside a record that passed. */
export const warningSchema = z.object({ field: z.string(), code: z.string(), message: z.string() })

const heldSchema = z.object({
  id: z.string(), registryNumber: z.string(), ownerId: z.string(), status: z.enum(BUSINESS_STATUSES),
  kbliVersion: z.enum(KBLI_VERSIONS).nullable(), kbliTitle: z.string().nullable(), village: z.string(), districtCode: z.string(), district: z.string(),
  scale: z.enum(SCALES).nullable(), createdAt: z.string(),
})

/** A line of `GET /businesses`: without money and numbers. */
export const listedSchema = heldSchema.extend({
  name: z.string(), ownerName: z.string(), villageCode: z.string(), kbli: z.string().nullable(), isVerified: z.boolean(), lastConfirmedAt: z.string(),
})

/** What the API answers about one business. Numbers of the owner are masked (`3515********0000`); whole ones are asked for and logged. */
export const businessAnswerSchema = listedBusinessSchema.extend({
  ...heldSchema.shape,
  nationalIdChecked: z.literal(false),
  // Masked: no longer a number that can be checked.
  npwp: z.string().optional(),
  version: z.int(), scaleCriterion: z.enum(CRITERIA).nullable(), source: z.enum(SOURCES),
  /** The record that took its place, when this one was a double. */
  mergedInto: z.string().nullable(),
  verifiedAt: z.string().nullable(), lastConfirmedAt: z.string(), updatedAt: z.string(),
  owner: ownerSchema.omit({ nationalId: true, familyCardNumber: true, phone: true, npwp: true, gender: true, email: true }).extend({
    id: z.string(), gender: ownerSchema.shape.gender.optional(),
    nationalId: z.string().optional(), familyCardNumber: z.string().optional(), phone: z.string().optional(), npwp: z.string().optional(),
  }),
  completeness: z.object({ score: z.int(), needsUpdate: z.boolean(), missing: z.array(z.object({ part: z.string(), field: z.string(),
    unstated: z.boolean() })) }),
  warnings: z.array(warningSchema),
  /** Only in the answer to an owner's change of a verified business. */
  proposal: z.object({ id: z.string(), status: z.enum(['accepted', 'pending']), fields: z.array(z.string()) }).optional(),
})

export type BusinessAnswer = z.input<typeof businessAnswerSchema>

/** How complete and fresh the record is on that day. */
export function qualityOfKept(kept: KeptBusiness, person: Person, now: Temporal.Instant): Quality {
  const { nationalId = '', phone = '', gender = 'female' } = person
  return qualityOf({ ...kept.record, owner: { ...person, nationalId, phone, gender } }, {
    asOf: wibDate(now), hasConsent: kept.ownerReadNotice, hasPhoto: kept.hasPhoto, confirmedOn: wibDate(kept.lastConfirmedAt),
  })
}

type Masks = Pick<Person, 'nationalId' | 'familyCardNumber' | 'npwp' | 'phone'>

/** The numbers of a person as they are shown by default. */
export function masksOf(one: Masks): Masks {
  return {
    ...(one.nationalId ? { nationalId: maskSixteenDigits(one.nationalId) } : {}),
    ...(one.familyCardNumber ? { familyCardNumber: maskSixteenDigits(one.familyCardNumber) } : {}),
    ...(one.npwp ? { npwp: maskSixteenDigits(one.npwp) } : {}),
    ...(one.phone ? { phone: maskPhone(one.phone) } : {}),
  }
}

/** The answer of the API about a business. */
export function answerOf(kept: KeptBusiness, person: Person,
  facts: { now: Temporal.Instant; warnings: Warning[] }): BusinessAnswer {
  const { score, needsUpdate, missing } = qualityOfKept(kept, person, facts.now)
  const { id, name, gender, birthPlace, birthDate, education, disability, disabilityKind, maritalStatus, address, villageCode } = person
  return {
    ...kept.record, ...masksOf(kept.record), kbliVersion: kept.record.kbliVersion ?? null, mergedInto: kept.mergedInto,
    id: kept.id, registryNumber: kept.registryNumber, ownerId: kept.ownerId, version: kept.version,
    kbliTitle: kept.kbliTitle, village: kept.village, districtCode: kept.districtCode, district: kept.district,
    scale: kept.scale, scaleCriterion: kept.scaleCriterion, source: kept.source,
    // Without an agreement with Dukcapil only the form of a NIK can be checked, and this must be said (Permendagri 102/2019).
    nationalIdChecked: false,
    verifiedAt: kept.verifiedAt ? formatInstant(kept.verifiedAt) : null, lastConfirmedAt: formatInstant(kept.lastConfirmedAt),
    createdAt: formatInstant(kept.createdAt), updatedAt: formatInstant(kept.updatedAt),
    owner: {
      id, name, gender, birthPlace, birthDate, education, disability, disabilityKind, maritalStatus, address, villageCode,
      residenceAddress: person.residenceAddress, residenceVillageCode: person.residenceVillageCode, ...masksOf(person),
    },
    completeness: { score, needsUpdate, missing },
    warnings: facts.warnings,
  }
}

/** A line of the list as the API answers it. */
export function listedAnswer(one: ListedBusiness): z.input<typeof listedSchema> {
  return { ...one, createdAt: new Date(one.createdAt).toISOString(), lastConfirmedAt: new Date(one.lastConfirmedAt).toISOString() }
}

import { z } from 'zod'
import { formatInstant, wibDate } from '../../kernel/wib.ts'
import type { Unit } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { findPerson, maskPhone, maskSixteenDigits } from '../registry/index.ts'
import type { KeptCooperative } from './cooperative-store.ts'
import { meetingDeadline, meetingState } from './core/annual-meeting.ts'
import { isHeldOn } from './core/board-check.ts'
import type { Warning } from './core/finding.ts'
import { COOPERATIVE_STATUSES, LEVELS } from './core/choices.ts'
import { completenessOf } from './core/completeness.ts'
import { maskTaxNumber } from './core/identity.ts'
import { type Position, bookYearSchema, cooperativeSchema, positionSchema } from './core/record.ts'
import { SOURCES } from './core/sources.ts'
import { supervisorOf } from './core/supervisor.ts'

const MEETING_STATES = ['on-time', 'after-target', 'late', 'waiting', 'due', 'missed'] as const

const bookYearAnswer = bookYearSchema.extend({
  /** Day until which the annual meeting was asked for, and the last day by law. */
  meetingTarget: z.string(), meetingHard: z.string(), meetingState: z.enum(MEETING_STATES),
})

/** A NIK is only ever shown masked, and only where a person of the registry stands behind the position. */
const positionAnswer = positionSchema.omit({ phone: true }).extend({
  id: z.string(), isCurrent: z.boolean(), phone: z.string().optional(), nationalId: z.string().optional(),
})

/** What the API answers about one cooperative: telephone, tax number and numbers of people are masked. */
export const cooperativeAnswerSchema = cooperativeSchema.omit({ phone: true, npwp: true }).extend({
  id: z.string(), registryNumber: z.string(), version: z.int(), mergedInto: z.string().nullable(), level: z.enum(LEVELS), status: z.enum(COOPERATIVE_STATUSES),
  phone: z.string().optional(), npwp: z.string().optional(),
  village: z.string(), districtCode: z.string(), district: z.string(),
  supervisor: z.enum(['regency', 'province', 'ministry']).nullable(),
  source: z.enum(SOURCES), lastConfirmedAt: z.string(), createdAt: z.string(), updatedAt: z.string(),
  positions: z.array(positionAnswer), bookYears: z.array(bookYearAnswer),
  completeness: z.object({
    score: z.int(), needsUpdate: z.boolean(), missing: z.array(z.object({ part: z.string(), field: z.string(), unstated: z.boolean() })),
  }),
  warnings: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })),
  proposal: z.object({ id: z.string(), status: z.enum(['accepted', 'pending']), fields: z.array(z.string()) }).optional(),
})

export type CooperativeAnswer = z.input<typeof cooperativeAnswerSchema>

/** How complete and fresh a record is on that day. */
export const completenessOfKept = (kept: KeptCooperative, { now }: Pick<Unit, 'now'>) =>
  completenessOf(kept, { asOf: wibDate(now), confirmedOn: wibDate(kept.lastConfirmedAt) })

/** The masked NIK of everybody behind a position, by person. */
export async function maskedIds(
  { tx }: Pick<Unit, 'tx'>, { keys }: Pick<Tools, 'keys'>, positions: readonly Position[],
): Promise<Map<string, string>> {
  const masked = new Map<string, string>()
  for (const id of new Set(positions.flatMap(({ personId }) => personId ?? []))) {
    const person = await findPerson(tx, keys, id)
    if (person?.nationalId) masked.set(id, maskSixteenDigits(person.nationalId))
  }
  return masked
}

/** The answer of the API about a cooperative. */
export async function answerOf(
  unit: Pick<Unit, 'tx' | 'now'>, tools: Pick<Tools, 'keys'>, kept: KeptCooperative, warnings: Warning[],
): Promise<CooperativeAnswer> {
  const { phone, npwp, ...record } = kept.record
  const today = wibDate(unit.now)
  const ids = await maskedIds(unit, tools, kept.positions)
  const level = record.level ?? 'primary'
  return {
    ...record, level, status: record.status ?? 'active', ...(phone ? { phone: maskPhone(phone) } : {}),
    ...(npwp ? { npwp: maskTaxNumber(npwp) } : {}),
    id: kept.id, registryNumber: kept.registryNumber, version: kept.version, mergedInto: kept.mergedInto,
    village: kept.village, districtCode: kept.districtCode,
    district: kept.district,
    supervisor: supervisorOf(record.membershipArea) ?? null, source: kept.source, lastConfirmedAt: formatInstant(kept.lastConfirmedAt),
    createdAt: formatInstant(kept.createdAt), updatedAt: formatInstant(kept.updatedAt),
    positions: kept.positions.map(({ personId, phone: own, ...position }) => ({
      ...position, isCurrent: isHeldOn(position, today), ...(own ? { phone: maskPhone(own) } : {}),
      ...(personId !== undefined && ids.has(personId) ? { nationalId: ids.get(personId) } : {}),
    })),
    bookYears: kept.bookYears.map((year) => {
      const asked = { bookYear: year.year, endMonth: record.bookYearEndMonth, level }
      const { target, hard } = meetingDeadline(asked)
      return {
        ...year, meetingTarget: target.toString(), meetingHard: hard.toString(), meetingState: meetingState(asked, year.meetingOn, today),
      }
    }),
    completeness: completenessOfKept(kept, unit), warnings,
  }
}

import { type Problem, type Result, invalid, ok } from '../../../kernel/result.ts'
import { type Actor, may } from '../../../kernel/rights.ts'
import { wibDate } from '../../../kernel/wib.ts'
import type { Unit } from '../../../platform/db/unit.ts'
import { actingFor, findCooperativeCard, mayActFor } from '../../cooperatives/index.ts'
import { findPersonCard, findStandingBusinessCard } from '../../registry/index.ts'
import type { ServiceDefinition } from '../../services/index.ts'
import { applicationsId as words } from '../messages.id.ts'
import type { Application } from '../store.ts'

/** For what somebody asks, as the row keeps it: a business, a cooperative, or neither; and the place of it. */
export type Subject = { businessId?: string; cooperativeId?: string; villageCode?: string; districtCode?: string }
/** What a draft says it is for. */
export type Wished = { businessId?: string | undefined; cooperativeId?: string | undefined }

const problem = (field: string, message: string) => invalid([{ field, message }])

/** A business of the person who asks. */
export async function ownBusiness(unit: Unit, businessId: string, ownerId: string): Promise<Result<{ businessId: string; villageCode: string; districtCode: string }>> {
  const card = await findStandingBusinessCard(unit.tx, businessId)
  if (!card) return problem('businessId', words.noSuchBusiness)
  if (card.ownerId !== ownerId) return problem('businessId', words.foreignBusiness)
  return ok({ businessId: card.id, villageCode: card.villageCode, districtCode: card.districtCode })
}

/** A cooperative for which the person who asks may act today. */
async function ownCooperative(unit: Unit, officeId: string, cooperativeId: string, ownerId: string): Promise<Result<Subject>> {
  const card = await findCooperativeCard(unit.tx, cooperativeId)
  if (!card || card.officeId !== officeId) return problem('cooperativeId', words.noSuchCooperative)
  if (!await mayActFor(unit.tx, ownerId, card.id, wibDate(unit.now))) return problem('cooperativeId', words.notOfItsBoard)
  return ok({ cooperativeId: card.id, villageCode: card.villageCode, districtCode: card.districtCode })
}

/** What a service asks for, from what was said; a business of a draft may still be chosen later. */
export async function subjectOf(unit: Unit, officeId: string, { subject }: Pick<ServiceDefinition, 'subject'>, wished: Wished, ownerId: string): Promise<Result<Subject>> {
  if (wished.businessId !== undefined && subject !== 'business') return problem('businessId', words.notForBusiness)
  if (wished.cooperativeId !== undefined && subject !== 'cooperative') return problem('cooperativeId', words.notForCooperative)
  if (subject === 'business') return wished.businessId === undefined ? ok({}) : ownBusiness(unit, wished.businessId, ownerId)
  if (subject === 'cooperative') {
    return wished.cooperativeId === undefined ? problem('cooperativeId', words.cooperativeMissing) : ownCooperative(unit, officeId, wished.cooperativeId, ownerId)
  }
  const villageCode = (await findPersonCard(unit.tx, ownerId))?.villageCode ?? undefined
  return ok(villageCode === undefined ? {} : { villageCode, districtCode: villageCode.slice(0, 8) })
}

/** What of its subject a case lacks before it can be sent. */
export async function subjectProblems(
  unit: Unit, application: Pick<Application, 'businessId' | 'cooperativeId' | 'ownerId'>, { subject }: Pick<ServiceDefinition, 'subject'>, said: Pick<typeof words, 'businessMissing' | 'notOfItsBoard'>,
): Promise<Problem[]> {
  if (subject === 'business') {
    const card = application.businessId ? await findStandingBusinessCard(unit.tx, application.businessId) : undefined
    return card ? [] : [{ field: 'businessId', message: said.businessMissing }]
  }
  if (subject === 'person') return []
  const acts = application.cooperativeId !== null && (await actingFor(unit.tx, application.cooperativeId, wibDate(unit.now))).length > 0
  return acts ? [] : [{ field: 'cooperativeId', message: said.notOfItsBoard }]
}

/** Who asks, when an officer types it in for a cooperative: the first of its board who may act for it today. */
async function boardOf(unit: Unit, actor: Actor, cooperativeId: string): Promise<Result<string>> {
  const card = await findCooperativeCard(unit.tx, cooperativeId)
  if (!card) return problem('cooperativeId', words.noSuchCooperative)
  const allowed = may(actor, 'application.create', { officeId: card.officeId, villageCode: card.villageCode }, unit.now.epochMilliseconds)
  if (!allowed.ok) return allowed
  const [first] = await actingFor(unit.tx, card.id, wibDate(unit.now))
  return first === undefined ? problem('cooperativeId', words.boardUnknown) : ok(first)
}

async function ownerOfBusiness(unit: Unit, actor: Actor, businessId: string): Promise<Result<string>> {
  const card = await findStandingBusinessCard(unit.tx, businessId)
  if (!card) return problem('businessId', words.noSuchBusiness)
  if (actor.kind === 'citizen') return card.ownerId === actor.personId ? ok(card.ownerId) : problem('businessId', words.foreignBusiness)
  const allowed = may(actor, 'application.create', { officeId: card.officeId, villageCode: card.villageCode }, unit.now.epochMilliseconds)
  return allowed.ok ? ok(card.ownerId) : allowed
}

async function knownPerson(unit: Unit, actor: Actor, personId: string): Promise<Result<string>> {
  const card = await findPersonCard(unit.tx, personId)
  if (!card) return problem('personId', words.noSuchPerson)
  const allowed = may(actor, 'application.create', { officeId: card.officeId, ...(card.villageCode === null ? {} : { villageCode: card.villageCode }) }, unit.now.epochMilliseconds)
  return allowed.ok ? ok(card.id) : allowed
}

/** For whom an application is: a citizen asks for himself; an officer for the owner of the business, for the board, or for the person he names. */
export async function ownerFor(unit: Unit, actor: Actor, wished: Wished & { personId?: string | undefined }): Promise<Result<string>> {
  if (wished.businessId !== undefined) return ownerOfBusiness(unit, actor, wished.businessId)
  if (actor.kind === 'citizen') return actor.personId === undefined ? problem('personId', words.noSuchPerson) : ok(actor.personId)
  if (wished.cooperativeId !== undefined) return boardOf(unit, actor, wished.cooperativeId)
  return wished.personId === undefined ? problem('personId', words.subjectMissing) : knownPerson(unit, actor, wished.personId)
}

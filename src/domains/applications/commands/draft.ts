import { randomBytes } from 'node:crypto'
import { type Problem, type Result, conflict, invalid, notFound, ok } from '../../../kernel/result.ts'
import type { Actor } from '../../../kernel/rights.ts'
import { wibDate } from '../../../kernel/wib.ts'
import { type Unit, roleOf } from '../../../platform/db/unit.ts'
import { findStandingBusinessCard } from '../../registry/index.ts'
import { type Answers, type ServiceDefinition, checkAnswers, findServiceOn, getDefinition, missingRequirements, questionsIn, relevantAnswers } from '../../services/index.ts'
import { giveAttachment, listGiven, removeGiven, usableAttachments } from '../attachment-store.ts'
import { newReference, REFERENCE_BYTES } from '../core/reference.ts'
import { applicationsEn } from '../messages.en.ts'
import { applicationsId as words } from '../messages.id.ts'
import { type Application, type Channel, findByDraftKey, insertApplication, lockApplication, updateApplication } from '../store.ts'

/** The key under which the business record itself stands among the open items of a returned case. */
export const BUSINESS_ITEM = 'business'

export type Draft = {
  serviceCode: string
  /** The citizen it is for. An owner applies for himself. */
  ownerId: string
  businessId?: string | undefined
  answers?: Answers | undefined
  /** Requirement key to file id. */
  attachments?: Record<string, string> | undefined
  mandateId?: string | undefined
  /** The same form sent twice begins one draft. */
  draftKey?: string | undefined
  channel: Channel
}

/** The channel an actor's acts come through, by his role. */
export function channelOf(actor: Actor): Channel {
  if (actor.kind === 'citizen') return 'self'
  return actor.roles.some((held) => held.role === 'village-officer') ? 'village' : 'counter'
}

type Place = { businessId: string; villageCode: string; districtCode: string }

async function ownBusiness(unit: Unit, businessId: string, ownerId: string): Promise<Result<Place>> {
  const card = await findStandingBusinessCard(unit.tx, businessId)
  if (!card) return invalid([{ field: 'businessId', message: words.noSuchBusiness }])
  if (card.ownerId !== ownerId) return invalid([{ field: 'businessId', message: words.foreignBusiness }])
  return ok({ businessId: card.id, villageCode: card.villageCode, districtCode: card.districtCode })
}

/** Begins an application: a draft with a reference, kept for 90 days. */
export async function createDraft(unit: Unit, actor: Actor, draft: Draft): Promise<Result<Application>> {
  const today = wibDate(unit.now)
  const service = await findServiceOn(unit.tx, draft.serviceCode, today.toString())
  if (!service) return invalid([{ field: 'serviceCode', message: words.noSuchService }])
  const place = draft.businessId === undefined ? undefined : await ownBusiness(unit, draft.businessId, draft.ownerId)
  if (place && !place.ok) return place
  const faults = checkAnswers(service.definition.questions, draft.answers ?? {}, false, words.faults)
  if (faults.length > 0) return invalid(faults.map((one) => ({ ...one, field: `answers.${one.field}` })))

  const application = await insertApplication(unit.tx, {
    officeId: actor.officeId, reference: newReference(service.definition.code, today, randomBytes(REFERENCE_BYTES)), serviceCode: service.definition.code,
    definitionId: service.definitionId, divisionId: service.divisionId, ownerId: draft.ownerId, ...(place?.value ?? {}), enteredBy: actor.accountId,
    mandateId: draft.mandateId, channel: draft.channel, answers: draft.answers ?? {}, draftKey: draft.draftKey,
  }, unit.now)
  if (!application) {
    const begun = await findByDraftKey(unit.tx, actor.accountId, draft.draftKey ?? '')
    return begun ? ok(begun) : notFound('not-found', words.noSuchApplication)
  }
  const attached = await attachAll(unit, actor, application, service.definition, draft.attachments ?? {})
  if (!attached.ok) return attached
  unit.record(actor.officeId, {
    what: 'application.create', kind: 'application', subject: application.id, actor: actor.accountId, role: roleOf(actor), to: 'draft',
    ...(actor.personId === draft.ownerId ? {} : { for: draft.ownerId }),
    data: { service: application.serviceCode, channel: draft.channel, ...(draft.mandateId ? { mandate: draft.mandateId } : {}) },
  })
  return ok(application)
}

async function attachAll(unit: Unit, actor: Actor, application: Application, definition: ServiceDefinition, files: Record<string, string>): Promise<Result<undefined>> {
  const usable = await usableAttachments(unit.tx, Object.values(files), actor.accountId, application.ownerId)
  const problems = Object.entries(files).flatMap(([requirement, id]): Problem[] => {
    if (!definition.requirements.some((one) => one.key === requirement)) return [{ field: `attachments.${requirement}`, message: words.noSuchRequirement(requirement) }]
    return usable.has(id) ? [] : [{ field: `attachments.${requirement}`, message: words.foreignAttachment }]
  })
  if (problems.length > 0) return invalid(problems)
  for (const [requirement, id] of Object.entries(files)) await giveAttachment(unit.tx, application.id, requirement, id, unit.now)
  return ok(undefined)
}

/** What belongs to a part so closely that mending it means changing this too: a follow-up question, the other paper that would do. */
function neighboursOf(definition: ServiceDefinition, key: string): string[] {
  const followUps = definition.questions.filter((one) => one.showWhen !== undefined && questionsIn(one.showWhen).includes(key)).map((one) => one.key)
  const group = definition.requirements.find((one) => one.key === key)?.oneOf
  return [...followUps, ...(group === undefined ? [] : definition.requirements.filter((one) => one.oneOf === group).map((one) => one.key))]
}

/** May this part be changed now? All of a draft; of a returned case only what was asked to be mended, and what follows from it. */
export function isOpen(application: Pick<Application, 'status' | 'openItems'>, definition: ServiceDefinition, key: string): boolean {
  if (application.status === 'draft') return true
  if (application.status !== 'returned') return false
  const { openItems } = application
  return openItems === null || openItems.includes(key) || openItems.some((one) => neighboursOf(definition, one).includes(key))
}

export type Edit = {
  answers?: Answers | undefined
  businessId?: string | undefined
  attachments?: Record<string, string> | undefined
  /** Requirements whose file is taken away. */
  removed?: string[] | undefined
}

function closedParts(application: Application, definition: ServiceDefinition, edit: Edit): Problem[] {
  const keys = [
    ...Object.keys(edit.answers ?? {}).filter((key) => JSON.stringify(edit.answers?.[key]) !== JSON.stringify(application.answers[key])),
    ...Object.keys(edit.attachments ?? {}), ...(edit.removed ?? []), ...(edit.businessId && edit.businessId !== application.businessId ? [BUSINESS_ITEM] : []),
  ]
  return keys.filter((key) => !isOpen(application, definition, key)).map((key) => ({ field: key, message: words.notOpen }))
}

/**
 * Changes what is open of a draft or a returned case. Answers are merged by question; one that is no longer asked is dropped.
 * Saving a half-done form is not an event of the case: the log keeps the acts, not the keystrokes.
 */
export async function editApplication(unit: Unit, actor: Actor, id: string, edit: Edit): Promise<Result<Application>> {
  const application = await lockApplication(unit.tx, id)
  if (!application) return notFound('not-found', words.noSuchApplication)
  if (application.status !== 'draft' && application.status !== 'returned') {
    return conflict('not-now', words.notNow(words.status[application.status]), { status: application.status })
  }
  const definition = await getDefinition(unit.tx, application.definitionId)
  const closed = closedParts(application, definition, edit)
  if (closed.length > 0) return invalid(closed, 'not-open')
  const answers = relevantAnswers(definition.questions, { ...application.answers, ...edit.answers })
  // Checked beside what was there before: whether a question is asked at all depends on the other answers.
  const faults = checkAnswers(definition.questions, { ...application.answers, ...edit.answers }, false, words.faults)
    .filter(({ field }) => (field.split('.')[0] ?? '') in (edit.answers ?? {}))
  if (faults.length > 0) return invalid(faults)
  const place = edit.businessId === undefined ? undefined : await ownBusiness(unit, edit.businessId, application.ownerId)
  if (place && !place.ok) return place
  const attached = await attachAll(unit, actor, application, definition, edit.attachments ?? {})
  if (!attached.ok) return attached
  for (const requirement of edit.removed ?? []) await removeGiven(unit.tx, id, requirement)
  const moved = place ? { business_id: place.value.businessId, village_code: place.value.villageCode, district_code: place.value.districtCode } : {}
  await updateApplication(unit.tx, id, { answers, ...moved }, unit.now)
  return ok({ ...application, answers, ...(place ? { businessId: place.value.businessId, villageCode: place.value.villageCode } : {}) })
}

/** What is still wrong or missing before a case can be submitted, part by part. */
export async function problemsBeforeSubmit(
  unit: Unit, application: Pick<Application, 'id' | 'businessId' | 'answers'>, definition: ServiceDefinition, lang: 'id' | 'en' = 'id',
): Promise<Problem[]> {
  const card = application.businessId ? await findStandingBusinessCard(unit.tx, application.businessId) : undefined
  const given = new Set((await listGiven(unit.tx, application.id)).map((file) => file.requirement))
  const held = new Set(card?.nib ? ['business.nib'] : [])
  const said = lang === 'en' ? applicationsEn : words
  return [
    ...(card ? [] : [{ field: 'businessId', message: said.businessMissing }]),
    ...checkAnswers(definition.questions, application.answers, true, said.faults, lang).map((one) => ({ ...one, field: `answers.${one.field}` })),
    ...missingRequirements(definition, given, held).map((one) => ({ field: `attachments.${one.key}`, message: said.requirementMissing(one.label[lang]) })),
  ]
}

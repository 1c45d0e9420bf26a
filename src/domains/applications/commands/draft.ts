import { randomBytes } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { type Problem, type Result, conflict, invalid, notFound, ok } from '../../../kernel/result.ts'
import type { Actor } from '../../../kernel/rights.ts'
import { wibDate } from '../../../kernel/wib.ts'
import { type Unit, roleOf } from '../../../platform/db/unit.ts'
import type { Keys } from '../../../platform/secrets/keys.ts'
import { calendarOf } from '../../office/index.ts'
import {
  type Answers, type FormProblem, type ServiceDefinition, checkAnswers, findOpenRound, findServiceOn, getDefinition, problemsOf, questionsIn, relevantAnswers, wordProblems,
} from '../../services/index.ts'
import { giveAttachment, listGiven, removeGiven, usableAttachments } from '../attachment-store.ts'
import { writeFormNotes } from '../form-store.ts'
import { receivedFault } from '../core/received.ts'
import { newReference, REFERENCE_BYTES } from '../core/reference.ts'
import { applicationsEn } from '../messages.en.ts'
import { applicationsId as words } from '../messages.id.ts'
import { ownBusiness, subjectOf, subjectProblems } from './subject.ts'
import { type KnownForm, readKnown } from './known.ts'
import { stillConsented } from './consent.ts'
import { type Application, type Channel, findByDraftKey, insertApplication, lockApplication, updateApplication } from '../store.ts'

/** The key under which the business record itself stands among the open items of a returned case. */
export const BUSINESS_ITEM = 'business'

export type Draft = {
  serviceCode: string
  /** The citizen it is for. An owner applies for himself. */
  ownerId: string
  businessId?: string | undefined
  cooperativeId?: string | undefined
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

/** Begins an application: a draft with a reference, kept for 90 days. */
export async function createDraft(unit: Unit, actor: Actor, draft: Draft): Promise<Result<Application>> {
  const today = wibDate(unit.now)
  const service = await findServiceOn(unit.tx, draft.serviceCode, today.toString())
  if (!service) return invalid([{ field: 'serviceCode', message: words.noSuchService }])
  const subject = await subjectOf(unit, actor.officeId, service.definition, draft, draft.ownerId)
  if (!subject.ok) return subject
  const round = service.definition.inRounds ? await findOpenRound(unit.tx, actor.officeId, service.definition.code, today.toString()) : undefined
  if (service.definition.inRounds && !round) return invalid([{ field: 'serviceCode', message: words.noOpenRound }], 'no-open-round')
  const faults = checkAnswers(service.definition.questions, draft.answers ?? {}, false, words.faults)
  if (faults.length > 0) return invalid(faults.map((one) => ({ ...one, field: `answers.${one.field}` })))

  const application = await insertApplication(unit.tx, {
    officeId: actor.officeId, reference: newReference(service.definition.code, today, randomBytes(REFERENCE_BYTES)), serviceCode: service.definition.code,
    definitionId: service.definitionId, divisionId: service.divisionId, ownerId: draft.ownerId, ...subject.value, enteredBy: actor.accountId,
    mandateId: draft.mandateId, channel: draft.channel, answers: draft.answers ?? {}, draftKey: draft.draftKey, roundId: round?.id,
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
  const usable = await usableAttachments(unit.tx, Object.values(files), { actorId: actor.accountId, ...application })
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
  /** Codes of warnings the applicant has looked at again. */
  confirmedWarnings?: string[] | undefined
  /** When the paper form was handed in that an officer types in. */
  received?: { at: Temporal.Instant; reason: string | undefined } | undefined
}

function closedParts(application: Application, definition: ServiceDefinition, edit: Edit): Problem[] {
  const keys = [
    ...Object.keys(edit.answers ?? {}).filter((key) => JSON.stringify(edit.answers?.[key]) !== JSON.stringify(application.answers[key])),
    ...Object.keys(edit.attachments ?? {}), ...(edit.removed ?? []), ...(edit.businessId && edit.businessId !== application.businessId ? [BUSINESS_ITEM] : []),
  ]
  return keys.filter((key) => !isOpen(application, definition, key)).map((key) => ({ field: key, message: words.notOpen }))
}

/** Only officers take in paper, and only before it is sent the first time: the log then holds the moment. */
async function checkReceived(unit: Unit, actor: Actor, application: Application, { received }: Edit): Promise<Result<undefined>> {
  if (!received) return ok(undefined)
  if (actor.kind !== 'officer' || application.status !== 'draft') return invalid([{ field: 'received', message: words.received.notYours }])
  const fault = receivedFault(await calendarOf(unit.tx, application.officeId), received.at, unit.now, received.reason)
  return fault === undefined ? ok(undefined) : invalid([{ field: fault === 'future' ? 'received' : 'receivedReason', message: words.received[fault] }])
}

/**
 * Changes what is open of a draft or a returned case. Answers are merged by question; one that is no longer asked is dropped.
 * Saving a half-done form is not an event of the case: the log keeps the acts, not the keystrokes.
 */
export async function editApplication(unit: Unit, keys: Keys, actor: Actor, id: string, edit: Edit): Promise<Result<Application>> {
  const application = await lockApplication(unit.tx, id)
  if (!application) return notFound('not-found', words.noSuchApplication)
  if (application.status !== 'draft' && application.status !== 'returned') {
    return conflict('not-now', words.notNow(words.status[application.status]), { status: application.status })
  }
  const consented = await stillConsented(unit, actor, application)
  if (!consented.ok) return consented
  const definition = await getDefinition(unit.tx, application.definitionId)
  const closed = closedParts(application, definition, edit)
  if (closed.length > 0) return invalid(closed, 'not-open')
  const told = { ...application.answers, ...edit.answers }
  // Looked at beside what was there before and what is known: whether a question is asked at all depends on the other answers.
  const { facts, settled } = await readKnown({ tx: unit.tx, keys, now: unit.now }, { ...application, answers: told }, definition)
  const asked = relevantAnswers(definition.questions, settled.answers, facts)
  const answers = Object.fromEntries(Object.entries(told).filter(([key]) => key in asked))
  const faults = checkAnswers(definition.questions, { ...settled.answers, ...edit.answers }, false, words.faults, 'id', facts)
    .filter((one) => (one.field.split('.')[0] ?? '') in (edit.answers ?? {}))
  if (faults.length > 0) return invalid(faults)
  const place = edit.businessId === undefined ? undefined : await ownBusiness(unit, edit.businessId, application.ownerId)
  if (place && !place.ok) return place
  const attached = await attachAll(unit, actor, application, definition, edit.attachments ?? {})
  if (!attached.ok) return attached
  for (const requirement of edit.removed ?? []) await removeGiven(unit.tx, id, requirement)
  const moved = place ? { business_id: place.value.businessId, village_code: place.value.villageCode, district_code: place.value.districtCode } : {}
  const received = await checkReceived(unit, actor, application, edit)
  if (!received.ok) return received
  if (edit.received) await writeFormNotes(unit.tx, id, { received: edit.received })
  if (edit.confirmedWarnings) await writeFormNotes(unit.tx, id, { confirmedWarnings: edit.confirmedWarnings })
  await updateApplication(unit.tx, id, { answers, ...moved }, unit.now)
  return ok({ ...application, answers, ...(place ? { businessId: place.value.businessId, villageCode: place.value.villageCode } : {}) })
}

/** A request looked over before it is sent: what stops it, what only warns and was not confirmed yet, and what is known of the applicant. */
export type LookedOver = { stops: Problem[]; warnings: (Problem & { code: string })[]; form: KnownForm }

type Looking = { unit: Unit; keys: Keys; lang?: 'id' | 'en' | undefined }

/** What is still wrong or missing before a case can be submitted, part by part. */
export async function lookOver(
  { unit, keys, lang = 'id' }: Looking, application: Pick<Application, 'id' | 'ownerId' | 'businessId' | 'cooperativeId' | 'serviceCode' | 'status' | 'answers'>, definition: ServiceDefinition,
): Promise<LookedOver> {
  const given = new Set((await listGiven(unit.tx, application.id)).map((file) => file.requirement))
  const form = await readKnown({ tx: unit.tx, keys, now: unit.now }, application, definition, true)
  const said = lang === 'en' ? applicationsEn : words
  const found = problemsOf(definition, form.settled.answers, form.facts, given)
  const worded = (level: FormProblem['level']) => found.filter((one) => one.level === level)
    .flatMap((one) => wordProblems([one], said, lang).map((problem) => ({ ...problem, code: one.code })))
  return {
    stops: [...await subjectProblems(unit, application, definition, said), ...worded('stop').map(({ field, message }) => ({ field, message }))],
    warnings: worded('warn').filter((one) => !form.notes.confirmedWarnings.includes(one.code)), form,
  }
}

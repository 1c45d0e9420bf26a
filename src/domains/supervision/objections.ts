import { type Result, conflict, forbidden, invalid, notFound, ok } from '../../kernel/result.ts'
import { type Actor, may } from '../../kernel/rights.ts'
import { formatInstant } from '../../kernel/wib.ts'
import { Temporal } from 'temporal-polyfill'
import { type Unit, fromDb, roleOf, toDb } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { findMandate } from '../accounts/index.ts'
import { type CaseCard, OPEN, findCaseCard, findCaseByReference, stillConsented } from '../applications/index.ts'
import { type MessageFacts, messageTexts, queueMessage, reachOf } from '../messages/index.ts'
import { calendarOf } from '../office/index.ts'
import { findPersonCard } from '../registry/index.ts'
import { type MayObject, OBJECTION_TERMS, isDeemedGranted, mayObject, termEnd } from './core/objection.ts'
import { lapseAbout } from './notice-store.ts'
import { type Objection, findObjection, insertObjection, listOfApplication, lockObjection, resourceOf, updateObjection } from './objection-store.ts'
import { objectionId as words } from './objection-words.id.ts'

export const MOST_WORDS = 2000

const calendarUnknown = () => conflict('calendar-unknown', words.calendarUnknown)

type ObjectionTemplate = 'objection-filed' | 'objection-granted' | 'objection-denied' | 'objection-fulfilled'

/** Tells the applicant; on paper when he has no phone. */
async function tell<T extends ObjectionTemplate>(unit: Unit, one: { officeId: string; ownerId: string; applicationId: string }, template: T, facts: MessageFacts[T]): Promise<void> {
  const person = await findPersonCard(unit.tx, one.ownerId)
  if (!person) return
  await queueMessage(unit, {
    officeId: one.officeId, template, ...reachOf(person.phone), body: messageTexts(template, facts), personId: person.id, applicationId: one.applicationId,
  })
}

const linkOf = (tools: Tools, reference: string): string => `${tools.config.baseUrl}/lacak/${reference}`

/** Can this case be objected to now? */
export async function judgeObjection(unit: Pick<Unit, 'tx' | 'now'>, card: CaseCard, earlier: readonly Objection[]): Promise<Result<MayObject>> {
  const judged = mayObject(await calendarOf(unit.tx, card.officeId), {
    status: card.status, isOpen: OPEN.includes(card.status), decidedAt: card.decidedAt && fromDb(card.decidedAt), dueAt: card.dueAt && fromDb(card.dueAt), earlier, now: unit.now,
  })
  return judged.ok ? judged : calendarUnknown()
}

/** An officer files for a citizen whose case he entered, as long as the citizen did not withdraw his consent, or with a new one. */
async function consented(unit: Unit, actor: Actor, card: CaseCard): Promise<boolean> {
  if (actor.kind === 'citizen') return true
  if (card.enteredBy === actor.accountId) return (await stillConsented(unit, actor, card)).ok
  return (await findMandate(unit.tx, unit.now, { personId: card.ownerId, officerId: actor.accountId })) !== undefined
}

function wordsOf(text: string, field: string, needed: string): Result<string> {
  const said = text.replaceAll('\0', '').trim()
  if (said === '') return invalid([{ field, message: needed }])
  return said.length > MOST_WORDS ? invalid([{ field, message: words.tooLong(MOST_WORDS) }]) : ok(said)
}

/** Files an objection (keberatan). Its own clock starts; that of the case goes on as it did. */
export async function fileObjection(tools: Tools, unit: Unit, actor: Actor, applicationId: string, reason: string): Promise<Result<Objection>> {
  const card = await findCaseCard(unit.tx, applicationId)
  if (!card) return notFound('not-found', words.noSuchCase)
  const allowed = may(actor, 'objection.file', card.resource, unit.now.epochMilliseconds)
  if (!allowed.ok) return allowed
  if (!await consented(unit, actor, card)) return forbidden('no-mandate', words.noMandate)
  const judged = await judgeObjection(unit, card, await listOfApplication(unit.tx, card.id))
  if (!judged.ok) return judged
  if (!judged.value.may) return conflict(judged.value.why, words.why[judged.value.why])
  const said = wordsOf(reason, 'reason', words.reasonNeeded)
  if (!said.ok) return said
  const settleBy = termEnd(await calendarOf(unit.tx, card.officeId), unit.now, OBJECTION_TERMS.settle)
  if (!settleBy.ok) return calendarUnknown()
  const { ground } = judged.value
  const id = await insertObjection(unit.tx, {
    officeId: card.officeId, applicationId: card.id, ownerId: card.ownerId, divisionId: card.divisionId, villageCode: card.villageCode, enteredBy: actor.accountId,
    ground, reason: said.value, filedAt: toDb(unit.now), settleBy: toDb(settleBy.value),
  })
  if (id === undefined) return conflict('open-already', words.why['open-already'])
  unit.record(card.officeId, {
    what: 'application.object', kind: 'application', subject: card.id, actor: actor.accountId, role: roleOf(actor), from: card.status, to: card.status,
    ...(actor.personId === card.ownerId ? {} : { for: card.ownerId }), data: { objection: id, ground, settleBy: formatInstant(settleBy.value) },
  })
  await tell(unit, { officeId: card.officeId, ownerId: card.ownerId, applicationId: card.id }, 'objection-filed', {
    reference: card.reference, settleBy: settleBy.value, link: linkOf(tools, card.reference),
  })
  return found(unit, id)
}

async function found(unit: Unit, id: string): Promise<Result<Objection>> {
  const one = await findObjection(unit.tx, id)
  if (!one) throw new Error('an objection vanished within its transaction')
  return ok(one)
}

function record(unit: Unit, one: Objection, what: string, by: { actor?: string; role: string }, data: Record<string, string> = {}): void {
  unit.record(one.officeId, { what: `application.${what}`, kind: 'application', subject: one.applicationId, ...by, data: { objection: one.id, ...data } })
}

/** The head settles an objection, with reasons. After its term it counts as granted, and nobody can deny it any more. */
export async function decideObjection(
  tools: Tools, unit: Unit, actor: Actor, id: string, { outcome, answer }: { outcome: 'granted' | 'denied'; answer: string },
): Promise<Result<Objection>> {
  const one = await lockObjection(unit.tx, id)
  if (!one) return notFound('not-found', words.noSuch)
  const allowed = may(actor, 'objection.decide', resourceOf(one), unit.now.epochMilliseconds)
  if (!allowed.ok) return allowed
  if (one.state !== 'open' || isDeemedGranted(one.state, fromDb(one.settleBy), unit.now)) return conflict('not-now', words.settled, { state: one.state })
  const said = wordsOf(answer, 'answer', words.answerNeeded)
  if (!said.ok) return said
  const fulfilBy = termEnd(await calendarOf(unit.tx, one.officeId), unit.now, OBJECTION_TERMS.fulfil)
  if (!fulfilBy.ok) return calendarUnknown()
  const link = linkOf(tools, one.reference)
  await updateObjection(unit.tx, id, {
    state: outcome, decided_at: toDb(unit.now), decided_by: actor.accountId, answer: said.value, ...(outcome === 'granted' ? { fulfil_by: toDb(fulfilBy.value) } : {}),
  })
  await lapseAbout(unit.tx, id, unit.now)
  record(unit, one, outcome === 'granted' ? 'objection-grant' : 'objection-deny', { actor: actor.accountId, role: roleOf(actor) })
  if (outcome === 'granted') await tell(unit, one, 'objection-granted', { reference: one.reference, fulfilBy: fulfilBy.value, link })
  else await tell(unit, one, 'objection-denied', { reference: one.reference, link })
  return found(unit, id)
}

/**
 * An objection that nobody settled in time counts as granted.
 * @returns false when it was settled meanwhile or is not due
 */
export async function lapseObjection(tools: Tools, unit: Unit, id: string): Promise<Result<boolean>> {
  const one = await lockObjection(unit.tx, id)
  if (!one || !isDeemedGranted(one.state, fromDb(one.settleBy), unit.now)) return ok(false)
  const settleBy = fromDb(one.settleBy)
  // The five days run from the end of the term, not from when the program noticed.
  const fulfilBy = termEnd(await calendarOf(unit.tx, one.officeId), settleBy, OBJECTION_TERMS.fulfil)
  if (!fulfilBy.ok) return calendarUnknown()
  await updateObjection(unit.tx, id, { state: 'deemed-granted', fulfil_by: toDb(fulfilBy.value) })
  await lapseAbout(unit.tx, id, unit.now)
  record(unit, one, 'objection-lapse', { role: 'system' }, { settleBy: formatInstant(settleBy) })
  await tell(unit, one, 'objection-granted', { reference: one.reference, fulfilBy: fulfilBy.value, link: linkOf(tools, one.reference) })
  return ok(true)
}

/** What proves that a granted objection was carried out: the late case decided, or a letter for the same owner and service issued since. */
function proves(one: Objection, own: CaseCard, proof: CaseCard): boolean {
  const decided = proof.decidedAt !== null && (proof.status === 'issued' || proof.status === 'rejected')
  if (one.ground === 'lateness' && proof.id === one.applicationId) return decided
  const since = one.decidedAt ?? one.settleBy
  return proof.status === 'issued' && proof.id !== one.applicationId && proof.ownerId === own.ownerId && proof.serviceCode === own.serviceCode
    && proof.decidedAt !== null && Temporal.Instant.compare(fromDb(proof.decidedAt), fromDb(since)) >= 0
}

/** Closes a granted objection with the case in which it was carried out: a claim alone does not do. */
export async function fulfilObjection(tools: Tools, unit: Unit, actor: Actor, id: string, reference: string): Promise<Result<Objection>> {
  const one = await lockObjection(unit.tx, id)
  if (!one) return notFound('not-found', words.noSuch)
  const allowed = may(actor, 'objection.fulfil', resourceOf(one), unit.now.epochMilliseconds)
  if (!allowed.ok) return allowed
  if (one.state !== 'granted' && one.state !== 'deemed-granted') return conflict('not-now', words.notGranted, { state: one.state })
  const [own, proof] = [await findCaseCard(unit.tx, one.applicationId), await findCaseByReference(unit.tx, reference)]
  if (!own || !proof || !proves(one, own, proof)) return invalid([{ field: 'reference', message: words.proofWrong[one.ground] }])
  await updateObjection(unit.tx, id, { state: 'fulfilled', fulfilled_at: toDb(unit.now), fulfilled_by: actor.accountId, fulfilled_with: proof.id })
  await lapseAbout(unit.tx, id, unit.now)
  record(unit, one, 'objection-fulfil', { actor: actor.accountId, role: roleOf(actor) }, { with: proof.id })
  await tell(unit, one, 'objection-fulfilled', { reference: one.reference, link: linkOf(tools, one.reference) })
  return found(unit, id)
}

import { type Result, conflict, forbidden, invalid, notFound, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { countTraces, eraseTraces, renameAccount } from '../accounts/index.ts'
import { countCases, eraseUnsent } from '../applications/index.ts'
import { countOldMessages, eraseOldMessages } from '../messages/index.ts'
import { correctPerson, countErasable, erasePersonal } from '../registry/index.ts'
import { linkOf, tellPerson } from './ask.ts'
import { type ErasurePlan, erasurePlan } from './core/erasure.ts'
import { LIFE, REASONS, type ReasonCode, type RequestStep } from './core/requests.ts'
import { countHeld } from './held-store.ts'
import { requestsId } from './request-words.id.ts'
import { type PrivacyRequest, findRequest, lockRequest, settleRequest } from './request-store.ts'

const t = requestsId

/** What an erasure of this person would remove, and what stays for which reason. */
export async function planOf(tx: Tx, tools: Tools, personId: string): Promise<ErasurePlan> {
  const cases = await countCases(tx, personId)
  return erasurePlan({
    ...cases, ...await countErasable(tx, tools.keys, personId), ...await countHeld(tx, personId), devices: await countTraces(tx, personId),
    oldMessages: await countOldMessages(tx, personId), identity: 1,
  })
}

async function erase(unit: Unit, tools: Tools, personId: string, { erase }: ErasurePlan): Promise<void> {
  const keys = new Set(erase.map(({ key }) => key))
  if (keys.has('optionalAnswers') || keys.has('businessDrafts')) await erasePersonal(unit, personId)
  if (keys.has('unsentCases') || keys.has('looseFiles')) await eraseUnsent(unit, tools, personId)
  if (keys.has('devices')) await eraseTraces(unit, personId)
  if (keys.has('oldMessages')) await eraseOldMessages(unit.tx, personId)
}

export type Decision = { step: Exclude<RequestStep, 'withdraw' | 'grant-part'>; reasonCode?: ReasonCode | undefined; explanation?: string | undefined }

type Done = { outcome?: Partial<ErasurePlan>; partly?: true }

/** Does what was asked. An erasure leaves what a law holds, and then was granted in part. */
async function fulfil(unit: Unit, tools: Tools, actor: Actor, request: PrivacyRequest): Promise<Result<Done>> {
  if (request.kind === 'copy') return ok({})
  if (request.kind === 'correction') {
    // What no field of the form names, the officer has mended by hand before he says so.
    if (request.field === undefined || request.field === 'other') return ok({})
    const done = await correctPerson(unit, tools.keys, actor, request.personId, request.field, request.newValue ?? '')
    if (!done.ok) return done.error.kind === 'invalid' ? invalid([{ field: 'step', message: t.cannotApply(done.error.problems[0]?.message ?? '') }]) : done
    if (request.field === 'name') await renameAccount(unit.tx, request.personId, request.newValue ?? '')
    return ok({})
  }
  const plan = await planOf(unit.tx, tools, request.personId)
  if (plan.erase.length === 0) return invalid([{ field: 'step', message: t.nothingToErase }])
  await erase(unit, tools, request.personId, plan)
  return ok({ outcome: plan, ...(plan.keep.length > 0 ? { partly: true } : {}) })
}

function checkWords({ step, reasonCode, explanation = '' }: Decision, request: PrivacyRequest): Result<undefined> {
  const problems = []
  const fits = reasonCode !== undefined && REASONS[reasonCode].kinds.some((kind) => kind === request.kind)
  if (step === 'refuse' && !fits) problems.push({ field: 'reasonCode', message: t.reasonNeeded })
  const needed = step === 'refuse' || (step === 'grant' && request.field === 'other')
  if (needed && explanation.trim().length < 10) problems.push({ field: 'explanation', message: t.explanationNeeded })
  return problems.length > 0 ? invalid(problems) : ok(undefined)
}

/**
 * The officer in charge takes a request, grants or refuses it. What is granted is done in the same transaction; the person is told.
 * Nobody decides about his own data.
 */
export async function decideRequest(unit: Unit, tools: Tools, actor: Actor, id: string, decision: Decision): Promise<Result<PrivacyRequest>> {
  const request = await lockRequest(unit.tx, id)
  if (!request || request.officeId !== actor.officeId) return notFound('not-found', t.gone)
  if (request.personId === actor.personId) return forbidden('own-request', t.own)
  if (!LIFE[request.state][decision.step]) return conflict('already-decided', t.decided, request.state)
  const words = checkWords(decision, request)
  if (!words.ok) return words
  const done: Result<Done> = decision.step === 'grant' ? await fulfil(unit, tools, actor, request) : ok({})
  if (!done.ok) return done
  const step: RequestStep = done.value.partly ? 'grant-part' : decision.step
  const to = LIFE[request.state][step] ?? request.state
  const reasonCode: ReasonCode | undefined = done.value.partly ? 'legal-duty' : decision.step === 'refuse' ? decision.reasonCode : undefined
  await settleRequest(unit, id, {
    state: to, by: actor.accountId, reasonCode, ...(decision.explanation?.trim() ? { explanation: decision.explanation.trim() } : {}),
    ...(done.value.outcome ? { outcome: done.value.outcome } : {}),
  })
  unit.record(actor.officeId, {
    what: `privacy.${decision.step}`, kind: 'privacy-request', subject: id, actor: actor.accountId, role: roleOf(actor), from: request.state, to,
    data: { kind: request.kind, ...(reasonCode ? { reason: reasonCode } : {}), late: unit.now.epochMilliseconds > request.dueAt.epochMilliseconds },
  })
  if (decision.step !== 'take') {
    await tellPerson(unit, request.officeId, request.personId, 'privacy-decided', { reference: request.reference, link: linkOf(tools, id) })
  }
  const after = await findRequest(unit.tx, id)
  return after ? ok(after) : notFound('not-found', t.gone)
}

import { type Result, conflict, invalid, notFound, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { type MessageFacts, type MessageTemplate, messageTexts, queueMessage } from '../messages/index.ts'
import { findPersonCard } from '../registry/index.ts'
import { CLOCKS, CORRECTABLE, type Correctable, type RequestKind, dueAt } from './core/requests.ts'
import { typedValue } from './core/typed-value.ts'
import { citizenId } from './citizen-words.id.ts'
import { nextReference } from './number-store.ts'
import { type PrivacyRequest, findByFormKey, findRequest, insertRequest, listOwnRequests, settleRequest } from './request-store.ts'

/** More open requests of one person than these say the same twice. */
const MOST_OPEN = 5
const t = citizenId.ask

export type Asked = { personId: string; kind: RequestKind; field?: string | undefined; newValue?: string | undefined; words: string; formKey: string }

/** Tells a person who has a phone; one without is told at the counter. */
export async function tellPerson<T extends MessageTemplate>(unit: Unit, officeId: string, personId: string, template: T, facts: MessageFacts[T]): Promise<boolean> {
  const person = await findPersonCard(unit.tx, personId)
  if (!person?.phone) return false
  await queueMessage(unit, { officeId, template, channel: 'phone', address: person.phone, body: messageTexts(template, facts), personId })
  return true
}

export const linkOf = (tools: Pick<Tools, 'config'>, id: string): string => `${tools.config.baseUrl}/akun/hak/${id}`

function readField({ kind, field, newValue }: Asked): Result<{ field?: Correctable; newValue?: string }> {
  if (kind !== 'correction') return ok({})
  const known = CORRECTABLE.find((one) => one === field)
  const value = typedValue(known ?? 'other', newValue ?? '')
  const problems = [
    ...(known ? [] : [{ field: 'field', message: t.fieldNeeded }]),
    ...(value === undefined ? [{ field: 'newValue', message: t.newValueNeeded }] : []),
  ]
  return known && value !== undefined ? ok({ field: known, newValue: value }) : invalid(problems)
}

/**
 * Takes a request of a person about his data; its clock runs at once. Who asks for a copy from his own account is known already, so it is
 * granted by the rule alone; one that came over the counter waits for the officer in charge.
 */
export async function askRequest(unit: Unit, tools: Tools, actor: Actor, asked: Asked): Promise<Result<PrivacyRequest>> {
  const person = await findPersonCard(unit.tx, asked.personId)
  if (!person) return notFound('not-found', t.noPerson)
  const told = readField(asked)
  if (!told.ok) return told
  const held = await findByFormKey(unit.tx, asked.formKey, person.id)
  if (held) return kept(unit, held)
  const open = (await listOwnRequests(unit.tx, person.id)).filter(({ state }) => state === 'received' || state === 'examining')
  if (open.length >= MOST_OPEN) return conflict('too-many-open', t.tooMany)
  const granted = asked.kind === 'copy' && actor.personId === person.id
  const due = dueAt(unit.now, CLOCKS[asked.kind])
  const reference = await nextReference(unit, person.officeId, 'request')
  const id = await insertRequest(unit, {
    officeId: person.officeId, reference, personId: person.id, kind: asked.kind, channel: actor.kind === 'citizen' ? 'self' : 'counter', words: asked.words.trim(),
    enteredBy: actor.accountId, formKey: asked.formKey, dueAt: due, ...told.value, ...(granted ? { state: 'granted', decidedAt: unit.now } : { state: 'received' }),
  })
  unit.record(person.officeId, {
    what: 'privacy.ask', kind: 'privacy-request', subject: id, actor: actor.accountId, role: roleOf(actor), to: granted ? 'granted' : 'received',
    ...(actor.personId === person.id ? {} : { for: person.id }), data: { kind: asked.kind, ...(told.value.field ? { field: told.value.field } : {}) },
  })
  if (!granted) await tellPerson(unit, person.officeId, person.id, 'privacy-received', { reference, dueAt: due, link: linkOf(tools, id) })
  return kept(unit, id)
}

async function kept(unit: Unit, id: string): Promise<Result<PrivacyRequest>> {
  const request = await findRequest(unit.tx, id)
  return request ? ok(request) : notFound('not-found', t.gone)
}

/** The person no longer asks. */
export async function withdrawRequest(unit: Unit, actor: Actor, request: PrivacyRequest): Promise<Result<PrivacyRequest>> {
  if (request.state !== 'received' && request.state !== 'examining') return conflict('already-decided', t.decided, request.state)
  await settleRequest(unit, request.id, { state: 'withdrawn' })
  unit.record(request.officeId, {
    what: 'privacy.withdraw', kind: 'privacy-request', subject: request.id, actor: actor.accountId, role: roleOf(actor), from: request.state, to: 'withdrawn',
  })
  return kept(unit, request.id)
}

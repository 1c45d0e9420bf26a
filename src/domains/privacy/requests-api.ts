import { randomUUID } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { formatInstant } from '../../kernel/wib.ts'
import { type Result, invalid, notFound, ok } from '../../kernel/result.ts'
import type { UnitAsk } from '../../platform/http/context.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import { findPersonByNationalId, readNationalId } from '../registry/index.ts'
import { askRequest, withdrawRequest } from './ask.ts'
import { citizenId } from './citizen-words.id.ts'
import { fetchableUntil } from './copy-file.ts'
import { CORRECTABLE, KINDS, type ReasonCode, isReason } from './core/requests.ts'
import { decideRequest } from './decide.ts'
import { collectHeld } from './held-store.ts'
import { type PrivacyRequest, findRequest, listOwnRequests, listRequests } from './request-store.ts'
import { requestsId } from './request-words.id.ts'

const requestSchema = z.object({
  id: z.string(), reference: z.string(), kind: z.enum(KINDS), state: z.string(), channel: z.string(), field: z.string().nullable(), newValue: z.string().nullable(),
  receivedAt: z.string(), dueAt: z.string(), decidedAt: z.string().nullable(), reasonCode: z.string().nullable(), explanation: z.string().nullable(),
  erased: z.array(z.object({ key: z.string(), count: z.number() })), kept: z.array(z.object({ key: z.string(), count: z.number(), basis: z.string() })),
})

const answerOf = (one: PrivacyRequest): z.input<typeof requestSchema> => ({
  id: one.id, reference: one.reference, kind: one.kind, state: one.state, channel: one.channel, field: one.field ?? null, newValue: one.newValue ?? null,
  receivedAt: formatInstant(one.receivedAt), dueAt: formatInstant(one.dueAt), decidedAt: one.decidedAt ? formatInstant(one.decidedAt) : null,
  reasonCode: one.reasonCode ?? null, explanation: one.explanation ?? null, erased: one.outcome.erase ?? [], kept: one.outcome.keep ?? [],
})
const answered = (done: Result<PrivacyRequest>) => (done.ok ? ok(answerOf(done.value)) : done)
const missing = notFound('not-found', citizenId.ask.gone)

async function accessOf({ unit, params }: UnitAsk) {
  const request = await findRequest(unit.tx, params['id'] ?? '')
  return request && { officeId: request.officeId, ownerId: request.personId }
}

const asked = z.object({
  kind: z.enum(KINDS), field: z.enum(CORRECTABLE).optional(), newValue: z.string().max(1000).optional(), words: z.string().max(1000).default(''),
  nationalId: z.string().optional(),
})

const ask = operation({
  method: 'post', path: '/privacy-requests', right: 'privacy.ask', status: 201,
  summary: 'Ask for a copy, a correction or an erasure. A citizen about himself; an officer names the person by `nationalId`',
  body: asked, answer: requestSchema,
  async handle({ unit, tools, actor }, { body: { nationalId, ...rest } }) {
    const formKey = randomUUID()
    if (actor.kind === 'citizen') return actor.personId === undefined ? missing : answered(await askRequest(unit, tools, actor, { ...rest, formKey, personId: actor.personId }))
    const read = readNationalId(nationalId ?? '')
    if (!read.ok) return invalid([{ field: 'nationalId', message: read.error }])
    const person = await findPersonByNationalId(unit.tx, tools.keys, actor.officeId, read.value.digits)
    if (!person) return invalid([{ field: 'nationalId', message: requestsId.notFound }])
    unit.looked(actor.officeId, actor, 'privacy.request', { kind: 'person', id: person.id, personId: person.id })
    return answered(await askRequest(unit, tools, actor, { ...rest, formKey, personId: person.id }))
  },
})

const listSchema = z.object({ items: z.array(requestSchema), next: z.string().nullable() })

const listOwn = operation({
  method: 'get', path: '/me/privacy-requests', right: 'account.self', summary: 'Requests of the caller about his data, the latest first', answer: listSchema,
  async handle({ unit, actor }) {
    return actor.personId === undefined ? missing : ok({ items: (await listOwnRequests(unit.tx, actor.personId)).map(answerOf), next: null })
  },
})

const list = operation({
  method: 'get', path: '/privacy-requests', right: 'privacy.decide', summary: 'Requests of the office; `open`: those owed an answer, by when it is owed',
  query: z.object({ open: z.enum(['true', 'false']).default('true'), limit: z.coerce.number().int().min(1).max(200).default(50), cursor: z.coerce.number().int().optional() }),
  answer: listSchema,
  async handle({ unit, actor }, { query: { open, limit, cursor } }) {
    const { requests, next } = await listRequests(unit.tx, actor.officeId, { open: open === 'true', limit, after: cursor === undefined ? undefined : new Date(cursor) })
    return ok({ items: requests.map(answerOf), next: next ? String(next.getTime()) : null })
  },
})

const read = operation({
  method: 'get', path: '/privacy-requests/{id}', right: 'privacy.ask', summary: 'One request with its answer', access: accessOf, answer: requestSchema,
  async handle({ unit, actor, params }) {
    const request = await findRequest(unit.tx, params['id'] ?? '')
    if (request && actor.kind === 'officer') unit.looked(request.officeId, actor, 'privacy.request', { kind: 'privacy-request', id: request.id, personId: request.personId })
    return request ? ok(answerOf(request)) : missing
  },
})

const withdraw = operation({
  method: 'post', path: '/privacy-requests/{id}/withdraw', right: 'privacy.ask', summary: 'The person no longer asks', access: accessOf, answer: requestSchema,
  async handle({ unit, actor, params }) {
    const request = await findRequest(unit.tx, params['id'] ?? '')
    return request ? answered(await withdrawRequest(unit, actor, request)) : missing
  },
})

const decide = operation({
  method: 'post', path: '/privacy-requests/{id}/steps', right: 'privacy.decide', summary: 'Take, grant or refuse; what is granted is done at once', access: accessOf,
  body: z.object({ step: z.enum(['take', 'grant', 'refuse']), reasonCode: z.string().refine(isReason).optional(), explanation: z.string().max(1000).optional() }),
  answer: requestSchema,
  handle: async ({ unit, tools, actor, params }, { body: { reasonCode, ...rest } }) =>
    answered(await decideRequest(unit, tools, actor, params['id'] ?? '', { ...rest, ...(reasonCode ? { reasonCode: reasonCode as ReasonCode } : {}) })),
})

const copy = operation({
  method: 'get', path: '/privacy-requests/{id}/copy', right: 'privacy.ask', summary: 'Everything held on the caller, while a granted copy may be fetched', access: accessOf,
  answer: z.object({ person: z.record(z.string(), z.unknown()), parts: z.record(z.string(), z.array(z.object({ at: z.string().nullable(), body: z.record(z.string(), z.unknown()) }))) }),
  async handle({ unit, tools, actor, params }) {
    const request = await findRequest(unit.tx, params['id'] ?? '')
    const until = request && fetchableUntil(request)
    if (!request || !until || request.personId !== actor.personId || unit.now.epochMilliseconds > until.epochMilliseconds) return missing
    const held = await collectHeld(unit.tx, tools.keys, request.personId)
    if (!held) return missing
    unit.record(request.officeId, { what: 'privacy.copy', kind: 'privacy-request', subject: request.id, actor: actor.accountId, data: { form: 'api' } })
    return ok({ person: held.person, parts: Object.fromEntries(held.parts.map(({ part, rows }) => [part, rows])) })
  },
})

export const requestOperations: ApiOperation[] = [ask, listOwn, list, read, withdraw, decide, copy]

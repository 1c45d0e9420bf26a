import { z } from 'zod'
import { type Refusal, type Result, invalid, notFound, ok } from '../../kernel/result.ts'
import { formatInstant } from '../../kernel/wib.ts'
import type { Resource } from '../../kernel/rights.ts'
import type { Allowed, UnitAsk } from '../../platform/http/context.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import { listVillages } from '../office/index.ts'
import { type BusinessAnswer, answerOf, businessAnswerSchema, listedAnswer, listedSchema } from './answer.ts'
import { listBusinesses, sortOf } from './business-list.ts'
import { findBusiness, findBusinessAccess } from './business-store.ts'
import { CLEARABLE, changeBusiness } from './change-business.ts'
import { confirmBusiness } from './confirm-business.ts'
import { KBLI_VERSIONS } from './core/business-choices.ts'
import { businessChangeSchema, businessRequestSchema } from './core/business-record.ts'
import { type Entered, createBusiness } from './create-business.ts'
import { keptThen, pastOf } from './history.ts'
import { historyOperations, lookingSchema } from './history-api.ts'
import { findKbli } from './kbli-store.ts'
import { mergeOperations } from './merge-api.ts'
import { findPerson } from './person-store.ts'
import { proposalOperations } from './proposal-api.ts'
import { photoOperations } from './photo-api.ts'
import { PURPOSES, REVEALABLE, revealOwner } from './reveal.ts'
import { apiWords as t } from './screen-messages.id.ts'
import { filterAsked, listQuery } from './search/asked.ts'
import { markOf } from './search/mark.ts'
import { traceSearch } from './trace-search.ts'

const accessOf = ({ unit, params }: UnitAsk): Promise<Resource | undefined> => findBusinessAccess(unit.tx, params['id'] ?? '')

async function answered({ unit }: Allowed, entered: Result<Entered>): Promise<Result<BusinessAnswer>> {
  if (!entered.ok) return entered
  const { business, owner, warnings, proposal } = entered.value
  const answer = answerOf(business, owner, { now: unit.now, warnings })
  return ok(proposal ? { ...answer, proposal } : answer)
}

const limitSchema = z.coerce.number({ error: t.limit }).int(t.limit).min(1, t.limit).max(200, t.limit).default(50)

const create = operation({
  method: 'post', path: '/businesses', right: 'business.create', summary: 'Enter a micro business',
  body: businessRequestSchema, answer: businessAnswerSchema, status: 201,
  handle: async (ask, { body }) => answered(ask, await createBusiness(ask.unit, ask.tools, ask.actor, body)),
})

const list = operation({
  method: 'get', path: '/businesses', right: 'business.list',
  summary: 'Businesses within the area of the caller. In the order `sort`: newest, name, unconfirmed (longest first), or relevance (with q; the best 200). '
    + 'A part may hold fewer than `limit` and yet have a `next`',
  query: listQuery.extend({ limit: limitSchema }),
  answer: z.object({ items: z.array(listedSchema), next: z.string().nullable() }),
  async handle({ unit, tools, actor }, { query: { cursor, limit, ...asked } }) {
    const filter = filterAsked(asked, unit.now)
    const after = cursor === undefined ? undefined : markOf(cursor, sortOf(filter))
    if (cursor !== undefined && !after) return invalid([{ field: 'cursor', message: t.cursor }])
    if (!after) await traceSearch(unit, tools.keys, actor, filter.q)
    const { items, next } = await listBusinesses(unit.tx, actor, filter, { limit, after })
    return ok({ items: items.map(listedAnswer), next })
  },
})

const missing: Result<never, Refusal> = notFound('not-found', t.noBusiness)

const read = operation({
  method: 'get', path: '/businesses/{id}', right: 'business.read',
  summary: 'One business; numbers of its owner are masked. `trueOn` and `knownAt`: as it was on that day, as it was known at the end of that day',
  access: accessOf, query: lookingSchema, answer: businessAnswerSchema,
  async handle(ask, { query }) {
    const { unit, tools, actor, params } = ask
    const present = await findBusiness(unit.tx, tools.keys, params['id'] ?? '')
    const asOf = query.trueOn !== undefined || query.knownAt !== undefined
    const business = present && asOf ? await keptThen(unit.tx, present, await pastOf(unit.tx, tools.keys, present.id, query), query) : present
    // A former owner's data are not the present one's to read.
    if (present && (!business || (actor.kind === 'citizen' && business.ownerId !== actor.personId))) return notFound('not-known-then', t.notThen)
    const owner = business && await findPerson(unit.tx, tools.keys, business.ownerId)
    if (!business || !owner) return missing
    if (actor.personId !== owner.id) unit.looked(business.officeId, actor, 'business.read', { kind: 'business', id: business.id,
      personId: owner.id })
    return answered(ask, ok({ business, owner, warnings: [] }))
  },
})

const change = operation({
  method: 'patch', path: '/businesses/{id}', right: 'business.update', summary: 'Change what changes; `clear` empties optional answers',
  access: accessOf, answer: businessAnswerSchema,
  body: businessChangeSchema.extend({
    version: z.int({ error: t.version }).optional(), clear: z.array(z.enum(CLEARABLE, { error: t.clear })).optional(),
    validFrom: z.iso.date({ error: t.day }).optional(),
  }),
  handle: async (ask, { body }) => answered(ask, await changeBusiness(ask.unit, ask.tools, ask.actor, ask.params['id'] ?? '', body)),
})

const confirm = operation({
  method: 'post', path: '/businesses/{id}/confirm', right: 'business.update', summary: 'Say that the record is still right; it is fresh again',
  access: accessOf, answer: z.object({ lastConfirmedAt: z.string(), version: z.int() }),
  async handle({ unit, tools, actor, params }) {
    const done = await confirmBusiness(unit, tools, actor, params['id'] ?? '')
    return done.ok ? ok({ lastConfirmedAt: formatInstant(done.value.lastConfirmedAt), version: done.value.version }) : done
  },
})

const reveal = operation({
  method: 'post', path: '/businesses/{id}/reveal', right: 'person.reveal',
    summary: 'Whole numbers of the owner, for a purpose; logged, and visible to the owner',
  access: accessOf,
  body: z.object({ fields: z.array(z.enum(REVEALABLE, { error: t.revealField })).min(1, t.revealField), purpose: z.enum(PURPOSES,
    { error: t.purpose }) }),
  answer: z.partialRecord(z.enum(REVEALABLE), z.union([z.string(), z.int()]).nullable()),
  handle: async ({ unit, tools, actor, params }, { body }) => await revealOwner(unit, tools, actor, params['id'] ?? '', body) ?? missing,
})

const kbli = operation({
  method: 'get', path: '/kbli', right: 'public', summary: 'Activities (KBLI) that fit everyday words or the first digits of a code',
  query: z.object({ q: z.string().max(100, t.query).default(''), version: z.enum(KBLI_VERSIONS).default('2020'), limit: limitSchema }),
  answer: z.object({ items: z.array(z.object({ code: z.string(), title: z.string(), description: z.string(), because: z.string() })),
    next: z.null() }),
  async handle({ unit }, { query: { q, version, limit } }) {
    const found = await findKbli(unit.tx, version, q, limit)
    return ok({ items: found.map(({ code, title, description, because }) => ({ code, title, description, because })), next: null })
  },
})

const villages = operation({
  method: 'get', path: '/villages', right: 'public', summary: 'Villages of a district as of today',
  query: z.object({ district: z.string({ error: t.district }) }),
  answer: z.object({ items: z.array(z.object({ code: z.string(), name: z.string(), kind: z.string() })), next: z.null() }),
  async handle({ unit }, { query: { district } }) {
    const found = await listVillages(unit.tx, district)
    return ok({ items: found.map(({ code, name, kind }) => ({ code, name, kind })), next: null })
  },
})

/** The registry of micro businesses in the API. */
export const registryOperations: ApiOperation[] = [create, list, read, change, confirm, reveal, kbli, villages, ...historyOperations, ...mergeOperations, ...proposalOperations, ...photoOperations]

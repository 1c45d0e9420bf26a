import { z } from 'zod'
import { type Refusal, type Result, invalid, notFound, ok } from '../../kernel/result.ts'
import { formatInstant } from '../../kernel/wib.ts'
import type { Allowed } from '../../platform/http/context.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import { accessOf } from './access.ts'
import { type CooperativeAnswer, answerOf, cooperativeAnswerSchema } from './answer.ts'
import { changeCooperative } from './change-cooperative.ts'
import { listCooperatives, markOf } from './cooperative-list.ts'
import { findCooperative } from './cooperative-store.ts'
import { COOPERATIVE_STATUSES, GROUPS, KINDS, LEVELS } from './core/choices.ts'
import { cooperativeChangeSchema, cooperativeRequestSchema } from './core/record.ts'
import { type Entered, createCooperative } from './create-cooperative.ts'
import { historyOf, readPast } from './history.ts'
import { traceLook } from './looks.ts'
import { mandateOperations } from './mandate-api.ts'
import { membersOperations } from './members-api.ts'
import { mergeOperations } from './merge-api.ts'
import { cooperativeMessages } from './messages.id.ts'
import { proposalOperations } from './proposal-api.ts'
import { commandWords } from './screen-messages.id.ts'

const t = cooperativeMessages.fields

async function answered({ unit, tools }: Allowed, entered: Result<Entered>): Promise<Result<CooperativeAnswer>> {
  if (!entered.ok) return entered
  const { cooperative, warnings, proposal } = entered.value
  const answer = await answerOf(unit, tools, cooperative, warnings)
  return ok(proposal ? { ...answer, proposal } : answer)
}

const missing: Result<never, Refusal> = notFound('not-found', commandWords.noCooperative)

const create = operation({
  method: 'post', path: '/cooperatives', right: 'cooperative.create',
  summary: 'Enter a cooperative, with its board and book years if they are known',
  body: cooperativeRequestSchema, answer: cooperativeAnswerSchema, status: 201,
  handle: async (ask, { body }) => answered(ask, await createCooperative(ask.unit, ask.tools, ask.actor, body)),
})

const listedSchema = z.object({
  id: z.string(), registryNumber: z.string(), name: z.string(), cooperativeNumber: z.string().nullable(), legalEntityNumber: z.string(),
  villageCode: z.string(), village: z.string(), districtCode: z.string(), district: z.string(), level: z.enum(LEVELS), kind: z.enum(KINDS),
  group: z.enum(GROUPS).nullable(), status: z.enum(COOPERATIVE_STATUSES), membersFemale: z.int().nullable(),
  membersMale: z.int().nullable(),
  lastMeetingYear: z.int().nullable(), createdAt: z.string(),
})

const list = operation({
  method: 'get', path: '/cooperatives', right: 'cooperative.list', summary: 'Cooperatives within the area of the caller, the newest first',
  query: z.object({
    q: z.string().max(200, t.query).optional(), district: z.string().optional(), village: z.string().optional(),
    kind: z.enum(KINDS, { error: t.choice }).optional(), group: z.enum(GROUPS, { error: t.choice }).optional(),
    status: z.enum(COOPERATIVE_STATUSES, { error: t.choice }).optional(),
    withoutMeeting: z.enum(['true', 'false'], { error: t.yesNo }).optional(),
    cursor: z.string().optional(), limit: z.coerce.number({ error: t.limit }).int(t.limit).min(1, t.limit).max(200, t.limit).default(50),
  }),
  answer: z.object({ items: z.array(listedSchema), next: z.string().nullable() }),
  async handle({ unit, actor }, { query: { cursor, limit, withoutMeeting, ...filter } }) {
    const after = cursor === undefined ? undefined : markOf(cursor)
    if (cursor !== undefined && !after) return invalid([{ field: 'cursor', message: t.cursor }])
    const { items, next } = await listCooperatives(unit, actor, { ...filter, withoutMeeting: withoutMeeting === 'true' }, { limit, after })
    return ok({ items: items.map((one) => ({ ...one, createdAt: one.createdAt.toISOString() })), next })
  },
})

const read = operation({
  method: 'get', path: '/cooperatives/{id}', right: 'cooperative.read',
  summary: 'One cooperative; telephones and numbers of people are masked',
  access: accessOf, answer: cooperativeAnswerSchema,
  async handle(ask) {
    const cooperative = await findCooperative(ask.unit.tx, ask.params['id'] ?? '')
    if (!cooperative) return missing
    traceLook(ask.unit, ask.actor, cooperative)
    return answered(ask, ok({ cooperative, warnings: [] }))
  },
})

const change = operation({
  method: 'patch', path: '/cooperatives/{id}', right: 'cooperative.update', summary: 'Change what changes; null empties an optional answer',
  access: accessOf, answer: cooperativeAnswerSchema,
  body: cooperativeChangeSchema.extend({
    version: z.int({ error: t.version }).optional(), validFrom: z.iso.date({ error: t.date }).optional(),
  }),
  handle: async (ask, { body }) => answered(ask, await changeCooperative(ask.unit, ask.tools, ask.actor, ask.params['id'] ?? '', body)),
})

const saidSchema = z.object({
  value: z.unknown(), source: z.string(), by: z.string(), at: z.string(), validFrom: z.string(), kind: z.string(),
})

const history = operation({
  method: 'get', path: '/cooperatives/{id}/history', right: 'cooperative.read',
  summary: 'Every answer with its source, its moment and who gave it; `trueOn` and `knownOn` look from a past day', access: accessOf,
  query: z.object({ trueOn: z.string().optional(), knownOn: z.string().optional() }),
  answer: z.object({ items: z.array(saidSchema.extend({ field: z.string(), rivals: z.array(saidSchema) })), next: z.null() }),
  async handle({ unit, tools, actor, params }, { query }) {
    const past = readPast(query, unit.now)
    if (!past.ok) return past
    const cooperative = await findCooperative(unit.tx, params['id'] ?? '')
    if (!cooperative) return missing
    traceLook(unit, actor, cooperative)
    const { fields } = await historyOf(unit.tx, tools.keys, cooperative.id, past.value)
    const told = fields.map((one) => ({
      ...one, at: formatInstant(one.at), rivals: one.rivals.map((rival) => ({ ...rival, at: formatInstant(rival.at) })),
    }))
    return ok({ items: told, next: null })
  },
})

/** The registry of cooperatives in the API. `/cooperatives/duplicates` stands before `/cooperatives/{id}`, which would take it. */
export const cooperativeOperations: ApiOperation[] = [
  ...mergeOperations, ...proposalOperations, create, list, read, change, history, ...membersOperations, ...mandateOperations,
]

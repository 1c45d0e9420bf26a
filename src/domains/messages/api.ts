import { z } from '@hono/zod-openapi'
import { formatInstant } from '../../kernel/wib.ts'
import { notFound, ok } from '../../kernel/result.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import { listBudgets, setBudgets } from './budget-store.ts'
import { availability } from './core/health.ts'
import { STATES } from './core/life.ts'
import { PAID_ROADS } from './core/road.ts'
import { deskId } from './desk-messages.id.ts'
import { listHealth } from './health-store.ts'
import { findMessage, listUnderWay } from './history-store.ts'
import { preferenceOperations } from './preference-api.ts'
import { TASK_STEPS, listFailed, listTasks, takeTask } from './task-store.ts'
import { messageWebhooks } from './webhooks.ts'

const limit = z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) })
const base = { id: z.string(), template: z.string(), createdAt: z.string() }

const listFailedMessages = operation({
  method: 'get', path: '/messages/failed', right: 'message.retry', summary: 'Messages that were given up, the oldest first, without address and text', query: limit,
  answer: z.object({ items: z.array(z.object({ ...base, channel: z.string(), attempts: z.number().int(), lastFailure: z.string().nullable() })), next: z.null() }),
  async handle({ unit, actor }, { query }) {
    const rows = await listFailed(unit.tx, actor.officeId, query.limit)
    return ok({ items: rows.map((row) => ({ ...row, createdAt: formatInstant(row.createdAt) })), next: null })
  },
})

const listMessageTasks = operation({
  method: 'get', path: '/messages/tasks', right: 'message.deliver', summary: 'People to be told on paper or otherwise, within the own area, the oldest first', query: limit,
  answer: z.object({
    items: z.array(z.object({ ...base, state: z.enum(['failed', 'slip']), personId: z.string().nullable(), villageCode: z.string().nullable(), lastFailure: z.string().nullable() })), next: z.null(),
  }),
  async handle({ unit, actor }, { query }) {
    const rows = await listTasks(unit, actor, query.limit)
    return ok({
      items: rows.map(({ id, template, state, personId, villageCode, lastFailure, createdAt }) =>
        ({ id, template, state, personId, villageCode, lastFailure, createdAt: formatInstant(createdAt) })), next: null,
    })
  },
})

const listMessagesUnderWay = operation({
  method: 'get', path: '/messages/under-way', right: 'message.retry', summary: 'Messages that wait to be sent, the next first', query: limit,
  answer: z.object({
    items: z.array(z.object({ ...base, state: z.string(), attempts: z.number().int(), lastFailure: z.string().nullable(), provider: z.string().nullable(), nextAt: z.string() })), next: z.null(),
  }),
  async handle({ unit, actor }, { query }) {
    const rows = await listUnderWay(unit.tx, actor.officeId, query.limit)
    return ok({ items: rows.map((row) => ({ ...row, createdAt: formatInstant(row.createdAt), nextAt: formatInstant(row.nextAt) })), next: null })
  },
})

const readMessage = operation({
  method: 'get', path: '/messages/{id}', right: 'message.retry', summary: 'One message with its history, without address and text',
  answer: z.object({
    ...base, state: z.enum(STATES), road: z.string().nullable(),
    history: z.array(z.object({ at: z.string(), state: z.enum(STATES), road: z.string().nullable(), provider: z.string().nullable(), reason: z.string().nullable() })),
  }),
  async handle({ unit, actor, params }) {
    const id = z.uuid().safeParse(params['id'])
    const one = id.success ? await findMessage(unit.tx, actor.officeId, id.data) : undefined
    if (!one) return notFound('not-found', deskId.tasks.none)
    const history = one.steps.map(({ at, state, road, provider, reason }) => ({ at: formatInstant(at), state, road, provider, reason }))
    return ok({ id: one.id, template: one.template, state: one.state, road: one.road, createdAt: formatInstant(one.createdAt), history })
  },
})

const takeUpMessage = operation({
  method: 'post', path: '/messages/{id}/steps', right: 'message.deliver', summary: 'Send a failed message again, note that the person was told otherwise, or that the slip was handed over',
  body: z.object({ step: z.enum(TASK_STEPS) }),
  answer: z.object({ id: z.string(), state: z.enum(['waiting', 'settled']) }),
  handle: ({ unit, actor, params }, { body }) => takeTask(unit, actor, params['id'] ?? '', body.step),
})

const roads = z.object({ road: z.enum(PAID_ROADS), count: z.number().int(), most: z.number().int().nullable() })

const readProviders = operation({
  method: 'get', path: '/messages/providers', right: 'message.retry', summary: 'How the providers do, and what this month\'s messages may still be',
  answer: z.object({
    providers: z.array(z.object({ key: z.string(), score: z.number(), state: z.enum(['free', 'trial', 'resting']), lastFailure: z.string().nullable() })), budgets: z.array(roads),
  }),
  async handle({ unit, actor }) {
    const health = await listHealth(unit.tx)
    const budgets = await listBudgets(unit.tx, actor.officeId, unit.now)
    return ok({
      providers: health.map((one) => ({ key: one.key, score: one.health.score, state: availability(one.health, unit.now), lastFailure: one.lastFailure ?? null })),
      budgets: budgets.map((one) => ({ ...one, most: one.most ?? null })),
    })
  },
})

const most = z.number().int().min(0).max(10_000_000).nullable()

const changeBudgets = operation({
  method: 'patch', path: '/messages/budgets', right: 'message.budget', summary: 'Set how many messages a month may go by a road that costs money; null: no limit',
  body: z.object({ whatsapp: most, sms: most }), answer: z.object({ budgets: z.array(roads) }),
  async handle({ unit, actor }, { body }) {
    await setBudgets(unit, actor, { whatsapp: body.whatsapp ?? undefined, sms: body.sms ?? undefined })
    return ok({ budgets: (await listBudgets(unit.tx, actor.officeId, unit.now)).map((one) => ({ ...one, most: one.most ?? null })) })
  },
})

export const messagesOperations: ApiOperation[] = [
  listFailedMessages, listMessageTasks, listMessagesUnderWay, readProviders, changeBudgets, ...messageWebhooks, readMessage, takeUpMessage, ...preferenceOperations,
]

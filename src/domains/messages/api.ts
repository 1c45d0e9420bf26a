import { z } from '@hono/zod-openapi'
import { formatInstant } from '../../kernel/wib.ts'
import { ok } from '../../kernel/result.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import { AFTER_FAILURE, listFailed, takeUpFailed } from './failed-store.ts'

const failedMessage = z.object({
  id: z.string(), template: z.string(), channel: z.string(), attempts: z.number().int(), lastFailure: z.string().nullable(), createdAt: z.string(),
})

const listFailedMessages = operation({
  method: 'get', path: '/messages/failed', right: 'message.retry', summary: 'Messages that were given up, the oldest first, without address and text',
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  answer: z.object({ items: z.array(failedMessage), next: z.null() }),
  async handle({ unit, actor }, { query }) {
    const rows = await listFailed(unit.tx, actor.officeId, query.limit)
    return ok({ items: rows.map((row) => ({ ...row, createdAt: formatInstant(row.createdAt) })), next: null })
  },
})

const takeUpMessage = operation({
  method: 'post', path: '/messages/{id}/steps', right: 'message.retry', summary: 'Send a failed message again, or note that the person was told otherwise',
  body: z.object({ step: z.enum(AFTER_FAILURE) }),
  answer: z.object({ id: z.string(), state: z.enum(['waiting', 'settled']) }),
  async handle({ unit, actor, params }, { body }) {
    const id = z.uuid().safeParse(params['id'])
    return id.success ? takeUpFailed(unit, actor, id.data, body.step) : { ok: false, error: { kind: 'not-found', code: 'not-found', message: '' } }
  },
})

export const messagesOperations: ApiOperation[] = [listFailedMessages, takeUpMessage]

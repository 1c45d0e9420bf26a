import { z } from 'zod'
import { invalid, ok } from '../../kernel/result.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import { accessOf } from './access.ts'
import { isUuid } from './cooperative-store.ts'
import { SOURCES } from './core/sources.ts'
import { membershipSchema } from './core/membership.ts'
import { addMembers, endMember, traceMembers } from './members.ts'
import { type Member, listMembers } from './membership-store.ts'
import { cooperativeMessages as t } from './messages.id.ts'

/** Most members in one request. */
const MOST = 500

const memberSchema = z.object({
  id: z.string(), name: z.string(), gender: z.enum(['female', 'male']).nullable(), memberNumber: z.string().nullable(), joinedOn: z.string().nullable(),
  leftOn: z.string().nullable(), source: z.enum(SOURCES),
})

const answerOf = ({ personId: _personId, ...member }: Member): z.input<typeof memberSchema> => member

const add = operation({
  method: 'post', path: '/cooperatives/{id}/members', right: 'cooperative.update',
  summary: 'Members told one by one; a member number that is known is written anew', status: 201,
  access: accessOf,
  body: z.object({ members: z.array(membershipSchema, { error: t.fields.members }).min(1, t.fields.members).max(MOST, t.fields.members) }),
  answer: z.object({ added: z.int(), changed: z.int(), members: z.int() }),
  handle: ({ unit, tools, actor, params }, { body }) => addMembers(unit, tools, actor, params['id'] ?? '', body.members),
})

const list = operation({
  method: 'get', path: '/cooperatives/{id}/members', right: 'cooperative.read',
  summary: 'Members told one by one, without their numbers; `left`: only those who have left (true) or have not (false)',
  access: accessOf,
  query: z.object({
    cursor: z.string().optional(), left: z.enum(['true', 'false'], { error: t.fields.yesNo }).optional(),
    limit: z.coerce.number({ error: t.fields.limit }).int(t.fields.limit).min(1, t.fields.limit).max(200, t.fields.limit).default(50),
  }),
  answer: z.object({ items: z.array(memberSchema), next: z.string().nullable() }),
  async handle({ unit, actor, params }, { query: { cursor, limit, left } }) {
    if (cursor !== undefined && !isUuid(cursor)) return invalid([{ field: 'cursor', message: t.fields.cursor }])
    const id = params['id'] ?? ''
    const { items, next } = await listMembers(unit.tx, id, { limit, after: cursor, isLeft: left === undefined ? undefined : left === 'true' })
    traceMembers(unit, actor, id, items)
    return ok({ items: items.map(answerOf), next })
  },
})

const end = operation({
  method: 'patch', path: '/cooperatives/{id}/members/{member}', right: 'cooperative.update', summary: 'Say since when somebody is no member any more',
  access: accessOf,
  body: z.object({ leftOn: z.iso.date({ error: t.fields.date }) }),
  answer: memberSchema,
  async handle({ unit, actor, params }, { body: { leftOn } }) {
    const ended = await endMember(unit, actor, params['id'] ?? '', params['member'] ?? '', leftOn)
    return ended.ok ? ok(answerOf(ended.value)) : ended
  },
})

/** Members of a cooperative in the API. */
export const membersOperations: ApiOperation[] = [add, list, end]

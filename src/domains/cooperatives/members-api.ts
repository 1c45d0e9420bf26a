import { z } from 'zod'
import { type Problem, conflict, invalid, ok } from '../../kernel/result.ts'
import type { Unit } from '../../platform/db/unit.ts'
import { roleOf } from '../../platform/db/unit.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import { findPersonByNationalId, readNationalId } from '../registry/index.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { accessOf } from './access.ts'
import { findCooperative, isUuid } from './cooperative-store.ts'
import { SOURCES } from './core/sources.ts'
import { type Membership, membershipSchema } from './core/membership.ts'
import { type NewMember, countMembers, keepMembers, listMembers } from './membership-store.ts'
import { cooperativeMessages as t } from './messages.id.ts'
import { commandWords } from './screen-messages.id.ts'
import { sourceOf } from './surroundings.ts'

/** Most members in one request. */
const MOST = 500

/** Those told with a NIK that somebody in the registry has are linked to him; a list of members makes no new people. */
async function settled(tx: Unit['tx'], keys: Keys, officeId: string, told: readonly Membership[]): Promise<{
  members: NewMember[]; problems: Problem[]
}> {
  const problems: Problem[] = []
  const members: NewMember[] = []
  const numbers = new Set<string>()
  for (const [at, { nationalId, ...member }] of told.entries()) {
    const read = nationalId === undefined ? undefined : readNationalId(nationalId)
    if (read && !read.ok) problems.push({ field: `members.${at}.nationalId`, message: read.error })
    if (member.memberNumber !== undefined && numbers.has(member.memberNumber)) problems.push({
      field: `members.${at}.memberNumber`, message: commandWords.memberTwice,
    })
    if (member.memberNumber !== undefined) numbers.add(member.memberNumber)
    if (member.joinedOn !== undefined && member.leftOn !== undefined && member.leftOn < member.joinedOn) problems.push({
      field: `members.${at}.leftOn`, message: t.record.termEndsFirst,
    })
    const person = read?.ok ? await findPersonByNationalId(tx, keys, officeId, read.value.digits) : undefined
    members.push({ ...member, personId: person?.id })
  }
  return { members, problems }
}

const add = operation({
  method: 'post', path: '/cooperatives/{id}/members', right: 'cooperative.update',
  summary: 'Members told one by one; a member number that is known is written anew', status: 201,
  access: accessOf,
  body: z.object({ members: z.array(membershipSchema, { error: t.fields.members }).min(1, t.fields.members).max(MOST, t.fields.members) }),
  answer: z.object({ added: z.int(), changed: z.int(), members: z.int() }),
  async handle({ unit, tools, actor, params }, { body }) {
    const id = params['id'] ?? ''
    const kept = await findCooperative(unit.tx, id)
    if (kept?.mergedInto) return conflict('absorbed', commandWords.absorbed, { mergedInto: kept.mergedInto })
    const { members, problems } = await settled(unit.tx, tools.keys, actor.officeId, body.members)
    if (problems.length > 0) return invalid(problems)
    const done = await keepMembers(unit.tx, unit.now, id, members, { source: sourceOf(actor), by: actor.accountId })
    unit.record(
      actor.officeId,
      { what: 'cooperative.members', kind: 'cooperative', subject: id, actor: actor.accountId, role: roleOf(actor), data: done },
    )
    return ok({ ...done, members: await countMembers(unit.tx, id) })
  },
})

const list = operation({
  method: 'get', path: '/cooperatives/{id}/members', right: 'cooperative.read', summary: 'Members told one by one, without their numbers',
  access: accessOf,
  query: z.object({
    cursor: z.string().optional(),
    limit: z.coerce.number({ error: t.fields.limit }).int(t.fields.limit).min(1, t.fields.limit).max(200, t.fields.limit).default(50),
  }),
  answer: z.object({
    items: z.array(z.object({
      id: z.string(), name: z.string(), gender: z.enum(['female', 'male']).nullable(), memberNumber: z.string().nullable(),
      joinedOn: z.string().nullable(),
      leftOn: z.string().nullable(), source: z.enum(SOURCES),
    })),
    next: z.string().nullable(),
  }),
  async handle({ unit, actor, params }, { query: { cursor, limit } }) {
    if (cursor !== undefined && !isUuid(cursor)) return invalid([{ field: 'cursor', message: t.fields.cursor }])
    const { items, next } = await listMembers(unit.tx, params['id'] ?? '', { limit, after: cursor })
    if (actor.kind === 'officer') {
      for (const { personId } of items) if (personId) unit.looked(
        actor.officeId, actor, 'cooperative.members', { kind: 'cooperative', id: params['id'] ?? '', personId },
      )
    }
    return ok({ items: items.map(({ personId: _personId, ...member }) => member), next })
  },
})

/** Members of a cooperative in the API. */
export const membersOperations: ApiOperation[] = [add, list]

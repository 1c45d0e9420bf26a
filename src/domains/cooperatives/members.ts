import { type Problem, type Result, conflict, invalid, notFound, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import type { Tools } from '../../platform/tools.ts'
import { findPersonByNationalId, readNationalId } from '../registry/index.ts'
import { findCooperative } from './cooperative-store.ts'
import type { Membership } from './core/membership.ts'
import { type Member, type NewMember, countMembers, endMembership, findMember, keepMembers } from './membership-store.ts'
import { cooperativeMessages as t } from './messages.id.ts'
import { commandWords } from './screen-messages.id.ts'
import { sourceOf } from './surroundings.ts'

/** Those told with a NIK that somebody in the registry has are linked to him; a list of members makes no new people. */
async function settled(tx: Unit['tx'], keys: Keys, officeId: string, told: readonly Membership[], today: string): Promise<{
  members: NewMember[]; problems: Problem[]
}> {
  const problems: Problem[] = []
  const members: NewMember[] = []
  const numbers = new Set<string>()
  for (const [at, { nationalId, ...member }] of told.entries()) {
    const problem = (field: string, message: string) => problems.push({ field: `members.${at}.${field}`, message })
    const read = nationalId === undefined ? undefined : readNationalId(nationalId)
    if (read && !read.ok) problem('nationalId', read.error)
    if (member.memberNumber !== undefined && numbers.has(member.memberNumber)) problem('memberNumber', commandWords.memberTwice)
    if (member.memberNumber !== undefined) numbers.add(member.memberNumber)
    if (member.joinedOn !== undefined && member.joinedOn > today) problem('joinedOn', t.record.notToCome)
    if (member.leftOn !== undefined && member.leftOn > today) problem('leftOn', t.record.notToCome)
    if (member.joinedOn !== undefined && member.leftOn !== undefined && member.leftOn < member.joinedOn) problem('leftOn', t.record.leftFirst)
    const person = read?.ok ? await findPersonByNationalId(tx, keys, officeId, read.value.digits) : undefined
    members.push({ ...member, personId: person?.id })
  }
  return { members, problems }
}

async function standing(unit: Unit, id: string): Promise<Result<undefined>> {
  const kept = await findCooperative(unit.tx, id)
  if (!kept) return notFound('not-found', commandWords.noCooperative)
  return kept.mergedInto === null ? ok(undefined) : conflict('absorbed', commandWords.absorbed, { mergedInto: kept.mergedInto })
}

const telling = (actor: Actor) => ({ source: sourceOf(actor), by: actor.accountId })

/** Adds members told one by one; one whose number is known is written anew. */
export async function addMembers(
  unit: Unit, { keys }: Pick<Tools, 'keys'>, actor: Actor, id: string, told: readonly Membership[],
): Promise<Result<{ added: number; changed: number; members: number }>> {
  const stands = await standing(unit, id)
  if (!stands.ok) return stands
  const { members, problems } = await settled(unit.tx, keys, actor.officeId, told, wibDate(unit.now).toString())
  if (problems.length > 0) return invalid(problems)
  const done = await keepMembers(unit.tx, unit.now, id, members, telling(actor))
  unit.record(actor.officeId, { what: 'cooperative.members', kind: 'cooperative', subject: id, actor: actor.accountId, role: roleOf(actor), data: done })
  return ok({ ...done, members: await countMembers(unit.tx, id) })
}

/** Keeps that a member has left on that day; said again it is mended. */
export async function endMember(unit: Unit, actor: Actor, id: string, memberId: string, leftOn: string): Promise<Result<Member>> {
  const stands = await standing(unit, id)
  if (!stands.ok) return stands
  const member = await findMember(unit.tx, id, memberId)
  if (!member) return notFound('not-found', commandWords.noMember)
  if (leftOn > wibDate(unit.now).toString()) return invalid([{ field: 'leftOn', message: t.record.notToCome }])
  if (member.joinedOn !== null && leftOn < member.joinedOn) return invalid([{ field: 'leftOn', message: t.record.leftFirst }])
  await endMembership(unit.tx, unit.now, memberId, leftOn, telling(actor))
  unit.record(actor.officeId, {
    what: 'cooperative.member-left', kind: 'cooperative', subject: id, actor: actor.accountId, role: roleOf(actor), data: { member: memberId },
  })
  return ok({ ...member, leftOn })
}

/** Leaves a trace for every person of the registry whose name an officer sees in a list of members. */
export function traceMembers(unit: Unit, actor: Actor, id: string, members: readonly Member[]): void {
  if (actor.kind !== 'officer') return
  for (const { personId } of members) if (personId) unit.looked(actor.officeId, actor, 'cooperative.members', { kind: 'cooperative', id, personId })
}

import type { Temporal } from 'temporal-polyfill'
import { type Result, conflict, invalid, notFound, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { type Unit, roleOf, toDb } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { messageTexts, queueMessage } from '../messages/index.ts'
import { type Breach, addByLooks, addByNumbers, findBreach, listUntold, markTold, noteAllTold } from './breach-store.ts'
import { breachId as t } from './breach-words.id.ts'
import { type DataKind, duties } from './core/breach.ts'
import { BREACH_CLOCK, dueAt } from './core/requests.ts'
import { nextReference } from './number-store.ts'

/** So many messages in one act; the button is pressed again for the rest. */
const TOLD_AT_ONCE = 1000

const traced = (unit: Unit, actor: Actor, id: string, what: string, data?: Record<string, string | number>) =>
  unit.record(actor.officeId, { what: `breach.${what}`, kind: 'breach', subject: id, actor: actor.accountId, role: roleOf(actor), ...(data ? { data } : {}) })

async function kept(unit: Unit, actor: Actor, id: string): Promise<Result<Breach>> {
  const breach = await findBreach(unit.tx, actor.officeId, id)
  return breach ? ok(breach) : notFound('not-found', t.gone)
}

const isOpen = (breach: Breach): Result<Breach> => (breach.closedAt ? conflict('closed', t.closedAlready) : ok(breach))

async function openBreach(unit: Unit, actor: Actor, id: string): Promise<Result<Breach>> {
  const known = await kept(unit, actor, id)
  if (!known.ok) return known
  await unit.tx.selectFrom('privacy.breaches').select('id').where('id', '=', known.value.id).forUpdate().execute()
  const breach = await kept(unit, actor, id)
  return breach.ok ? isOpen(breach.value) : breach
}

/** Records a breach; its clock runs from the moment it was discovered, not from the moment it is written down. */
export async function recordBreach(unit: Unit, actor: Actor, one: { discoveredAt: Temporal.Instant; happened: string; dataKinds: readonly DataKind[]; handling: string }): Promise<Result<Breach>> {
  const { id } = await unit.tx.insertInto('privacy.breaches').values({
    office_id: actor.officeId, reference: await nextReference(unit, actor.officeId, 'breach'), discovered_at: toDb(one.discoveredAt),
    due_at: toDb(dueAt(one.discoveredAt, BREACH_CLOCK)), happened: one.happened, data_kinds: [...one.dataKinds], handling: one.handling, recorded_by: actor.accountId,
    recorded_at: toDb(unit.now),
  }).returning('id').executeTakeFirstOrThrow()
  traced(unit, actor, id, 'record', { kinds: one.dataKinds.length })
  return kept(unit, actor, id)
}

export type Scope = { login: string; from: string; to: string } | { numbers: readonly string[] }

/** Adds the people concerned, by whose data an officer opened or by numbers of cases, letters and businesses. */
export async function addPeople(unit: Unit, actor: Actor, id: string, scope: Scope): Promise<Result<Breach>> {
  const breach = await openBreach(unit, actor, id)
  if (!breach.ok) return breach
  if ('numbers' in scope) {
    const { added, unknown } = await addByNumbers(unit, actor.officeId, id, scope.numbers)
    if (unknown.length > 0) return invalid([{ field: 'numbers', message: t.unknownNumbers(unknown) }])
    if (added > 0) await unit.tx.updateTable('privacy.breaches').set({ persons_told_at: null }).where('id', '=', id).execute()
    traced(unit, actor, id, 'people', { added })
    return kept(unit, actor, id)
  }
  const added = await addByLooks(unit, actor.officeId, id, scope)
  if (added === 0) return invalid([{ field: 'login', message: t.nobody }])
  await unit.tx.updateTable('privacy.breaches').set({ persons_told_at: null }).where('id', '=', id).execute()
  traced(unit, actor, id, 'people', { added })
  return kept(unit, actor, id)
}

/** Tells those who have a phone; the notice itself stands on their page. Those without are told on paper. */
export async function tellPeople(unit: Unit, tools: Tools, actor: Actor, id: string): Promise<Result<Breach>> {
  const breach = await openBreach(unit, actor, id)
  if (!breach.ok) return breach
  const { reference } = breach.value
  const people = (await listUntold(unit.tx, id, TOLD_AT_ONCE)).filter(({ phone }) => phone !== null)
  const body = messageTexts('breach-notice', { reference, link: `${tools.config.baseUrl}/akun/kebocoran/${id}` })
  for (const { personId, phone } of people) {
    await queueMessage(unit, { officeId: actor.officeId, template: 'breach-notice', channel: 'phone', address: phone ?? '', body, personId })
  }
  const told = await markTold(unit, id, people.map(({ personId }) => personId), 'message')
  await noteAllTold(unit, id)
  traced(unit, actor, id, 'tell', { told })
  return kept(unit, actor, id)
}

/** The rest were told by a letter on paper. */
export async function toldOnPaper(unit: Unit, actor: Actor, id: string): Promise<Result<Breach>> {
  const breach = await openBreach(unit, actor, id)
  if (!breach.ok) return breach
  const people = (await listUntold(unit.tx, id, TOLD_AT_ONCE)).filter(({ phone }) => phone === null)
  const told = await markTold(unit, id, people.map(({ personId }) => personId), 'paper')
  await noteAllTold(unit, id)
  traced(unit, actor, id, 'paper', { told })
  return kept(unit, actor, id)
}

/** The authority was told, in writing. */
export async function toldAuthority(unit: Unit, actor: Actor, id: string, one: { at: Temporal.Instant; reference: string }): Promise<Result<Breach>> {
  const breach = await openBreach(unit, actor, id)
  if (!breach.ok) return breach
  if (breach.value.authorityToldAt) return conflict('already-told', t.authorityAlready)
  await unit.tx.updateTable('privacy.breaches').set({ authority_told_at: toDb(one.at), authority_reference: one.reference }).where('id', '=', id).execute()
  traced(unit, actor, id, 'authority', { late: one.at.epochMilliseconds > breach.value.dueAt.epochMilliseconds ? 1 : 0 })
  return kept(unit, actor, id)
}

/** Closes a breach when all that is owed was done. */
export async function closeBreach(unit: Unit, actor: Actor, id: string, closing: string): Promise<Result<Breach>> {
  const breach = await openBreach(unit, actor, id)
  if (!breach.ok) return breach
  const { personsToldAt, authorityToldAt, people } = breach.value
  const owed = duties({ personsTold: personsToldAt !== undefined, authorityTold: authorityToldAt !== undefined, closed: false, people })
  if (owed[0] !== 'close') return conflict('duties-open', t.dutiesOpen, owed)
  if (closing.trim().length < 10) return invalid([{ field: 'closing', message: t.closingNeeded }])
  await unit.tx.updateTable('privacy.breaches').set({ closed_at: toDb(unit.now), closed_by: actor.accountId, closing: closing.trim() }).where('id', '=', id).execute()
  traced(unit, actor, id, 'close')
  return kept(unit, actor, id)
}

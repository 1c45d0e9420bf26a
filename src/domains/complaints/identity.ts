import type { Temporal } from 'temporal-polyfill'
import { type Result, conflict, forbidden, invalid, notFound, ok } from '../../kernel/result.ts'
import { type Actor, may } from '../../kernel/rights.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { type Unit, fromDb, roleOf, toDb } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { complaintsId as words } from './messages.id.ts'
import { moveTicket } from './move.ts'
import { lockFor } from './office-steps.ts'
import { type Reporter, unsealReporter } from './reporter.ts'
import { findTicket } from './ticket-store.ts'
import { type Ticket, resourceOf } from './ticket.ts'

/** A request to open a sealed identity. */
export type Opening = { id: string; ticketId: string; askedBy: string; askedAt: Date; reason: string; decidedBy: string | null; decidedAt: Date | null; approved: boolean | null }

/** An opened identity may be looked at for so long; then it is asked for anew. This product's rule. */
export const OPEN_FOR = { hours: 7 * 24 }

export async function findOpening(tx: Db | Tx, ticketId: string): Promise<Opening | undefined> {
  return tx.selectFrom('complaints.openings').select([
    'id', 'ticket_id as ticketId', 'asked_by as askedBy', 'asked_at as askedAt', 'reason', 'decided_by as decidedBy',
    'decided_at as decidedAt', 'approved',
  ]).where('ticket_id', '=', ticketId).orderBy('asked_at', 'desc').orderBy('id').limit(1).executeTakeFirst()
}

/** Until when an approved opening may be looked into; undefined when it may not. */
export function openUntil(opening: Opening | undefined, now: Temporal.Instant): Temporal.Instant | undefined {
  if (!opening?.approved || !opening.decidedAt) return undefined
  const until = fromDb(opening.decidedAt).add(OPEN_FOR)
  return until.epochMilliseconds > now.epochMilliseconds ? until : undefined
}

/** The first of the two: an officer asks, and says why. */
export async function askOpening(unit: Unit, actor: Actor, ticketId: string, reason: string): Promise<Result<Opening>> {
  const locked = await lockFor({ unit, actor }, ticketId, 'complaint.ask-identity')
  if (!locked.ok) return locked
  if (locked.value.identity !== 'sealed') return conflict('not-sealed', words.notSealed)
  const why = reason.trim()
  if (why.length < 20) return invalid([{ field: 'reason', message: words.openingReasonNeeded }])
  const earlier = await findOpening(unit.tx, ticketId)
  if ((earlier && earlier.decidedAt === null) || openUntil(earlier, unit.now)) return conflict('open-already', words.openingThere)
  await unit.tx.insertInto('complaints.openings').values({ ticket_id: ticketId, asked_by: actor.accountId, asked_at: toDb(unit.now), reason: why }).execute()
  const asked = await moveTicket(unit, locked.value, { role: roleOf(actor), account: actor.accountId }, { step: 'identity-ask', to: locked.value.state, words: why, shown: false })
  return asked.ok ? found(unit, ticketId) : asked
}

async function found(unit: Unit, ticketId: string): Promise<Result<Opening>> {
  const opening = await findOpening(unit.tx, ticketId)
  return opening ? ok(opening) : notFound('not-found', words.noSuch)
}

/** The second: another officer decides. If he agrees, the reporter reads on his ticket that it was opened, by whom and why. */
export async function decideOpening(unit: Unit, actor: Actor, ticketId: string, approve: boolean): Promise<Result<Opening>> {
  const locked = await lockFor({ unit, actor }, ticketId, 'complaint.open-identity')
  if (!locked.ok) return locked
  const opening = await findOpening(unit.tx, ticketId)
  if (!opening || opening.decidedAt !== null) return conflict('not-now', words.noOpening)
  if (opening.askedBy === actor.accountId) return forbidden('own-request', words.openingOwn)
  await unit.tx.updateTable('complaints.openings').set({ decided_by: actor.accountId, decided_at: toDb(unit.now), approved: approve }).where('id', '=', opening.id).execute()
  const moved = await moveTicket(unit, locked.value, { role: roleOf(actor), account: actor.accountId }, {
    step: approve ? 'identity-open' : 'identity-refuse', to: locked.value.state, words: approve ? opening.reason : '', shown: approve,
  })
  return moved.ok ? found(unit, ticketId) : moved
}

/**
 * Looks into an opened identity: only the two who opened it, only for a while. Each look stands in the chain of looks under the ticket, since
 * under the person it would tie the two together, and on the ticket for the reporter to see.
 */
export async function lookAtIdentity(tools: Tools, unit: Unit, actor: Actor, ticketId: string): Promise<Result<{ ticket: Ticket; reporter: Reporter; until: Temporal.Instant }>> {
  const ticket = await findTicket(unit.tx, ticketId)
  if (!ticket) return notFound('not-found', words.noSuch)
  const allowed = may(actor, 'complaint.ask-identity', resourceOf(ticket), unit.now.epochMilliseconds)
  if (!allowed.ok) return allowed
  const opening = await findOpening(unit.tx, ticketId)
  const until = openUntil(opening, unit.now)
  const isOneOfTwo = opening?.askedBy === actor.accountId || opening?.decidedBy === actor.accountId
  const reporter = until && isOneOfTwo ? unsealReporter(tools.keys, ticket) : undefined
  if (!until || !reporter) return forbidden('not-opened', words.notOpened)
  unit.looked(ticket.officeId, actor, 'complaint.identity', { kind: 'complaint', id: ticket.id, personId: ticket.id })
  const moved = await moveTicket(unit, ticket, { role: roleOf(actor), account: actor.accountId }, { step: 'identity-look', to: ticket.state })
  return moved.ok ? ok({ ticket: moved.value, reporter, until }) : moved
}

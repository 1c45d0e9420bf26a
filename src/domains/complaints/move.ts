import { type Result, conflict, ok } from '../../kernel/result.ts'
import { Temporal } from 'temporal-polyfill'
import { type Unit, fromDb, toDb } from '../../platform/db/unit.ts'
import { calendarOf } from '../office/index.ts'
import { lapseAbout } from '../supervision/index.ts'
import { type TicketClock, type TicketEvent, ticketClock } from './core/clock.ts'
import { type State, isEnd } from './core/life.ts'
import { addEntry, eventsOf } from './entry-store.ts'
import { complaintsId as words } from './messages.id.ts'
import { type TicketChange, findTicket, updateTicket } from './ticket-store.ts'
import type { Ticket } from './ticket.ts'

/** Who takes a step. A reporter without login, and one who is sealed, has a role and no account. */
export type By = { role: string; account?: string }

/** One step with what goes with it. `data` are codes and counts for the log. */
export type Move = { step: string; to: State; words?: string; shown?: boolean; set?: TicketChange; data?: Record<string, string | number | boolean | null | string[]> }

/** The moments of a ticket as its history has them. */
export async function clockOf(unit: Pick<Unit, 'tx'>, ticket: Ticket, events: readonly TicketEvent[]): Promise<Result<TicketClock>> {
  const clock = ticketClock({
    calendar: await calendarOf(unit.tx, ticket.officeId), kind: ticket.kind, class: ticket.class, extraDays: ticket.extraDays,
    receivedAt: fromDb(ticket.receivedAt),
    state: ticket.state, events,
  })
  return clock.ok ? clock : conflict('calendar-unknown', words.calendarUnknown)
}

const orNull = (moment: Temporal.Instant | null): Date | null => moment && toDb(moment)

/** The moments of a clock as columns. */
export const moments = ({ dueAt, owedAt, replyBy }: TicketClock) => ({ due_at: orNull(dueAt), owed_at: orNull(owedAt), reply_by: orNull(replyBy) })

/** Did the office take this step later than it owed it? A change of hands or a note owes nothing. */
const isLate = (ticket: Ticket, to: State, now: Temporal.Instant): boolean =>
  ticket.owedAt !== null && ['verified', 'answered', 'forwarded'].includes(to) && Temporal.Instant.compare(fromDb(ticket.owedAt), now) < 0

/**
 * Moves a locked ticket: its history, its state, its moments and the log together. What the office no longer owes, it is no longer warned of.
 * @returns the ticket as it is now; a refusal when a moment lies beyond the known calendar
 */
export async function moveTicket(unit: Unit, ticket: Ticket, { role, account }: By, move: Move): Promise<Result<Ticket>> {
  await addEntry(unit, ticket.id, {
    step: move.step, from: ticket.state, to: move.to, byRole: role, byAccount: account ?? null, words: move.words ?? '',
    shown: move.shown ?? true,
  })
  await updateTicket(unit.tx, ticket.id, {
    state: move.to, ...(isLate(ticket, move.to, unit.now) ? { late: true } : {}),
    // The clock of an ended or waiting ticket is set below; until then no constraint may see the old one.
    ...(move.to === ticket.state ? {} : { owed_at: null, reply_by: null }),
    ...(isEnd(move.to) && !isEnd(ticket.state) ? { closed_at: toDb(unit.now) } : {}), ...move.set,
  })
  const moved = await found(unit, ticket.id)
  const clock = await clockOf(unit, moved, (await eventsOf(unit.tx, [ticket.id])).get(ticket.id) ?? [])
  if (!clock.ok) return clock
  await updateTicket(unit.tx, ticket.id, moments(clock.value))
  if (clock.value.owedAt === null || ticket.owedAt?.getTime() !== clock.value.owedAt.epochMilliseconds) await lapseAbout(unit.tx, ticket.id, unit.now)
  unit.record(ticket.officeId, {
    what: `complaint.${move.step}`, kind: 'complaint', subject: ticket.id, role, ...(account === undefined ? {} : { actor: account }),
    from: ticket.state, to: move.to,
    ...(move.data ? { data: move.data } : {}),
  })
  return ok(await found(unit, ticket.id))
}

async function found(unit: Unit, id: string): Promise<Ticket> {
  const one = await findTicket(unit.tx, id)
  if (!one) throw new Error('a ticket vanished within its transaction')
  return one
}

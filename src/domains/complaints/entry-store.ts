import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import { anyOf } from '../../platform/db/any-of.ts'
import { type Unit, fromDb, toDb } from '../../platform/db/unit.ts'
import type { TicketEvent } from './core/clock.ts'
import type { State } from './core/life.ts'

/** One line of a ticket's history. `shown`: the reporter reads its words. */
export type Entry = { id: string; at: Date; step: string; from: State | null; to: State; byRole: string; byAccount: string | null; words: string; shown: boolean }

export type NewEntry = { step: string; from: State | null; to: State; byRole: string; byAccount: string | null; words: string; shown: boolean }

export async function addEntry({ tx, now }: Pick<Unit, 'tx' | 'now'>, ticketId: string, one: NewEntry): Promise<void> {
  await tx.insertInto('complaints.entries').values({
    ticket_id: ticketId, at: toDb(now), step: one.step, from_state: one.from, to_state: one.to, by_role: one.byRole,
    by_account: one.byAccount, words: one.words, shown: one.shown,
  }).execute()
}

/** The history of a ticket, the oldest first. */
export async function listEntries(tx: Db | Tx, ticketId: string): Promise<Entry[]> {
  const rows = await tx.selectFrom('complaints.entries').select(['id', 'at', 'step', 'from_state as from', 'to_state as to', 'by_role as byRole', 'by_account as byAccount', 'words', 'shown'])
    .where('ticket_id', '=', ticketId).orderBy('id').limit(1000).execute()
  return rows.map((row) => ({ ...row, id: String(row.id), from: row.from as State | null, to: row.to as State }))
}

/** The histories of several tickets as their clocks read them, in one query. */
export async function eventsOf(tx: Db | Tx, ids: readonly string[]): Promise<Map<string, TicketEvent[]>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('complaints.entries').select(['ticket_id', 'at', 'step', 'to_state']).where('ticket_id', 'in', [...ids]).orderBy('id').execute()
  return new Map([...Map.groupBy(rows, (row) => row.ticket_id)].map(([id, list]) => [
    id, list.map((row): TicketEvent => ({ at: fromDb(row.at), step: row.step, to: row.to_state as State })),
  ]))
}

/** The words of the last answer of each of these tickets. */
export async function answersOf(tx: Db | Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.selectFrom('complaints.entries').distinctOn('ticket_id').select(['ticket_id', 'words']).where('step', '=', 'answer')
    .where(sql<boolean>`ticket_id = ${anyOf(ids, 'uuid')}`).orderBy('ticket_id').orderBy('id', 'desc').execute()
  return new Map(rows.map((row) => [row.ticket_id, row.words]))
}

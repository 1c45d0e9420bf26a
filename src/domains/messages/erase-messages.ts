import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'

const OVER = sql`state in ('sent', 'delivered', 'read', 'kept', 'lapsed', 'settled')`

/** Messages to a person that are done with. */
export async function countOldMessages(tx: Tx, personId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from messages.outbox where person_id = ${personId} and ${OVER}`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Removes them, with what was answered; what still waits to be sent stays. */
export async function eraseOldMessages(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('messages.replies').where('person_id', '=', personId).execute()
  await sql`delete from messages.outbox where person_id = ${personId} and ${OVER}`.execute(tx)
}

/** Removes messages, and answers to them, of a month (`2026-11`, WIB) that are done with. */
export async function removeMonthOfMessages(tx: Tx, officeId: string, month: string): Promise<void> {
  await sql`delete from messages.replies where office_id = ${officeId} and to_char(at at time zone interval '07:00', 'YYYY-MM') = ${month}`.execute(tx)
  await sql`delete from messages.outbox where office_id = ${officeId} and ${OVER} and to_char(created_at at time zone interval '07:00', 'YYYY-MM') = ${month}`.execute(tx)
}

/** Wipes the bodies of messages that bear a link nobody needs any more: it was delivered, or is out of date. That there was a message stays. */
export async function wipeLinks(tx: Tx, officeId: string, template: string, outOfDate: Temporal.Instant): Promise<void> {
  await sql`update messages.outbox set body = '' where office_id = ${officeId} and template = ${template} and body <> ''
    and (state in ('sent', 'delivered', 'read', 'settled') or created_at < ${toDb(outOfDate)})`.execute(tx)
}

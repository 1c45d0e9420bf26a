import { type UpdateObject, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { DB } from '../../platform/db/schema.ts'
import type { State } from './core/life.ts'

type Row = UpdateObject<DB, 'messages.outbox'>

type Change = {
  id: string
  at: Date
  /** Only from these: whoever was quicker stands. */
  from: readonly State[]
  set: Row
  /** Only if this attempt is still the latest. */
  attempts?: number
  /** Only if the message is still ours to move (its lease). */
  lease?: Date
  /** How it is told in the history; absent: not at all. */
  told?: { state: State; road?: string | null; provider?: string | null; reason?: string | null; by?: string }
}

/** Changes a message and tells its history in one statement. @returns false when somebody was quicker */
export async function change(db: Db | Tx, { id, at, from, set, attempts, lease, told }: Change): Promise<boolean> {
  let update = db.updateTable('messages.outbox').set(set).where('id', '=', id).where('state', 'in', from)
  if (attempts !== undefined) update = update.where('attempts', '=', attempts)
  if (lease !== undefined) update = update.where('next_at', '=', lease)
  if (!told) return (await update.executeTakeFirst()).numUpdatedRows > 0n
  const written = await db.with('moved', () => update.returning('id'))
    .insertInto('messages.history').columns(['message_id', 'at', 'state', 'road', 'provider', 'reason', 'by_account'])
    .expression((query) => query.selectFrom('moved').select([
      'moved.id', sql<Date>`${at}::timestamptz`.as('at'), sql<string>`${told.state}::text`.as('state'), sql<string>`${told.road ?? null}::text`.as('road'),
      sql<string>`${told.provider ?? null}::text`.as('provider'), sql<string>`${told.reason ?? null}::text`.as('reason'), sql<string>`${told.by ?? null}::uuid`.as('by_account'),
    ])).returning('message_id').execute()
  return written.length > 0
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { type ListedSubject, type Undoing, markListUndone } from '../../registry/index.ts'
import { writeFromActs } from '../cooperative-acts.ts'

/** Cooperatives as the undoing of a list sees them; one whose members have been told since is in use. */
export const LISTED_COOPERATIVES: ListedSubject = {
  kind: 'cooperative',
  lock: (tx, ids) => sql`select from cooperatives.cooperatives where id = any(${ids}::uuid[]) order by id for update`.execute(tx),
  remove: (tx, ids) => sql`delete from cooperatives.cooperatives where id = any(${ids}::uuid[])`.execute(tx),
  async findUsed(tx, ids) {
    const { rows } = await sql<{ id: string }>`
      select distinct cooperative_id as id from cooperatives.memberships where cooperative_id = any(${ids}::uuid[]) order by 1`.execute(tx)
    return new Set(rows.map(({ id }) => id))
  },
  async restore(undoing, ids) {
    const restored: string[] = []
    for (const id of ids) if (await wentBack(undoing, id)) restored.push(id)
    return restored
  },
}

/** One whose former legal entity number another has by now stays as the list left it. */
async function wentBack(undoing: Undoing, id: string): Promise<boolean> {
  const { tx, keys, now } = undoing
  await sql`savepoint going_back`.execute(tx)
  await markListUndone(undoing, [id])
  const isTaken = await writeFromActs({ tx, keys, now, id }) === 'number-taken'
  await (isTaken ? sql`rollback to savepoint going_back` : sql`release savepoint going_back`).execute(tx)
  return !isTaken
}

/** The sender's numbers that a list brought go with it. */
export async function forgetCooperativeIds(tx: Tx, actId: string): Promise<void> {
  await sql`delete from cooperatives.external_ids where act_id = ${actId}`.execute(tx)
}

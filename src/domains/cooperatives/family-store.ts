import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'

/** A cooperative and all it has absorbed, itself first: what hangs on any of them is told of it. */
export async function familyOf(tx: Db | Tx, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive family (id, depth) as (
      select ${id}::uuid, 0 union all select c.id, f.depth + 1 from cooperatives.cooperatives c join family f on c.merged_into = f.id where f.depth < 100)
    select id from family order by depth, id limit 1000`.execute(tx)
  return rows.map((row) => row.id)
}

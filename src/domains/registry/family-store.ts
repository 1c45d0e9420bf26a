import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import { isUuid } from './person-store.ts'

/** How far a chain of merges is followed; a longer one does not come from people. */
const MOST_HOPS = 50

/** The same as an array within a query, so that it costs no way to the database of its own. */
export const familySql = (id: string): RawBuilder<string[]> => sql`array(
  with recursive family (id, hops) as (
    select ${id}::uuid, 0
    union select b.id, f.hops + 1 from registry.businesses b join family f on b.merged_into = f.id where f.hops < ${MOST_HOPS})
  select id from family group by id order by min(hops), id limit 500)`

/**
 * A record and all that were merged into it, at any remove: where its letters, cases and visits are to be found.
 * @returns the record itself first; only itself when it has absorbed none
 */
export async function familyOf(tx: Db | Tx, id: string): Promise<string[]> {
  if (!isUuid(id)) return []
  const { rows } = await sql<{ ids: string[] }>`select ${familySql(id)} as ids`.execute(tx)
  return rows[0]?.ids ?? []
}

/** The record that stands for this one today: itself, or the one it was merged into in the end. Undefined when there is no such record. */
export async function findStandingId(tx: Db | Tx, id: string): Promise<string | undefined> {
  if (!isUuid(id)) return undefined
  const { rows } = await sql<{ id: string }>`
    with recursive chain (id, merged_into, hops) as (
      select id, merged_into, 0 from registry.businesses where id = ${id}
      union all select b.id, b.merged_into, c.hops + 1 from registry.businesses b join chain c on b.id = c.merged_into where c.hops < ${MOST_HOPS})
    select id from chain where merged_into is null limit 1`.execute(tx)
  return rows[0]?.id
}

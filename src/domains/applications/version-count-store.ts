import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import { ENDS } from '../services/index.ts'

/** How many cases and drafts run on one version of a service. */
export type OnVersion = { definitionId: string; open: number; drafts: number }

/** Cases that are not at their end, by the version they keep. */
export async function countOnVersions(tx: Db | Tx, definitionIds: readonly string[]): Promise<OnVersion[]> {
  if (definitionIds.length === 0) return []
  const { rows } = await sql<OnVersion>`
    select a.definition_id as "definitionId", count(*) filter (where a.status <> 'draft')::int as open, count(*) filter (where a.status = 'draft')::int as drafts
      from applications.applications a
     where a.definition_id in (${sql.join(definitionIds.map((id) => sql`${id}::uuid`))}) and a.status not in (${sql.join(ENDS.map((end) => sql.val(end)))})
     group by a.definition_id order by a.definition_id limit 1000`.execute(tx)
  return rows
}

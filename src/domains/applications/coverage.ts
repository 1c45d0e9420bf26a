import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'

/** How many applications were sent from each village since a moment; villages without any are absent. Walks all of them: for a job, not for a page. */
export async function applicationsByVillage(db: Db | Tx, officeId: string, since: Temporal.Instant): Promise<Record<string, number>> {
  const { rows } = await sql<{ village: string; n: number }>`
    select village_code as village, count(*) as n from applications.applications
     where office_id = ${officeId} and submitted_at >= ${toDb(since)} and village_code is not null group by 1 order by 1 limit 10000`.execute(db)
  return Object.fromEntries(rows.map(({ village, n }) => [village, n]))
}

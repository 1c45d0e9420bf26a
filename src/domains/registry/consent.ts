import { type RawBuilder, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'

/** Whether this person was shown the privacy notice, in any version; as part of a query. */
export const readNotice = (person: RawBuilder<unknown>): RawBuilder<boolean> => sql`exists (select from accounts.v_notice_readings where person_id = ${person})`

/** Whether this citizen has agreed to be helped by this officer within the last 90 days, and has not ended it. */
export async function hasMandate(tx: Db | Tx, now: Temporal.Instant, personId: string, officerId: string): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select exists (select from accounts.v_mandates where person_id = ${personId} and officer_id = ${officerId} and ended_at is null
      and given_at > ${toDb(now.subtract({ hours: 24 * 90 }))}) as there`.execute(tx)
  return rows[0]?.there ?? false
}

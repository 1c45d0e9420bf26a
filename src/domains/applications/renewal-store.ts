import type { Temporal } from 'temporal-polyfill'
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'
import type { Status } from './core/life.ts'

export type Renewing = { id: string; status: Status }

/** The request by which a letter is being renewed, the newest; one that came to nothing is not among them. */
export async function findRenewing(tx: Db | Tx, letterId: string): Promise<Renewing | undefined> {
  const { rows } = await sql<Renewing>`
    select a.id, a.status from applications.forms f join applications.applications a on a.id = f.application_id
     where f.renews_letter = ${letterId}::uuid and a.status not in ('withdrawn', 'rejected', 'expired')
     order by a.created_at desc limit 1`.execute(tx)
  return rows[0]
}

/** How many days before the end the holder of each of these letters was reminded. */
export async function listReminded(tx: Db | Tx, letterIds: readonly string[]): Promise<Map<string, number[]>> {
  if (letterIds.length === 0) return new Map()
  const rows = await tx.selectFrom('applications.renewal_reminders').select(['letter_id', 'days']).where('letter_id', 'in', [...letterIds])
    .orderBy('letter_id').limit(100_000).execute()
  const sent = new Map<string, number[]>()
  for (const { letter_id, days } of rows) sent.set(letter_id, [...sent.get(letter_id) ?? [], days])
  return sent
}

/** Notes a reminder. @returns false when another worker was first */
export async function noteReminder(tx: Tx, letterId: string, days: number, now: Temporal.Instant): Promise<boolean> {
  const row = await tx.insertInto('applications.renewal_reminders').values({ letter_id: letterId, days, at: toDb(now) })
    .onConflict((on) => on.constraint('renewal_reminders_pkey').doNothing()).returning('days').executeTakeFirst()
  return row !== undefined
}

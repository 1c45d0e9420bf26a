import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'

/** As many rows are looked at in one go; memory stays flat however many cases rest. */
const PAGE = 200

/** Returned cases in the order of their ids, page by page. */
export async function* returnedBefore(db: Db, moment: Temporal.Instant): AsyncGenerator<string> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await db.selectFrom('applications.applications').select('id').where('status', '=', 'returned').where('returned_at', '<=', toDb(moment))
      .where('id', '>', after).orderBy('id').limit(PAGE).execute()
    for (const row of rows) yield row.id
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    after = last.id
  }
}

/** The standards under which drafts are open: how long one is kept may differ between them. */
export async function draftDefinitions(db: Db): Promise<string[]> {
  const { rows } = await sql<{ definition_id: string }>`select distinct definition_id from applications.applications where status = 'draft'`.execute(db)
  return rows.map((row) => row.definition_id)
}

/** Drafts of one standard that nobody touched since, the oldest first. */
export async function draftsUntouchedSince(db: Db, definitionId: string, moment: Temporal.Instant, limit: number): Promise<string[]> {
  const rows = await db.selectFrom('applications.applications').select('id').where('status', '=', 'draft').where('definition_id', '=', definitionId)
    .where('updated_at', '<=', toDb(moment)).orderBy('updated_at').limit(limit).execute()
  return rows.map((row) => row.id)
}

/** Cases whose signing began before this moment and has not ended, the oldest first. */
export async function signingSince(db: Db, moment: Temporal.Instant, limit: number): Promise<string[]> {
  const rows = await db.selectFrom('applications.applications').select('id').where('status', '=', 'signing').where('updated_at', '<=', toDb(moment))
    .orderBy('updated_at').limit(limit).execute()
  return rows.map((row) => row.id)
}

/** Cases handed over outside whose next reminder is reached: one for every so many days since. The longest waiting first. */
export async function followedSince(db: Db, now: Temporal.Instant, everyDays: number, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from applications.applications
     where status = 'following' and stage_since + (reminders + 1) * ${everyDays} * interval '24 hours' <= ${toDb(now)} order by stage_since, id limit ${limit}`.execute(db)
  return rows.map((row) => row.id)
}

/** Of these storage keys, those that an uploaded file lies under. */
export async function uploadsAmong(db: Db, keys: readonly string[]): Promise<string[]> {
  const rows = await db.selectFrom('applications.attachments').select('storage_key').where('storage_key', 'in', [...keys]).execute()
  return rows.map((row) => row.storage_key)
}

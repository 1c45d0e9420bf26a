import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { fromDb, toDb } from '../../platform/db/unit.ts'

/** When silence counts as consent for an open case; `passedAt` once it has. */
export type Fallback = { applicationId: string; dueAt: Temporal.Instant; passedAt: Temporal.Instant | null }

/** Keeps the moments of open cases; one that has passed is never moved again. */
export async function keepFallbacks(tx: Tx, officeId: string, moments: readonly { applicationId: string; dueAt: Temporal.Instant }[]): Promise<void> {
  if (moments.length === 0) return
  await sql`insert into supervision.fallbacks (application_id, office_id, due_at)
    select m.id, ${officeId}, m.due from unnest(${moments.map((one) => one.applicationId)}::uuid[], ${moments.map((one) => toDb(one.dueAt))}::timestamptz[]) as m(id, due)
    on conflict on constraint fallbacks_pkey do update
       set due_at = case when fallbacks.passed_at is null then excluded.due_at else fallbacks.due_at end, closed_at = null
     where fallbacks.closed_at is not null or (fallbacks.passed_at is null and fallbacks.due_at <> excluded.due_at)`.execute(tx)
}

/** Marks those whose moment has come. @returns the cases marked now */
export async function markPassed(tx: Tx, ids: readonly string[], now: Temporal.Instant): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tx.updateTable('supervision.fallbacks').set({ passed_at: toDb(now) }).where('application_id', 'in', [...ids])
    .where('passed_at', 'is', null).where('due_at', '<=', toDb(now)).returning('application_id').execute()
  return rows.map((row) => row.application_id)
}

const shaped = (row: { application_id: string; due_at: Date; passed_at: Date | null }): Fallback =>
  ({ applicationId: row.application_id, dueAt: fromDb(row.due_at), passedAt: row.passed_at && fromDb(row.passed_at) })

/** Open cases by the moment at which silence counts as consent, the nearest or longest passed first. */
export async function listFallbacks(tx: Db | Tx, officeId: string, limit: number, after?: Fallback): Promise<Fallback[]> {
  const rows = await tx.selectFrom('supervision.fallbacks').select(['application_id', 'due_at', 'passed_at']).where('office_id', '=', officeId).where('closed_at', 'is', null)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(due_at, application_id) > (${after && toDb(after.dueAt)}, ${after?.applicationId}::uuid)`))
    .orderBy('due_at').orderBy('application_id').limit(limit).execute()
  return rows.map(shaped)
}

/** The cases are no longer with the office: what has not passed is forgotten, what has stays as a mark. */
export async function closeFallbacks(tx: Tx, ids: readonly string[], now: Temporal.Instant): Promise<void> {
  if (ids.length === 0) return
  await tx.deleteFrom('supervision.fallbacks').where('application_id', 'in', [...ids]).where('passed_at', 'is', null).execute()
  await tx.updateTable('supervision.fallbacks').set({ closed_at: toDb(now) }).where('application_id', 'in', [...ids]).where('closed_at', 'is', null).execute()
}

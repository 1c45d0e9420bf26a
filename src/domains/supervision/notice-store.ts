import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { fromDb, toDb } from '../../platform/db/unit.ts'
import type { Kind, Notice, Post, Told } from './core/ladder.ts'

/** A warning as it is written: what it is about, and the due moment it belongs to. */
export type NewNotice = Notice & { kind: Kind; subject: string; applicationId: string | null; reference: string; dueAt: Temporal.Instant }

/** Key of all warnings of one clock and due moment. */
export const toldKey = (kind: string, subject: string, dueAt: Temporal.Instant): string => `${kind} ${subject} ${dueAt.epochMilliseconds}`

/** What was told so far of these cases, by `toldKey`. */
export async function listTold(tx: Db | Tx, subjects: readonly string[]): Promise<Map<string, Told[]>> {
  if (subjects.length === 0) return new Map()
  const rows = await tx.selectFrom('supervision.notices').select(['kind', 'subject', 'rung', 'climb', 'due_at', 'post', 'account_id', 'told_at', 'acknowledged_at'])
    .where('subject', 'in', [...subjects]).orderBy('told_at').orderBy('id').execute()
  const groups = Map.groupBy(rows, (row) => toldKey(row.kind, row.subject, fromDb(row.due_at)))
  return new Map([...groups].map(([key, list]) => [key, list.map((row): Told => ({
    rung: row.rung, climb: row.climb, post: row.post as Post, accountId: row.account_id, toldAt: fromDb(row.told_at), acknowledged: row.acknowledged_at !== null,
  }))]))
}

/** Writes warnings; one that another worker wrote meanwhile is left out. @returns those that are new */
export async function insertNotices(tx: Tx, officeId: string, notices: readonly NewNotice[], now: Temporal.Instant): Promise<NewNotice[]> {
  if (notices.length === 0) return []
  const rows = await tx.insertInto('supervision.notices').values(notices.map((one) => ({
    office_id: officeId, kind: one.kind, subject: one.subject, application_id: one.applicationId, reference: one.applicationId === null ? one.reference : null, rung: one.rung, climb: one.climb, due_at: toDb(one.dueAt),
    post: one.post, account_id: one.accountId, told_at: toDb(now),
  }))).onConflict((on) => on.constraint('notices_once').doNothing()).returning(['kind', 'subject', 'rung', 'climb']).execute()
  const written = new Set(rows.map((row) => `${row.kind} ${row.subject} ${row.rung} ${row.climb}`))
  return notices.filter((one) => written.has(`${one.kind} ${one.subject} ${one.rung} ${one.climb}`))
}

export type WaitingNotice = {
  id: string; kind: Kind; rung: string; climb: number; dueAt: Date; toldAt: Date; post: Post; subject: string; applicationId: string | null; reference: string | null
}

/** Warnings that somebody has not acknowledged, the latest first. */
export async function listWaiting(tx: Db | Tx, accountId: string, limit: number): Promise<WaitingNotice[]> {
  const { rows } = await sql<WaitingNotice>`
    select n.id, n.kind, n.rung, n.climb, n.due_at as "dueAt", n.told_at as "toldAt", n.post, n.subject, n.application_id as "applicationId",
           coalesce(a.reference, n.reference) as reference
      from supervision.notices n left join applications.applications a on a.id = n.application_id
     where n.account_id = ${accountId} and n.acknowledged_at is null and n.lapsed_at is null
     order by n.told_at desc, n.id limit ${limit}`.execute(tx)
  return rows
}

/** Of these warnings, those of this officer that were still waiting are acknowledged. */
export async function acknowledge(tx: Tx, accountId: string, ids: readonly string[], now: Temporal.Instant): Promise<{ id: string; subject: string; kind: Kind; rung: string }[]> {
  if (ids.length === 0) return []
  const rows = await tx.updateTable('supervision.notices').set({ acknowledged_at: toDb(now) }).where('id', 'in', [...ids]).where('account_id', '=', accountId)
    .where('acknowledged_at', 'is', null).returning(['id', 'subject', 'kind', 'rung']).execute()
  return rows.map((row) => ({ ...row, kind: row.kind as Kind }))
}

/** Warnings nobody acknowledged yet, in the order of their ids, with what they are about. */
export async function listUnsettled(tx: Tx, officeId: string, after: string, limit: number): Promise<{ id: string; kind: string; application_id: string | null; told_at: Date; due_at: Date }[]> {
  return tx.selectFrom('supervision.notices').select(['id', 'kind', 'application_id', 'told_at', 'due_at']).where('office_id', '=', officeId)
    .where('acknowledged_at', 'is', null).where('lapsed_at', 'is', null).where('id', '>', after).orderBy('id').limit(limit).execute()
}

/** What these warned of is over: nobody needs to acknowledge them. */
export async function lapse(tx: Tx, ids: readonly string[], now: Temporal.Instant): Promise<void> {
  if (ids.length > 0) await tx.updateTable('supervision.notices').set({ lapsed_at: toDb(now) }).where('id', 'in', [...ids]).execute()
}

/** All warnings about a subject that still wait are over. */
export async function lapseAbout(tx: Tx, subject: string, now: Temporal.Instant): Promise<void> {
  await tx.updateTable('supervision.notices').set({ lapsed_at: toDb(now) }).where('subject', '=', subject)
    .where('acknowledged_at', 'is', null).where('lapsed_at', 'is', null).execute()
}

/** Where these officers are warned outside the program. */
export async function phonesOf(tx: Db | Tx, accounts: readonly string[]): Promise<Map<string, string>> {
  if (accounts.length === 0) return new Map()
  const rows = await tx.selectFrom('supervision.contacts').select(['account_id', 'phone']).where('account_id', 'in', [...accounts]).execute()
  return new Map(rows.map((row) => [row.account_id, row.phone]))
}

/** Sets or, with undefined, forgets where an officer is warned. */
export async function savePhone(tx: Tx, accountId: string, phone: string | undefined, now: Temporal.Instant): Promise<void> {
  if (phone === undefined) await tx.deleteFrom('supervision.contacts').where('account_id', '=', accountId).execute()
  else {
    await tx.insertInto('supervision.contacts').values({ account_id: accountId, phone, updated_at: toDb(now) })
      .onConflict((on) => on.column('account_id').doUpdateSet({ phone, updated_at: toDb(now) })).execute()
  }
}

import { type RawBuilder, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'
import { isUuid } from './person-store.ts'
import { BUSINESS_TABLES } from './register-tables.ts'

/** One merge as kept. */
export type KeptMerge = { id: string; officeId: string; survivorId: string; absorbedId: string; isUndone: boolean }

export async function insertMerge(tx: Tx, one: { id: string; officeId: string; survivorId: string; absorbedId: string; by: string; at: Temporal.Instant }, { merges } = BUSINESS_TABLES): Promise<void> {
  await tx.insertInto(merges).values({
    id: one.id, office_id: one.officeId, survivor_id: one.survivorId, absorbed_id: one.absorbedId, merged_at: toDb(one.at), merged_by: one.by,
  }).execute()
}

/** Locks the merge, so that two who undo it at once follow each other. */
export async function findMergeForUndo(tx: Tx, id: string, { merges } = BUSINESS_TABLES): Promise<KeptMerge | undefined> {
  if (!isUuid(id)) return undefined
  const row = await tx.selectFrom(merges).select(['id', 'office_id as officeId', 'survivor_id as survivorId', 'absorbed_id as absorbedId', 'undone_at'])
    .where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) return undefined
  const { undone_at, ...merge } = row
  return { ...merge, isUndone: undone_at !== null }
}

export async function findMergeAccess(tx: Db | Tx, id: string, { merges, records } = BUSINESS_TABLES): Promise<{ officeId: string; villageCode: string } | undefined> {
  if (!isUuid(id)) return undefined
  const { rows } = await sql<{ officeId: string; villageCode: string }>`
    select m.office_id as "officeId", b.village_code as "villageCode" from ${sql.table(merges)} m join ${sql.table(records)} b on b.id = m.survivor_id
     where m.id = ${id}`.execute(tx)
  return rows[0]
}

export async function markMergeUndone(tx: Tx, id: string, now: Temporal.Instant, by: string, { merges } = BUSINESS_TABLES): Promise<void> {
  await tx.updateTable(merges).set({ undone_at: toDb(now), undone_by: by }).where('id', '=', id).execute()
}

/** A merge in the list of merges. `isLast`: nothing newer stands in the way of undoing it. */
export type ListedMerge = {
  id: string; survivorId: string; survivorNumber: string; survivorName: string; absorbedId: string; absorbedNumber: string; absorbedName: string
  village: string; mergedAt: Date; mergedBy: string | null; undoneAt: Date | null; undoneBy: string | null; isLast: boolean
}

type MergeMark = { atMs: number; id: string }

/** Merges of an office, the newest first. `within`: the part of the office one may see, as a condition on `b`, the record that stayed. */
export async function listMerges(
  tx: Db | Tx, officeId: string, within: RawBuilder<unknown>, { limit, after, id }: { limit: number; after?: MergeMark | undefined; id?: string | undefined },
  { merges, records } = BUSINESS_TABLES,
): Promise<ListedMerge[]> {
  const at = after && new Date(after.atMs)
  const { rows } = await sql<ListedMerge>`
    select m.id, m.survivor_id as "survivorId", b.registry_number as "survivorNumber", b.name as "survivorName", m.absorbed_id as "absorbedId",
           a.registry_number as "absorbedNumber", a.name as "absorbedName", v.name as village, m.merged_at as "mergedAt", n.name as "mergedBy",
           m.undone_at as "undoneAt", u.name as "undoneBy", b.merged_into is null as "isLast"
      from ${sql.table(merges)} m
      join ${sql.table(records)} b on b.id = m.survivor_id join ${sql.table(records)} a on a.id = m.absorbed_id
      join office.regions v on v.code = b.village_code
      left join accounts.v_account_names n on n.account_id = m.merged_by left join accounts.v_account_names u on u.account_id = m.undone_by
     where m.office_id = ${officeId} and ${within} ${id === undefined ? sql`` : sql`and m.id = ${id}::uuid`}
       ${at ? sql`and m.merged_at <= ${at} and (m.merged_at < ${at} or m.id > ${after.id}::uuid)` : sql``}
     order by m.merged_at desc, m.id limit ${limit}`.execute(tx)
  return rows
}

import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { fromDb, toDb } from '../../platform/db/unit.ts'
import type { Business } from './core/business-record.ts'
import { isUuid } from './person-store.ts'

/** What has been answered so far, each answer already in its final form. */
export type DraftData = Partial<Business> & { districtCode?: string | undefined }

export type Draft = {
  id: string; officeId: string; ownerId: string; accountId: string; data: DraftData
  /** Path of this site to go to with the new business. */
  goOn: string | null
  businessId: string | null; updatedAt: Temporal.Instant
}

type Row = {
  id: string; office_id: string; owner_id: string; account_id: string; data: DraftData; go_on: string | null; business_id: string | null;
  updated_at: Date
}

const draftOf = (row: Row): Draft => ({
  id: row.id, officeId: row.office_id, ownerId: row.owner_id, accountId: row.account_id, data: row.data, goOn: row.go_on,
  businessId: row.business_id, updatedAt: fromDb(row.updated_at),
})

const COLUMNS = sql`id, office_id, owner_id, account_id, data, go_on, business_id, updated_at`

/** @param lock until the transaction ends, so that a double tap saves once */
export async function findDraft(tx: Db | Tx, id: string, lock = false): Promise<Draft | undefined> {
  if (!isUuid(id)) return undefined
  const { rows } = await sql<Row>`
    select ${COLUMNS} from registry.business_drafts where id = ${id} ${lock ? sql`for update` : sql``}`.execute(tx)
  return rows[0] && draftOf(rows[0])
}

/** Unfinished drafts for one owner, the last touched first. */
export async function listDrafts(tx: Db | Tx, ownerId: string): Promise<Draft[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from registry.business_drafts
    where owner_id = ${ownerId} and business_id is null order by updated_at desc, id limit 20`.execute(tx)
  return rows.map(draftOf)
}

type NewDraft = { officeId: string; ownerId: string; accountId: string; formKey: string; data: DraftData; goOn: string | undefined }

/** Begins a draft. The same form sent twice is one draft, with what was sent last. */
export async function beginDraft(tx: Tx, now: Temporal.Instant, one: NewDraft): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into registry.business_drafts (office_id, owner_id, account_id, form_key, data, go_on, created_at, updated_at)
    values (${one.officeId}, ${one.ownerId}, ${one.accountId}, ${one.formKey}, ${JSON.stringify(one.data)}::jsonb, ${one.goOn ?? null},
      ${toDb(now)}, ${toDb(now)})
    on conflict (form_key) do update set data = business_drafts.data || excluded.data, updated_at = excluded.updated_at
     where business_drafts.account_id = excluded.account_id and business_drafts.owner_id = excluded.owner_id
    returning id`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('a form key of another account')
  return row.id
}

export async function saveDraft(tx: Tx, now: Temporal.Instant, id: string, data: DraftData): Promise<void> {
  await sql`
    update registry.business_drafts set data = ${JSON.stringify(data)}::jsonb, updated_at = ${toDb(now)} where id = ${id}`.execute(tx)
}

/** The draft became a business: its answers are emptied, the row stays to lead a second tap to the same business. */
export async function finishDraft(tx: Tx, now: Temporal.Instant, id: string, businessId: string): Promise<void> {
  await sql`
    update registry.business_drafts set data = '{}', business_id = ${businessId}, updated_at = ${toDb(now)} where id = ${id}`.execute(tx)
}

export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('registry.business_drafts').where('id', '=', id).where('business_id', 'is', null).execute()
}

/** How long a draft is kept after its last page. */
export const DRAFT_DAYS = 90

/** Deletes drafts nobody touched for 90 days; called by the worker once a day. @returns how many */
export async function discardOldDrafts(db: Db | Tx, now: Temporal.Instant): Promise<number> {
  const before = toDb(now.subtract({ hours: 24 * DRAFT_DAYS }))
  const { numDeletedRows } = await db.deleteFrom('registry.business_drafts').where('updated_at', '<', before).executeTakeFirst()
  return Number(numDeletedRows)
}

import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { fromDb, toDb } from '../../platform/db/unit.ts'
import { isUuid } from './cooperative-store.ts'
import type { Cooperative } from './core/record.ts'

/** Offices of the board a draft asks for. */
export const BOARD_ROLES = ['chair', 'secretary', 'treasurer'] as const
export type BoardRole = (typeof BOARD_ROLES)[number]

/** What has been answered so far, each answer already in its final form; the board by name. */
export type DraftData = Partial<Cooperative> & {
  districtCode?: string | undefined; board?: Partial<Record<BoardRole, string>> | undefined; ownRole?: BoardRole | undefined
}

export type Draft = {
  id: string; officeId: string; accountId: string; data: DraftData; cooperativeId: string | null; updatedAt: Temporal.Instant
}

type Row = { id: string; office_id: string; account_id: string; data: DraftData; cooperative_id: string | null; updated_at: Date }

const draftOf = (row: Row): Draft => ({
  id: row.id, officeId: row.office_id, accountId: row.account_id, data: row.data, cooperativeId: row.cooperative_id,
  updatedAt: fromDb(row.updated_at),
})

const COLUMNS = sql`id, office_id, account_id, data, cooperative_id, updated_at`

/** @param lock until the transaction ends, so that a double tap saves once */
export async function findDraft(tx: Db | Tx, id: string, lock = false): Promise<Draft | undefined> {
  if (!isUuid(id)) return undefined
  const { rows } = await sql<Row>`select ${COLUMNS} from cooperatives.drafts where id = ${id} ${lock ? sql`for update` : sql``}`.execute(tx)
  return rows[0] && draftOf(rows[0])
}

/** Unfinished drafts of one account, the last touched first. */
export async function listDrafts(tx: Db | Tx, accountId: string): Promise<Draft[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from cooperatives.drafts
    where account_id = ${accountId} and cooperative_id is null order by updated_at desc, id limit 20`.execute(tx)
  return rows.map(draftOf)
}

type NewDraft = Pick<Draft, 'officeId' | 'accountId' | 'data'> & { formKey: string }

/** Begins a draft. The same form sent twice is one draft, with what was sent last. */
export async function beginDraft(tx: Tx, now: Temporal.Instant, { officeId, accountId, formKey, data }: NewDraft): Promise<string> {
  const { rows: [row] } = await sql<{ id: string }>`
    insert into cooperatives.drafts (office_id, account_id, form_key, data, updated_at)
    values (${officeId}, ${accountId}, ${formKey}, ${JSON.stringify(data)}::jsonb, ${toDb(now)})
    on conflict (form_key) do update set data = drafts.data || excluded.data, updated_at = excluded.updated_at
     where drafts.account_id = excluded.account_id returning id`.execute(tx)
  if (!row) throw new Error('a form key of another account')
  return row.id
}

export async function saveDraft(tx: Tx, now: Temporal.Instant, id: string, data: DraftData): Promise<void> {
  await sql`update cooperatives.drafts set data = ${JSON.stringify(data)}::jsonb, updated_at = ${toDb(now)} where id = ${id}`.execute(tx)
}

/** The draft became a cooperative: its answers are emptied, the row stays to lead a second tap to the same one. */
export async function finishDraft(tx: Tx, now: Temporal.Instant, id: string, cooperativeId: string): Promise<void> {
  await sql`
    update cooperatives.drafts set data = '{}', cooperative_id = ${cooperativeId}, updated_at = ${toDb(now)} where id = ${id}`.execute(tx)
}

export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('cooperatives.drafts').where('id', '=', id).where('cooperative_id', 'is', null).execute()
}

/** How long a draft is kept after its last page. */
const DRAFT_DAYS = 90

/** Deletes drafts nobody touched for 90 days. @returns how many */
export async function discardOldDrafts(db: Db | Tx, now: Temporal.Instant): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('cooperatives.drafts').where(
    'updated_at', '<', toDb(now.subtract({ hours: 24 * DRAFT_DAYS })),
  ).executeTakeFirst()
  return Number(numDeletedRows)
}

import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { type Unit, fromDb, toDb } from '../../platform/db/unit.ts'
import type { ListState, ListedKind } from './core/schedule.ts'
import type { DueRecord } from './due-store.ts'
import type { RuleInForce } from './schedule-store.ts'

/** A destruction list (usul musnah) with its decision and minutes (berita acara). */
export type DestructionList = {
  id: string; number: number; state: ListState; madeBy: string; madeByName: string; madeAt: Temporal.Instant; decidedByName: string | undefined
  decidedAt: Temporal.Instant | undefined; remark: string | undefined; minutesNumber: string | undefined; witnesses: string | undefined; doneAt: Temporal.Instant | undefined
  listed: number; withheld: number; destroyed: number
}

type Row = {
  id: string; number: number; state: ListState; made_by: string; made_by_name: string; made_at: Date; decided_by_name: string | null; decided_at: Date | null
  remark: string | null; minutes_number: string | null; witnesses: string | null; done_at: Date | null; listed: number; withheld: number; destroyed: number
}

const listOf = (row: Row): DestructionList => ({
  id: row.id, number: row.number, state: row.state, madeBy: row.made_by, madeByName: row.made_by_name, madeAt: fromDb(row.made_at),
  decidedByName: row.decided_by_name ?? undefined, decidedAt: row.decided_at ? fromDb(row.decided_at) : undefined, remark: row.remark ?? undefined,
  minutesNumber: row.minutes_number ?? undefined, witnesses: row.witnesses ?? undefined, doneAt: row.done_at ? fromDb(row.done_at) : undefined,
  listed: row.listed, withheld: row.withheld, destroyed: row.destroyed,
})

const select = sql`
  select l.id, l.number, l.state, l.made_by, m.name as made_by_name, l.made_at, d.name as decided_by_name, l.decided_at, l.remark, l.minutes_number, l.witnesses, l.done_at,
         c.listed, c.withheld, c.destroyed
    from archive.lists l join accounts.v_account_names m on m.account_id = l.made_by left join accounts.v_account_names d on d.account_id = l.decided_by,
         lateral (select count(*) filter (where state = 'listed')::int as listed, count(*) filter (where state = 'withheld')::int as withheld,
                         count(*) filter (where state = 'destroyed')::int as destroyed from archive.items i where i.list_id = l.id) c`

export async function listLists(tx: Db | Tx, officeId: string, limit = 50): Promise<DestructionList[]> {
  const { rows } = await sql<Row>`${select} where l.office_id = ${officeId} order by l.number desc limit ${limit}`.execute(tx)
  return rows.map(listOf)
}

const isUuid = (text: string) => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text)

export async function findList(tx: Db | Tx, officeId: string, id: string): Promise<DestructionList | undefined> {
  if (!isUuid(id)) return undefined
  const { rows } = await sql<Row>`${select} where l.office_id = ${officeId} and l.id = ${id}`.execute(tx)
  return rows[0] && listOf(rows[0])
}

/** Locks the list, so that two officers cannot decide at once. */
export async function lockList(tx: Tx, officeId: string, id: string): Promise<DestructionList | undefined> {
  if (!isUuid(id)) return undefined
  await tx.selectFrom('archive.lists').select('id').where('id', '=', id).where('office_id', '=', officeId).forUpdate().executeTakeFirst()
  return findList(tx, officeId, id)
}

/** @returns undefined when another list is still open */
export async function insertList({ tx, now }: Unit, officeId: string, by: string): Promise<{ id: string; number: number } | undefined> {
  const { rows } = await sql<{ id: string; number: number }>`
    insert into archive.lists (office_id, number, state, made_by, made_at)
    select ${officeId}, coalesce(max(number), 0) + 1, 'draft', ${by}, ${toDb(now)} from archive.lists where office_id = ${officeId}
    on conflict do nothing returning id, number`.execute(tx)
  return rows[0]
}

export type Item = {
  position: number; kind: ListedKind; subject: string; label: string; classification: string; files: number; fromDay: string; periodEnd: string; periods: string
  digest: string | null; state: 'listed' | 'withheld' | 'destroyed'; withheldFor: string | null
}

export async function insertItems({ tx }: Unit, listId: string, found: { record: DueRecord; rule: RuleInForce }[], periods: (rule: RuleInForce) => string): Promise<void> {
  const rows = found.map(({ record, rule }, at) => ({
    list_id: listId, position: at + 1, kind: record.kind, subject: record.subject, label: record.label, classification: rule.classification, files: record.files,
    from_day: record.from.toString(), period_end: record.end.toString(), periods: periods(rule), digest: record.digest,
  }))
  for (let at = 0; at < rows.length; at += 500) await tx.insertInto('archive.items').values(rows.slice(at, at + 500)).execute()
}

const ITEM = ['position', 'kind', 'subject', 'label', 'classification', 'files', 'from_day as fromDay', 'period_end as periodEnd', 'periods', 'digest', 'state', 'withheld_for as withheldFor'] as const

/** Records of a list in their order. @param after position at which the part before ended */
export async function listItems(tx: Db | Tx, listId: string, part: { after?: number | undefined; limit: number; state?: Item['state'] }): Promise<Item[]> {
  let query = tx.selectFrom('archive.items').select(ITEM).where('list_id', '=', listId).where('position', '>', part.after ?? 0)
  if (part.state) query = query.where('state', '=', part.state)
  return await query.orderBy('position').limit(part.limit).execute() as Item[]
}

export async function settleItem({ tx, now }: Unit, listId: string, position: number, to: { state: 'withheld'; why: string } | { state: 'destroyed' }): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('archive.items')
    .set({ state: to.state, settled_at: toDb(now), ...(to.state === 'withheld' ? { withheld_for: to.why } : {}) })
    .where('list_id', '=', listId).where('position', '=', position).where('state', '=', 'listed').executeTakeFirst()
  return numUpdatedRows === 1n
}

export type Stub = { kind: string; label: string; classification: string; digest: string | null; minutesNumber: string; destroyedAt: Temporal.Instant }

/** What remains of destroyed records, the latest first. */
export async function listStubs(tx: Db | Tx, officeId: string, limit = 100, offset = 0): Promise<Stub[]> {
  const rows = await tx.selectFrom('archive.stubs').select(['kind', 'label', 'classification', 'digest', 'minutes_number as minutesNumber', 'destroyed_at'])
    .where('office_id', '=', officeId).orderBy('destroyed_at', 'desc').orderBy('subject').limit(limit).offset(offset).execute()
  return rows.map(({ destroyed_at, ...row }) => ({ ...row, destroyedAt: fromDb(destroyed_at) }))
}

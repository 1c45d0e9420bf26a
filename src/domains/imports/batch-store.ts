import { type SqlBool, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { fromDb, toDb } from '../../platform/db/unit.ts'
import type { Layout } from './core/layout.ts'
import type { KeptMapping, Mapping } from './core/mapping.ts'

export const OUTCOMES = ['new', 'same', 'changed', 'doubtful', 'refused'] as const
export type Outcome = (typeof OUTCOMES)[number]
/**
 * How many rows of data came to what; `passedOver` are rows that are no data: titles, sections, totals. `expected`: how many rows of data the
 * trial before found.
 */
export type Counts = Partial<Record<Outcome | 'passedOver' | 'expected' | 'withdrawn' | 'restored' | 'kept', number>>

export type BatchState = 'columns' | 'checking' | 'checked' | 'importing' | 'imported' | 'undoing' | 'undone' | 'discarded' | 'failed'
export type BatchSource = 'import-oss' | 'import-sidt' | 'import-old'

/** How a sheet is read: where its table stands, which column is which field. */
export type Reading = { layout: Layout; mapping: Mapping }

export type Batch = {
  id: string; officeId: string; kind: 'business' | 'cooperative'; source: BatchSource; sender: string; observedOn: string
  fileName: string; fileSize: number; fileSha256: string; storageKey: string | null; sheet: string | null; reading: Reading | null
  state: BatchState; position: number; filePosition: number; counts: Counts; failure: string | null
  createdAt: Temporal.Instant; createdBy: string; seenAt: Temporal.Instant; closedAt: Temporal.Instant | null
}

type Row = {
  id: string; office_id: string; kind: Batch['kind']; source: BatchSource; sender: string; observed_on: string; file_name: string; file_size: number
  file_sha256: string; storage_key: string | null; sheet: string | null; reading: Reading | null; state: BatchState; position: number
  file_position: number; counts: Counts; failure: string | null; created_at: Date; created_by: string; seen_at: Date; closed_at: Date | null
}

const batchOf = (row: Row): Batch => ({
  id: row.id, officeId: row.office_id, kind: row.kind, source: row.source, sender: row.sender, observedOn: row.observed_on, fileName: row.file_name,
  fileSize: row.file_size, fileSha256: row.file_sha256, storageKey: row.storage_key, sheet: row.sheet, reading: row.reading, state: row.state,
  position: row.position, filePosition: row.file_position, counts: row.counts, failure: row.failure, createdAt: fromDb(row.created_at),
  createdBy: row.created_by, seenAt: fromDb(row.seen_at), closedAt: row.closed_at ? fromDb(row.closed_at) : null,
})

export type NewBatch = Pick<Batch, 'officeId' | 'kind' | 'source' | 'sender' | 'observedOn' | 'fileName' | 'fileSize' | 'fileSha256' | 'createdBy'> & {
  storageKey: string; sheet: string; reading: Reading
}

export async function insertBatch(tx: Tx, now: Temporal.Instant, one: NewBatch): Promise<string> {
  const { id } = await tx.insertInto('imports.batches').values({
    office_id: one.officeId, kind: one.kind, source: one.source, sender: one.sender, observed_on: one.observedOn, file_name: one.fileName,
    file_size: one.fileSize, file_sha256: one.fileSha256, storage_key: one.storageKey, sheet: one.sheet, reading: JSON.stringify(one.reading),
    state: 'columns', created_at: toDb(now), created_by: one.createdBy, seen_at: toDb(now),
  }).returning('id').executeTakeFirstOrThrow()
  return id
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** @param lock keeps the row until the transaction ends, so that two who work on one batch follow each other */
export async function findBatch(tx: Db | Tx, id: string, lock = false): Promise<Batch | undefined> {
  if (!UUID.test(id)) return undefined
  const { rows } = await sql<Row>`select * from imports.batches where id = ${id} ${lock ? sql`for update` : sql``}`.execute(tx)
  return rows[0] && batchOf(rows[0])
}

export async function getBatch(tx: Db | Tx, id: string, lock = false): Promise<Batch> {
  const batch = await findBatch(tx, id, lock)
  if (!batch) throw new Error('there is no such batch')
  return batch
}

/** A batch of the same file and the same way of reading it that was begun and not ended: it is gone on with. */
export async function findUnfinished(tx: Db | Tx, officeId: string, fileSha256: string, sender: string): Promise<Batch | undefined> {
  const { rows } = await sql<Row>`
    select * from imports.batches where office_id = ${officeId} and file_sha256 = ${fileSha256} and sender = ${sender} and state = 'importing'
     order by created_at desc limit 1`.execute(tx)
  return rows[0] && batchOf(rows[0])
}

/** The last batches of the office, the newest first. */
export async function listBatches(tx: Db | Tx, officeId: string, limit = 50): Promise<Batch[]> {
  const { rows } = await sql<Row>`select * from imports.batches where office_id = ${officeId} order by created_at desc, id limit ${limit}`.execute(tx)
  return rows.map(batchOf)
}

/** The batch a stored file was opened as. */
export async function findByFile(tx: Db | Tx, storageKey: string): Promise<Batch | undefined> {
  const { rows } = await sql<Row>`select * from imports.batches where storage_key = ${storageKey} limit 1`.execute(tx)
  return rows[0] && batchOf(rows[0])
}

/** Batches on which nobody has worked for a while, though they are not ended. */
export async function listAbandoned(db: Db, before: Temporal.Instant): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from imports.batches where state in ('checking', 'importing', 'undoing') and seen_at < ${toDb(before)} order by seen_at limit 20`.execute(db)
  return rows.map(({ id }) => id)
}

/** Batches whose file is still kept though nobody has touched them for long. */
export async function listForgotten(db: Db, before: Temporal.Instant): Promise<{ id: string; officeId: string }[]> {
  const { rows } = await sql<{ id: string; officeId: string }>`
    select id, office_id as "officeId" from imports.batches where storage_key is not null and seen_at < ${toDb(before)}
       and state not in ('checking', 'importing', 'undoing') order by created_at limit 100`.execute(db)
  return rows
}

export type Progress = Partial<Pick<Batch, 'state' | 'position' | 'filePosition' | 'counts' | 'failure' | 'storageKey' | 'reading' | 'closedAt' | 'sheet' | 'kind' | 'source' | 'sender' | 'observedOn'>>

export async function saveBatch(tx: Tx, now: Temporal.Instant, id: string, p: Progress): Promise<void> {
  await tx.updateTable('imports.batches').set({
    seen_at: toDb(now),
    ...(p.state === undefined ? {} : { state: p.state }), ...(p.position === undefined ? {} : { position: p.position }),
    ...(p.filePosition === undefined ? {} : { file_position: p.filePosition }), ...(p.counts === undefined ? {} : { counts: JSON.stringify(p.counts) }),
    ...(p.failure === undefined ? {} : { failure: p.failure }), ...(p.storageKey === undefined ? {} : { storage_key: p.storageKey }),
    ...(p.reading === undefined ? {} : { reading: p.reading === null ? null : JSON.stringify(p.reading) }), ...(p.sheet === undefined ? {} : { sheet: p.sheet }),
    ...(p.closedAt === undefined ? {} : { closed_at: p.closedAt ? toDb(p.closedAt) : null }), ...(p.kind === undefined ? {} : { kind: p.kind }),
    ...(p.source === undefined ? {} : { source: p.source }), ...(p.sender === undefined ? {} : { sender: p.sender }),
    ...(p.observedOn === undefined ? {} : { observed_on: p.observedOn }),
  }).where('id', '=', id).execute()
}

/** Why a row came to what it did, in words; `code` is stable. */
export type Reason = { code: string; sentence: string; header?: string | undefined }
export type BatchRow = { number: number; outcome: Outcome | 'passed-over'; subjectId: string | null; title: string; reasons: Reason[] }

/** Keeps what became of rows; of a row that was judged before, the last word stands. */
export async function saveRows(tx: Tx, batchId: string, rows: readonly BatchRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into imports.rows (batch_id, number, outcome, subject_id, title, reasons)
    select ${batchId}, number, outcome, "subjectId", title, reasons
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(number int, outcome text, "subjectId" uuid, title text, reasons jsonb)
    on conflict (batch_id, number) do update set outcome = excluded.outcome, subject_id = excluded.subject_id, title = excluded.title, reasons = excluded.reasons`.execute(tx)
}

export async function deleteRows(tx: Tx, batchId: string): Promise<void> {
  await sql`delete from imports.rows where batch_id = ${batchId}`.execute(tx)
}

/** Rows in the order of the file, from one number on; of one outcome, or of all. */
export async function listRows(tx: Db | Tx, batchId: string, outcome: BatchRow['outcome'] | undefined, after: number, limit: number): Promise<BatchRow[]> {
  const { rows } = await sql<BatchRow>`
    select number, outcome, subject_id as "subjectId", title, reasons from imports.rows
     where batch_id = ${batchId} and number > ${after} and ${outcome === undefined ? sql<SqlBool>`true` : sql<SqlBool>`outcome = ${outcome}`}
     order by number limit ${limit}`.execute(tx)
  return rows
}

export async function findMapping(tx: Db | Tx, officeId: string, fingerprint: string): Promise<KeptMapping | undefined> {
  const row = await tx.selectFrom('imports.mappings').select('columns').where('office_id', '=', officeId).where('fingerprint', '=', fingerprint).executeTakeFirst()
  return row ? row.columns as KeptMapping : undefined
}

export async function keepMapping(tx: Tx, now: Temporal.Instant, one: { officeId: string; fingerprint: string; sender: string; mapping: KeptMapping; by: string }): Promise<void> {
  await sql`insert into imports.mappings (office_id, fingerprint, sender, kind, columns, updated_at, updated_by)
    values (${one.officeId}, ${one.fingerprint}, ${one.sender}, ${one.mapping.kind}, ${JSON.stringify(one.mapping)}::jsonb, ${toDb(now)}, ${one.by})
    on conflict (office_id, fingerprint) do update set sender = excluded.sender, kind = excluded.kind, columns = excluded.columns,
      updated_at = excluded.updated_at, updated_by = excluded.updated_by`.execute(tx)
}

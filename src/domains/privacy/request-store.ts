import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { type Unit, fromDb, toDb } from '../../platform/db/unit.ts'
import type { ErasurePlan } from './core/erasure.ts'
import type { Correctable, ReasonCode, RequestKind, RequestState } from './core/requests.ts'

/** A request as kept. */
export type PrivacyRequest = {
  id: string; officeId: string; reference: string; personId: string; kind: RequestKind; channel: 'self' | 'counter'; field: Correctable | undefined
  newValue: string | undefined; words: string; state: RequestState; receivedAt: Temporal.Instant; dueAt: Temporal.Instant; decidedAt: Temporal.Instant | undefined
  reasonCode: ReasonCode | undefined; explanation: string | undefined; outcome: Partial<ErasurePlan>; version: number
}

type Row = {
  id: string; office_id: string; reference: string; person_id: string; kind: RequestKind; channel: 'self' | 'counter'; field: Correctable | null
  new_value: string | null; words: string; state: RequestState; received_at: Date; due_at: Date; decided_at: Date | null; reason_code: ReasonCode | null
  explanation: string | null; outcome: Partial<ErasurePlan>; version: number
}

const requestOf = (row: Row): PrivacyRequest => ({
  id: row.id, officeId: row.office_id, reference: row.reference, personId: row.person_id, kind: row.kind, channel: row.channel, field: row.field ?? undefined,
  newValue: row.new_value ?? undefined, words: row.words, state: row.state, receivedAt: fromDb(row.received_at), dueAt: fromDb(row.due_at),
  decidedAt: row.decided_at ? fromDb(row.decided_at) : undefined, reasonCode: row.reason_code ?? undefined, explanation: row.explanation ?? undefined,
  outcome: row.outcome, version: row.version,
})

const columns = sql`id, office_id, reference, person_id, kind, channel, field, new_value, words, state, received_at, due_at, decided_at, reason_code, explanation, outcome, version`
const isUuid = (text: string) => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text)

export async function findRequest(tx: Db | Tx, id: string): Promise<PrivacyRequest | undefined> {
  if (!isUuid(id)) return undefined
  const { rows } = await sql<Row>`select ${columns} from privacy.requests where id = ${id}`.execute(tx)
  return rows[0] && requestOf(rows[0])
}

/** Locks the request until the transaction ends, so that two officers cannot decide at once. */
export async function lockRequest(tx: Tx, id: string): Promise<PrivacyRequest | undefined> {
  if (!isUuid(id)) return undefined
  const { rows } = await sql<Row>`select ${columns} from privacy.requests where id = ${id} for update`.execute(tx)
  return rows[0] && requestOf(rows[0])
}

export async function listOwnRequests(tx: Db | Tx, personId: string, limit = 50): Promise<PrivacyRequest[]> {
  const { rows } = await sql<Row>`select ${columns} from privacy.requests where person_id = ${personId} order by received_at desc, id desc limit ${limit}`.execute(tx)
  return rows.map(requestOf)
}

const OPEN = sql`state in ('received', 'examining')`

/** Requests of the office: the open ones by when they are owed, the others by when they came, the latest first. */
export async function listRequests(tx: Db | Tx, officeId: string, part: { open: boolean; limit: number; after?: Date | undefined }): Promise<{ requests: PrivacyRequest[]; next?: Date }> {
  const { rows } = part.open
    ? await sql<Row>`select ${columns} from privacy.requests where office_id = ${officeId} and ${OPEN} order by due_at, id limit ${part.limit}`.execute(tx)
    : await sql<Row>`select ${columns} from privacy.requests where office_id = ${officeId} and not (${OPEN})
        ${part.after ? sql`and received_at < ${part.after}` : sql``} order by received_at desc, id desc limit ${part.limit + 1}`.execute(tx)
  const requests = rows.slice(0, part.limit)
  const last = requests.at(-1)
  return { requests: requests.map(requestOf), ...(!part.open && rows.length > part.limit && last ? { next: last.received_at } : {}) }
}

export type NewRequest = Pick<PrivacyRequest, 'officeId' | 'reference' | 'personId' | 'kind' | 'channel' | 'words' | 'state' | 'dueAt'> & {
  enteredBy: string; formKey: string; field?: Correctable | undefined; newValue?: string | undefined; decidedAt?: Temporal.Instant
}

export async function insertRequest({ tx, now }: Unit, one: NewRequest): Promise<string> {
  const { id } = await tx.insertInto('privacy.requests').values({
    office_id: one.officeId, reference: one.reference, person_id: one.personId, kind: one.kind, channel: one.channel, entered_by: one.enteredBy, form_key: one.formKey,
    field: one.field ?? null, new_value: one.newValue ?? null, words: one.words, state: one.state, received_at: toDb(now), due_at: toDb(one.dueAt),
    decided_at: one.decidedAt ? toDb(one.decidedAt) : null,
  }).returning('id').executeTakeFirstOrThrow()
  return id
}

/** The request that this form has already made, if it came twice. */
export async function findByFormKey(tx: Tx, formKey: string, personId: string): Promise<string | undefined> {
  return (await tx.selectFrom('privacy.requests').select('id').where('form_key', '=', formKey).where('person_id', '=', personId).executeTakeFirst())?.id
}

export type Settled = { state: RequestState; by?: string; reasonCode?: ReasonCode | undefined; explanation?: string | undefined; outcome?: Partial<ErasurePlan> }

/** Moves a request on; `by` is the officer who took it or decided. */
export async function settleRequest({ tx, now }: Unit, id: string, one: Settled): Promise<void> {
  const taking = one.state === 'examining'
  await tx.updateTable('privacy.requests').set((row) => ({
    state: one.state, version: row('version', '+', 1),
    ...(taking ? { taken_by: one.by ?? null, taken_at: toDb(now) } : { decided_by: one.by ?? null, decided_at: toDb(now) }),
    ...(one.reasonCode === undefined ? {} : { reason_code: one.reasonCode }), ...(one.explanation === undefined ? {} : { explanation: one.explanation }),
    ...(one.outcome === undefined ? {} : { outcome: JSON.stringify(one.outcome) }),
  })).where('id', '=', id).execute()
}

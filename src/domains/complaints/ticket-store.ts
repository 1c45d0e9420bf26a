import { type RawBuilder, type Updateable, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { DB } from '../../platform/db/schema.ts'
import { toDb } from '../../platform/db/unit.ts'
import { type Ticket, isUuid } from './ticket.ts'

const SELECTED = sql`t.id, t.office_id as "officeId", t.reference, t.form_key as "formKey", t.kind, t.channel, t.identity, t.reporter_cipher as "reporterCipher",
  t.owner_id as "ownerId", t.owner_index as "ownerIndex", t.words, t.wanted, t.place, t.region_code as "regionCode", t.category, t.class,
  t.service_code as "serviceCode",
  t.application_id as "applicationId", t.cooperative_id as "cooperativeId", t.cooperative_name as "cooperativeName",
  t.is_member as "isMember",
  t.for_inspection as "forInspection", t.about_post as "aboutPost", t.about_name as "aboutName", t.open_to as "openTo",
  coalesce((select array_agg(n.account_id::text order by n.account_id) from complaints.named_officers n where n.ticket_id = t.id), '{}') as named,
  t.lapor_number as "laporNumber", t.division_id as "divisionId", t.state, t.deferred_from as "deferredFrom", t.assigned_to as "assignedTo",
  t.lead_id as "leadId",
  t.received_at as "receivedAt", t.entered_by as "enteredBy", t.verified_at as "verifiedAt", t.answered_at as "answeredAt",
  t.closed_at as "closedAt", t.due_at as "dueAt",
  t.owed_at as "owedAt", t.reply_by as "replyBy", t.extra_days as "extraDays", t.reopened_count as "reopenedCount", t.late, t.outcome,
  t.score,
  t.may_publish as "mayPublish", t.version`

/** Tickets by a condition and order; `t` is the ticket. */
export async function selectTickets(tx: Db | Tx, rest: RawBuilder<unknown>): Promise<Ticket[]> {
  const { rows } = await sql<Ticket>`select ${SELECTED} from complaints.tickets t ${rest}`.execute(tx)
  return rows
}

export async function findTicket(tx: Db | Tx, id: string): Promise<Ticket | undefined> {
  return isUuid(id) ? (await selectTickets(tx, sql`where t.id = ${id}::uuid`))[0] : undefined
}

export async function findByReference(tx: Db | Tx, reference: string): Promise<Ticket | undefined> {
  return (await selectTickets(tx, sql`where t.reference = ${reference}`))[0]
}

/** Locks the row, so that two steps at once follow one another and the second sees the first. */
export async function lockTicket(tx: Tx, id: string): Promise<Ticket | undefined> {
  return isUuid(id) ? (await selectTickets(tx, sql`where t.id = ${id}::uuid for update of t`))[0] : undefined
}

export async function findByFormKey(tx: Tx, formKey: string): Promise<Ticket | undefined> {
  return (await selectTickets(tx, sql`where t.form_key = ${formKey}::uuid`))[0]
}

export async function findByLaporNumber(tx: Db | Tx, officeId: string, number: string): Promise<Ticket | undefined> {
  return (await selectTickets(tx, sql`where t.office_id = ${officeId} and t.lapor_number = ${number}`))[0]
}

/** What one person said, the latest first: named by him, or sealed and found by the keyed index. */
export const listOwn = (tx: Db | Tx, personId: string, index: Buffer, limit: number): Promise<Ticket[]> =>
  selectTickets(tx, sql`where t.owner_id = ${personId}::uuid or t.owner_index = ${index} order by t.received_at desc, t.id desc limit ${limit}`)

/** Those answered together with this one. */
export const listMembers = (tx: Db | Tx, leadId: string): Promise<Ticket[]> =>
  selectTickets(tx, sql`where t.lead_id = ${leadId}::uuid order by t.received_at, t.id limit 200`)

/** For the worker: what the office owes until then, the nearest first, after the last one of the page before. */
export const listOwedUntil = (tx: Db | Tx, officeId: string, until: Temporal.Instant, after: Ticket | undefined, limit: number): Promise<Ticket[]> =>
  selectTickets(tx, sql`where t.office_id = ${officeId} and t.owed_at <= ${toDb(until)}
    ${after?.owedAt ? sql`and (t.owed_at, t.id) > (${after.owedAt}, ${after.id}::uuid)` : sql``} order by t.owed_at, t.id limit ${limit}`)

/** For the worker: ids of those whose reporter was waited for long enough. */
export async function listSilentSince(tx: Db | Tx, officeId: string, now: Temporal.Instant, limit: number): Promise<string[]> {
  const rows = await tx.selectFrom('complaints.tickets').select('id').where('office_id', '=', officeId).where('reply_by', '<=', toDb(now))
    .orderBy('reply_by').orderBy('id').limit(limit).execute()
  return rows.map((row) => row.id)
}

/** Open tickets in the order of their ids, locked, for counting their moments anew. */
export const lockOpen = (tx: Tx, officeId: string, afterId: string, limit: number): Promise<Ticket[]> =>
  selectTickets(tx, sql`where t.office_id = ${officeId} and t.closed_at is null and t.id > ${afterId}::uuid order by t.id limit ${limit} for update of t`)

export type NewTicket = Omit<Ticket, 'id' | 'named' | 'class' | 'category' | 'deferredFrom' | 'assignedTo' | 'leadId' | 'verifiedAt' | 'answeredAt' | 'closedAt' | 'dueAt'
  | 'replyBy' | 'extraDays' | 'reopenedCount' | 'late' | 'outcome' | 'score' | 'version' | 'state' | 'receivedAt' | 'owedAt'> & { receivedAt: Temporal.Instant; owedAt: Temporal.Instant }

/** @returns undefined when this form or this number of LAPOR! has made one already */
export async function insertTicket(tx: Tx, one: NewTicket): Promise<string | undefined> {
  const row = await tx.insertInto('complaints.tickets').values({
    office_id: one.officeId, reference: one.reference, form_key: one.formKey, kind: one.kind, channel: one.channel, identity: one.identity,
    reporter_cipher: one.reporterCipher,
    owner_id: one.ownerId, owner_index: one.ownerIndex, words: one.words, wanted: one.wanted, place: one.place, region_code: one.regionCode,
    service_code: one.serviceCode,
    application_id: one.applicationId, cooperative_id: one.cooperativeId, cooperative_name: one.cooperativeName, is_member: one.isMember,
    for_inspection: one.forInspection,
    about_post: one.aboutPost, about_name: one.aboutName, open_to: one.openTo, lapor_number: one.laporNumber, division_id: one.divisionId,
    state: 'received',
    received_at: toDb(one.receivedAt), entered_by: one.enteredBy, owed_at: toDb(one.owedAt), may_publish: one.mayPublish,
  }).onConflict((on) => on.doNothing()).returning('id').executeTakeFirst()
  return row?.id
}

export type TicketChange = Updateable<DB['complaints.tickets']>

export async function updateTicket(tx: Tx, id: string, change: TicketChange): Promise<void> {
  await tx.updateTable('complaints.tickets').set((row) => ({ ...change, version: row('version', '+', 1) })).where('id', '=', id).execute()
}

/** Puts these officers in place of those the ticket was about so far. */
export async function nameOfficers(tx: Tx, ticketId: string, accounts: readonly string[]): Promise<void> {
  await tx.deleteFrom('complaints.named_officers').where('ticket_id', '=', ticketId).execute()
  if (accounts.length > 0) await tx.insertInto('complaints.named_officers').values(accounts.map((id) => ({ ticket_id: ticketId, account_id: id }))).execute()
}

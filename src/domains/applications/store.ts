import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Role, Resource } from '../../kernel/rights.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { type Unit, fromDb, toDb } from '../../platform/db/unit.ts'
import { type Answers, getDefinition } from '../services/index.ts'
import { type Status, desksOf } from './core/life.ts'

export type Channel = 'self' | 'counter' | 'village' | 'api'

export type Application = {
  id: string
  officeId: string
  reference: string
  serviceCode: string
  definitionId: string
  divisionId: string
  status: Status
  ownerId: string
  businessId: string | null
  cooperativeId: string | null
  villageCode: string | null
  districtCode: string | null
  enteredBy: string
  mandateId: string | null
  channel: Channel
  answers: Answers
  openItems: string[] | null
  assignedTo: string | null
  verifiedBy: string | null
  initialsGiven: number
  returnedCount: number
  submittedAt: Date | null
  acceptedAt: Date | null
  returnedAt: Date | null
  decidedAt: Date | null
  intakeDueAt: Date | null
  dueAt: Date | null
  stageSince: Date | null
  stageDueAt: Date | null
  outcome: Answers | null
  reminders: number
  version: number
  createdAt: Date
  updatedAt: Date
}

const COLUMNS = [
  'id', 'office_id as officeId', 'reference', 'service_code as serviceCode', 'definition_id as definitionId', 'division_id as divisionId', 'status',
  'owner_id as ownerId', 'business_id as businessId', 'cooperative_id as cooperativeId', 'village_code as villageCode', 'district_code as districtCode', 'entered_by as enteredBy', 'mandate_id as mandateId', 'channel',
  'answers', 'open_items as openItems', 'assigned_to as assignedTo', 'verified_by as verifiedBy', 'initials_given as initialsGiven',
  'returned_count as returnedCount', 'submitted_at as submittedAt', 'accepted_at as acceptedAt', 'returned_at as returnedAt', 'decided_at as decidedAt',
  'intake_due_at as intakeDueAt', 'due_at as dueAt', 'stage_since as stageSince', 'stage_due_at as stageDueAt', 'outcome', 'reminders', 'version', 'created_at as createdAt', 'updated_at as updatedAt',
] as const

type Row = Omit<Application, 'status' | 'channel' | 'answers' | 'outcome'> & { status: string; channel: string; answers: unknown; outcome: unknown }

const shaped = (row: Row): Application => ({ ...row, status: row.status as Status, channel: row.channel as Channel, answers: row.answers as Answers, outcome: row.outcome as Answers | null })

/** What a right depends on: ids and codes, nothing of the content. */
export async function findAccess(tx: Db | Tx, id: string): Promise<Resource | undefined> {
  if (!isUuid(id)) return undefined
  const row = await tx.selectFrom('applications.applications').select(['office_id', 'owner_id', 'village_code', 'entered_by', 'verified_by', 'division_id', 'cooperative_id', 'definition_id'])
    .where('id', '=', id).executeTakeFirst()
  return row && {
    officeId: row.office_id, ownerId: row.owner_id, enteredBy: row.entered_by, divisionId: row.division_id, desks: desksOf(await getDefinition(tx, row.definition_id)),
    ...(row.cooperative_id === null ? {} : { cooperativeId: row.cooperative_id }), ...(row.village_code === null ? {} : { villageCode: row.village_code }), ...(row.verified_by === null ? {} : { verifiedBy: row.verified_by }),
  }
}

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)

export async function findApplication(tx: Db | Tx, id: string): Promise<Application | undefined> {
  if (!isUuid(id)) return undefined
  const row = await tx.selectFrom('applications.applications').select(COLUMNS).where('id', '=', id).executeTakeFirst()
  return row && shaped(row)
}

export async function findByReference(tx: Db | Tx, reference: string): Promise<Application | undefined> {
  const row = await tx.selectFrom('applications.applications').select(COLUMNS).where('reference', '=', reference).executeTakeFirst()
  return row && shaped(row)
}

export async function listApplications(tx: Db | Tx, ids: readonly string[]): Promise<Application[]> {
  if (ids.length === 0) return []
  return (await tx.selectFrom('applications.applications').select(COLUMNS).where('id', 'in', [...ids]).execute()).map(shaped)
}

/** Locks the row until the transaction ends, so that two officers cannot decide at once. */
export async function lockApplication(tx: Tx, id: string): Promise<Application | undefined> {
  if (!isUuid(id)) return undefined
  const row = await tx.selectFrom('applications.applications').select(COLUMNS).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && shaped(row)
}

export type NewApplication = {
  officeId: string; reference: string; serviceCode: string; definitionId: string; divisionId: string; ownerId: string
  businessId?: string | undefined; cooperativeId?: string | undefined; villageCode?: string | undefined; districtCode?: string | undefined
  enteredBy: string; mandateId?: string | undefined; channel: Channel; answers: Answers; draftKey?: string | undefined; roundId?: string | undefined; trackHash?: Buffer | undefined
}

/** @returns undefined when the same form began a draft already */
export async function insertApplication(tx: Tx, one: NewApplication, now: Temporal.Instant): Promise<Application | undefined> {
  const row = await tx.insertInto('applications.applications').values({
    office_id: one.officeId, reference: one.reference, service_code: one.serviceCode, definition_id: one.definitionId, division_id: one.divisionId,
    owner_id: one.ownerId, business_id: one.businessId ?? null, cooperative_id: one.cooperativeId ?? null, village_code: one.villageCode ?? null, district_code: one.districtCode ?? null,
    entered_by: one.enteredBy, mandate_id: one.mandateId ?? null, channel: one.channel, answers: JSON.stringify(one.answers),
    draft_key: one.draftKey ?? null, round_id: one.roundId ?? null, track_hash: one.trackHash ?? null, created_at: toDb(now), updated_at: toDb(now),
  }).onConflict((on) => on.columns(['entered_by', 'draft_key']).where('draft_key', 'is not', null).doNothing()).returning(COLUMNS).executeTakeFirst()
  return row && shaped(row)
}

export async function findByDraftKey(tx: Tx, enteredBy: string, draftKey: string): Promise<Application | undefined> {
  const row = await tx.selectFrom('applications.applications').select(COLUMNS)
    .where('entered_by', '=', enteredBy).where('draft_key', '=', draftKey).executeTakeFirst()
  return row && shaped(row)
}

export type Change = Partial<{
  status: Status; answers: Answers; business_id: string; village_code: string; district_code: string; open_items: string[] | null; assigned_to: string | null
  verified_by: string | null; initials_given: number; returned_count: number; submitted_at: Date; accepted_at: Date; returned_at: Date | null; decided_at: Date
  intake_due_at: Date | null; due_at: Date | null; stage_since: Date; stage_due_at: Date | null; outcome: Answers; reminders: number; track_hash: Buffer
}>

/** Changes a row, moves its version on, and gives it as it is now. */
export async function updateApplication(tx: Tx, id: string, change: Change, now: Temporal.Instant): Promise<Application> {
  const { answers, outcome, ...rest } = change
  const row = await tx.updateTable('applications.applications')
    .set({ ...rest, ...(answers === undefined ? {} : { answers: JSON.stringify(answers) }), ...(outcome === undefined ? {} : { outcome: JSON.stringify(outcome) }), updated_at: toDb(now), version: sql`version + 1` })
    .where('id', '=', id).returning(COLUMNS).executeTakeFirstOrThrow()
  return shaped(row)
}

export type CaseEvent = { at: Temporal.Instant; step: string; from: string | null; to: string | null; actorId: string | null; actorRole: string | null }

/** The history of a case with what this transaction adds to it. */
export async function caseEvents(unit: Pick<Unit, 'tx' | 'now' | 'recorded'>, applicationId: string): Promise<CaseEvent[]> {
  const added = unit.recorded().filter((entry) => entry.subject === applicationId && entry.what.startsWith('application.')).map((entry): CaseEvent => ({
    at: unit.now, step: entry.what.slice('application.'.length), from: entry.from ?? null, to: entry.to ?? null,
    actorId: entry.actor ?? null, actorRole: entry.role ?? null,
  }))
  return [...await listEvents(unit.tx, applicationId), ...added]
}

/** The history of a case, from the log: its only truth. */
export async function listEvents(tx: Db | Tx, applicationId: string): Promise<CaseEvent[]> {
  const rows = await tx.selectFrom('log.events').select(['at', 'what', 'from_state', 'to_state', 'actor_id', 'actor_role'])
    .where('subject_id', '=', applicationId).where('what', 'like', 'application.%').orderBy('seq').execute()
  return rows.map((row) => ({
    at: fromDb(row.at), step: row.what.slice('application.'.length), from: row.from_state, to: row.to_state, actorId: row.actor_id, actorRole: row.actor_role,
  }))
}

export type RemarkItem = { requirement: string; reasonCode: string; note?: string }
export type Remark = { step: string; reasonCode: string | null; note: string | null; items: RemarkItem[]; byRole: string; at: Date }

export async function listRemarks(tx: Db | Tx, applicationId: string): Promise<Remark[]> {
  const rows = await tx.selectFrom('applications.remarks').select(['step', 'reason_code as reasonCode', 'note', 'items', 'by_role as byRole', 'at'])
    .where('application_id', '=', applicationId).orderBy('at').orderBy('id').execute()
  return rows.map((row) => ({ ...row, items: row.items as RemarkItem[] }))
}

export async function insertRemark(tx: Tx, applicationId: string, by: { account: string; role: string }, remark: Omit<Remark, 'byRole'>): Promise<void> {
  await tx.insertInto('applications.remarks').values({
    application_id: applicationId, step: remark.step, reason_code: remark.reasonCode, note: remark.note, items: JSON.stringify(remark.items),
    by_account: by.account, by_role: by.role, at: remark.at,
  }).execute()
}

export async function insertInitial(tx: Tx, one: { applicationId: string; position: number; role: Role; accountId: string }, now: Temporal.Instant): Promise<void> {
  await tx.insertInto('applications.initials')
    .values({ application_id: one.applicationId, position: one.position, role: one.role, account_id: one.accountId, at: toDb(now) }).execute()
}

export async function clearInitials(tx: Tx, applicationId: string): Promise<void> {
  await tx.deleteFrom('applications.initials').where('application_id', '=', applicationId).execute()
}

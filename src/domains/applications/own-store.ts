import type { Actor } from '../../kernel/rights.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Status } from './core/life.ts'
import { type Rows, ownRequests } from './list-store.ts'

/** One line of "my applications"; for an officer who helps, also whose it is. */
export type OwnRow = {
  id: string; reference: string; serviceCode: string; definitionId: string; status: Status; ownerId: string; businessId: string | null; cooperativeId: string | null
  initialsGiven: number; acceptedAt: Date | null; intakeDueAt: Date | null; dueAt: Date | null; createdAt: Date
}

/** The newest applications of a citizen, or those an officer entered for citizens. */
export async function listOwn(tx: Db | Tx, actor: Actor, limit: number): Promise<OwnRow[]> {
  const rows = await tx.selectFrom('applications.applications').select([
    'id', 'reference', 'service_code as serviceCode', 'definition_id as definitionId', 'status', 'owner_id as ownerId', 'business_id as businessId', 'cooperative_id as cooperativeId',
    'initials_given as initialsGiven', 'accepted_at as acceptedAt', 'intake_due_at as intakeDueAt', 'due_at as dueAt', 'created_at as createdAt',
  ]).where('office_id', '=', actor.officeId)
    .$if(actor.kind === 'citizen', (one) => one.where((where) => ownRequests(where, actor.personId, actor.cooperatives ?? [])))
    .$if(actor.kind === 'officer', (one) => one.where('entered_by', '=', actor.accountId))
    .orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows.map((row) => ({ ...row, status: row.status as Status }))
}

/** The record a request is about. */
export type About = { businessId: string } | { cooperativeId: string }

const isAbout = (where: Rows, about: About) =>
  ('businessId' in about ? where('business_id', '=', about.businessId) : where('cooperative_id', '=', about.cooperativeId))

/**
 * A draft this account already has for the same service and the same business or cooperative: begun again by another tab or by going back.
 * @param formKey the form that asks; what it began itself, tapped twice, is not begun again
 */
export async function findOwnDraft(tx: Tx, enteredBy: string, serviceCode: string, about: About, formKey: string | undefined): Promise<string | undefined> {
  const row = await tx.selectFrom('applications.applications').select('id').where((where) => isAbout(where, about)).where('entered_by', '=', enteredBy)
    .where('service_code', '=', serviceCode).where('status', '=', 'draft').$if(formKey !== undefined, (query) => query.where('draft_key', 'is distinct from', formKey ?? null))
    .orderBy('created_at', 'desc').limit(1).executeTakeFirst()
  return row?.id
}

/** Cases of a business or a cooperative whose letter went out, the newest first. */
export async function listIssuedFor(tx: Db | Tx, about: About, serviceCode: string): Promise<string[]> {
  const rows = await tx.selectFrom('applications.applications').select('id').where((where) => isAbout(where, about))
    .where('service_code', '=', serviceCode).where('status', '=', 'issued').orderBy('created_at', 'desc').limit(5).execute()
  return rows.map((row) => row.id)
}

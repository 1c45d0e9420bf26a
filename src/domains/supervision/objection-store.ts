import { type RawBuilder, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { type Actor, type Resource, areasFor } from '../../kernel/rights.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'
import { divisionsOf } from '../applications/index.ts'
import type { ObjectionGround, ObjectionState } from './core/objection.ts'

export type Objection = {
  id: string; officeId: string; applicationId: string; reference: string; ownerId: string; divisionId: string; villageCode: string | null; enteredBy: string
  ground: ObjectionGround; reason: string; state: ObjectionState; filedAt: Date; settleBy: Date
  decidedAt: Date | null; answer: string | null; fulfilBy: Date | null; fulfilledAt: Date | null; fulfilledWith: string | null
}

const SELECTED = sql`o.id, o.office_id as "officeId", o.application_id as "applicationId", a.reference, o.owner_id as "ownerId", o.division_id as "divisionId",
  o.village_code as "villageCode", o.entered_by as "enteredBy", o.ground, o.reason, o.state, o.filed_at as "filedAt", o.settle_by as "settleBy", o.decided_at as "decidedAt",
  o.answer, o.fulfil_by as "fulfilBy", o.fulfilled_at as "fulfilledAt", o.fulfilled_with as "fulfilledWith"`
const FROM = sql`from supervision.objections o join applications.applications a on a.id = o.application_id`

async function select(tx: Db | Tx, rest: RawBuilder<unknown>): Promise<Objection[]> {
  const { rows } = await sql<Objection>`select ${SELECTED} ${FROM} ${rest}`.execute(tx)
  return rows
}

/** What a right depends on. */
export const resourceOf = (one: Objection): Resource => ({
  officeId: one.officeId, ownerId: one.ownerId, enteredBy: one.enteredBy, divisionId: one.divisionId, ...(one.villageCode === null ? {} : { villageCode: one.villageCode }),
})

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

export async function findObjection(tx: Db | Tx, id: string): Promise<Objection | undefined> {
  return isUuid(id) ? (await select(tx, sql`where o.id = ${id}::uuid`))[0] : undefined
}

/** Locks the row, so that two cannot decide at once and none decides what has just come to count as granted. */
export async function lockObjection(tx: Tx, id: string): Promise<Objection | undefined> {
  return isUuid(id) ? (await select(tx, sql`where o.id = ${id}::uuid for update of o`))[0] : undefined
}

/** The objections of one case, the latest first. */
export const listOfApplication = (tx: Db | Tx, applicationId: string): Promise<Objection[]> =>
  select(tx, sql`where o.application_id = ${applicationId}::uuid order by o.filed_at desc, o.id limit 20`)

function inReach(actor: Actor): RawBuilder<unknown> {
  const areas = areasFor(actor, 'objection.list')
  const within = areas === 'all' ? sql`true` : areas === 'own' ? sql`false`
    : sql`(${sql.join(areas.map((code) => sql`(o.village_code = ${code} or o.village_code like ${`${code}.%`})`), sql` or `)})`
  const divisions = divisionsOf(actor.roles)
  const ours = divisions === 'all' ? sql`true` : divisions.length === 0 ? sql`false` : sql`o.division_id in (${sql.join(divisions.map((one) => sql`${one}`))})`
  return sql`o.office_id = ${actor.officeId} and ${within} and ${ours}`
}

/** Objections to which something is owed, an answer or its carrying out, the most pressing first. */
export const listOwed = (tx: Db | Tx, actor: Actor, limit: number): Promise<Objection[]> =>
  select(tx, sql`where ${inReach(actor)} and o.state in ('open', 'granted', 'deemed-granted') order by coalesce(o.fulfil_by, o.settle_by), o.id limit ${limit}`)

/** The latest that came to their end. */
export const listEnded = (tx: Db | Tx, actor: Actor, limit: number): Promise<Objection[]> =>
  select(tx, sql`where ${inReach(actor)} and o.state in ('denied', 'fulfilled') order by o.filed_at desc, o.id desc limit ${limit}`)

/** For the worker: what is owed by then in the whole office. */
export const listOwedUntil = (tx: Db | Tx, officeId: string, until: Temporal.Instant, limit: number): Promise<Objection[]> =>
  select(tx, sql`where o.office_id = ${officeId} and o.state in ('open', 'granted', 'deemed-granted') and coalesce(o.fulfil_by, o.settle_by) <= ${toDb(until)}
    order by coalesce(o.fulfil_by, o.settle_by), o.id limit ${limit}`)

export type NewObjection = Pick<Objection, 'officeId' | 'applicationId' | 'ownerId' | 'divisionId' | 'villageCode' | 'enteredBy' | 'ground' | 'reason' | 'filedAt' | 'settleBy'>

/** @returns undefined when one is open already: of two sent at once one is filed */
export async function insertObjection(tx: Tx, one: NewObjection): Promise<string | undefined> {
  const row = await tx.insertInto('supervision.objections').values({
    office_id: one.officeId, application_id: one.applicationId, owner_id: one.ownerId, division_id: one.divisionId, village_code: one.villageCode, entered_by: one.enteredBy,
    ground: one.ground, reason: one.reason, filed_at: one.filedAt, settle_by: one.settleBy,
  }).onConflict((on) => on.column('application_id').where('state', '=', 'open').doNothing()).returning('id').executeTakeFirst()
  return row?.id
}

export type ObjectionChange = { state: ObjectionState } & Partial<{
  decided_at: Date; decided_by: string; answer: string; fulfil_by: Date; fulfilled_at: Date; fulfilled_by: string; fulfilled_with: string
}>

export async function updateObjection(tx: Tx, id: string, change: ObjectionChange): Promise<void> {
  await tx.updateTable('supervision.objections').set(change).where('id', '=', id).execute()
}

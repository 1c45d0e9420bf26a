import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Actor } from '../../kernel/rights.ts'
import { type Unit, fromDb, roleOf, toDb } from '../../platform/db/unit.ts'

/** How a citizen agreed to be helped: a code from his own phone, his signature or thumbprint on the paper slip. */
export const CONSENT_METHODS = ['code', 'signature', 'thumbprint'] as const
export type ConsentMethod = (typeof CONSENT_METHODS)[number]

export type Mandate = { id: string; personId: string; officerId: string; method: string; givenAt: Temporal.Instant }

/** As long as a draft is kept, so that a file begun with consent can be mended with it. */
const LASTS_DAYS = 90

export type NewMandate = { officeId: string; personId: string; officerId: string; role: string; method: ConsentMethod; note?: string }

/** Records that a citizen lets this officer act for him, and how he said so. Both are named in the log. */
export async function giveMandate(unit: Unit, one: NewMandate): Promise<Mandate> {
  const { id } = await unit.tx.insertInto('accounts.mandates').values({
    person_id: one.personId, officer_id: one.officerId, method: one.method, note: one.note ?? null, given_at: toDb(unit.now),
  }).returning('id').executeTakeFirstOrThrow()
  unit.record(one.officeId, {
    what: 'mandate.give', kind: 'mandate', subject: id, actor: one.officerId, role: one.role, for: one.personId, to: 'given', data: { method: one.method },
  })
  return { id, personId: one.personId, officerId: one.officerId, method: one.method, givenAt: unit.now }
}

/** The mandate under which this officer may act for this citizen now, the latest if there are several. */
export async function findMandate(tx: Db | Tx, now: Temporal.Instant, one: { personId: string; officerId: string }): Promise<Mandate | undefined> {
  const row = await tx.selectFrom('accounts.mandates').select(['id', 'person_id as personId', 'officer_id as officerId', 'method', 'given_at'])
    .where('person_id', '=', one.personId).where('officer_id', '=', one.officerId).where('ended_at', 'is', null)
    .where('given_at', '>', toDb(now.subtract({ hours: LASTS_DAYS * 24 }))).orderBy('given_at', 'desc').limit(1).executeTakeFirst()
  if (!row) return undefined
  const { given_at, ...rest } = row
  return { ...rest, givenAt: fromDb(given_at) }
}

/** `role`: of the officer who may help; citizens see officers by their roles. */
export type HeldMandate = { id: string; role: string | null; method: ConsentMethod; givenAt: Temporal.Instant; until: Temporal.Instant }

/** Mandates of a citizen that hold now, the latest of each officer; the latest first. */
export async function listMandates(tx: Db | Tx, now: Temporal.Instant, personId: string): Promise<HeldMandate[]> {
  const rows = await tx.selectFrom('accounts.mandates as m').distinctOn('m.officer_id')
    .select((of) => ['m.id', 'm.method', 'm.given_at', of.selectFrom('accounts.role_grants as g').select('g.role').whereRef('g.account_id', '=', 'm.officer_id')
      .where('g.role', 'in', ['counter', 'village-officer']).orderBy('g.valid_from', 'desc').limit(1).as('role')]).where('m.person_id', '=', personId).where('m.ended_at', 'is', null)
    .where('m.given_at', '>', toDb(now.subtract({ hours: LASTS_DAYS * 24 }))).orderBy('m.officer_id').orderBy('m.given_at', 'desc').limit(200).execute()
  return rows.map(({ given_at, method, ...row }) => ({ ...row, method: method as ConsentMethod, givenAt: fromDb(given_at), until: fromDb(given_at).add({ hours: LASTS_DAYS * 24 }) }))
    .toSorted((a, b) => b.givenAt.epochMilliseconds - a.givenAt.epochMilliseconds)
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/**
 * A citizen takes back that an officer may help him, from this moment: with it end all that he gave this officer before.
 * @returns how many ended; 0 for one that is not his or has ended already
 */
export async function endMandate(unit: Unit, actor: Actor, id: string): Promise<number> {
  if (actor.personId === undefined || !UUID.test(id)) return 0
  const one = await unit.tx.selectFrom('accounts.mandates').select('officer_id').where('id', '=', id).where('person_id', '=', actor.personId).where('ended_at', 'is', null).executeTakeFirst()
  if (!one) return 0
  const ended = await unit.tx.updateTable('accounts.mandates').set({ ended_at: toDb(unit.now) }).where('person_id', '=', actor.personId)
    .where('officer_id', '=', one.officer_id).where('ended_at', 'is', null).returning('id').execute()
  for (const mandate of ended) {
    unit.record(actor.officeId, { what: 'mandate.end', kind: 'mandate', subject: mandate.id, actor: actor.accountId, role: roleOf(actor), from: 'given', to: 'ended' })
  }
  return ended.length
}

/** Whether a citizen took this mandate back. One whose time ran out was not taken back. */
export async function isMandateEnded(tx: Db | Tx, id: string): Promise<boolean> {
  const row = await tx.selectFrom('accounts.mandates').select('ended_at').where('id', '=', id).executeTakeFirst()
  return row !== undefined && row.ended_at !== null
}

import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { type Unit, fromDb, toDb } from '../../platform/db/unit.ts'

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

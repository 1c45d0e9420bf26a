import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { linkCode } from './core/link-code.ts'

export type Variant = 'counter' | 'web'
export type Invitation = { serviceCode: string; variant: Variant; state: 'open' | 'spent' | 'expired' }

/**
 * The token of a case's link. It is made of the case's id by a key that lies outside the database, so the owner's page can show the same link
 * again without the link being stored anywhere, and nobody who only reads the database can tell which link belongs to which case.
 */
export const tokenOf = (keys: Keys, applicationId: string): string => linkCode(keys.hash('survey-link', applicationId))

const hashOf = (keys: Keys, token: string): Buffer => keys.hash('survey-token', token)

export async function insertInvitation(tx: Tx, keys: Keys, token: string, one: { officeId: string; serviceCode: string; variant: Variant; expiresOn: Temporal.PlainDate }): Promise<void> {
  await tx.insertInto('satisfaction.invitations').values({
    link_hash: hashOf(keys, token), office_id: one.officeId, service_code: one.serviceCode, variant: one.variant, expires_on: one.expiresOn.toString(),
  }).onConflict((on) => on.column('link_hash').doNothing()).execute()
}

export async function findInvitation(tx: Db | Tx, keys: Keys, token: string, today: Temporal.PlainDate): Promise<Invitation | undefined> {
  const row = await tx.selectFrom('satisfaction.invitations').select(['service_code', 'variant', 'spent', 'expires_on']).where('link_hash', '=', hashOf(keys, token)).executeTakeFirst()
  if (!row) return undefined
  return {
    serviceCode: row.service_code, variant: row.variant === 'web' ? 'web' : 'counter',
    state: row.spent ? 'spent' : row.expires_on < today.toString() ? 'expired' : 'open',
  }
}

/** Uses a link up. @returns false when it was used, or is out of date, meanwhile */
export async function spendInvitation(tx: Tx, keys: Keys, token: string, today: Temporal.PlainDate): Promise<boolean> {
  const spent = await tx.updateTable('satisfaction.invitations').set({ spent: true, mixed: false })
    .where('link_hash', '=', hashOf(keys, token)).where('spent', '=', false).where('expires_on', '>=', today.toString()).returning('spent').executeTakeFirst()
  return spent !== undefined
}

/** Links that ended so long ago that nobody needs to be told kindly any more, and forms of past days. */
export async function forgetOld(tx: Tx, officeId: string, today: Temporal.PlainDate): Promise<void> {
  await tx.deleteFrom('satisfaction.invitations').where('office_id', '=', officeId).where('expires_on', '<', today.subtract({ days: 60 }).toString()).execute()
  await tx.deleteFrom('satisfaction.form_keys').where('office_id', '=', officeId).where('day', '<', today.subtract({ days: 1 }).toString()).execute()
}

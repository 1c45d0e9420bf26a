import { randomBytes } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { fromDb, toDb } from '../../platform/db/unit.ts'
import type { Keys } from '../../platform/secrets/keys.ts'

/** How long a device is remembered without being used again. */
export const DEVICE_LASTS_S = 400 * 24 * 3600

const hashOf = (keys: Keys, token: string) => keys.hash('device', token)

/** Has the owner of this account given the second fact on this device? */
export async function isKnownDevice(tx: Tx, keys: Keys, now: Temporal.Instant, accountId: string, token: string | undefined): Promise<boolean> {
  if (!token) return false
  const { numUpdatedRows } = await tx.updateTable('accounts.devices').set({ last_seen_at: toDb(now) })
    .where('token_hash', '=', hashOf(keys, token)).where('account_id', '=', accountId)
    .where('last_seen_at', '>', toDb(now.subtract({ seconds: DEVICE_LASTS_S }))).executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Remembers the device. A family shares one phone, so one device may know several accounts; an unknown token is never taken over. */
export async function rememberDevice(tx: Tx, keys: Keys, now: Temporal.Instant, accountId: string, token: string | undefined): Promise<string> {
  const held = token && await tx.selectFrom('accounts.devices').select('id').where('token_hash', '=', hashOf(keys, token)).limit(1).executeTakeFirst()
  const kept = held && token ? token : randomBytes(24).toString('base64url')
  await tx.insertInto('accounts.devices').values({ token_hash: hashOf(keys, kept), account_id: accountId, created_at: toDb(now), last_seen_at: toDb(now) })
    .onConflict((on) => on.constraint('devices_pkey').doUpdateSet({ last_seen_at: toDb(now) })).execute()
  return kept
}

export type Device = { id: string; since: Temporal.Instant; lastSeenAt: Temporal.Instant; here: boolean }

/** Devices of an account, the latest first. */
export async function listDevices(tx: Db | Tx, keys: Keys, accountId: string, token: string | undefined): Promise<Device[]> {
  const here = token ? hashOf(keys, token) : undefined
  const rows = await tx.selectFrom('accounts.devices').select(['id', 'token_hash', 'created_at', 'last_seen_at']).where('account_id', '=', accountId)
    .orderBy('created_at', 'desc').orderBy('id').limit(50).execute()
  return rows.map((row) => ({ id: row.id, since: fromDb(row.created_at), lastSeenAt: fromDb(row.last_seen_at), here: here?.equals(row.token_hash) ?? false }))
}

export async function forgetDevice(tx: Tx, accountId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('accounts.devices').where('account_id', '=', accountId).where('id', '=', id).executeTakeFirst()
  return numDeletedRows === 1n
}

export async function forgetAllDevices(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('accounts.devices').where('account_id', '=', accountId).execute()
}

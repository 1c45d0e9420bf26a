import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'

/** Longer than any limit's window, so that nothing that still counts is forgotten. */
const KEPT_HOURS = 48
/** An ended session says for some weeks when an account was last used. */
const SESSIONS_KEPT_HOURS = 30 * 24

/** Removes codes, tickets, counts and sessions that can mean nothing any more. Running it twice changes nothing. */
export async function forgetExpired(tx: Tx, now: Temporal.Instant): Promise<number> {
  const before = toDb(now.subtract({ hours: KEPT_HOURS }))
  const done = [
    await tx.deleteFrom('accounts.one_time_codes').where('expires_at', '<', before).executeTakeFirst(),
    await tx.deleteFrom('accounts.tickets').where('expires_at', '<', before).executeTakeFirst(),
    await tx.deleteFrom('platform.throttles').where('window_start', '<', before).executeTakeFirst(),
    await tx.deleteFrom('accounts.sessions').where('expires_at', '<', toDb(now.subtract({ hours: SESSIONS_KEPT_HOURS }))).executeTakeFirst(),
  ]
  return done.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0)
}

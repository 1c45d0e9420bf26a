import { sql } from 'kysely'
import { wibDate, wibMidnight } from '../../kernel/wib.ts'
import type { Temporal } from 'temporal-polyfill'
import type { Db } from '../../platform/db/database.ts'
import type { Actor } from '../../kernel/rights.ts'
import { type Unit, toDb } from '../../platform/db/unit.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { normalName } from './core/names.ts'

/**
 * Leaves that an officer searched by name: no words, only a keyed hash that tells a new search from a repeated one. Not in the chain of
 * reads, which would make searches wait for each other; a search lost with the machine is no loss, so nobody waits for the disk either.
 */
export async function traceSearch({ tx, now }: Pick<Unit, 'tx' | 'now'>, keys: Keys, actor: Actor, typed: string | undefined): Promise<void> {
  const words = normalName(typed ?? '')
  if (actor.kind !== 'officer' || words === '') return
  await sql`with quick as (select set_config('synchronous_commit', 'off', true))
    insert into registry.searches (office_id, account_id, at, sought)
    select ${actor.officeId}, ${actor.accountId}, ${toDb(now)}, ${keys.hash('search', words)} from quick`.execute(tx)
}

/** As the retention schedule says of these traces (reference/archive/jra.json). */
const KEPT_MONTHS = 12

/** Removes traces of searches that are old enough. Running it twice changes nothing. */
export async function forgetSearches(db: Db, now: Temporal.Instant): Promise<void> {
  await db.deleteFrom('registry.searches').where('at', '<', toDb(wibMidnight(wibDate(now).subtract({ months: KEPT_MONTHS })))).execute()
}

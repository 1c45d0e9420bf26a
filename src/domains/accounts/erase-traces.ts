import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { type Unit, toDb } from '../../platform/db/unit.ts'

/** Remembered devices and ended sessions of a person: nothing needs them any more. */
export async function countTraces(tx: Tx, personId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from accounts.devices d where d.account_id = any(array(select id from accounts.accounts where person_id = ${personId})))::int
         + (select count(*) from accounts.sessions s where s.ended_at is not null
              and s.account_id = any(array(select id from accounts.accounts where person_id = ${personId})))::int as count`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Forgets them; sessions that are open stay, so that nobody is thrown out while he asks. */
export async function eraseTraces({ tx, now }: Unit, personId: string): Promise<void> {
  const ids = (await tx.selectFrom('accounts.accounts').select('id').where('person_id', '=', personId).execute()).map(({ id }) => id)
  if (ids.length === 0) return
  await tx.deleteFrom('accounts.devices').where('account_id', 'in', ids).execute()
  await tx.deleteFrom('accounts.sessions').where('account_id', 'in', ids).where((or) => or.or([or('ended_at', 'is not', null), or('expires_at', '<', toDb(now))])).execute()
}

/** The name on the account of a citizen follows his record. */
export async function renameAccount(tx: Tx, personId: string, name: string): Promise<void> {
  await tx.updateTable('accounts.accounts').set({ name }).where('person_id', '=', personId).where('kind', '=', 'citizen').execute()
}

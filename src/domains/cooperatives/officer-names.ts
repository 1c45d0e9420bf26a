import type { Db, Tx } from '../../platform/db/database.ts'

/** Names of officers by account. Citizens are left out: they appear as people of the cooperative. */
export async function officerNames(tx: Db | Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('accounts.accounts').select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)]).where('kind', '=', 'officer').orderBy('id').execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

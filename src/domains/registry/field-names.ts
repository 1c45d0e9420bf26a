import { sql } from 'kysely'
import type { Told } from '../../kernel/ledger.ts'
import type { Db, Tx } from '../../platform/db/database.ts'

/** Names for codes and ids that stand in records. */
export type Names = { village: (code: string) => string; kbli: (code: string) => string; person: (id: string) => string; record: (id: string) => string }

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** Looks up the names of all villages, activities, owners and records that these values speak of. What has none is shown as it is. */
export async function namesFor(tx: Db | Tx, told: readonly { field: string; value: Told }[]): Promise<Names> {
  const of = (field: string) => [...new Set(told.flatMap((one) => (one.field === field && typeof one.value === 'string' ? [one.value] : [])))]
  const ids = (field: string) => of(field).filter((id) => UUID.test(id))
  const { rows } = await sql<{ kind: string; code: string; name: string }>`
    select 'village' as kind, v.code, v.name || ', ' || d.name as name from office.regions v join office.regions d on d.code = v.parent_code
     where v.code = any(${of('villageCode')}::text[])
    union all select 'kbli', code, (array_agg(title order by version))[1] from registry.kbli where code = any(${of('kbli')}::text[]) group by code
    union all select 'person', id::text, name from registry.people where id = any(${ids('ownerId')}::uuid[])
    union all select 'record', id::text, name || ' (' || registry_number || ')' from registry.businesses where id = any(${ids('mergedInto')}::uuid[])`.execute(tx)
  const names = new Map(rows.map(({ kind, code, name }) => [`${kind} ${code}`, name]))
  const find = (kind: string) => (code: string) => names.get(`${kind} ${code}`) ?? code
  return {
    village: find('village'), person: find('person'), record: find('record'),
    kbli: (code) => (names.has(`kbli ${code}`) ? `${code} ${find('kbli')(code)}` : code),
  }
}

/** Names of those who acted, by account. Only officers see them. */
export async function accountNames(tx: Db | Tx, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(accountIds)]
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select account_id as id, name from accounts.v_account_names where account_id = any(${ids}::uuid[]) order by account_id limit 1000`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

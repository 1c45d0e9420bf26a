import { sql } from 'kysely'
import type { Told } from '../../kernel/ledger.ts'
import { anyOf } from '../../platform/db/any-of.ts'
import type { Db, Tx } from '../../platform/db/database.ts'

/** Names for codes and ids that stand in records. */
export type Names = {
  village: (code: string) => string; kbli: (code: string) => string; person: (id: string) => string; record: (id: string) => string
  /** Those who acted, by account: only where they were asked for, because only officers see them. */
  accounts: ReadonlyMap<string, string>
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/**
 * Looks up the names of all villages, activities, owners and records that these values speak of. What has none is shown as it is.
 * @param accountIds who acted, for officers
 */
export async function namesFor(tx: Db | Tx, told: readonly { field: string; value: Told }[], accountIds: readonly string[] = []): Promise<Names> {
  const of = (field: string) => [...new Set(told.flatMap((one) => (one.field === field && typeof one.value === 'string' ? [one.value] : [])))]
  const ids = (field: string) => of(field).filter((id) => UUID.test(id))
  const { rows } = await sql<{ kind: string; code: string; name: string }>`
    select 'village' as kind, v.code, v.name || ', ' || d.name as name from office.regions v join office.regions d on d.code = v.parent_code
     where v.code = ${anyOf(of('villageCode'), 'text')}
    union all select 'kbli', code, (array_agg(title order by version))[1] from registry.kbli where code = ${anyOf(of('kbli'), 'text')} group by code
    union all select 'person', id::text, name from registry.people where id = ${anyOf(ids('ownerId'), 'uuid')}
    union all select 'record', id::text, name || ' (' || registry_number || ')' from registry.businesses where id = ${anyOf(ids('mergedInto'), 'uuid')}
    union all select 'account', account_id::text, name from accounts.v_account_names where account_id = ${anyOf([...new Set(accountIds)], 'uuid')}`.execute(tx)
  const names = new Map(rows.map(({ kind, code, name }) => [`${kind} ${code}`, name]))
  const find = (kind: string) => (code: string) => names.get(`${kind} ${code}`) ?? code
  return {
    village: find('village'), person: find('person'), record: find('record'),
    accounts: new Map(rows.flatMap(({ kind, code, name }): [string, string][] => (kind === 'account' ? [[code, name]] : []))),
    kbli: (code) => (names.has(`kbli ${code}`) ? `${code} ${find('kbli')(code)}` : code),
  }
}

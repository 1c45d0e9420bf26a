import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'

export type ListedOfficer = { id: string; login: string; name: string; status: string; roles: string[] }

/**
 * Officers' accounts by login, after one (`after`) and matching a part of name or login.
 * @param today ISO date on which the roles shown are valid
 */
export async function listOfficers(tx: Tx, officeId: string, today: string, filter: { search?: string; after?: string; limit: number }): Promise<ListedOfficer[]> {
  const search = (filter.search ?? '').toLowerCase()
  const { rows } = await sql<ListedOfficer>`
    select a.id, a.login, a.name, a.status,
           coalesce((select array_agg(distinct g.role order by g.role) from accounts.role_grants g
              where g.account_id = a.id and g.valid_from <= ${today}::date and (g.valid_to is null or g.valid_to >= ${today}::date)), '{}') as roles
      from accounts.accounts a
     where a.office_id = ${officeId} and a.kind = 'officer' and a.login > ${filter.after ?? ''}
       and (${search} = '' or position(${search} in lower(a.name)) > 0 or position(${search} in a.login) > 0)
     order by a.login
     limit ${filter.limit}`.execute(tx)
  return rows
}

export type Grant = { id: string; role: string; area: string | null; divisionId: string | null; from: string; to: string | null }

/** All roles an account holds, held or will hold, the present ones first. */
export async function listGrants(tx: Tx, accountId: string): Promise<Grant[]> {
  return tx.selectFrom('accounts.role_grants')
    .select(['id', 'role', 'area_code as area', 'division_id as divisionId', 'valid_from as from', 'valid_to as to'])
    .where('account_id', '=', accountId).orderBy('valid_to', (order) => order.desc().nullsFirst()).orderBy('valid_from', 'desc').orderBy('id').limit(100).execute()
}

export type NewGrant = { accountId: string; role: string; area?: string; divisionId?: string; from: string; to?: string; by: string | undefined }

export async function addGrant(tx: Tx, one: NewGrant): Promise<void> {
  await tx.insertInto('accounts.role_grants').values({
    account_id: one.accountId, role: one.role, area_code: one.area ?? null, division_id: one.divisionId ?? null,
    valid_from: one.from, valid_to: one.to ?? null, granted_by: one.by ?? null,
  }).execute()
}

/** The last day of a role is the day before `today`; one that began today or later never was. False: no such open role of this account. */
export async function endGrant(tx: Tx, accountId: string, id: string, today: string): Promise<boolean> {
  const open = await tx.selectFrom('accounts.role_grants').select(['id', 'valid_from']).where('account_id', '=', accountId).where('id', '=', id)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', today)])).forUpdate().executeTakeFirst()
  if (!open) return false
  if (open.valid_from >= today) await tx.deleteFrom('accounts.role_grants').where('id', '=', id).execute()
  else await tx.updateTable('accounts.role_grants').set({ valid_to: sql<string>`${today}::date - 1` }).where('id', '=', id).execute()
  return true
}

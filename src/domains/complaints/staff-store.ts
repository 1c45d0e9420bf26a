import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { POLICY, type Role } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'

/** An active officer with the roles he holds today. */
export type Officer = { id: string; name: string; roles: Role[]; divisions: (string | null)[] }

/** All active officers by name: whoever a report may be about. */
export async function listOfficers({ tx, now }: { tx: Db | Tx; now: Temporal.Instant }, officeId: string): Promise<Officer[]> {
  const today = wibDate(now).toString()
  const { rows } = await sql<Officer>`
    select a.id, a.name, array_agg(g.role order by g.id) as roles, array_agg(g.division_id order by g.id) as divisions
      from accounts.accounts a join accounts.role_grants g on g.account_id = a.id
     where a.office_id = ${officeId} and a.kind = 'officer' and a.status = 'active'
       and g.valid_from <= ${today}::date and (g.valid_to is null or g.valid_to >= ${today}::date)
     group by a.id, a.name order by a.name, a.id limit 2000`.execute(tx)
  return rows
}

/** May a ticket be given to him? */
export const canHold = (one: Officer): boolean => one.roles.some((role) => role in POLICY['complaint.handle'])

/** The division a ticket goes to with its holder: his, when all his work lies in one. */
export function divisionOf(one: Officer): string | null {
  const [first] = one.divisions
  return first !== undefined && one.divisions.every((division) => division === first) ? first : null
}

import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Role } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Unit } from '../../platform/db/unit.ts'

export type Colleague = { id: string; name: string; role: string }

/** Officers who work on the cases of a division today, by name: those bound to it and those bound to none. */
export async function listColleagues({ tx, now }: Pick<Unit, 'tx' | 'now'>, officeId: string, divisionId: string): Promise<Colleague[]> {
  const today = wibDate(now).toString()
  const { rows } = await sql<Colleague>`
    select distinct on (a.name, a.id) a.id, a.name, g.role
      from accounts.accounts a join accounts.role_grants g on g.account_id = a.id
     where a.office_id = ${officeId} and a.kind = 'officer' and a.status = 'active'
       and g.role in ('counter', 'verifier', 'division-head', 'secretary', 'office-head') and (g.division_id is null or g.division_id = ${divisionId})
       and g.valid_from <= ${today}::date and (g.valid_to is null or g.valid_to >= ${today}::date)
     order by a.name, a.id, g.valid_from limit 200`.execute(tx)
  return rows
}

/** Officers who hold one of these desks today and reach the case by division and area, by name. */
export async function listAtDesk(
  { tx, now }: Pick<Unit, 'tx' | 'now'>, one: { officeId: string; divisionId: string; villageCode: string | null }, desks: readonly string[],
): Promise<Colleague[]> {
  if (desks.length === 0) return []
  const today = wibDate(now).toString()
  const { rows } = await sql<Colleague>`
    select distinct on (a.name, a.id) a.id, a.name, g.role
      from accounts.accounts a join accounts.role_grants g on g.account_id = a.id
     where a.office_id = ${one.officeId} and a.kind = 'officer' and a.status = 'active' and g.role = any(${sql.val([...desks])}::text[])
       and (g.division_id is null or g.division_id = ${one.divisionId})
       and (g.area_code is null or g.area_code = ${one.villageCode} or ${one.villageCode} like g.area_code || '.%')
       and g.valid_from <= ${today}::date and (g.valid_to is null or g.valid_to >= ${today}::date)
     order by a.name, a.id, g.valid_from limit 200`.execute(tx)
  return rows
}

/** Names of officers for the history of a case. Citizens are left out: they appear as "Pemohon". */
export async function officerNames(tx: Db | Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('accounts.accounts').select(['id', 'name']).where('id', 'in', [...new Set(ids)]).where('kind', '=', 'officer').execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** A role at a desk that an active officer holds today, with what it is bound to. */
export type Staff = { id: string; name: string; role: Role; divisionId: string | null; areaCode: string | null }

/** Everyone who works on cases today, by name: an officer stands here once for each role. */
export async function listStaff({ tx, now }: { tx: Db | Tx; now: Temporal.Instant }, officeId: string): Promise<Staff[]> {
  const today = wibDate(now).toString()
  const { rows } = await sql<Staff>`
    select a.id, a.name, g.role, g.division_id as "divisionId", g.area_code as "areaCode"
      from accounts.accounts a join accounts.role_grants g on g.account_id = a.id
     where a.office_id = ${officeId} and a.kind = 'officer' and a.status = 'active'
       and g.role in ('counter', 'verifier', 'division-head', 'secretary', 'office-head', 'village-officer', 'mentor', 'inspector')
       and g.valid_from <= ${today}::date and (g.valid_to is null or g.valid_to >= ${today}::date)
     order by a.name, a.id, g.role, g.id limit 2000`.execute(tx)
  return rows
}

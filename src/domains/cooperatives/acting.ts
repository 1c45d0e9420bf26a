import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'

/** Who may act for a cooperative on that day, the chair first. Every right of a cooperative's request follows from this one view. */
export async function actingFor(tx: Db | Tx, cooperativeId: string, today: Temporal.PlainDate): Promise<string[]> {
  const day = today.toString()
  const { rows } = await sql<{ personId: string }>`
    select a.person_id as "personId" from cooperatives.v_acting a
      left join cooperatives.positions p on p.cooperative_id = a.cooperative_id and p.person_id = a.person_id and p.organ = 'board'
     where a.cooperative_id = ${cooperativeId} and coalesce(a.valid_from, ${day}::date) <= ${day}::date and coalesce(a.valid_to, ${day}::date) >= ${day}::date
     group by a.person_id
     order by min(array_position(array['chair', 'vice-chair', 'secretary', 'treasurer', 'member'], p.role)) nulls last, a.person_id limit 100`.execute(tx)
  return rows.map((row) => row.personId)
}

export type ActedFor = { id: string; name: string; registryNumber: string; village: string; district: string }

/** The cooperatives for which a person may act on that day, by name; those that were merged into another are not among them. */
export async function cooperativesActedFor(tx: Db | Tx, personId: string, today: Temporal.PlainDate, limit: number): Promise<ActedFor[]> {
  const day = today.toString()
  const { rows } = await sql<ActedFor>`
    select c.id, c.name, c.registry_number as "registryNumber", v.name as village, d.name as district
      from cooperatives.cooperatives c
      join office.regions v on v.code = c.village_code join office.regions d on d.code = c.district_code
     where c.merged_into is null and exists (
       select from cooperatives.v_acting a where a.cooperative_id = c.id and a.person_id = ${personId}::uuid
          and coalesce(a.valid_from, ${day}::date) <= ${day}::date and coalesce(a.valid_to, ${day}::date) >= ${day}::date)
     order by c.name, c.id limit ${limit}`.execute(tx)
  return rows
}

/** May this person act for the cooperative on that day? */
export const mayActFor = async (tx: Db | Tx, personId: string, cooperativeId: string, today: Temporal.PlainDate): Promise<boolean> =>
  (await actingFor(tx, cooperativeId, today)).includes(personId)

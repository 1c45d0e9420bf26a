import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'
import { isUuid } from './cooperative-store.ts'
import type { Source } from './core/sources.ts'
import { familyOf } from './family-store.ts'

export type Member = {
  id: string; personId: string | null; name: string; gender: 'female' | 'male' | null; memberNumber: string | null; joinedOn: string | null
  leftOn: string | null; source: Source
}

export type NewMember = {
  name: string; personId?: string | undefined; gender?: 'female' | 'male' | undefined; memberNumber?: string | undefined
  joinedOn?: string | undefined
  leftOn?: string | undefined
}

/**
 * Stores members told one by one. One whose member number is there already is written anew: the newest word counts, who left stays on the
 * list.
 * @returns how many were new and how many were known
 */
export async function keepMembers(
  tx: Tx, now: Temporal.Instant, cooperativeId: string, members: readonly NewMember[], teller: { source: Source; by: string },
): Promise<{ added: number; changed: number }> {
  const rows = members.map((one) => ({
    name: one.name, person_id: one.personId, gender: one.gender, member_number: one.memberNumber, joined_on: one.joinedOn,
    left_on: one.leftOn,
  }))
  const { rows: kept } = await sql<{ added: boolean }>`
    insert into cooperatives.memberships as m (cooperative_id, person_id, name, gender, member_number, joined_on, left_on, source,
      recorded_by, recorded_at)
    select ${cooperativeId}::uuid, person_id, name, gender, member_number, joined_on, left_on, ${teller.source}, ${teller.by}::uuid,
      ${now.toString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(person_id uuid, name text, gender text, member_number text,
        joined_on date, left_on date)
    on conflict (cooperative_id, member_number) where member_number is not null do update
       set person_id = coalesce(excluded.person_id, m.person_id), name = excluded.name, gender = coalesce(excluded.gender, m.gender),
           joined_on = coalesce(excluded.joined_on, m.joined_on), left_on = coalesce(excluded.left_on, m.left_on), source = excluded.source,
           recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
    returning xmax = 0 as added`.execute(tx)
  const added = kept.filter((one) => one.added).length
  return { added, changed: kept.length - added }
}

/** Members of a cooperative and of those it has absorbed, in parts, in an order that does not change. @param after id of the last one seen
 * @param isLeft only those who have left, or only those who have not; left out: all */
export async function listMembers(
  tx: Db | Tx, cooperativeId: string, { limit, after, isLeft }: { limit: number; after?: string | undefined; isLeft?: boolean | undefined },
): Promise<{ items: Member[]; next: string | null }> {
  const { rows } = await sql<Member>`
    select id, person_id as "personId", name, gender, member_number as "memberNumber", joined_on as "joinedOn", left_on as "leftOn", source
      from cooperatives.memberships where cooperative_id = any(${await familyOf(tx, cooperativeId)}::uuid[]) and
        (${after ?? null}::uuid is null or id > ${after ?? null}::uuid)
       and (${isLeft ?? null}::boolean is null or (left_on is not null) = ${isLeft ?? null}::boolean)
     order by id limit ${limit + 1}`.execute(tx)
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? items.at(-1)?.id ?? null : null }
}

/** One member of a cooperative or of those it has absorbed. */
export async function findMember(tx: Db | Tx, cooperativeId: string, id: string): Promise<Member | undefined> {
  if (!isUuid(id)) return undefined
  const { rows } = await sql<Member>`
    select id, person_id as "personId", name, gender, member_number as "memberNumber", joined_on as "joinedOn", left_on as "leftOn", source
      from cooperatives.memberships where id = ${id} and cooperative_id = any(${await familyOf(tx, cooperativeId)}::uuid[])`.execute(tx)
  return rows[0]
}

/** Keeps since when somebody is no member any more; the member stays in the list. */
export async function endMembership(tx: Tx, now: Temporal.Instant, id: string, leftOn: string, teller: { source: Source; by: string }): Promise<void> {
  await tx.updateTable('cooperatives.memberships').set({ left_on: leftOn, source: teller.source, recorded_by: teller.by, recorded_at: toDb(now) })
    .where('id', '=', id).execute()
}

/** How many members are told one by one and have not left. */
export async function countMembers(tx: Db | Tx, cooperativeId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from cooperatives.memberships where cooperative_id = any(${await familyOf(tx, cooperativeId)}::uuid[]) and
      left_on is null`.execute(tx)
  return rows[0]?.count ?? 0
}

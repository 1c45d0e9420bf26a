import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import { transact } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { ok } from '../../kernel/result.ts'
import type { DuplicateSide } from './core/duplicates.ts'
import { duplicateKeys } from './core/duplicates-keys.ts'
import { hashOf } from './core/key-hash.ts'

/** A business as the duplicate rule sees it, with what says which record it is. */
export type SideRow = {
  id: string; ownerId: string; ownerName: string; registryNumber: string; mergedInto: string | null
  side: DuplicateSide
}

type Row = {
  id: string; owner_id: string; owner_name: string; registry_number: string; merged_into: string | null; name: string; village_code: string
  kbli: string | null; kbli_version: string | null; latitude: number | null; longitude: number | null; nib: string | null; address: string | null
  rt: string | null; rw: string | null; product: string | null; phone: string | null; national_id: string | null; family_card: string | null
}

function sideRowOf(row: Row): SideRow {
  const { kbli, kbli_version, latitude, longitude, nib, address, rt, rw, product, phone, national_id, family_card } = row
  return {
    id: row.id, ownerId: row.owner_id, ownerName: row.owner_name, registryNumber: row.registry_number, mergedInto: row.merged_into,
    side: {
      name: row.name, villageCode: row.village_code, kbli: kbli ?? '', kbliVersion: kbli_version ?? undefined, ownerName: row.owner_name,
      nationalId: national_id ?? undefined, phone: phone ?? undefined, latitude: latitude ?? undefined, longitude: longitude ?? undefined,
      nib: nib ?? undefined, familyCard: family_card ?? undefined, product: product ?? undefined, address: address ?? undefined,
      rt: rt ?? undefined, rw: rw ?? undefined,
    },
  }
}

/** The record that stands at the end of a chain of merges; null for one that was not absorbed. */
const STANDS = sql`case when b.merged_into is not null then (
    with recursive up (id, next) as (
      select n.id, n.merged_into from registry.businesses n where n.id = b.merged_into
      union all select n.id, n.merged_into from up join registry.businesses n on n.id = up.next)
    select id from up where next is null) end`

const SIDE = sql`
  select b.id, b.owner_id, p.name as owner_name, b.registry_number, ${STANDS} as merged_into, b.name, b.village_code, b.kbli, b.kbli_version, b.latitude,
         b.longitude, b.nib, b.address, b.details ->> 'rt' as rt, b.details ->> 'rw' as rw, b.details ->> 'mainProduct' as product, p.phone,
         encode(p.national_id_index, 'hex') as national_id, encode(p.family_card_index, 'hex') as family_card
    from registry.businesses b join registry.people p on p.id = b.owner_id`

/** The same business in the form in which the rule compares; numbers of persons as keyed index. */
export async function listSides(tx: Db | Tx, ids: readonly string[]): Promise<SideRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Row>`${SIDE} where b.id = any(${ids}::uuid[]) order by b.id`.execute(tx)
  return rows.map(sideRowOf)
}

/** Many numbers as the text of an array: the driver would quote each by itself. */
const arrayText = (numbers: readonly number[]): string => `{${numbers.join(',')}}`

/** At most this many records under one key are looked at: a key that more share tells nothing. */
const MOST_UNDER_KEY = 60

/**
 * Which businesses are filed under which of these keys (`hashOf`), as a query with `key` and `business_id`; under one that many share, those
 * with the lowest ids.
 * @param passing two ids: those from the one to the other are passed over, and take nobody's place
 */
export function underKeys(keys: readonly number[], passing?: readonly [string, string]): RawBuilder<unknown> {
  const under = (beside: RawBuilder<unknown>) => sql`
    (select business_id from registry.duplicate_keys k where k.key = asked.key ${beside} order by business_id limit ${MOST_UNDER_KEY})`
  const held = passing === undefined ? under(sql``)
    : sql`(select business_id from (${under(sql`and business_id < ${passing[0]}::uuid`)} union all ${under(sql`and business_id > ${passing[1]}::uuid`)}) beside
            order by business_id limit ${MOST_UNDER_KEY})`
  return sql`select asked.key, held.business_id from unnest(${arrayText(keys)}::bigint[]) as asked (key) cross join lateral ${held} as held`
}

export async function findUnderKeys(tx: Db | Tx, keys: readonly number[], passing?: readonly [string, string]): Promise<{ key: number; businessId: string }[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<{ key: number; businessId: string }>`select key, business_id as "businessId" from (${underKeys(keys, passing)}) filed`.execute(tx)
  return rows
}

/** The keys under which a business is filed, as they are kept. */
export const keysOfSide = (side: DuplicateSide): number[] => [...new Set(duplicateKeys(side).map(hashOf))]

/** Files businesses under their keys, in one statement; up to about a thousand at a time. */
export async function insertKeys(tx: Tx, filed: readonly { id: string; keys: readonly number[] }[]): Promise<void> {
  const keys = filed.flatMap((one) => one.keys)
  const ids = filed.flatMap((one) => one.keys.map(() => one.id))
  if (keys.length === 0) return
  await sql`insert into registry.duplicate_keys (key, business_id) select * from unnest(${arrayText(keys)}::bigint[], ${ids}::uuid[])
    on conflict do nothing`.execute(tx)
}

/** Files businesses anew. Most keys stay what they were: only the others are written. */
async function refile(tx: Tx, ids: readonly string[], filed: readonly { id: string; keys: readonly number[] }[]): Promise<void> {
  const keys = filed.flatMap((one) => one.keys)
  const businesses = filed.flatMap((one) => one.keys.map(() => one.id))
  await sql`
    delete from registry.duplicate_keys k where k.business_id = any(${ids}::uuid[])
       and not exists (select from unnest(${keys}::bigint[], ${businesses}::uuid[]) as told (key, id) where told.id = k.business_id and told.key = k.key)`.execute(tx)
  await insertKeys(tx, filed)
}

/** Leaves word that the keys of businesses have to be made. */
export async function fallBehind(tx: Tx, businessIds: readonly string[]): Promise<void> {
  if (businessIds.length > 0) await sql`insert into registry.keys_behind select unnest(${businessIds}::uuid[]) on conflict do nothing`.execute(tx)
}

/** Leaves the keys of records that a list has just spoken of as they were before the list, until `refileSpokenOf`. */
export async function leaveKeysForLater(tx: Tx, { businesses, owners }: { businesses: readonly string[]; owners: readonly string[] }): Promise<void> {
  await sql`
    delete from registry.keys_behind where business_id = any(${businesses}::uuid[])
        or business_id in (select id from registry.businesses where owner_id = any(${owners}::uuid[]))`.execute(tx)
}

/** A list is done: the keys of the records that it spoke of follow what it said. What it made and never spoke of again is filed already. */
export async function refileSpokenOf(tx: Tx, actId: string): Promise<void> {
  await sql`
    insert into registry.keys_behind
    with spoken as (select distinct subject_id as id from registry.changes where act_id = ${actId} and seq > 1)
    select b.id from registry.businesses b join spoken on spoken.id = b.id
     union select b.id from registry.businesses b join spoken on spoken.id = b.owner_id
    on conflict do nothing`.execute(tx)
}

const CHUNK = 1000

/**
 * Makes the keys of what has changed since, until none is behind. Safe to repeat and to run beside others.
 * @returns how many businesses were filed anew
 */
export async function catchUpKeys(tools: Pick<Tools, 'db' | 'clock'>, stopping?: AbortSignal): Promise<number> {
  for (let done = 0; ;) {
    if (stopping?.aborted) return done
    const chunk = await transact(tools.db, tools.clock, async ({ tx }) => {
      const { rows } = await sql<{ id: string }>`
        delete from registry.keys_behind where business_id in (
          select business_id from registry.keys_behind order by business_id limit ${CHUNK} for update skip locked)
        returning business_id as id`.execute(tx)
      const ids = rows.map(({ id }) => id)
      await refile(tx, ids, (await listSides(tx, ids)).map(({ id, side }) => ({ id, keys: keysOfSide(side) })))
      return ok(ids.length)
    })
    if (!chunk.ok) throw new Error('the keys of the duplicate rule could not be made')
    done += chunk.value
    if (chunk.value < CHUNK) return done
  }
}

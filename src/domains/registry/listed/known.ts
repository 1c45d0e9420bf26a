import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/database.ts'
import type { Keys } from '../../../platform/secrets/keys.ts'
import { type PreparedSide, prepareSide } from '../core/duplicates-side.ts'
import { duplicateScore } from '../core/duplicates.ts'
import type { VillageMap } from '../core/neighbours.ts'
import { type SideRow, findUnderKeys, listSides } from '../duplicate-keys-store.ts'
import { beforeList, personBefore, sideBefore } from './before-list.ts'
import { type ListedBatch, type WholeRow, businessIdsOf, isOwnerMadeBy } from './listed-row.ts'

/** A row made ready for comparing. */
export type Ready = {
  row: WholeRow; side: PreparedSide; keys: number[]; lookups: number[]; digest: string; nationalIndex: string | undefined
  /** Its number in the sender's list and in the registry: keys among the rows of this file only. */
  numbers: number[]
}

/** Whose NIK it is. `nationalId`: as the registry knew it before the list. */
export type Holder = { id: string; name: string; nationalId: string | undefined }

/** What the registry knows that a chunk of rows may speak of. */
export type Known = {
  sides: Map<string, PreparedRow>
  underKey: Map<number, string[]>
  external: Map<string, string>
  numbers: Map<string, string>
  /** By the keyed index of their NIK. */
  people: Map<string, Holder>
}

/** Whom a row speaks of as owner. `ownerNationalId`: keyed index of the NIK as the registry knew it before the list. */
export type OwnerOfRow = { ownerId: string; ownerNationalId?: string | undefined }

/** Whom rows that are done spoke of as owners: of a record that absorbed others, the owner of the one most like the row. */
export async function ownersOf(tx: Db | Tx, keys: Keys, batch: ListedBatch, map: VillageMap, done: readonly { one: Ready; businessId: string }[]): Promise<(OwnerOfRow | undefined)[]> {
  const ids = [...new Set(done.map(({ businessId }) => businessId))]
  const { rows } = await sql<{ id: string }>`
    with recursive down (id) as (
      select unnest(${ids}::uuid[])
      union select b.id from down join registry.businesses b on b.merged_into = down.id)
    select id from down`.execute(tx)
  const sides = await sidesBefore(tx, keys, batch, rows.map(({ id }) => id))
  const byStanding = Map.groupBy(sides, ({ id, mergedInto }) => mergedInto ?? id)
  return done.map(({ one, businessId }) => {
    const [first, ...others] = byStanding.get(businessId) ?? []
    const likest = others.length === 0 ? first : [...first ? [first] : [], ...others].map((side) => ({ side, score: duplicateScore(one.side, side.prepared, map) }))
      .toSorted((a, b) => b.score - a.score).at(0)?.side
    if (!likest) return undefined
    return { ownerId: likest.ownerId, ...(isOwnerMadeBy(batch.id, likest.ownerId) ? {} : { ownerNationalId: likest.side.nationalId }) }
  })
}

export type PreparedRow = SideRow & { prepared: PreparedSide }

/** Records as they were before the list, made ready for comparing. */
async function sidesBefore(tx: Db | Tx, keys: Keys, batch: ListedBatch, ids: readonly string[]): Promise<PreparedRow[]> {
  const sides = await listSides(tx, ids)
  const before = await beforeList(tx, keys, batch.id, sides.flatMap(({ id, ownerId }) => [id, ownerId]))
  return sides.map((row) => {
    const met = sideBefore(keys, row, { business: before.get(row.id), owner: before.get(row.ownerId) })
    return { ...met, prepared: prepareSide(met.side) }
  })
}

/** Gathers what a chunk of rows may speak of, as it was before the list. */
export async function knownOf(tx: Db | Tx, keys: Keys, batch: ListedBatch, rows: readonly Ready[]): Promise<Known> {
  // What this batch has made is in the memory of the file already.
  const others = await findUnderKeys(tx, [...new Set(rows.flatMap(({ lookups }) => lookups))], businessIdsOf(batch.id))
  const told = await sql<{ id: string; external_id: string | null; registry_number: string | null }>`
    select business_id as id, external_id, null as registry_number from registry.external_ids
     where office_id = ${batch.officeId} and sender = ${batch.sender} and act_id is distinct from ${batch.id}::uuid and external_id = any(${rows.flatMap(({ row }) => row.externalId ?? [])}::text[])
     union all select id, null, registry_number from registry.businesses
     where office_id = ${batch.officeId} and registry_number = any(${rows.flatMap(({ row }) => row.registryNumber ?? [])}::text[])`.execute(tx)
  const sides = await sidesBefore(tx, keys, batch, [...new Set([...others.map(({ businessId }) => businessId), ...told.rows.map(({ id }) => id)])])
  const indexes = rows.flatMap(({ nationalIndex }) => nationalIndex ?? [])
  const people = await sql<{ index: string; id: string; name: string }>`
    select encode(national_id_index, 'hex') as index, id, name from registry.people
     where office_id = ${batch.officeId} and national_id_index = any(select decode(hex, 'hex') from unnest(${indexes}::text[]) as told (hex))`.execute(tx)
  // Whom this batch has made or given a NIK is in the memory of the file as well.
  const met = people.rows.filter(({ id }) => !isOwnerMadeBy(batch.id, id))
  const before = await beforeList(tx, keys, batch.id, met.map(({ id }) => id))
  const holders = met.flatMap(({ index, id, name }) => {
    const folded = before.get(id)
    const was = folded ? personBefore(keys, folded) : { name, nationalId: index }
    return was.nationalId === index ? [[index, { id, name: was.name, nationalId: index }] as const] : []
  })
  return {
    sides: new Map(sides.map((one) => [one.id, one])),
    underKey: Map.groupBy(others, ({ key }) => key).entries().reduce((found, [key, list]) => found.set(Number(key), list.map(({ businessId }) => businessId)), new Map<number, string[]>()),
    external: new Map(told.rows.flatMap(({ id, external_id }) => (external_id === null ? [] : [[external_id, id]]))),
    numbers: new Map(told.rows.flatMap(({ id, registry_number }) => (registry_number === null ? [] : [[registry_number, id]]))),
    people: new Map(holders),
  }
}

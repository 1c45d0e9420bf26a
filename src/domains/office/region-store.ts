import { sql } from 'kysely'
import { type Result, conflict, invalid, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import { normalRegionName } from './core/region-name.ts'
import { officeId as words } from './messages.id.ts'

export type KeptRegion = {
  code: string; name: string; kind: string; parentCode: string | null; validFrom: string; validTo: string | null; basis: string | null; aliases: string[]
}
export type Alias = { alias: string; source: string }

const COLUMNS = sql`
  select r.code, r.name, r.kind, r.parent_code as "parentCode", r.valid_from as "validFrom", r.valid_to as "validTo", r.basis,
         coalesce((select array_agg(a.alias order by a.alias) from office.region_aliases a where a.code = r.code), '{}') as aliases
    from office.regions r`

/** Villages of a district, also those that are no more, by name. */
export async function listAllVillages(db: Db | Tx, districtCode: string): Promise<KeptRegion[]> {
  const { rows } = await sql<KeptRegion>`${COLUMNS} where r.parent_code = ${districtCode} order by r.name, r.code limit 200`.execute(db)
  return rows
}

/** A village as lists of other offices may name it, present or gone. */
export type ListedPlace = { code: string; name: string; kind: string; districtCode: string; districtName: string; bpsCode: string | null; validTo: string | null; successorNote: string | null }

/** All villages of a regency, also those that are no more, and all other spellings of its places; for reading lists. */
export async function listPlaces(db: Db | Tx, regencyCode: string): Promise<{ places: ListedPlace[]; aliases: { code: string; alias: string }[] }> {
  const { rows: places } = await sql<ListedPlace>`
    select v.code, v.name, v.kind, d.code as "districtCode", d.name as "districtName", v.bps_code as "bpsCode", v.valid_to as "validTo", v.basis as "successorNote"
      from office.regions v join office.regions d on d.code = v.parent_code
     where v.code like ${`${regencyCode}.%`} and v.kind in ('village', 'urban-village') order by v.code limit 5000`.execute(db)
  const aliases = await db.selectFrom('office.region_aliases').select(['code', 'alias']).where('code', 'like', `${regencyCode}.%`).orderBy('code').orderBy('alias').limit(20_000).execute()
  return { places, aliases }
}

/** Districts and villages of a regency whose name, other name or code begins with what was typed. */
export async function findRegions(db: Db | Tx, regencyCode: string, typed: string): Promise<KeptRegion[]> {
  const name = `${normalRegionName(typed)}%`
  const code = `${typed.trim()}%`
  const { rows } = await sql<KeptRegion>`
    ${COLUMNS}
     where r.code like ${`${regencyCode}.%`}
       and ((${name} <> '%' and r.normal_name like ${name}) or (${code} <> '%' and r.code like ${code})
            or (${name} <> '%' and exists (select from office.region_aliases a where a.code = r.code and a.normal_alias like ${name})))
     order by r.name, r.code limit 50`.execute(db)
  return rows
}

export async function findRegion(db: Db | Tx, regencyCode: string, code: string): Promise<KeptRegion | undefined> {
  if (!code.startsWith(`${regencyCode}.`)) return undefined
  const { rows } = await sql<KeptRegion>`${COLUMNS} where r.code = ${code}`.execute(db)
  return rows[0]
}

export async function listAliases(db: Db | Tx, code: string): Promise<Alias[]> {
  return db.selectFrom('office.region_aliases').select(['alias', 'source']).where('code', '=', code).orderBy('alias').limit(100).execute()
}

export async function countVillages(db: Db | Tx, regencyCode: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from office.regions where code like ${`${regencyCode}.%`} and kind in ('village', 'urban-village') and valid_to is null`.execute(db)
  return rows[0]?.count ?? 0
}

const entry = (actor: Actor, what: string, code: string, data: Record<string, string>) =>
  ({ what, kind: 'region', subject: code, actor: actor.accountId, role: roleOf(actor), data })

async function insertAlias(tx: Tx, code: string, { alias, source }: Alias): Promise<boolean> {
  const added = await tx.insertInto('office.region_aliases').values({ code, alias, normal_alias: normalRegionName(alias), source })
    .onConflict((on) => on.constraint('region_aliases_pkey').doNothing()).returning('code').executeTakeFirst()
  return added !== undefined
}

export async function addAlias(unit: Unit, actor: Actor, region: KeptRegion, one: Alias): Promise<Result<undefined>> {
  const isOwnName = normalRegionName(one.alias) === normalRegionName(region.name)
  if (isOwnName || normalRegionName(one.alias) === '' || !(await insertAlias(unit.tx, region.code, one))) return invalid([{ field: 'alias', message: words.regions.aliasTwice }])
  unit.record(actor.officeId, entry(actor, 'region.alias', region.code, { alias: one.alias }))
  return ok(undefined)
}

/** Gives a region its new official name; the old one stays known as another name, with the day until which it was official. */
export async function renameRegion(unit: Unit, actor: Actor, region: KeptRegion, change: { name: string; oldSource: string; on: string; basis: string }): Promise<Result<undefined>> {
  if (change.name === region.name) return invalid([{ field: 'name', message: words.regions.same }])
  await insertAlias(unit.tx, region.code, { alias: region.name, source: change.oldSource })
  await unit.tx.deleteFrom('office.region_aliases').where('code', '=', region.code).where('normal_alias', '=', normalRegionName(change.name)).execute()
  await unit.tx.updateTable('office.regions').set({ name: change.name, normal_name: normalRegionName(change.name), basis: change.basis }).where('code', '=', region.code).execute()
  unit.record(actor.officeId, entry(actor, 'region.rename', region.code, { on: change.on, basis: change.basis, before: region.name, after: change.name }))
  return ok(undefined)
}

/** Ends a village. Its row stays, so that old records keep their place; new ones cannot choose it. */
export async function endRegion(unit: Unit, actor: Actor, region: KeptRegion, change: { last: string; basis: string }): Promise<Result<undefined>> {
  if (region.validTo !== null) return conflict('ended', words.regions.ended)
  if (change.last < region.validFrom) return invalid([{ field: 'on', message: words.fields.past }])
  await unit.tx.updateTable('office.regions').set({ valid_to: change.last, basis: change.basis }).where('code', '=', region.code).execute()
  unit.record(actor.officeId, entry(actor, 'region.end', region.code, { last: change.last, basis: change.basis }))
  return ok(undefined)
}

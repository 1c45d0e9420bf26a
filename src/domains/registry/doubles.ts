import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { BusinessStatus } from './core/business-choices.ts'
import { type DuplicateScore, type DuplicateSide, scoreDuplicate } from './core/duplicates.ts'
import { duplicateLookups } from './core/duplicates-keys.ts'
import { hashOf } from './core/key-hash.ts'
import { marks, queryOf } from './core/search-text.ts'
import { underKeys } from './duplicate-keys-store.ts'
import { nameWords } from './core/names.ts'
import { isUuid } from './person-store.ts'
import { found } from './search/in-order.ts'
import { villageMap } from './village-map.ts'

/** A business that may be the same as another one, with the reasons for the suspicion. */
export type SuspectedDouble = DuplicateScore & {
  businessId: string; registryNumber: string; name: string; ownerName: string; village: string; district: string; status: BusinessStatus
}

type Row = {
  id: string; registry_number: string; name: string; normal_name: string; owner_name: string; village_code: string; village: string;
  district: string
  kbli: string; kbli_version: string; latitude: number | null; longitude: number | null; nib: string | null; phone: string | null;
  status: BusinessStatus
  national_id: string | null; family_card: string | null; owner_id: string; office_id: string
  address: string | null; rt: string | null; rw: string | null; product: string | null
}

const ROW = sql`
  select b.id, b.office_id, b.owner_id, b.registry_number, b.name, b.normal_name, p.name as owner_name, b.village_code, v.name as village,
    d.name as district,
         b.kbli, b.kbli_version, b.latitude, b.longitude, b.nib, p.phone, b.status, b.address,
         b.details ->> 'rt' as rt, b.details ->> 'rw' as rw, b.details ->> 'mainProduct' as product,
         encode(p.national_id_index, 'hex') as national_id, encode(p.family_card_index, 'hex') as family_card
    from registry.businesses b join registry.people p on p.id = b.owner_id
    join office.regions v on v.code = b.village_code join office.regions d on d.code = b.district_code`

/** At most this many are looked at closely: the same owner and number first, a similar name in the village last. */
const MOST_CANDIDATES = 50

function sideOf(row: Row): DuplicateSide {
  return {
    name: row.name, villageCode: row.village_code, kbli: row.kbli, kbliVersion: row.kbli_version, ownerName: row.owner_name,
    nationalId: row.national_id ?? undefined, phone: row.phone ?? undefined, latitude: row.latitude ?? undefined,
      longitude: row.longitude ?? undefined,
    nib: row.nib ?? undefined, familyCard: row.family_card ?? undefined, product: row.product ?? undefined, address: row.address ?? undefined,
    rt: row.rt ?? undefined, rw: row.rw ?? undefined,
  }
}

/** Records filed under these keys, those that share the most keys first. */
const filedUnder = (keys: readonly string[]) => sql`
  select held.business_id from (${underKeys([...new Set(keys.map(hashOf))])}) held group by 1 order by count(*) desc, 1 limit ${MOST_CANDIDATES}`

/** In the same village with a word of the name in common: finds also what was entered a moment ago and is not filed yet. */
function namedAlike({ name, village_code }: Row) {
  const words = nameWords(name).filter((word) => word.length > 2)
  if (words.length === 0) return sql``
  const query = queryOf([{ typed: name, readings: words.map((word) => ({ marks: [word], cost: 0 })) }], [[marks.village(village_code)]])
  return sql`union all (select b.id, 6 from ${found(query)} order by ts_rank(b.search, ${query}::tsquery) desc, b.id limit ${MOST_CANDIDATES})`
}

/** Two records that a person has found to be two businesses are not suspected again. */
const undecided = (id: string) => sql`and not exists (
  select from registry.duplicate_pairs d where d.a_id = least(b.id, ${id}::uuid) and d.b_id = greatest(b.id, ${id}::uuid) and d.state = 'distinct')`

async function candidatesOf(tx: Db | Tx, one: Row, keys: readonly string[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with found (id, rank) as (
      (select id, 1 from registry.businesses where owner_id = ${one.owner_id} order by id limit 50)
      union all (select id, 2 from registry.businesses where nib = ${one.nib} order by id limit 50)
      union all (select b.id, 3 from registry.people p join registry.businesses b on b.owner_id = p.id where p.phone = ${one.phone}
        order by b.id limit 50)
      union all (select b.id, 4 from registry.people p join registry.businesses b on b.owner_id = p.id
                  where p.family_card_index = decode(${one.family_card}, 'hex') order by b.id limit 50)
      union all (select business_id, 5 from (${filedUnder(keys)}) filed)
      ${namedAlike(one)}),
    best as (select id, min(rank) as rank from found where id <> ${one.id} group by id order by min(rank), id limit ${MOST_CANDIDATES})
    ${ROW} join best on best.id = b.id where b.office_id = ${one.office_id} and b.merged_into is null ${undecided(one.id)}
     order by best.rank, b.id`.execute(tx)
  return rows
}

/**
 * Other records that may be this business: same owner, NIB, phone or family card, or a similar name in the same or a neighbouring village.
 * Scored by the rule of the registry; the most suspicious first. For officers who verify.
 */
export async function suspectedDoubles(tx: Db | Tx, businessId: string): Promise<SuspectedDouble[]> {
  if (!isUuid(businessId)) return []
  const { rows: [one] } = await sql<Row>`${ROW} where b.id = ${businessId}`.execute(tx)
  if (!one) return []
  const [side, map] = [sideOf(one), await villageMap()]
  const scored = (await candidatesOf(tx, one, duplicateLookups(side, map))).map((row): SuspectedDouble => ({
    ...scoreDuplicate(side, sideOf(row), map),
    businessId: row.id, registryNumber: row.registry_number, name: row.name, ownerName: row.owner_name, village: row.village,
      district: row.district,
    status: row.status,
  }))
  return scored.filter(({ verdict }) => verdict !== 'none').toSorted((a, b) => b.score - a.score)
}

import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/database.ts'
import { snapshot } from '../../../platform/export/snapshot.ts'
import type { BusinessStatus } from '../core/business-choices.ts'
import type { Business, Owner } from '../core/business-record.ts'
import type { BusinessScale, ScaleCriterion } from '../core/scale.ts'
import { codesOf } from '../search/asked.ts'
import { type BusinessFilter, type Reach, wholeOf } from '../search/filter.ts'
import { soughtBy } from '../search/sought.ts'

/** One record as it lies in the tables; moments as the office's wall clock shows them, numbers of persons still sealed. */
export type BusinessRow = {
  id: string; registry_number: string; status: BusinessStatus; merged_into: string | null; name: string; address: string | null
  village_code: string; village: string; district_code: string; district: string; latitude: number | null; longitude: number | null
  kbli: string | null; kbli_version: string | null; kbli_title: string | null; started_on: string | null
  capital: number | null; annual_sales: number | null; sales_year: number | null
  scale: BusinessScale | null; scale_criterion: ScaleCriterion | null; nib: string | null; tax_number_cipher: Buffer | null
  details: Partial<Business>
  owner_id: string; owner_name: string; phone: string | null; gender: Owner['gender'] | null; national_id_cipher: Buffer | null
  family_card_cipher: Buffer | null; owner_tax_cipher: Buffer | null; birth_date: string | null; owner_address: string | null
  owner_village: string | null; email: string | null; owner_details: Partial<Owner>
  source: string; entered_at: string; changed_at: string; confirmed_at: string; verified_at: string | null; version: number
}

/** A thousand rows a statement: far below the time a statement may take, and few enough to be held twice. */
const PAGE = 1_000

const wall = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'Asia/Jakarta', 'YYYY-MM-DD"T"HH24:MI:SS')`

/**
 * What is exported: without a filter the whole registry, absorbed records included, so that nothing is lost that is moved elsewhere;
 * with one what the list shows for it.
 */
async function sought(tx: Tx, reach: Reach, filter: BusinessFilter): Promise<RawBuilder<unknown>> {
  if (Object.keys(codesOf(filter)).length === 0) return wholeOf(reach)
  const found = await soughtBy(tx, reach, filter)
  if (!found) return sql`false`
  return found.rows && found.query === '' ? sql`${found.conditions} and b.id in (select b.id from ${found.rows})` : found.conditions
}

// By registry number: unique, and near to the order in which rows lie on the disk, unlike the id.
async function read(tx: Tx, conditions: RawBuilder<unknown>, after: BusinessRow | undefined): Promise<BusinessRow[]> {
  const { rows } = await sql<BusinessRow>`
    select b.id, b.registry_number, b.status, m.registry_number as merged_into, b.name, b.address, b.village_code, v.name as village, b.district_code,
           d.name as district, b.latitude, b.longitude, b.kbli, b.kbli_version, k.title as kbli_title, b.started_on, b.capital, b.annual_sales, b.sales_year,
           b.scale, b.scale_criterion, b.nib, b.tax_number_cipher, b.details, b.owner_id, p.name as owner_name, p.phone, p.gender, p.national_id_cipher,
           p.family_card_cipher, p.tax_number_cipher as owner_tax_cipher, p.birth_date, p.address as owner_address, p.village_code as owner_village, p.email,
           p.details as owner_details, b.source, ${wall('b.created_at')} as entered_at, ${wall('b.updated_at')} as changed_at,
           ${wall('b.last_confirmed_at')} as confirmed_at, ${wall('b.verified_at')} as verified_at, b.version
      from (select * from registry.businesses b where ${conditions} and b.registry_number > ${after?.registry_number ?? ''}
             order by b.registry_number limit ${PAGE}) b
      join registry.people p on p.id = b.owner_id
      join office.regions v on v.code = b.village_code join office.regions d on d.code = b.district_code
      left join registry.kbli k on k.version = b.kbli_version and k.code = b.kbli
      left join registry.businesses m on m.id = b.merged_into
     order by b.registry_number`.execute(tx)
  return rows
}

/** The registry as it stood at one moment, in the order of registry numbers. */
export function businessPages(db: Db, reach: Reach, filter: BusinessFilter): AsyncGenerator<readonly BusinessRow[]> {
  let conditions: RawBuilder<unknown> | undefined
  return snapshot(db, async (tx, after: BusinessRow | undefined) => {
    conditions ??= await sought(tx, reach, filter)
    return read(tx, conditions, after)
  })
}

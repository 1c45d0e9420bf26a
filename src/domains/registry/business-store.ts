import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Resource } from '../../kernel/rights.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { fromDb, toDb } from '../../platform/db/unit.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { readNotice } from './consent.ts'
import type { BusinessStatus, KbliVersion, Source } from './core/business-choices.ts'
import type { Business } from './core/business-record.ts'
import { normalName } from './core/names.ts'
import type { BusinessScale, ScaleCriterion } from './core/scale.ts'
import { fallBehind } from './duplicate-keys-store.ts'
import { searchWords } from './core/search-text.ts'
import { isUuid, withoutNulls } from './person-store.ts'

/** A business as kept: what was told (`record`, with a version of the KBLI) and what the office knows about it. */
export type KeptBusiness = {
  id: string; officeId: string; registryNumber: string; ownerId: string; ownerName: string; version: number
  record: Business & { status: BusinessStatus }
  districtCode: string; district: string; village: string
  /** Null where no list told the activity. */
  kbliTitle: string | null
  /** Null when neither capital nor sales are stated. */
  scale: BusinessScale | null; scaleCriterion: ScaleCriterion | null
  source: Source; enteredBy: string; verifiedBy: string | null; verifiedAt: Temporal.Instant | null
  lastConfirmedAt: Temporal.Instant; createdAt: Temporal.Instant; updatedAt: Temporal.Instant
  /** The record that took its place, when this one was found to be a double. */
  mergedInto: string | null
  /** The owner was shown the privacy notice. */
  ownerReadNotice: boolean
  /** A photo of it is shown. */
  hasPhoto: boolean
}

type Columns = 'name' | 'address' | 'villageCode' | 'kbli' | 'kbliVersion' | 'startedOn' | 'capital' | 'annualSales' | 'salesYear' |
  'latitude' | 'longitude' | 'nib' | 'npwp' | 'status'

type Row = {
  id: string; office_id: string; registry_number: string; owner_id: string; owner_name: string; version: number
  name: string; address: string | null; village_code: string; kbli: string | null; kbli_version: KbliVersion | null; started_on: string | null
  capital: number | null; annual_sales: number | null; sales_year: number | null; latitude: number | null; longitude: number | null
  nib: string | null; tax_number_cipher: Buffer | null; status: BusinessStatus; details: Omit<Business, Columns>
  district_code: string; district: string; village: string; kbli_title: string | null; scale: BusinessScale | null;
  scale_criterion: ScaleCriterion | null
  source: Source; entered_by: string; verified_by: string | null; verified_at: Date | null; last_confirmed_at: Date; created_at: Date;
  updated_at: Date; merged_into: string | null; owner_read_notice: boolean; has_photo: boolean
}

function keptOf(keys: Keys, row: Row): KeptBusiness {
  return {
    id: row.id, officeId: row.office_id, registryNumber: row.registry_number, ownerId: row.owner_id, ownerName: row.owner_name,
      version: row.version,
    record: {
      ...row.details, name: row.name, villageCode: row.village_code, capital: row.capital, annualSales: row.annual_sales, salesYear: row.sales_year, status: row.status,
      ...withoutNulls({
        address: row.address, kbli: row.kbli, kbliVersion: row.kbli_version, startedOn: row.started_on,
        latitude: row.latitude, longitude: row.longitude, nib: row.nib, npwp: row.tax_number_cipher ? keys.unseal(row.tax_number_cipher)
          : null,
      }),
    },
    districtCode: row.district_code, district: row.district, village: row.village, kbliTitle: row.kbli_title,
    scale: row.scale, scaleCriterion: row.scale_criterion, source: row.source, enteredBy: row.entered_by, verifiedBy: row.verified_by,
    verifiedAt: row.verified_at ? fromDb(row.verified_at) : null, lastConfirmedAt: fromDb(row.last_confirmed_at),
    createdAt: fromDb(row.created_at), updatedAt: fromDb(row.updated_at), mergedInto: row.merged_into, ownerReadNotice: row.owner_read_notice, hasPhoto: row.has_photo,
  }
}

/** What a right depends on: ids and codes, nothing of the content. */
export async function findBusinessAccess(tx: Db | Tx, id: string): Promise<(Resource & { ownerId: string }) | undefined> {
  if (!isUuid(id)) return undefined
  return tx.selectFrom('registry.businesses')
    .select(['office_id as officeId', 'owner_id as ownerId', 'village_code as villageCode', 'entered_by as enteredBy']).where('id', '=',
      id).executeTakeFirst()
}

/** @param lock keeps the row until the transaction ends, so that two who change it at once follow each other */
export async function findBusiness(tx: Db | Tx, keys: Keys, id: string, lock = false): Promise<KeptBusiness | undefined> {
  if (!isUuid(id)) return undefined
  const { rows } = await sql<Row>`
    select b.*, p.name as owner_name, v.name as village, d.name as district, k.title as kbli_title, ${readNotice(sql`b.owner_id`)} as owner_read_notice,
           exists (select from registry.photos where business_id = b.id and removed_at is null) as has_photo
      from registry.businesses b join registry.people p on p.id = b.owner_id
      join office.regions v on v.code = b.village_code join office.regions d on d.code = b.district_code
      left join registry.kbli k on k.version = b.kbli_version and k.code = b.kbli
     where b.id = ${id} ${lock ? sql`for update of b` : sql``}`.execute(tx)
  return rows[0] && keptOf(keys, rows[0])
}

/** What is written of a business beside its record. */
export type Placed = {
  record: Business
  districtCode: string
  ownerName: string
  scale: BusinessScale | null
  scaleCriterion: ScaleCriterion | null
}

/** A record as columns; what has no column of its own goes into `details`. */
export function businessColumns(keys: Keys, { record, ...placed }: Placed) {
  const {
    name, address, villageCode, kbli, kbliVersion, startedOn, capital, annualSales, salesYear, latitude, longitude, nib, npwp, status,
      ...details
  } = record
  return {
    name, normal_name: normalName(name), words: searchWords({ name, ownerName: placed.ownerName, mainProduct: record.mainProduct }),
    address: address ?? null, village_code: villageCode,
    district_code: placed.districtCode, kbli: kbli ?? null, kbli_version: kbli === undefined ? null : kbliVersion ?? '2020', started_on: startedOn ?? null, capital, annual_sales: annualSales,
    sales_year: salesYear, scale: placed.scale, scale_criterion: placed.scaleCriterion, latitude: latitude ?? null,
      longitude: longitude ?? null,
    nib: nib ?? null, tax_number_cipher: npwp ? keys.seal(npwp) : null, status: status ?? 'active', details: JSON.stringify(details),
  }
}

type NewRow = Placed & { officeId: string; ownerId: string; regencyCode: string; source: Source; enteredBy: string }

/** Gives the business its registry number: regency, year, running number. A number that a failed transaction took is not used again. */
export async function insertBusiness(tx: Tx, keys: Keys, now: Temporal.Instant, one: NewRow): Promise<string> {
  const prefix = `${one.regencyCode.replaceAll('.', '')}-${now.toZonedDateTimeISO('+07:00').year}-`
  const { id } = await tx.insertInto('registry.businesses').values({
    ...businessColumns(keys, one), office_id: one.officeId, owner_id: one.ownerId, source: one.source, entered_by: one.enteredBy,
    registry_number: sql<string>`(
      select ${prefix} || lpad(n::text, greatest(6, length(n::text)), '0') from nextval('registry.registry_numbers') as n)`,
    last_confirmed_at: toDb(now), created_at: toDb(now), updated_at: toDb(now),
  }).returning('id').executeTakeFirstOrThrow()
  await fallBehind(tx, [id])
  return id
}

/** Writes a changed record over the row that the caller holds locked. `confirmed`: somebody has just said that the record is right. */
export async function updateBusiness(tx: Tx, keys: Keys, now: Temporal.Instant, id: string,
  one: Placed & { ownerId: string; mergedInto: string | null; version: number; verified: boolean; confirmed: boolean }): Promise<void> {
  await tx.updateTable('registry.businesses').set({
    ...businessColumns(keys, one), owner_id: one.ownerId, merged_into: one.mergedInto, version: one.version, updated_at: toDb(now),
    ...(one.confirmed ? { last_confirmed_at: toDb(now) } : {}), ...(one.verified ? {} : { verified_by: null, verified_at: null }),
  }).where('id', '=', id).execute()
}

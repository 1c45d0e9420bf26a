import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { fold } from '../../../kernel/ledger.ts'
import { wibDate } from '../../../kernel/wib.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Keys } from '../../../platform/secrets/keys.ts'
import { storedScale } from '../business-context.ts'
import { packed } from '../bulk-store.ts'
import { businessColumns } from '../business-store.ts'
import { listActsOf } from '../changes-store.ts'
import { recordOf } from '../core/business-fields.ts'
import { personOf } from '../core/person-fields.ts'
import { trustOf } from '../core/trust.ts'
import { personColumns } from '../person-store.ts'

/** Facts a verification stands on, before and after; see `change-business.ts`. */
const FACTS_STAND = sql`((b.name, b.address, b.village_code, b.kbli, b.kbli_version, b.started_on, b.capital, b.annual_sales, b.sales_year, b.nib)
  is not distinct from (n.name, n.address, n.village_code, n.kbli, n.kbli_version, n.started_on, n.capital, n.annual_sales, n.sales_year, n.nib))`

/**
 * Writes many businesses anew from all that was said of them and not undone; up to about a thousand at a time. The caller holds the rows locked.
 * A changed fact takes the verification away. @param observedOn the day on which somebody saw that they are there; moves the confirmation on
 */
export async function rewriteBusinesses(tx: Tx, keys: Keys, now: Temporal.Instant, ids: readonly string[], observedOn?: string): Promise<void> {
  if (ids.length === 0) return
  const acts = await listActsOf(tx, keys, ids)
  const folded = ids.map((id) => ({ id, ...recordOf(fold(acts.get(id) ?? [], trustOf)) }))
  const owners = await sql<{ id: string; name: string }>`
    select id, name from registry.people where id = any(${[...new Set(folded.map(({ ownerId }) => ownerId))]}::uuid[])`.execute(tx)
  const names = new Map(owners.rows.map(({ id, name }) => [id, name]))
  const rows = folded.map(({ id, record, ownerId, mergedInto }) => packed({
    ...businessColumns(keys, {
      record, districtCode: record.villageCode.slice(0, 8), ownerName: names.get(ownerId) ?? '', ...storedScale(record, wibDate(now)),
    }),
    id, owner_id: ownerId, merged_into: mergedInto,
  }))
  await sql`
    update registry.businesses b set
           owner_id = n.owner_id, merged_into = n.merged_into, name = n.name, normal_name = n.normal_name, words = n.words, address = n.address,
           village_code = n.village_code, district_code = n.district_code, kbli = n.kbli, kbli_version = n.kbli_version, started_on = n.started_on,
           capital = n.capital, annual_sales = n.annual_sales, sales_year = n.sales_year, scale = n.scale, scale_criterion = n.scale_criterion,
           latitude = n.latitude, longitude = n.longitude, nib = n.nib, tax_number_cipher = decode(n.tax_number_cipher, 'base64'),
           details = n.details::jsonb, status = n.status, version = b.version + 1, updated_at = ${now.toString()}::timestamptz,
           last_confirmed_at = greatest(b.last_confirmed_at, ${observedOn ?? null}::date::timestamptz),
           verified_by = case when ${FACTS_STAND} then b.verified_by end, verified_at = case when ${FACTS_STAND} then b.verified_at end
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, owner_id uuid, merged_into uuid, name text, normal_name text, words text,
           address text, village_code text, district_code text, kbli text, kbli_version text, started_on date, capital bigint, annual_sales bigint,
           sales_year integer, scale text, scale_criterion text, latitude float8, longitude float8, nib text, tax_number_cipher text, details text,
           status text)
     where b.id = n.id`.execute(tx)
}

/** Writes many people anew from all that was said of them and not undone. The words by which their businesses are found follow the name. */
export async function rewritePeople(tx: Tx, keys: Keys, now: Temporal.Instant, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const acts = await listActsOf(tx, keys, ids)
  const rows = [...acts].map(([id, said]) => packed({ id, ...personColumns(keys, personOf(fold(said, trustOf))) }))
  const renamed = await sql<{ id: string }>`
    with told as (
      select n.*, p.normal_name is distinct from n.normal_name as renamed
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, name text, normal_name text, phone text, gender text,
             national_id_cipher text, national_id_index text, family_card_cipher text, family_card_index text, tax_number_cipher text,
             birth_place text, birth_date date, address text, village_code text, email text, details text)
        join registry.people p on p.id = n.id),
    written as (
      update registry.people p set
             name = n.name, normal_name = n.normal_name, phone = n.phone, gender = n.gender,
             national_id_cipher = decode(n.national_id_cipher, 'base64'), national_id_index = decode(n.national_id_index, 'base64'),
             family_card_cipher = decode(n.family_card_cipher, 'base64'), family_card_index = decode(n.family_card_index, 'base64'),
             tax_number_cipher = decode(n.tax_number_cipher, 'base64'), birth_place = n.birth_place, birth_date = n.birth_date,
             address = n.address, village_code = n.village_code, email = n.email, details = n.details::jsonb,
             version = p.version + 1, updated_at = ${now.toString()}::timestamptz
        from told n where p.id = n.id)
    select b.id from registry.businesses b join told on told.id = b.owner_id and told.renamed`.execute(tx)
  await rewriteBusinesses(tx, keys, now, renamed.rows.map(({ id }) => id))
}

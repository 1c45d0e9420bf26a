import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { wibDate } from '../../kernel/wib.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { storedScale } from './business-context.ts'
import { businessColumns } from './business-store.ts'
import type { Source } from './core/business-choices.ts'
import type { Business } from './core/business-record.ts'
import { appendActs } from './changes-store.ts'
import { fallBehind, insertKeys } from './duplicate-keys-store.ts'
import { fieldsOf } from './core/business-fields.ts'
import { fieldsOfPerson } from './core/person-fields.ts'
import { type NewPerson, personColumns } from './person-store.ts'

export type BulkPerson = NewPerson & { id: string; at: Temporal.Instant }

/** Who tells of many at once: a seed, or an import (`actId`), with the day on which the list was true. */
export type BulkTeller = { source: Source; by: string; kind: 'enter' | 'import'; actId?: string; observedOn?: string }

export type BulkBusiness = {
  id: string; ownerId: string; ownerName: string; at: Temporal.Instant; districtCode: string
  record: Business
  verifiedBy?: string
  /** When it was last said to be right; left out: at entry. */
  confirmedAt?: Temporal.Instant
  /** Keys of the duplicate rule, where they are made already; left out: a job makes them. */
  keys?: readonly number[]
}

/** Sealed values travel as base64 within the JSON. */
export const packed = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key, Buffer.isBuffer(value) ? value.toString('base64') : value]))

/** Stores many people in one statement; up to about a thousand at a time. */
export async function insertPeople(tx: Tx, keys: Keys, officeId: string, people: readonly BulkPerson[], teller: BulkTeller): Promise<void> {
  const rows = people.map(({ id, at, ...one }) => packed({ id, at: at.toString(), ...personColumns(keys, one) }))
  await sql`insert into registry.people (id, office_id, name, normal_name, phone, gender, national_id_cipher, national_id_index,
      family_card_cipher,
      family_card_index, tax_number_cipher, birth_place, birth_date, address, village_code, email, details, created_at, updated_at)
    select id, ${officeId}, name, normal_name, phone, gender, decode(national_id_cipher, 'base64'), decode(national_id_index, 'base64'),
           decode(family_card_cipher, 'base64'), decode(family_card_index, 'base64'), decode(tax_number_cipher, 'base64'),
           birth_place, birth_date, address, village_code, email, details::jsonb, at, at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p(id uuid, name text, normal_name text, phone text, gender text,
        national_id_cipher text,
           national_id_index text, family_card_cipher text, family_card_index text, tax_number_cipher text, birth_place text,
             birth_date date,
           address text, village_code text, email text, details text, at timestamptz)`.execute(tx)
  await appendActs(tx, keys, 'person', people.map(({ id, at, ...one }) => ({ ...saidBy(teller), subjectId: id, seq: 1, at, sets: fieldsOfPerson(one) })))
}

const saidBy = ({ observedOn, ...teller }: BulkTeller) => ({ ...teller, ...(observedOn ? { validFrom: observedOn, observedOn } : {}) })

async function registryNumbers(tx: Tx, count: number): Promise<number[]> {
  const { rows } = await sql<{ n: number }>`select nextval('registry.registry_numbers') as n from generate_series(1, ${count})`.execute(tx)
  return rows.map(({ n }) => n)
}

/** Stores many businesses with what was first said of them; up to about a thousand at a time. Their scale is that of the day of `asOf`. */
export async function insertBusinesses(
  tx: Tx, keys: Keys, office: { id: string; regionCode: string }, businesses: readonly BulkBusiness[], asOf: Temporal.Instant, teller: BulkTeller,
): Promise<void> {
  const numbers = await registryNumbers(tx, businesses.length)
  const today = wibDate(asOf)
  const rows = businesses.map(({ at, record, ...one }, place) => packed({
    ...businessColumns(keys, { record, ...one, ...storedScale(record, today) }),
    id: one.id, owner_id: one.ownerId, at: at.toString(), source: teller.source, entered_by: teller.by,
      verified_by: one.verifiedBy ?? null, confirmed_at: (one.confirmedAt ?? at).toString(),
    registry_number: `${office.regionCode.replaceAll('.', '')}-${wibDate(at).year}-${String(numbers[place]).padStart(6, '0')}`,
  }))
  await sql`with rows as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as b(id uuid, registry_number text, owner_id uuid, name text,
        normal_name text, words text,
        address text, village_code text, district_code text, kbli text, kbli_version text, started_on date, capital bigint,
          annual_sales bigint,
        sales_year integer, scale text, scale_criterion text, latitude float8, longitude float8, nib text, tax_number_cipher text,
          details text,
        status text, source text, entered_by uuid, verified_by uuid, confirmed_at timestamptz, at timestamptz))
      insert into registry.businesses (id, office_id, registry_number, owner_id, name, normal_name, words, address, village_code,
        district_code, kbli,
        kbli_version, started_on, capital, annual_sales, sales_year, scale, scale_criterion, latitude, longitude, nib, tax_number_cipher,
          details,
        status, source, entered_by, verified_by, verified_at, last_confirmed_at, created_at, updated_at)
      select id, ${office.id}, registry_number, owner_id, name, normal_name, words, address, village_code, district_code, kbli,
        kbli_version, started_on,
        capital, annual_sales, sales_year, scale, scale_criterion, latitude, longitude, nib, decode(tax_number_cipher, 'base64'),
          details::jsonb, status,
        source, entered_by, verified_by, case when verified_by is not null then at end, confirmed_at, at, at from rows`.execute(tx)
  await appendActs(tx, keys, 'business', businesses.map(({ id, ownerId, at, record }) => ({
    ...saidBy(teller), subjectId: id, seq: 1, at, sets: fieldsOf({ record: { ...record, status: record.status ?? 'active' }, ownerId, mergedInto: null }),
  })))
  await insertKeys(tx, businesses.flatMap(({ id, keys: made }) => (made ? [{ id, keys: made }] : [])))
  await fallBehind(tx, businesses.flatMap(({ id, keys: made }) => (made ? [] : [id])))
}

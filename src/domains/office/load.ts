import { sql } from 'kysely'
import { daysOffFromRows } from '../../kernel/days-off.ts'
import type { Tx } from '../../platform/db/database.ts'
import { loadOnce, referenceRows } from '../../platform/db/reference.ts'
import type { Clock } from '../../platform/db/unit.ts'
import { normalRegionName } from './core/region-name.ts'

const KINDS: Record<string, string> = { kabupaten: 'regency', kota: 'city', kecamatan: 'district', desa: 'village', kelurahan: 'urban-village' }
const BASIS = 'Kepmendagri 300.2.2-2138 Tahun 2025 jo. 300.2.2-2430 Tahun 2025'
/** Villages covered by the mud flow left the official list with this decree. Source: reference/README.md */
const DELETED_ON = '2022-11-09'

const REGION_FILES = ['wilayah-sidoarjo.csv', 'wilayah-sidoarjo-alias.csv', 'wilayah-sidoarjo-riwayat.csv', 'wilayah-jatim-kabkota.csv'].map((file) => `regions/${file}`)

type Region = {
  code: string; name: string; normal_name: string; kind: string; parent_code: string | null; bps_code: string | null
  postal_code: string | null; latitude: number | null; longitude: number | null; valid_to: string | null; basis: string
}

const orNull = (text: string | undefined) => (text === undefined || text === '' ? null : text)
const numberOrNull = (text: string | undefined) => (text === undefined || text === '' ? null : Number(text))

function regionOf(row: Record<string, string>, more: Partial<Region> = {}): Region {
  return {
    code: row['kode'] ?? '', name: (row['nama'] ?? '').replace(/^(Kabupaten|Kota) /, ''), normal_name: normalRegionName(row['nama'] ?? ''),
    kind: KINDS[row['tipe'] ?? ''] ?? 'village', parent_code: orNull(row['kode_induk']), bps_code: orNull(row['kode_bps_2018']),
    postal_code: orNull(row['kode_pos']), latitude: numberOrNull(row['lat']), longitude: numberOrNull(row['lng']), valid_to: null, basis: BASIS, ...more,
  }
}

async function loadRegions(tx: Tx): Promise<void> {
  const history = await referenceRows('regions/wilayah-sidoarjo-riwayat.csv')
  const regions = [
    ...(await referenceRows('regions/wilayah-jatim-kabkota.csv')).map((row) => regionOf(row)),
    ...(await referenceRows('regions/wilayah-sidoarjo.csv')).map((row) => regionOf(row)),
    ...history.filter((row) => row['perubahan'] === 'dihapus').map((row) => regionOf(row, { valid_to: DELETED_ON, basis: row['dasar_baru'] ?? BASIS })),
  ]
  await sql`insert into office.regions (code, name, normal_name, kind, parent_code, bps_code, postal_code, latitude, longitude, valid_to, basis)
    select code, name, normal_name, kind, parent_code, bps_code, postal_code, latitude, longitude, valid_to::date, basis
      from jsonb_to_recordset(${JSON.stringify(regions)}::jsonb) as r(code text, name text, normal_name text, kind text, parent_code text, bps_code text,
           postal_code text, latitude float8, longitude float8, valid_to text, basis text)
    on conflict (code) do update set bps_code = excluded.bps_code, latitude = excluded.latitude, longitude = excluded.longitude`.execute(tx)
  const aliases = [
    ...(await referenceRows('regions/wilayah-sidoarjo-alias.csv')).map((row) => ({ code: row['kode'], alias: row['alias'], source: row['sumber'] })),
    ...history.filter((row) => row['perubahan'] === 'ejaan_lain').map((row) => ({ code: row['kode'], alias: row['nama'], source: row['dasar_lama'] })),
  ].map((one) => ({ ...one, normal_alias: normalRegionName(one.alias ?? '') }))
  await sql`insert into office.region_aliases (code, alias, normal_alias, source)
    select code, alias, normal_alias, source
      from jsonb_to_recordset(${JSON.stringify(aliases)}::jsonb) as a(code text, alias text, normal_alias text, source text)
    on conflict do nothing`.execute(tx)
}

async function loadDaysOff(tx: Tx, officeId: string): Promise<void> {
  const rows = await referenceRows('calendar/holidays-id.csv')
  const days = daysOffFromRows(rows)
  if (!days.ok) throw new Error(`reference/calendar/holidays-id.csv: row ${days.error[0]?.row} has ${days.error[0]?.code}`)
  const basis = new Map(rows.map((row) => [row['date'], row['dasar'] ?? '']))
  const values = days.value.map((day) => ({ ...day, basis: basis.get(day.date) ?? '' }))
  await sql`insert into office.days_off (office_id, date, name, kind, basis)
    select ${officeId}, date, name, kind, basis
      from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as d(date date, name text, kind text, basis text)
    on conflict do nothing`.execute(tx)
}

/** Loads regions, aliases and history: idempotent, and what the administrator changed stays. */
export async function loadRegionReference(tx: Tx, clock: Clock): Promise<void> {
  await loadOnce(tx, clock, 'regions', REGION_FILES, () => loadRegions(tx))
}

/** Loads the national days off for one office, where they are not there yet. */
export async function loadCalendarReference(tx: Tx, clock: Clock, officeId: string): Promise<void> {
  await loadOnce(tx, clock, `days-off/${officeId}`, ['calendar/holidays-id.csv'], () => loadDaysOff(tx, officeId))
}

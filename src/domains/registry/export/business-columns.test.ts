import assert from 'node:assert/strict'
import { test } from 'node:test'
import { businessSchema, ownerSchema } from '../core/business-record.ts'
import { type How, businessColumns, businessValues } from './business-columns.ts'
import type { BusinessRow } from './business-rows.ts'
import { keysFrom, newKeyFile } from '../../../platform/secrets/keys.ts'

const keys = keysFrom(newKeyFile())

const ROW: BusinessRow = {
  id: '00000000-0000-4000-a000-000000000001', registry_number: '3515-2026-000001', status: 'active', merged_into: null,
  name: 'Kerupuk Bu Tini',
  address: 'Jalan Melati 14', village_code: '35.15.05.2003', village: 'Kupang', district_code: '35.15.05', district: 'Jabon',
  latitude: null, longitude: null,
  kbli: '10794', kbli_version: '2020', kbli_title: 'Industri Kerupuk', started_on: '2019-03-01', capital: null, annual_sales: 60_000_000,
  sales_year: 2025,
  scale: 'micro', scale_criterion: 'annualSales', nib: '0123456789012', tax_number_cipher: null,
  details: { rt: '004', acceptsQris: false, salesChannels: ['direct', 'marketplace'], unknown: { capital: 'refused' },
    programs: [{ kind: 'training', name: 'Kemasan', from: '2025-03-01' }] },
  owner_id: '00000000-0000-4000-a000-000000000002', owner_name: 'Sumartini', phone: '+6281234567890', gender: 'female',
  national_id_cipher: keys.seal('3515055203800000'), family_card_cipher: null, owner_tax_cipher: null, birth_date: '1980-03-12',
  owner_address: null,
  owner_village: null, email: 'tini@contoh.id', owner_details: { disability: true }, source: 'counter', entered_at: '2026-11-11T09:00:00',
  changed_at: '2026-11-11T09:00:00', confirmed_at: '2026-11-11T09:00:00', verified_at: null, version: 1,
}

const told = (how: Partial<How>) => {
  const values = businessValues(ROW, { keys, numbers: false, format: 'csv', ...how })
  return Object.fromEntries(businessColumns.map(({ name }, at) => [name, values[at]]))
}

test('numbers of persons show only their ends unless they are asked for whole', () => {
  const [masked, whole] = [told({}), told({ numbers: true })]

  assert.deepEqual([masked['ownerNationalId'], masked['ownerPhone'], masked['ownerEmail'], masked['ownerBirthDate'],
    masked['ownerDisability']],
    ['3515********0000', '0812*****890', 't***@contoh.id', '1980', null])
  assert.deepEqual([whole['ownerNationalId'], whole['ownerPhone'], whole['ownerEmail'], whole['ownerBirthDate'], whole['ownerDisability']],
    ['3515055203800000', '081234567890', 'tini@contoh.id', '1980-03-12', true])
})

test('tables speak as the screens do, JSONL in the codes of the API', () => {
  const [table, lines] = [told({ format: 'xlsx' }), told({ format: 'jsonl' })]

  assert.deepEqual([table['status'], table['salesChannels'], table['unanswered'], table['enteredAt'], table['programs']],
    ['Aktif', 'Langsung; Lokapasar', 'Modal usaha: Tidak bersedia menjawab', '2026-11-11T09:00:00', 'Pelatihan Kemasan 2025-03-01'])
  assert.deepEqual([lines['status'], lines['salesChannels'], lines['unanswered'], lines['enteredAt'], lines['programs']],
    ['active', 'direct; marketplace', 'capital: refused', '2026-11-11T09:00:00+07:00', 'training Kemasan 2025-03-01'])
})

test('"no" and "asked and not told" are not the same as empty', () => {
  const row = told({})

  assert.deepEqual([row['acceptsQris'], row['usesInternet'], row['capital'], row['annualSales']], [false, null, null, 60_000_000])
})

test('every answer of the record has its column', () => {
  const names = new Set(businessColumns.map(({ name }) => name))
  /** Told in other columns; where the owner sleeps is nobody's business in bulk. */
  const elsewhere = new Set(['unknown', 'ownerDisabilityKind', 'ownerBirthPlace', 'ownerResidenceAddress', 'ownerResidenceVillageCode',
    'ownerInSocialRegister',
    'ownerReceivesFamilyAid'])

  const ofOwner = Object.keys(ownerSchema.shape).map((key) => `owner${key.slice(0, 1).toUpperCase()}${key.slice(1)}`)
  const missing = [...Object.keys(businessSchema.shape), ...ofOwner].filter((key) => !names.has(key) && !elsewhere.has(key))

  assert.deepEqual(missing, [])
  assert.equal(new Set(businessColumns.map(({ title }) => title)).size, businessColumns.length)
})

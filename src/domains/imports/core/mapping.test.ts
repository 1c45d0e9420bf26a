import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyMapping, fingerprintOf, headingOptions, keptOf } from './mapping.ts'
import type { Mapping } from './mapping.ts'

const mapping: Mapping = {
  kind: 'business',
  columns: [
    { at: 0, header: 'No', field: null }, { at: 1, header: 'Nama Pemilik', field: 'owner.name' }, { at: 2, header: 'Omzet 2023 (juta)', field: 'annualSales', factor: 1e6, year: 2023 },
    { at: 3, header: 'Tgl NIB', field: 'nibDate', dateOrder: 'mdy' },
  ],
}

test('lists of one sender have one fingerprint, whatever the order, the capitals, the year', () => {
  const before = fingerprintOf(['No', 'Nama Pemilik', 'Omzet 2023 (juta)', 'Tgl NIB'])

  assert.equal(fingerprintOf(['NO.', 'Tanggal NIB', 'nm pemilik', 'Omzet 2024 (jt)', '']), before)
  assert.notEqual(fingerprintOf(['No', 'Nama Pemilik', 'Omzet 2023 (juta)', 'NIB']), before)
})

test('a kept mapping finds its columns again and tells what changed', () => {
  const { mapping: applied, missing, added } = applyMapping([
    { at: 0, header: 'Nama Pemilik' }, { at: 1, header: 'Omzet 2024 (ribu)' }, { at: 2, header: 'Nama Pemilik' }, { at: 4, header: 'No HP' }, { at: 5, header: 'NO' },
  ], keptOf(mapping))

  assert.deepEqual(applied, { kind: 'business', columns: [
    { at: 0, header: 'Nama Pemilik', field: 'owner.name' }, { at: 1, header: 'Omzet 2024 (ribu)', field: 'annualSales', factor: 1e3, year: 2024 },
    { at: 2, header: 'Nama Pemilik', field: null }, { at: 4, header: 'No HP', field: null }, { at: 5, header: 'NO', field: null },
  ] })
  assert.deepEqual(missing, ['Tgl NIB'])
  assert.deepEqual(added, [{ at: 2, header: 'Nama Pemilik' }, { at: 4, header: 'No HP' }])
})

test('a mapping laid over the same list is the same mapping', () => {
  const { mapping: applied, missing, added } = applyMapping(mapping.columns.map(({ at, header }) => ({ at, header })), keptOf(mapping))

  assert.deepEqual([applied, missing, added], [mapping, [], []])
})

test('headings tell the unit and the year of their figures', () => {
  const table: [string, object][] = [
    ['Omzet (juta)', { factor: 1e6 }], ['Modal (Rp000)', { factor: 1e3 }], ['Modal (Rp. 000)', { factor: 1e3 }], ['Aset (Rp 000.000)', { factor: 1e6 }], ['Omzet dlm ribuan 2022', { factor: 1e3, year: 2022 }],
    ['Aset (miliar)', { factor: 1e9 }], ['Omzet (jt)/bln', { factor: 1e6 }], ['Omzet', {}], ['Omzet (Rp)', {}], ['KBLI 2020', { year: 2020 }],
  ]
  for (const [header, expected] of table) assert.deepEqual(headingOptions(header), expected, header)
})

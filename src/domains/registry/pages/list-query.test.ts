import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { chipsOf, filterOf, hrefWith } from './list-query.ts'

const now = Temporal.Instant.from('2026-11-11T09:00:00+07:00')

const cases: [what: string, query: Record<string, string>, filter: Record<string, unknown>][] = [
  ['a district and a village in it', { kecamatan: '35.15.05', desa: '35.15.05.2006' }, { district: '35.15.05', village: '35.15.05.2006' }],
  ['a village left over from another district', { kecamatan: '35.15.07', desa: '35.15.05.2006' }, { district: '35.15.07' }],
  ['digits of an activity', { kbli: ' 107 ' }, { kbli: '107' }], ['a category', { kbli: 'c' }, { kbli: 'C' }], ['no activity at all', { kbli: '1' }, {}],
  ['a permit, a scale and a status', { izin: 'halal', golongan: 'none', status: 'closed' }, { permits: ['halal'], scale: 'none', status: 'closed' }],
  ['what is due, the oldest first', { mutakhir: 'perlu' }, { freshness: { is: 'due', now }, sort: 'unconfirmed' }],
  ['what is due, by name', { mutakhir: 'perlu', urut: 'nama' }, { freshness: { is: 'due', now }, sort: 'name' }],
  ['codes that are none of ours', { izin: 'x', golongan: 'x', status: 'x', mutakhir: 'x', urut: 'x', pemilik: 'x', kecamatan: "' or 1" }, {}],
]
for (const [what, query, filter] of cases) {
  test(`the address asks for ${what}`, () => {
    assert.deepEqual(Object.fromEntries(Object.entries(filterOf(query, now)).filter(([, value]) => value !== undefined)), filter)
  })
}

test('a changed question begins at the beginning of the list and keeps the rest', () => {
  assert.equal(hrefWith('/x', { q: 'udang', sesudah: 'abc', urut: 'nama' }, { kecamatan: '35.15.05', q: undefined }), '/x?urut=nama&kecamatan=35.15.05')
})

test('a district is taken off together with its village', () => {
  const query = { kecamatan: '35.15.05', desa: '35.15.05.2006', status: 'closed' }

  const chips = chipsOf('/x', query, filterOf(query, now), { district: 'Jabon', village: 'Kupang' })

  assert.deepEqual(chips.map(({ text }) => text), ['Kecamatan: Jabon', 'Desa atau kelurahan: Kupang', 'Tutup'])
  assert.deepEqual(chips.map(({ href }) => href), ['/x?status=closed', '/x?kecamatan=35.15.05&status=closed', '/x?kecamatan=35.15.05&desa=35.15.05.2006'])
})

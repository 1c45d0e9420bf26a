import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findLayout } from './layout.ts'
import type { Layout } from './layout.ts'
import type { Merge } from './row.ts'
import { classifyRow } from './row-class.ts'
import { carry } from './section.ts'
import { aCell, rowsOf } from './testing.ts'

const headersOf = (layout: Layout) => layout.columns.map(({ header }) => header)

/** The kinds of all rows of a picture, in their order. */
function kindsOf(picture: string, merges: Merge[] = []): string[] {
  const rows = rowsOf(picture)
  const layout = findLayout(rows, merges)
  return rows.map((row) => classifyRow(row, layout).kind)
}

test('a list with its headings in the first row', () => {
  const layout = findLayout(rowsOf(`
    Nama Usaha|NIK|Kecamatan
    Kerupuk Siti|3515051208800000|Jabon`))

  assert.deepEqual(layout, {
    titles: [], headerRows: [1], firstDataRow: 2, context: {},
    columns: [{ at: 0, header: 'Nama Usaha', parts: ['Nama Usaha'] }, { at: 1, header: 'NIK', parts: ['NIK'] }, { at: 2, header: 'Kecamatan', parts: ['Kecamatan'] }],
  })
})

const VILLAGE_LIST = `
  PEMERINTAH KABUPATEN SIDOARJO||||||||
  DATA UMKM KECAMATAN JABON TAHUN 2023||||||||
  ||||||||
  No|Nama Pemilik|Alamat||Nama Usaha|Tenaga Kerja||Omzet/bln|
  ||RT/RW|Desa||L|P|(Rp)|
  (1)|(2)|(3)|(4)|(5)|(6)|(7)|(8)|
  A.|DESA KUPANG|||||||
  1|Siti|02/01|Kupang|Kerupuk Siti|1|2|1.500.000|
  2|Budi|03/01|Kupang|Warung Budi|1|0|2.000.000|
  3||||||||
  |Jumlah Desa Kupang||||2|2|3.500.000|
  B.|Desa Semambung|||||||
  No|Nama Pemilik|RT/RW|Desa|Nama Usaha|L|P|Omzet/bln|
  1|Total Jaya|01/01|Semambung|Toko Total|0|1|900.000|
  ||||||||
  TOTAL|||||2|3|4.400.000|
  Keterangan: angka sementara||||||||
  Sumber : Kantor Kecamatan||||||||
  L = laki-laki||||||||
  ||||||Jabon, 3 Maret 2023||
  ||||||Kepala Seksi PMD||
  ||||||Camat Jabon||
  ||||||BUDI SANTOSO||`

test('headings under titles, over two rows without merges, with a row of units and of numbers', () => {
  const layout = findLayout(rowsOf(VILLAGE_LIST))

  assert.deepEqual(layout.headerRows, [4, 5])
  assert.equal(layout.firstDataRow, 6)
  assert.deepEqual(headersOf(layout),
    ['No', 'Nama Pemilik', 'Alamat / RT/RW', 'Alamat / Desa', 'Nama Usaha', 'Tenaga Kerja / L', 'Tenaga Kerja / P', 'Omzet/bln / (Rp)'])
  assert.deepEqual(layout.context, { district: 'JABON' })
  assert.equal(layout.orderColumn, 0)
  assert.deepEqual(layout.titles.map(({ number }) => number), [1, 2])
})

test('every row below the headings is data or says what it is', () => {
  assert.deepEqual(kindsOf(VILLAGE_LIST), [
    'title', 'title', 'blank', 'header', 'header', 'numbering', 'section', 'data', 'data', 'blank', 'total', 'section', 'repeat-header', 'data', 'blank',
    'total', 'legend', 'legend', 'legend', 'legend', 'legend', 'legend', 'legend',
  ])
})

test('a row left out says why', () => {
  const rows = rowsOf(VILLAGE_LIST)
  const layout = findLayout(rows)

  for (const row of rows) {
    const found = classifyRow(row, layout)
    assert.ok(found.kind === 'data' || found.reason.endsWith('.'), `row ${row.number}`)
  }
})

test('section rows hold for the rows below them, a new kecamatan ends the village before it', () => {
  const rows = rowsOf(`
    No|Nama Usaha|NIK|Alamat
    KECAMATAN JABON|||
    Desa Kupang|||
    1|Kerupuk Siti|3515051208800000|Jl. Raya
    II. KECAMATAN : PORONG|||
    1|Warung Budi|3515051208810000|Jl. Raya
    Kelurahan|Gedang||
    SENTRA TAS|||`)
  const layout = findLayout(rows)
  let context = layout.context
  const seen = rows.slice(1).map((row) => {
    const found = classifyRow(row, layout)
    if (found.kind === 'section' && found.context) context = carry(context, found.context)
    return [found.kind, context]
  })

  assert.deepEqual(seen, [
    ['section', { district: 'JABON' }], ['section', { district: 'JABON', village: 'Kupang' }], ['data', { district: 'JABON', village: 'Kupang' }],
    ['section', { district: 'PORONG' }], ['data', { district: 'PORONG' }], ['section', { district: 'PORONG', village: 'Gedang' }],
    ['section', { district: 'PORONG', village: 'Gedang', other: 'SENTRA TAS' }],
  ])
})

test('merged headings of three rows', () => {
  const layout = findLayout(rowsOf(`
    DAFTAR PELAKU USAHA||||||
    No|Pemilik||Usaha|||Ket
    |Nama|NIK|Nama|Tenaga Kerja||
    ||||L|P|
    1|Siti|3515051208800000|Kerupuk|1|2|-`), [
    { firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 6 }, { firstRow: 2, lastRow: 4, firstColumn: 0, lastColumn: 0 },
    { firstRow: 2, lastRow: 2, firstColumn: 1, lastColumn: 2 }, { firstRow: 2, lastRow: 2, firstColumn: 3, lastColumn: 5 },
    { firstRow: 3, lastRow: 4, firstColumn: 1, lastColumn: 1 }, { firstRow: 3, lastRow: 4, firstColumn: 2, lastColumn: 2 },
    { firstRow: 3, lastRow: 4, firstColumn: 3, lastColumn: 3 }, { firstRow: 3, lastRow: 3, firstColumn: 4, lastColumn: 5 },
    { firstRow: 2, lastRow: 4, firstColumn: 6, lastColumn: 6 },
  ])

  assert.deepEqual(layout.headerRows, [2, 3, 4])
  assert.deepEqual(headersOf(layout), ['No', 'Pemilik / Nama', 'Pemilik / NIK', 'Usaha / Nama', 'Usaha / Tenaga Kerja / L', 'Usaha / Tenaga Kerja / P', 'Ket'])
})

test('empty columns are passed over, a column without a heading is called by its letter', () => {
  const layout = findLayout(rowsOf(`
    |Nama Usaha||NIK||
    |Kerupuk||3515051208800000|catatan lain|
    |Warung||3515051208810000||`))

  assert.deepEqual(layout.columns.map(({ at, header }) => [at, header]), [[1, 'Nama Usaha'], [3, 'NIK'], [4, 'E']])
})

test('a small table under a title and an empty row', () => {
  assert.deepEqual(kindsOf(`
    Jumlah UMKM Menurut Kecamatan Tahun 2023||
    ||
    Kecamatan|Mikro|Kecil
    Jabon|2247|1133
    Jumlah|2247|1133
    JUMLAH|2247 usaha|1133 orang`), ['title', 'blank', 'header', 'data', 'total', 'total'])
})

test('a list without headings begins with its data', () => {
  const rows = rowsOf(`
    DATA KECAMATAN JABON||
    Siti|3515051208800000|081200000001
    Budi|3515051208810000|081200000002`)
  const layout = findLayout(rows)

  assert.deepEqual([layout.headerRows, layout.firstDataRow, headersOf(layout), layout.context], [[], 2, ['A', 'B', 'C'], { district: 'JABON' }])
  assert.deepEqual(rows.map((row) => classifyRow(row, layout).kind), ['title', 'data', 'data'])
})

test('data of words alone is not taken for a second row of headings', () => {
  const rows = rowsOf(`
    Nama Pemilik|Nama Usaha|Desa|Keterangan
    Siti|Kerupuk|Kupang|
    Budi|Warung|Kupang|lama`)

  assert.deepEqual(findLayout(rows).headerRows, [1])
})

test('a section text that the file repeats in every merged cell is one section', () => {
  const rows = rowsOf(`
    No|Nama Usaha|NIK|Alamat
    Desa Kupang|Desa Kupang|Desa Kupang|Desa Kupang
    1|Kerupuk|3515051208800000|Jl. Raya`)

  assert.deepEqual(rows.slice(1).map((row) => classifyRow(row, findLayout(rows)).kind), ['section', 'data'])
})

test('titles that name no place give none', () => {
  const contexts = ['DATA KOPERASI DESA MERAH PUTIH KABUPATEN SIDOARJO', 'REKAP UMKM PER DESA DAN KELURAHAN', 'DAFTAR UMKM BINAAN DINAS'].map((title) =>
    findLayout([{ number: 1, cells: [aCell(title)] }, { number: 2, cells: ['No', 'Nama Usaha', 'NIK'].map(aCell) }]).context)

  assert.deepEqual(contexts, [{}, {}, {}])
})

test('an empty sheet has no table', () => {
  assert.deepEqual(findLayout([]), { titles: [], headerRows: [], firstDataRow: 1, columns: [], context: {} })
})

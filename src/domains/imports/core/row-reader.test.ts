import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { proposeColumns } from './columns.ts'
import { findLayout } from './layout.ts'
import type { MappedColumn } from './mapping.ts'
import { rowReader } from './row-reader.ts'
import type { ReadRow } from './row-reader.ts'
import { classifyRow } from './row-class.ts'
import { carry } from './section.ts'
import type { SectionContext } from './section.ts'
import { aCell, rowsOf, someWorld } from './testing.ts'

/** One row under a mapping of heading, field and cell. */
function readOne(cells: [header: string, field: string | null, text: string | number, options?: Partial<MappedColumn>][], section?: SectionContext): ReadRow {
  const columns = cells.map(([header, field, , options], at): MappedColumn => ({ at, header, field, ...options }))
  return rowReader({ kind: 'business', columns }, someWorld)({ number: 7, cells: cells.map(([, , text]) => aCell(text)) }, section)
}

/** A whole sheet as the import reads it. */
function readSheet(picture: string): ReadRow[] {
  const rows = rowsOf(picture)
  const layout = findLayout(rows)
  const read = rowReader(proposeColumns(layout, rows, someWorld), someWorld)
  let context = layout.context
  return rows.flatMap((row) => {
    const found = classifyRow(row, layout)
    if (found.kind === 'section' && found.context) context = carry(context, found.context)
    return found.kind === 'data' ? [read(row, context)] : []
  })
}

test('a whole messy sheet becomes records', () => {
  const read = readSheet(`
    DATA UMKM KECAMATAN JABON TAHUN 2023||||||||||||
    |||||||||||||
    No|Nama|NIK|No HP/WA|Alamat||Nama Usaha|Jenis Usaha|Omzet/bln (juta)|Tenaga Kerja||Mulai Usaha|NIB
    ||||RT/RW|Desa||||L|P||
    (1)|(2)|(3)|(4)|(5)|(6)|(7)|(8)|(9)|(10)|(11)|(12)|(13)
    A|DESA KUPANG|||||||||||
    1|Siti|3515051208800000|81200000001|02/01|Kupang|Kerupuk Bu Siti|Makanan|1,5|1|2|2015|0502240060209
    2|Budi|'3515051208810000|0812-0000-0002|02/03||Warung Budi|Kuliner|tidak tahu|1|-|1-3-2018|menolak
    B|Desa Semambung|||||||||||
    1|Ani|3515055208820000|8.12E+11|1/3|Semanbung|Ani Jaya|Fashion|500 rb|0|1|2020|ada
    JUMLAH||||||||4|3|2||
    Keterangan: data sementara||||||||||||`)

  assert.deepEqual(read, [
    {
      number: 7, unknown: {}, notes: [], problems: [],
      fields: {
        'owner.name': 'Siti', 'owner.nationalId': '3515051208800000', 'owner.phone': '081200000001', rt: '002', rw: '001', name: 'Kerupuk Bu Siti', description: 'Makanan',
        monthlySales: 1_500_000, workersPaidMale: 1, workersPaidFemale: 2, startedOn: '2015-01-01', nib: '0502240060209', villageCode: '35.15.05.2006',
      },
    },
    {
      number: 8, unknown: { monthlySales: 'unknown', nib: 'refused' }, notes: [], problems: [],
      fields: {
        'owner.name': 'Budi', 'owner.nationalId': '3515051208810000', 'owner.phone': '081200000002', rt: '002', rw: '003', name: 'Warung Budi', description: 'Kuliner',
        workersPaidMale: 1, startedOn: '2018-03-01', villageCode: '35.15.05.2006',
      },
    },
    {
      number: 10, unknown: {},
      fields: {
        'owner.name': 'Ani', 'owner.nationalId': '3515055208820000', rt: '001', rw: '003', name: 'Ani Jaya', description: 'Fashion', monthlySales: 500_000,
        workersPaidMale: 0, workersPaidFemale: 1, startedOn: '2020-01-01', villageCode: '35.15.05.2004',
      },
      notes: [{ field: 'villageCode', header: 'Alamat / Desa', code: 'village-typing', sentence: 'Kolom "Alamat / Desa": "Semanbung" dibaca Semambung, Kecamatan Jabon.' }],
      problems: [
        {
          field: 'owner.phone', header: 'No HP/WA', code: 'rounded', doubtful: false,
          sentence: 'Kolom "No HP/WA": "8.12E+11" adalah angka yang dibulatkan Excel. Ubah kolom menjadi teks lalu ketik ulang nomornya.',
        },
        { field: 'nib', header: 'NIB', code: 'number-missing', doubtful: false, sentence: 'Kolom "NIB": "ada" hanya menyatakan ada. Tulis nomornya bila akan disimpan.' },
      ],
    },
  ])
})

test('capital told in parts is added up, and told whole it stands', () => {
  const parts = readOne([['Mesin', 'capitalPart', '1000000'], ['Modal Kerja', 'capitalPart', '3000000'], ['Lain Lain', 'capitalPart', '0']])
  const whole = readOne([['Mesin', 'capitalPart', '1000000'], ['Modal', 'capital', '5 jt']])

  assert.deepEqual([parts.fields, whole.fields], [{ capital: 4_000_000 }, { capital: 5_000_000 }])
})

test('sales of another period than the column go where they belong, and that is told', () => {
  const { fields, notes } = readOne([['Omzet', 'annualSales', '3jt/bln']])
  const yearly = readOne([['Omzet 2023', 'annualSales', '36 jt', { year: 2023 }]])

  assert.deepEqual(fields, { monthlySales: 3_000_000 })
  assert.deepEqual(notes.map(({ code, sentence }) => [code, sentence]), [['other-period', 'Kolom "Omzet": "3jt/bln" tertulis per bulan, jadi disimpan sebagai penjualan per bulan.']])
  assert.deepEqual(yearly.fields, { annualSales: 36_000_000, salesYear: 2023 })
})

test('a village is taken from its column, else from the section, else from the address', () => {
  const place = (village: string, address: string, section?: SectionContext) =>
    readOne([['Desa', 'village', village], ['Alamat', 'address', address]], section)

  assert.equal(place('Kupang', '', { district: 'Jabon', village: 'Semambung' }).fields['villageCode'], '35.15.05.2006')
  assert.equal(place('-', '', { district: 'Jabon', village: 'Semambung' }).fields['villageCode'], '35.15.05.2004')
  const fromAddress = place('', 'Dusun Krajan RT 02 RW 01 Ds. Semambung Kec. Wonoayu')
  assert.equal(fromAddress.fields['villageCode'], '35.15.10.2005')
  assert.equal(fromAddress.notes[0]?.sentence, 'Kolom "Alamat": desa "Semambung" dibaca dari alamat.')
  assert.equal(place('', 'Jl. Raya 1').problems[0]?.sentence, 'Kolom "Desa": desa atau kelurahan tidak diisi. Isi nama desa dan kecamatannya.')
})

test('a list that tells nothing of villages has no fault for it', () => {
  assert.deepEqual(readOne([['NIB', 'nib', '0502240060209']]).problems, [])
})

test('a row of another regency is told', () => {
  const { problems } = readOne([['Kab Kota Usaha', 'regency', 'Kab. Gresik']])

  assert.deepEqual(problems.map(({ code, sentence }) => [code, sentence]),
    [['other-regency', 'Kolom "Kab Kota Usaha": "Kab. Gresik" bukan Kabupaten Sidoarjo. Baris ini milik daerah lain.']])
  for (const name of ['Kab. Sidoarjo', 'KABUPATEN SIDOARJO', 'Sidoarjo', '']) assert.deepEqual(readOne([['Kab', 'regency', name]]).problems, [], name)
})

test('a point comes from its two columns, else from one', () => {
  const read = readOne([['Lat', 'latitude', ''], ['Long', 'longitude', ''], ['Koordinat', 'point', '112.7183, -7.4523']])

  assert.deepEqual(read.fields, { latitude: -7.4523, longitude: 112.7183 })
  assert.equal(read.notes[0]?.code, 'swapped')
  assert.deepEqual(readOne([['Lat', 'latitude', '0'], ['Long', 'longitude', 0]]).problems.map(({ code }) => code), ['null-island'])
})

test('a firm whose project has no name goes by the name of its NIB, a person does not', () => {
  const named = (form: string) => readOne([['Nama Perusahaan', 'nibName', 'CV RUKUN JAYA'], ['Jenis', 'legalForm', form], ['Nama Proyek', 'name', '-']])

  assert.equal(named('CV').fields['name'], 'CV RUKUN JAYA')
  assert.equal(named('CV').notes[0]?.code, 'name-from-nib')
  assert.equal(named('Perorangan').fields['name'], undefined)
})

test('broken cells, half dates and unanswerable questions are told', () => {
  const read = rowReader({ kind: 'business', columns: [
    { at: 0, header: 'Modal', field: 'capital' }, { at: 1, header: 'Tgl NIB', field: 'nibDate' }, { at: 2, header: 'Pendidikan', field: 'owner.education' },
  ] }, someWorld)({ number: 3, cells: [{ text: '#REF!', kind: 'error' }, { text: '2021', kind: 'number' }, aCell('tidak tahu')] })

  assert.deepEqual(read.problems.map(({ sentence }) => sentence), ['Kolom "Modal": selnya rusak (#REF!). Perbaiki rumusnya atau isi nilainya.'])
  assert.deepEqual(read.notes.map(({ sentence }) => sentence),
    ['Kolom "Tgl NIB": "2021" tidak menyebut harinya, disimpan sebagai 2021-01-01.', 'Kolom "Pendidikan": "tidak tahu" dibiarkan kosong.'])
})

test('a column of a field the register does not have is passed over', () => {
  assert.deepEqual(readOne([['Ketua', 'chair', 'Siti'], ['Lain', null, 'x'], ['Aneh', 'constructor', 'x']]).fields, {})
})

test('no cell, whatever is in it, breaks the reader, and each gives at most one problem', () => {
  const fields = ['name', 'owner.nationalId', 'owner.phone', 'capital', 'annualSales', 'nibDate', 'kbli', 'status', 'rtRw', 'owner.birth', 'salesChannels', 'point', 'village', 'district']
  const read = rowReader({ kind: 'business', columns: fields.map((field, at) => ({ at, header: field, field })) }, someWorld)
  const text = fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom('-', '081200000001', '1-2 juta', '1/1/2023', '56101', 'Kupang', '0,0', "'3515051208800000"))

  fc.assert(fc.property(fc.array(text, { minLength: fields.length, maxLength: fields.length }), (texts) => {
    const found = read({ number: 1, cells: texts.map(aCell) })
    assert.ok(found.problems.length <= fields.length)
    for (const { sentence } of [...found.problems, ...found.notes]) assert.match(sentence, /^Kolom "[^"]+": .*\.$/s)
  }), { numRuns: 300 })
})

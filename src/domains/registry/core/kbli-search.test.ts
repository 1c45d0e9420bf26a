import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { buildKbliIndex, searchKbli } from './kbli-search.ts'

const reference = new URL('../../../../reference/', import.meta.url)

function readRows<Row>(file: string, row: z.ZodType<Row>): Row[] {
  return z.array(row).parse(parse(readFileSync(new URL(file, reference)), { columns: true }))
}

const classes = readRows('kbli/kbli-2020.csv', z.object({ kode: z.string(), tingkat: z.string(), judul: z.string(), sumber: z.string() }))
  .filter((row) => row.tingkat === '5' && row.sumber !== 'oss_saja')
const descriptions = new Map(
  readRows('kbli/kbli-2020-uraian.csv', z.object({ kode: z.string(), uraian: z.string() })).map((row) => [row.kode, row.uraian]),
)
const synonyms = readRows('kbli-sinonim.csv', z.object({ kata: z.string(), kode: z.string(), versi: z.enum(['2020', '2025']) }))
const codes2025 = new Set(
  z.array(z.object({ code: z.string() })).parse(JSON.parse(readFileSync(new URL('kbli/kbli-2025/05_kelompok.json', reference), 'utf8')))
    .map((row) => row.code),
)

const rows = classes.map(({ kode, judul }) => ({ code: kode, title: judul, description: descriptions.get(kode) ?? '' }))
const index = buildKbliIndex(rows, synonyms.filter((row) => row.versi === '2020').map(({ kata, kode }) => ({ word: kata, code: kode })))
const first = (query: string) => searchKbli(index, query, 1)[0]?.code

test('the whole KBLI 2020 of the statistics office is searched', () => {
  assert.equal(rows.length, 1789)
})

const asked: [query: string, code: string][] = [
  ['krupuk', '10794'], ['kerupuk', '10794'], ['kerupk', '10794'], ['krpuk', '10794'], ['kripik singkong', '10794'],
  ['KERUPUK UDANG', '10794'],
  ['warung kopi', '56304'], ['warkop', '56304'], ['jahit', '14120'], ['tukang jait', '14120'], ['bengkel motor', '45407'],
  ['bengkel mobil', '45201'], ['toko kelontong', '47112'], ['laundry', '96200'], ['laundri', '96200'], ['catering', '56290'],
  ['katering', '56290'], ['tambak bandeng', '03251'], ['bandeng presto', '10750'], ['bandeng asap', '10212'], ['batik', '13134'],
  ['sandal', '15201'], ['tas kulit', '15121'], ['tempe', '10391'], ['tahu', '10392'], ['jual pulsa', '61999'], ['pangkas rambut', '96111'],
  ['salon', '96112'], ['cuci motor', '45202'], ['fotokopi', '82190'], ['ojek online', '49424'], ['warung makan', '56102'],
  ['bakso keliling', '56104'], ['sablon kaos', '14111'], ['las pagar', '25111'], ['mebel kayu', '31001'], ['isi ulang air galon', '11052'],
  ['jamu gendong', '56306'], ['ternak lele', '03221'], ['toko bangunan', '47528'], ['servis hp', '95120'], ['bordir', '14302'],
  ['jual kerupuk', '47249'], ['jualan nasi bungkus', '56102'], ['petani padi', '01122'], ['rias pengantin', '96112'],
]

for (const [query, code] of asked) {
  test(`"${query}" finds ${code} first`, () => {
    const hit = searchKbli(index, query, 1)[0]

    assert.equal(hit?.code, code, JSON.stringify(searchKbli(index, query, 4)))
  })
}

test('a word begun shows the class before it is finished', () => {
  const found = searchKbli(index, 'kerup', 3).map((hit) => hit.code)

  assert.equal(found[0], '10794')
})

test('the first digits of a code list its classes in order', () => {
  const found = searchKbli(index, '1079', 20).map((hit) => hit.code)

  assert.equal(found[0], '10791')
  assert.ok(found.every((code) => code.startsWith('1079')))
  assert.equal(first('10794'), '10794')
})

test('a word that only a description holds still finds its class', () => {
  const found = searchKbli(index, 'perangko pos', 10).map((hit) => hit.code)

  assert.ok(found.includes('18112'))
})

test('an empty question and an unknown word find nothing', () => {
  assert.deepEqual(searchKbli(index, '   '), [])
  assert.deepEqual(searchKbli(index, 'xqzwv'), [])
})

test('a hit says which everyday word led to it', () => {
  const hit = searchKbli(index, 'warkop', 1)[0]

  assert.equal(hit?.because, 'warkop')
  assert.equal(hit.title, 'Kedai Minuman')
})

test('every everyday word leads to a class that exists in its version', () => {
  const codes2020 = new Set(rows.map((row) => row.code))

  const lost = synonyms.filter(({ kode, versi }) => !(versi === '2020' ? codes2020 : codes2025).has(kode))

  assert.ok(synonyms.length > 1000)
  assert.deepEqual(lost, [])
})

test('synonyms of classes that the version does not have are left out', () => {
  const small = buildKbliIndex([{ code: '10794', title: 'Industri Kerupuk' }], [{ word: 'warkop', code: '56304' }])

  assert.deepEqual(searchKbli(small, 'warkop'), [])
})

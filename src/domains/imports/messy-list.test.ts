// Whole lists of the maker, through everything that needs no database, against what the maker knows of its rows.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { type Chance, chanceOf } from '../../../db/seeds/chance.ts'
import { messyFile } from '../../../db/seeds/messy-file.ts'
import { MESSY_COLUMNS, type MessyLine, messyList } from '../../../db/seeds/messy-list.ts'
import { readVillages } from '../../../db/seeds/villages.ts'
import { referenceRows } from '../../platform/db/reference.ts'
import { opened } from '../../platform/sheets/testing.ts'
import { SIDOARJO_BOX } from '../registry/index.ts'
import { proposeColumns } from './core/columns.ts'
import { findLayout } from './core/layout.ts'
import { rowReader } from './core/row-reader.ts'
import { wibDate } from '../../kernel/wib.ts'
import { villageMatcher } from './core/villages.ts'
import { readingOf, rowsAtTop } from './open-batch.ts'
import { linesOf } from './rows-of-sheet.ts'
import { toListed } from './to-listed.ts'
import type { ListWorld } from './world.ts'

const NOW = Temporal.Instant.from('2026-11-11T09:00:00+07:00')

/** What the office knows of its places and of activities, from the reference data. */
async function theWorld(): Promise<ListWorld> {
  const villages = (await readVillages()).map(({ code, name, isUrban, district, districtName }) => ({ code, name, kind: isUrban ? 'urban-village' : 'village', districtCode: district, districtName }))
  const aliases = (await referenceRows('regions/wilayah-sidoarjo-alias.csv')).map((row) => ({ code: row['kode'] ?? '', alias: row['alias'] ?? '' }))
  const kbli = new Set((await referenceRows('kbli/kbli-2020.csv')).filter((row) => row['tingkat'] === '5').map((row) => row['kode']))
  return {
    places: villageMatcher(villages, aliases), kbliExists: (code) => kbli.has(code), kbliVersionOf: (code) => (kbli.has(code) ? '2020' : undefined),
    area: SIDOARJO_BOX, regency: 'Kabupaten Sidoarjo', thisYear: 2026, today: wibDate(NOW),
  }
}

/** Numbers of the rows: those that are data, those of them that are refused, and those that are left out, by what they are. */
async function readThrough(file: Uint8Array, name: string) {
  const world = await theWorld()
  const [sheet] = (await opened(file, name)).sheets
  assert.ok(sheet)
  const top = await rowsAtTop(sheet, 120)
  const layout = findLayout(top, await sheet.merges())
  const { mapping } = readingOf({ layout, proposal: proposeColumns(layout, top, world) })
  const read = rowReader(mapping, world)
  const [data, refused, leftOut]: [number[], number[], { number: number; kind: string }[]] = [[], [], []]
  for await (const line of linesOf(sheet, layout)) {
    const { number } = line.row
    if (line.kind !== 'data') leftOut.push({ number, kind: line.kind })
    else {
      const prepared = toListed(read(line.row, line.section), { world, observedYear: 2026, mentions: false })
      data.push(number)
      if (!prepared.listed) refused.push(number)
      assert.ok(prepared.listed || prepared.reasons.length > 0, `row ${number} is refused and nobody knows why`)
    }
  }
  return { data, refused, leftOut }
}

async function bytesOf(format: 'csv' | 'xlsx', lines: Iterable<MessyLine>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of messyFile(format, lines)) pieces.push(typeof piece === 'string' ? Buffer.from(piece) : piece)
  return Buffer.concat(pieces)
}

const isData = ([first]: MessyLine) => typeof first === 'number'
const numbersOf = (lines: readonly MessyLine[], of: (line: MessyLine) => boolean) => lines.flatMap((line, at) => (of(line) ? [at + 1] : []))

for (const [format, seed] of [['csv', 3], ['xlsx', 4]] as const) {
  test(`of 3,000 rows in a messy list (${format}) none is dropped, no sum is a business, and those are refused that must be`, async () => {
    const list = await messyList({ rows: 3_000, seed, now: NOW, existing: 0, regencySeed: 1 })
    const lines = [...list.lines()]
    const { facts } = list.truth()

    const { data, refused, leftOut } = await readThrough(await bytesOf(format, lines), `daftar.${format}`)

    assert.deepEqual(data, numbersOf(lines, isData))
    assert.deepEqual(refused, facts.flatMap((fact) => (fact.is === 'refused' ? [fact.row] : [])))
    const kinds = Map.groupBy(leftOut, ({ kind }) => kind)
    assert.deepEqual([...kinds].map(([kind, rows]) => [kind, rows.length]).toSorted(), [['header', 1], ['legend', 2], ['numbering', 1], ['section', 18], ['title', 4], ['total', 19]])
    const sums = lines.flatMap((cells, at) => (/^(JUMLAH|TOTAL)/.test(String(cells[1])) ? [at + 1] : []))
    assert.deepEqual(kinds.get('total')?.map(({ number }) => number), sums)
  })
}

const at = (cells: Readonly<Record<number, string | number>>): MessyLine => MESSY_COLUMNS.map((_, place) => cells[place] ?? '')

/** What stands between the rows of lists beside what the maker writes, and is no business. */
const BETWEEN: readonly MessyLine[] = [
  at({ 1: 'Sub Total', 2: '184 usaha' }), at({ 0: 'JUMLAH', 2: '184 usaha', 12: 'Rp 1.250.000.000,-', 14: '900.000.000' }), at({ 2: 'Jumlah 184 usaha' }),
  at({ 2: 'Jumlah usaha', 5: '184' }), at({ 0: 'TOTAL', 5: 184, 14: 900_000_000 }), at({ 1: 'Total : 184 UMKM' }), at({ 1: 'Rata-rata', 14: '48.000.000' }),
  at({ 2: 'JUMLAH TOTAL', 3: 'L = 80', 4: 'P = 104' }), at({ 0: 'Jml. Seluruhnya', 14: '1.234.567.890' }), at({ 5: 'Total', 6: '184 pelaku usaha' }),
  MESSY_COLUMNS, MESSY_COLUMNS.map((_, place) => String(place + 1)), at({}), at({ 0: '-' }),
  at({ 0: 'A. INDUSTRI MAKANAN' }), at({ 0: 'II', 1: 'PERDAGANGAN' }), at({ 1: 'Keterangan: data sementara' }), at({ 0: '* belum diverifikasi' }),
  at({ 14: 'Mengetahui,' }), at({ 14: 'Camat Jabon' }), at({ 14: 'NIP. 19700101 199503 1 001' }), at({ 14: 'Drs. Sutikno, M.Si.' }),
]

/** Businesses and people whose names sound like a sum. */
const NAMED_LIKE_SUMS = ['Total Jaya', 'Jumlah Berkah', 'Total', 'Rata Rata Air', 'Subtotal Kopi'] as const

function roughened(lines: readonly MessyLine[], chance: Chance): MessyLine[] {
  let last = 0
  let named = 0
  return lines.flatMap((line): MessyLine[] => {
    if (!isData(line)) return [line]
    last += 1
    const cells = [...line]
    cells[0] = last
    if (cells[5] !== '' && chance.share(0.05)) cells[5] = NAMED_LIKE_SUMS[(named += 1) % NAMED_LIKE_SUMS.length] ?? ''
    return chance.share(0.2) ? [cells, chance.one(BETWEEN)] : [cells]
  })
}

test('what stands between the rows of other lists is no business either, and a business named like a sum is one', async () => {
  const list = await messyList({ rows: 1_000, seed: 11, now: NOW, existing: 0, regencySeed: 1 })
  const lines = roughened([...list.lines()], chanceOf(11))
  const told = (number: number) => `${number}: ${lines[number - 1]?.filter((cell) => cell !== '').join(' | ')}`

  const { data } = await readThrough(await bytesOf('csv', lines), 'daftar.csv')

  const truly = numbersOf(lines, isData)
  assert.deepEqual([...new Set(data.filter((number) => !truly.includes(number)).map((number) => told(number).replace(/^\d+: /, '')))], [], 'taken for a business')
  assert.deepEqual(truly.filter((number) => !data.includes(number)).map(told), [], 'a business that was left out')
})

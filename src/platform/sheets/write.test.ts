import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { bytesOf, opened, rowsOf, shown } from './testing.ts'
import { counted } from './write.ts'
import type { OutColumn, OutRow } from './write.ts'
import { writeCsv } from './write-csv.ts'
import { writeJsonl } from './write-jsonl.ts'
import { writeXlsx, writeXlsxSheets } from './write-xlsx.ts'

const columns: OutColumn[] = [
  { name: 'nationalId', title: 'NIK', kind: 'text', note: 'Nomor Induk Kependudukan, 16 angka' },
  { name: 'name', title: 'Nama usaha', kind: 'text' },
  { name: 'sales', title: 'Omzet setahun', kind: 'number', note: 'Rupiah utuh' },
  { name: 'since', title: 'Mulai', kind: 'date' },
]
const siti: OutRow = ['3515074506780000', 'UD "Jaya"; Jabon', 1500000, '2019-05-17']
const text = async (stream: AsyncIterable<Uint8Array>) => (await bytesOf(stream)).toString()
const toCsv = (rows: OutRow[], delimiter: ';' | ',' = ';', bom = false) => writeCsv(columns, rows, { delimiter, bom })

test('a CSV for Indonesian spreadsheets has semicolons, decimal commas and a mark, one for programs has none of them', async () => {
  const indonesian = await text(toCsv([siti, [null, '', -7.5, null]], ';', true))
  const plain = await text(toCsv([siti, [null, '', -7.5, null]], ','))

  assert.equal(indonesian, '\ufeffNIK;Nama usaha;Omzet setahun;Mulai\r\n3515074506780000;"UD ""Jaya""; Jabon";1500000;2019-05-17\r\n;;-7,5;\r\n')
  assert.equal(plain, 'NIK,Nama usaha,Omzet setahun,Mulai\r\n3515074506780000,"UD ""Jaya""; Jabon",1500000,2019-05-17\r\n,,-7.5,\r\n')
})

for (const [given, written] of [
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`], ['+cmd|x', "'+cmd|x"],
  ['-2+3', "'-2+3"], ['@SUM(A1)', "'@SUM(A1)"], ['\t=1', `"'\t=1"`], ['\r=1', `"'\r=1"`],
  ['＝1', "'＝1"], ["'=1", "''=1"], ['-7.5', '-7.5'], ['-', '-'], ['+6281200000001', '+6281200000001'],
  ["Jum'at", "Jum'at"], ["'Aisyiyah", "'Aisyiyah"], [' Siti', '" Siti"'],
] as const) {
  test(`${JSON.stringify(given)} leaves in a CSV as ${JSON.stringify(written)}`, async () => {
    const [, line] = (await text(toCsv([['x', given, null, null]]))).split(/(?<=NIK;Nama usaha;Omzet setahun;Mulai\r\n)/)

    assert.equal(line, `x;${written};;\r\n`)
  })
}

const awkward = fc.constantFrom('"', ';', ',', "'", '=', '+', '-', '\n', '\r', '\t', '_x000D_', '1', 'a', ' ')
const anyText = fc.oneof(fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 6 }), fc.string({ unit: awkward, maxLength: 8 }))
  .filter((value) => value.isWellFormed() && !/[\0\ufeff]|^\d([.,]\d+)?E\+1\d$/.test(value))
const anyDate = fc.date({ min: new Date('1901-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
const anyRows = fc.array(fc.tuple(fc.constant('3515074506780000'), anyText, fc.integer(), anyDate), { maxLength: 6 })
/** What a reader makes of blank text. */
const visible = (value: unknown) => (String(value).trim() === '' ? '' : String(value))
const asRead = (rows: OutRow[]) => [
  [1, 'NIK', 'Nama usaha', 'Omzet setahun', 'Mulai'], ...rows.map((row, index) => [index + 2, ...row.map(visible)]),
]

test('whatever is written as CSV is read back, letter by letter', async () => {
  await fc.assert(fc.asyncProperty(anyRows, fc.constantFrom(';' as const, ',' as const), fc.boolean(), async (rows, delimiter, bom) => {
    const file = await opened(await bytesOf(toCsv(rows, delimiter, bom)))

    assert.deepEqual(shown(await rowsOf(file.sheets[0])), asRead(rows))
  }), { numRuns: 120 })
})

test('whatever is written as XLSX is read back, letter by letter, with numbers as numbers and dates as dates', async () => {
  await fc.assert(fc.asyncProperty(anyRows.map((rows) => rows.filter((row) => !/[\ufffe\uffff]/.test(row[1]))), async (rows) => {
    const file = await opened(await bytesOf(writeXlsx(columns, rows, { sheet: 'Data' })))
    const read = await rowsOf(file.sheets[0])

    assert.deepEqual(shown(read), asRead(rows))
    for (const { cells } of read.slice(1)) assert.deepEqual([cells[0]?.kind, cells[2]?.kind, cells[3]?.kind], ['text', 'number', 'date'])
  }), { numRuns: 60 })
})

test('another program reads our workbook: texts, numbers, dates, and the notes on a sheet of their own', async () => {
  const rows: OutRow[] = [[...siti, true], ['=1+1', '<b>&', null, '2019-05-17T10:30', false]]
  const about = ['Diekspor 24 November 2026']

  const bytes = await bytesOf(writeXlsx([...columns, { name: 'active', title: 'Aktif', kind: 'boolean' }], rows, { sheet: 'Data', about }))
  const { sheets } = await readXlsx(bytes)

  assert.deepEqual(sheets.map((sheet) => sheet.name), ['Data', 'Keterangan'])
  assert.deepEqual(sheets[0]?.rows, [
    ['NIK', 'Nama usaha', 'Omzet setahun', 'Mulai', 'Aktif'], ['3515074506780000', 'UD "Jaya"; Jabon', 1500000, new Date('2019-05-17'), true],
    ['=1+1', '<b>&', null, new Date('2019-05-17T10:30:00Z'), false],
  ])
  assert.deepEqual([sheets[1]?.rows[0]?.[0], sheets[1]?.rows[3]], [about[0], ['NIK', 'nationalId', 'Nomor Induk Kependudukan, 16 angka']])
})

test('a table longer than a sheet goes on on the next one, and an exact fit begins no empty one', async () => {
  const rows = Array.from({ length: 6 }, (_, index): OutRow => [String(index), 'x', index, null])

  const two = await opened(await bytesOf(writeXlsx(columns, rows, { sheet: 'Data', rowsPerSheet: 4 })))
  const exact = await opened(await bytesOf(writeXlsx(columns, rows, { sheet: 'Data', rowsPerSheet: 6 })))

  assert.deepEqual(two.sheets.map((sheet) => sheet.name), ['Data', 'Data 2'])
  assert.deepEqual(shown(await rowsOf(two.sheets[1])).slice(1), [[2, '4', 'x', '4'], [3, '5', 'x', '5']])
  assert.equal(exact.sheets.length, 1)
})

test('JSON lines name every column in every row', async () => {
  assert.equal(await text(writeJsonl(columns, [siti, [null, 'a\nb', 0, null]])),
    '{"nationalId":"3515074506780000","name":"UD \\"Jaya\\"; Jabon","sales":1500000,"since":"2019-05-17"}\n{"nationalId":null,"name":"a\\nb","sales":0,"since":null}\n')
})

test('an export is counted as it leaves, and has no totals until it left whole', async () => {
  const rows = Array.from({ length: 5000 }, () => siti)
  const { stream, totals } = counted(rows, (all) => writeCsv(columns, all, { delimiter: ';', bom: false }))
  const before = totals()

  const bytes = await bytesOf(stream)

  assert.equal(before, undefined)
  assert.deepEqual(totals(), { bytes: bytes.length, rows: 5000, sha256: createHash('sha256').update(bytes).digest('hex') })
})

const writers: Record<string, Parameters<typeof counted>[1]> = {
  CSV: (rows) => writeCsv(columns, rows, { delimiter: ';', bom: false }),
  XLSX: (rows) => writeXlsx(columns, rows, { sheet: 'Data' }),
  JSONL: (rows) => writeJsonl(columns, rows),
}

for (const [name, write] of Object.entries(writers)) {
  test(`a ${name} whose reader hangs up asks for no more rows, closes their source, and has no totals`, async () => {
    let asked = 0
    let closed = false
    async function* rows() {
      try {
        for (; asked < 1_000_000; asked += 1) yield [...siti.slice(0, 1), String(Math.imul(asked, 2654435761)), asked, null]
      } finally {
        closed = true
      }
    }
    const { stream, totals } = counted(rows(), write)

    for await (const _ of stream) if (asked > 1000) break
    await new Promise((resolve) => setTimeout(resolve, 20))

    assert.ok(asked < 50_000, `${asked} rows were asked for`)
    assert.ok(closed)
    assert.equal(totals(), undefined)
  })

  test(`a failure of the database reaches whoever receives the ${name}`, async () => {
    async function* rows() {
      yield siti
      throw new Error('connection lost')
    }

    await assert.rejects(bytesOf(counted(rows(), write).stream), /connection lost/)
  })
}

test('a workbook of several tables has a sheet for each, readable by us and by others, and the same bytes every time', async () => {
  const kinds: OutColumn[] = [{ name: 'kind', title: 'Jenis', kind: 'text' }, { name: 'n', title: 'Banyaknya', kind: 'number' }]
  const made = () => bytesOf(writeXlsxSheets([{ sheet: 'Usaha', columns, rows: [siti] }, { sheet: 'Ringkasan', columns: kinds, rows: [['mikro', 3], ['kecil', null]] }]))

  const [file, again] = [await made(), await made()]
  const { sheets } = await opened(file, 'laporan.xlsx')

  assert.ok(file.equals(again))
  assert.deepEqual(sheets.map(({ name }) => name), ['Usaha', 'Ringkasan'])
  assert.deepEqual(shown(await rowsOf(sheets[1])), [[1, 'Jenis', 'Banyaknya'], [2, 'mikro', '3'], [3, 'kecil']])
  const others = await readXlsx(file)
  assert.deepEqual(others.sheets.map(({ name }) => name), ['Usaha', 'Ringkasan'])
})

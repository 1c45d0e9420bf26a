import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { openSheets } from './open.ts'
import { bufferSource } from './source.ts'
import { inPieces, opened, rowsOf, shown } from './testing.ts'

const long = (rows: number) => Array.from({ length: rows }, (_, row) => `${row};UD Maju ${row};Jabon`).join('\r\n')

const files: { name: string; bytes: Buffer | string; encoding?: string; delimiter?: string | undefined; rows: unknown[][] }[] = [
  {
    name: 'semicolons and CRLF', bytes: 'NIK;Nama\r\n3515070101800000;Siti\r\n', delimiter: ';',
    rows: [[1, 'NIK', 'Nama'], [2, '3515070101800000', 'Siti']],
  },
  {
    name: 'commas, with commas inside quotes', bytes: 'Nama,Alamat\nSiti,"Jl. A, RT 1"\nBudi,"Jl. B, RT 2"', delimiter: ',',
    rows: [[1, 'Nama', 'Alamat'], [2, 'Siti', 'Jl. A, RT 1'], [3, 'Budi', 'Jl. B, RT 2']],
  },
  { name: 'tabs', bytes: 'Nama\tDesa\nSiti, S.E.\tJabon\n', delimiter: '\t', rows: [[1, 'Nama', 'Desa'], [2, 'Siti, S.E.', 'Jabon']] },
  { name: 'bars', bytes: 'Nama|Desa\nSiti|Jabon\n', delimiter: '|', rows: [[1, 'Nama', 'Desa'], [2, 'Siti', 'Jabon']] },
  {
    name: 'a decimal comma in every row', bytes: 'Nama;Lintang\nA;-7,51\nB;-7,52\nC;-7,53', delimiter: ';',
    rows: [[1, 'Nama', 'Lintang'], [2, 'A', '-7,51'], [3, 'B', '-7,52'], [4, 'C', '-7,53']],
  },
  {
    name: 'the hint of Excel in the first line', bytes: 'sep=|\r\nNama|Usaha\r\nSiti;S.E.|Toko;A\r\n', delimiter: '|',
    rows: [[1, 'Nama', 'Usaha'], [2, 'Siti;S.E.', 'Toko;A']],
  },
  { name: 'one column', bytes: 'Nama\nSiti, S.E.\nBudi\n', delimiter: undefined, rows: [[1, 'Nama'], [2, 'Siti, S.E.'], [3, 'Budi']] },
  {
    name: 'a title and blank rows above the table', bytes: 'Daftar UMKM, Kecamatan Jabon;;\n;;\nNo;Nama;Desa\n1;Siti;Jabon\n', delimiter: ';',
    rows: [[1, 'Daftar UMKM, Kecamatan Jabon'], [3, 'No', 'Nama', 'Desa'], [4, '1', 'Siti', 'Jabon']],
  },
  { name: 'rows of unequal length', bytes: 'a;b;c\n1;2\n1;2;3;4;;\n', rows: [[1, 'a', 'b', 'c'], [2, '1', '2'], [3, '1', '2', '3', '4']] },
  {
    name: 'a line break inside a cell', bytes: 'a;b\n1;"Jl. A\r\nRT 1"\n2;x\n',
    rows: [[1, 'a', 'b'], [2, '1', 'Jl. A\r\nRT 1'], [3, '2', 'x']],
  },
  { name: 'lines ended by CR alone', bytes: 'a;b\r1;2\r\r3;4', rows: [[1, 'a', 'b'], [2, '1', '2'], [4, '3', '4']] },
  { name: 'quotes doubled inside quotes', bytes: 'a;b\n"""UD"" Jaya";"x"\n', rows: [[1, 'a', 'b'], [2, '"UD" Jaya', 'x']] },
  {
    name: 'quotes inside quotes that were not doubled', bytes: 'a;b\n"UD "Barokah" Jaya";x\n',
    rows: [[1, 'a', 'b'], [2, 'UD "Barokah" Jaya', 'x']],
  },
  { name: 'inches', bytes: 'a;b\nPipa 5";x\n"Pipa 6""";y\n', rows: [[1, 'a', 'b'], [2, 'Pipa 5"', 'x'], [3, 'Pipa 6"', 'y']] },
  {
    name: 'an opening quote that nothing closes', bytes: 'a;b\n"UD Jaya;x\nToko;y\n',
    rows: [[1, 'a', 'b'], [2, '"UD Jaya', 'x'], [3, 'Toko', 'y']],
  },
  {
    name: 'an opening quote before rows that are quoted', bytes: 'a;b\n"UD Jaya;x\n"Toko";"y"\n',
    rows: [[1, 'a', 'b'], [2, '"UD Jaya', 'x'], [3, 'Toko', 'y']],
  },
  { name: 'spaces around quotes', bytes: 'a, b\n1, "x, y" \n', rows: [[1, 'a', ' b'], [2, '1', 'x, y']] },
  { name: 'hard spaces alone', bytes: 'a;b\n\u00a0;2\n\u00a0;\u00a0\n', rows: [[1, 'a', 'b'], [2, '', '2']] },
  { name: 'NUL bytes', bytes: 'a;b\nSi\0ti;2\0\n', rows: [[1, 'a', 'b'], [2, 'Siti', '2']] },
  {
    name: 'a byte order mark', bytes: Buffer.from('\ufeffnama;desa\nNuraïni;x'), encoding: 'utf-8',
    rows: [[1, 'nama', 'desa'], [2, 'Nuraïni', 'x']],
  },
  {
    name: 'UTF-16 of Excel', bytes: iconv.encode('nama\tdesa\nNuraïni\tx\n', 'utf-16le', { addBOM: true }), encoding: 'utf-16le', delimiter: '\t',
    rows: [[1, 'nama', 'desa'], [2, 'Nuraïni', 'x']],
  },
  {
    name: 'UTF-16 of other machines', bytes: iconv.encode('nama;desa\nNuraïni;x\n', 'utf-16be', { addBOM: true }), encoding: 'utf-16be',
    rows: [[1, 'nama', 'desa'], [2, 'Nuraïni', 'x']],
  },
  {
    name: 'UTF-16 without its mark', bytes: iconv.encode('nama;desa\nNuraini;x\n', 'utf-16le'), encoding: 'utf-16le',
    rows: [[1, 'nama', 'desa'], [2, 'Nuraini', 'x']],
  },
  {
    name: 'Windows-1252', bytes: iconv.encode('nama;harga\n“Nur”;5 €\n', 'win1252'), encoding: 'windows-1252',
    rows: [[1, 'nama', 'harga'], [2, '“Nur”', '5 €']],
  },
  {
    name: 'Latin-1', bytes: iconv.encode('nama;x\nNuraïni;1\n', 'latin1'), encoding: 'latin-1',
    rows: [[1, 'nama', 'x'], [2, 'Nuraïni', '1']],
  },
  {
    name: 'the mark of UTF-8 before Windows-1252', bytes: Buffer.concat([Buffer.from('\ufeff'), iconv.encode('nama;x\n“Nur”;1\n', 'win1252')]), encoding: 'windows-1252',
    rows: [[1, 'nama', 'x'], [2, '“Nur”', '1']],
  },
  {
    name: 'a letter cut in half by the end', bytes: Buffer.from('nama;x\nNuraïni;ï').subarray(0, -1), encoding: 'utf-8',
    rows: [[1, 'nama', 'x'], [2, 'Nuraïni', '\ufffd']],
  },
]

for (const { name, bytes, rows, ...expected } of files) {
  test(`a CSV with ${name} is read as it was meant, in whatever pieces it arrives`, async () => {
    const whole = Buffer.from(bytes)

    const file = await opened(whole)
    const read = shown(await rowsOf(file.sheets[0]))
    const slowly = shown(await rowsOf((await opened(inPieces(whole, 1))).sheets[0]))

    assert.deepEqual(read, rows)
    assert.deepEqual(slowly, rows)
    if ('encoding' in expected) assert.equal(file.encoding, expected.encoding)
    if ('delimiter' in expected) assert.equal(file.delimiter, expected.delimiter)
  })
}

test('one byte in the last of twenty thousand rows shows that a file was never UTF-8', async () => {
  const bytes = Buffer.concat([Buffer.from(`No;Nama;Desa\r\n${long(20_000)}\r\n`), iconv.encode('20001;Nuraïni;“Jabon”', 'win1252')])

  const file = await opened(bytes)
  const rows = await rowsOf(file.sheets[0])

  assert.equal(file.encoding, 'windows-1252')
  assert.deepEqual(shown(rows.slice(-1)), [[20_002, '20001', 'Nuraïni', '“Jabon”']])
})

test('a reader may leave early and begin again', async () => {
  const file = await opened(long(5000))
  const [sheet] = file.sheets

  for await (const row of sheet?.rows() ?? []) if (row.number === 10) break
  const again = await rowsOf(sheet)

  assert.equal(again.length, 5000)
  assert.equal(sheet?.name, 'daftar')
})

test('a NIK that a spreadsheet wrote as 3,51507E+15 is marked as having lost its digits', async () => {
  const rows = await rowsOf((await opened('NIK;Nama\n3,51507E+15;Siti\n3515070101800000;Budi')).sheets[0])

  assert.deepEqual(rows.slice(1).map((row) => row.cells[0]?.lostDigits), [true, undefined])
})

test('rows stay rows, wherever the pieces are cut', async () => {
  const field = fc.string({ unit: fc.constantFrom('a', '"', ';', '\n', '\r', ' ', '1', 'ï'), maxLength: 6 })
  const record = fc.array(field, { minLength: 1, maxLength: 4 }).map((fields) => fields.join(';'))

  await fc.assert(fc.asyncProperty(fc.array(record, { maxLength: 8 }), fc.integer({ min: 1, max: 9 }), async (records, size) => {
    const bytes = Buffer.from(`a;b;c\n${records.join('\n')}`)
    const whole = await rowsOf((await opened(bytes)).sheets[0])
    assert.deepEqual(await rowsOf((await opened(inPieces(bytes, size))).sheets[0]), whole)
  }), { numRuns: 200 })
})

const refused: { name: string; bytes: Buffer | string; code: string }[] = [
  { name: 'an empty file', bytes: '', code: 'empty' },
  { name: 'a file of blanks', bytes: ' \r\n\t ', code: 'empty' },
  { name: 'a PDF', bytes: '%PDF-1.7\n%âãÏÓ', code: 'not-a-table' },
  { name: 'a picture', bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), code: 'not-a-table' },
  { name: 'a program', bytes: Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7) % 256)), code: 'not-a-table' },
  { name: 'JSON', bytes: '[{"nama":"Siti"}]', code: 'not-a-table' },
  { name: 'a web page without a table', bytes: '<html><body><p>Halo</p></body></html>', code: 'not-a-table' },
  { name: 'other XML', bytes: '<?xml version="1.0"?><daftar><usaha/></daftar>', code: 'not-a-table' },
]

for (const { name, bytes, code } of refused) {
  test(`${name} is refused`, async () => {
    const result = await openSheets(bufferSource(Buffer.from(bytes)), 'daftar.xls')

    assert.deepEqual(result, { ok: false, error: { code } })
  })
}

test('a file above 300 MB is refused unread', async () => {
  const result = await openSheets({ size: 301 * 1024 * 1024, open: () => { throw new Error('was read') } }, 'daftar.csv')

  assert.deepEqual(result, { ok: false, error: { code: 'too-large' } })
})

const tooMuch = [
  ['301 columns', 'x;'.repeat(301), 'too-many-columns'],
  ['a cell of 32,768 letters', `a;${'x'.repeat(32_768)}`, 'cell-too-long'],
] as const

for (const [name, row, code] of tooMuch) {
  test(`${name} stop the reading with the number of the row`, async () => {
    const { sheets } = await opened(`a;b\n1;2\n${row}\n`)

    await assert.rejects(rowsOf(sheets[0]), { fault: { code, row: 3 } })
  })
}

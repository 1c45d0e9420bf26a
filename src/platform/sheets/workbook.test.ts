import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeXlsx } from 'hucre/xlsx'
import { openSheets } from './open.ts'
import type { Cell } from './sheet.ts'
import { bufferSource } from './source.ts'
import { bytesOf, inPieces, oldWorkbook, opened, rowsOf, shown, workbookOf, zipOf } from './testing.ts'
import { openZip } from './zip-read.ts'

const visible = 'name="Data" sheetId="1"'
const cellsOf = async (bytes: Buffer): Promise<Cell[]> => (await rowsOf((await opened(bytes)).sheets[0]))[0]?.cells ?? []
const oneRow = (cells: string) => workbookOf({ [visible]: `<sheetData><row r="1">${cells}</row></sheetData>` }, {
  styles: `<numFmts><numFmt numFmtId="164" formatCode="[$-421]dd\\ mmmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="0000000000000"/>
    <numFmt numFmtId="166" formatCode="&quot;0&quot;#"/><numFmt numFmtId="167" formatCode="[$Rp-421]#,##0.00;[Red]-[$Rp-421]#,##0.00"/>
    <numFmt numFmtId="168" formatCode="0000\\-0000\\-0000"/><numFmt numFmtId="169" formatCode="0&quot; hari&quot;"/><numFmt numFmtId="170" formatCode="[h]:mm"/></numFmts>
    <cellXfs>${[0, 14, 22, 164, 165, 166, 167, 168, 169, 170, 9, 1].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`,
  strings: '<si><t>Siti</t></si><si><r><t xml:space="preserve">UD </t></r><r><rPr><b/></rPr><t>Jaya</t></r><rPh><t>x</t></rPh></si><si><t>a_x000D_b &amp; c</t></si>',
})

const cells: { name: string; xml: string; cell: Cell }[] = [
  { name: 'a shared text', xml: '<c r="A1" t="s"><v>0</v></c>', cell: { text: 'Siti', kind: 'text' } },
  { name: 'a text of several fonts', xml: '<c r="A1" t="s"><v>1</v></c>', cell: { text: 'UD Jaya', kind: 'text' } },
  { name: 'a text with an escaped line break', xml: '<c r="A1" t="s"><v>2</v></c>', cell: { text: 'a\rb & c', kind: 'text' } },
  {
    name: 'a text in the cell itself', xml: '<c r="A1" t="inlineStr"><is><t> Siti &lt;b&gt;</t></is></c>',
    cell: { text: ' Siti <b>', kind: 'text' },
  },
  { name: 'the text a formula gave', xml: '<c r="A1" t="str"><f>A2&amp;B2</f><v>Siti</v></c>', cell: { text: 'Siti', kind: 'text' } },
  { name: 'the number a formula gave', xml: '<c r="A1"><f>1+2</f><v>3</v></c>', cell: { text: '3', kind: 'number', value: 3 } },
  { name: 'a formula that was never calculated', xml: '<c r="A1"><f>B1*2</f></c>', cell: { text: '=B1*2', kind: 'error' } },
  { name: 'an error', xml: '<c r="A1" t="e"><v>#REF!</v></c>', cell: { text: '#REF!', kind: 'error' } },
  { name: 'a truth', xml: '<c r="A1" t="b"><v>1</v></c>', cell: { text: 'TRUE', kind: 'boolean', value: 1 } },
  {
    name: 'a NIK typed as a number, rounded', xml: '<c r="A1"><v>3.51507450678E15</v></c>',
    cell: { text: '3515074506780000', kind: 'number', value: 3515074506780000, lostDigits: true },
  },
  {
    name: 'a number of 16 digits that a program wrote', xml: '<c r="A1"><v>1234567890123456</v></c>',
    cell: { text: '1234567890123456', kind: 'number', value: 1234567890123456 },
  },
  {
    name: 'an account number of 18 digits', xml: '<c r="A1"><v>351507450678000123</v></c>',
    cell: { text: String(BigInt(Number('351507450678000123'))), kind: 'number', value: Number('351507450678000123'), lostDigits: true },
  },
  {
    name: 'a NIB whose format fills the zero', xml: '<c r="A1" s="4"><v>502240060209</v></c>',
    cell: { text: '0502240060209', kind: 'number', value: 502240060209 },
  },
  {
    name: 'a telephone whose format sets the zero before', xml: '<c r="A1" s="5"><v>81200000001</v></c>',
    cell: { text: '081200000001', kind: 'number', value: 81200000001 },
  },
  {
    name: 'a telephone with dashes of its format', xml: '<c r="A1" s="7"><v>81200000001</v></c>',
    cell: { text: '0812-0000-0001', kind: 'number', value: 81200000001 },
  },
  { name: 'rupiah', xml: '<c r="A1" s="6"><v>1500000</v></c>', cell: { text: '1500000', kind: 'number', value: 1500000 } },
  { name: 'days', xml: '<c r="A1" s="8"><v>12</v></c>', cell: { text: '12', kind: 'number', value: 12 } },
  { name: 'a share', xml: '<c r="A1" s="10"><v>0.07</v></c>', cell: { text: '7%', kind: 'number', value: 0.07 } },
  {
    name: 'the noise of a binary fraction', xml: '<c r="A1"><v>0.30000000000000004</v></c>',
    cell: { text: '0.3', kind: 'number', value: 0.30000000000000004 },
  },
  { name: 'a very small number', xml: '<c r="A1"><v>1.2E-7</v></c>', cell: { text: '0.00000012', kind: 'number', value: 1.2e-7 } },
  { name: 'a date', xml: '<c r="A1" s="1"><v>43602</v></c>', cell: { text: '2019-05-17', kind: 'date' } },
  { name: 'a date in Indonesian words', xml: '<c r="A1" s="3"><v>43602</v></c>', cell: { text: '2019-05-17', kind: 'date' } },
  { name: 'a date with its time', xml: '<c r="A1" s="2"><v>43602.4375</v></c>', cell: { text: '2019-05-17T10:30', kind: 'date' } },
  {
    name: 'the last second before midnight, rounded', xml: '<c r="A1" s="1"><v>43602.9999999999</v></c>',
    cell: { text: '2019-05-18', kind: 'date' },
  },
  { name: 'the first of January 1900', xml: '<c r="A1" s="1"><v>1</v></c>', cell: { text: '1900-01-01', kind: 'date' } },
  { name: 'a time of day', xml: '<c r="A1" s="2"><v>0.3125</v></c>', cell: { text: '07:30', kind: 'text' } },
  { name: 'a length of time', xml: '<c r="A1" s="9"><v>1.5</v></c>', cell: { text: '1.5', kind: 'number', value: 1.5 } },
  {
    name: 'a number no calendar knows under a date format', xml: '<c r="A1" s="1"><v>3515070101</v></c>',
    cell: { text: '3515070101', kind: 'number', value: 3515070101 },
  },
  { name: 'a date written as ISO', xml: '<c r="A1" t="d"><v>2019-05-17T00:00:00</v></c>', cell: { text: '2019-05-17', kind: 'date' } },
]

for (const { name, xml, cell } of cells) {
  test(`${name} is read from a workbook as a person sees it`, async () => {
    const bytes = await oneRow(xml)

    const [read] = await cellsOf(bytes)

    assert.deepEqual(read, cell)
  })
}

test('a workbook keeps its row numbers, hidden rows and sheets, merged headers, and drops what is empty', async () => {
  const bytes = await workbookOf({
    [visible]: `<cols><col min="1" max="3"/></cols><sheetData><row r="2"><c r="B2" t="inlineStr"><is><t>Pemilik</t></is></c><c r="C2"/><c r="XFD2" s="1"/></row>
      <row r="3"><c r="A3"/></row><row r="5" hidden="1"><c t="str"><v>a</v></c><c/><c t="str"><v>c</v></c></row></sheetData>
      <mergeCells count="2"><mergeCell ref="B2:C2"/><mergeCell ref="A2:A3"/></mergeCells>`,
    'name="Rahasia" sheetId="2" state="veryHidden"': '<sheetData/>',
  }, { properties: '<workbookPr date1904="1"/>' })

  const file = await opened(inPieces(bytes, 1000))
  const [data, secret] = file.sheets
  const rows = await rowsOf(data)

  assert.deepEqual(shown(rows), [[2, '', 'Pemilik'], [5, 'a', '', 'c']])
  assert.deepEqual(rows.map((row) => row.hidden), [undefined, true])
  assert.deepEqual(await data?.merges(), [
    { firstRow: 2, lastRow: 2, firstColumn: 1, lastColumn: 2 }, { firstRow: 2, lastRow: 3, firstColumn: 0, lastColumn: 0 },
  ])
  assert.deepEqual([file.kind, data?.hidden, secret?.name, secret?.hidden], ['xlsx', false, 'Rahasia', true])
})

test('the calendar of old Macintosh files is four years later', async () => {
  const bytes = await workbookOf({ [visible]: '<sheetData><row r="1"><c r="A1" s="0"><v>42140</v></c></row></sheetData>' }, {
    properties: '<workbookPr date1904="1"/>', styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
  })

  assert.equal((await cellsOf(bytes))[0]?.text, '2019-05-17')
})

test('a workbook of another program is read too', async () => {
  const bytes = await writeXlsx({ sheets: [{ name: 'Data', rows: [['Nama', 'Mulai'], ['Siti', new Date('2019-05-17')], [null, 7.5]] }] })

  assert.deepEqual(shown(await rowsOf((await opened(bytes)).sheets[0])), [[1, 'Nama', 'Mulai'], [2, 'Siti', '2019-05-17'], [3, '', '7.5']])
})

test('a workbook of Excel 97 is read', async () => {
  const file = await opened(oldWorkbook())
  const rows = await rowsOf(file.sheets[0])

  assert.equal(file.kind, 'xls')
  assert.deepEqual(shown(rows.slice(0, 4)), [
    [1, 'Daftar Usaha'], [2, 'NIK', 'Nama', 'Tanggal', 'Omzet'],
    [3, '3515070101800000', 'Siti “Nur” — Jabon', '2019-05-17', '1500000'], [5, '3515070101800000', 'TRUE', '', '3000000'],
  ])
  assert.deepEqual([rows[2]?.cells[0]?.lostDigits, rows[3]?.cells[0]?.lostDigits, rows[8]?.cells[0]?.kind], [undefined, true, 'error'])
  assert.deepEqual(await file.sheets[0]?.merges(), [{ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 3 }])
})

const ods = (content: string, manifest = '') => zipOf({
  'mimetype': 'application/vnd.oasis.opendocument.spreadsheet',
  'META-INF/manifest.xml': `<manifest:manifest>${manifest}</manifest:manifest>`,
  'content.xml': `<office:document-content><office:automatic-styles><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>
    </office:automatic-styles><office:body><office:spreadsheet>${content}</office:spreadsheet></office:body></office:document-content>`,
})

test('a spreadsheet of LibreOffice is read: repeated rows and cells, notes, dates, merged cells, hidden sheets', async () => {
  const text = (words: string) => `<table:table-cell office:value-type="string"><text:p>${words}</text:p></table:table-cell>`
  const file = await opened(await ods(`<table:table table:name="Data"><table:table-row>
      <table:table-cell table:number-columns-spanned="2" office:value-type="string"><office:annotation><text:p>catatan</text:p></office:annotation><text:p>Pemilik<text:s text:c="2"/>usaha</text:p><text:p>baris dua</text:p></table:table-cell>
      <table:covered-table-cell/>${text('Mulai')}<table:table-cell table:number-columns-repeated="16000"/></table:table-row>
    <table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>
    <table:table-row table:number-rows-repeated="2" table:visibility="filter"><table:table-cell office:value-type="float" office:value="502240060209"><text:p>0502240060209</text:p></table:table-cell>
      <table:table-cell table:number-columns-repeated="2" office:value-type="date" office:date-value="2019-05-17T00:00:00"><text:p>17/05/19</text:p></table:table-cell></table:table-row>
    <table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row></table:table>
    <table:table table:name="Lain" table:style-name="ta2"><table:table-row>${text('x')}</table:table-row></table:table>`))
  const rows = await rowsOf(file.sheets[0])

  assert.deepEqual(shown(rows), [
    [1, 'Pemilik  usaha\nbaris dua', '', 'Mulai'], [5, '0502240060209', '2019-05-17', '2019-05-17'], [6, '0502240060209', '2019-05-17', '2019-05-17'],
  ])
  assert.deepEqual(rows.map((row) => row.hidden), [undefined, true, true])
  assert.deepEqual(await file.sheets[0]?.merges(), [{ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 1 }])
  assert.deepEqual(file.sheets.map(({ name, hidden }) => ({ name, hidden })), [{ name: 'Data', hidden: false }, { name: 'Lain', hidden: true }])
  assert.deepEqual(shown(await rowsOf(file.sheets[1])), [[1, 'x']])
})

test('a web page of tables under the name of XLS is read: spans, entities, tables in tables, unclosed cells', async () => {
  const page = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><meta charset=utf-8><style>td{mso-number-format:"\\@"}</style>
    <table><tr><td>Dinas&nbsp;Koperasi<td><table><caption>Daftar  usaha</caption>
      <tr><th rowspan=2>No<th colspan=2>Pemilik&nbsp;</th></tr><tr><th>Nama<th>NIK</tr>
      <tr><td>1</td><td>Siti &amp; <b>Budi</b><br>Jabon</td><td x:num="3515074506780000">3,51507E+15</td></tr>
      <tr style="display: none"><td>2</td><td>\n  Nur\n  Aini </td></tr><tr><td>&nbsp;</td></tr></table></table><table><tr><td> </td></tr></table></html>`

  const file = await opened(page, 'laporan.xls')
  const rows = await rowsOf(file.sheets[1])

  assert.deepEqual([file.kind, ...file.sheets.map((sheet) => sheet.name)], ['html', 'Tabel 1', 'Daftar usaha'])
  assert.deepEqual(shown(await rowsOf(file.sheets[0])), [[1, 'Dinas Koperasi']])
  assert.deepEqual(shown(rows), [
    [1, 'No', 'Pemilik'], [2, '', 'Nama', 'NIK'], [3, '1', 'Siti & Budi\nJabon', '3515074506780000'], [4, '2', 'Nur Aini'],
  ])
  assert.deepEqual(rows.map((row) => row.hidden), [undefined, undefined, undefined, true])
  assert.deepEqual(await file.sheets[1]?.merges(), [
    { firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 0 }, { firstRow: 1, lastRow: 1, firstColumn: 1, lastColumn: 2 },
  ])
})

const lockedXlsx = () => writeXlsx({ sheets: [{ name: 'Data', rows: [['x']] }], encryption: { password: 'rahasia', spinCount: 1 } })

/** The second record of the workbook turned into the one that announces a password. */
function lockedXls(): Buffer {
  const bytes = oldWorkbook()
  const start = bytes.indexOf(Buffer.from('0908100000060500', 'hex'))
  bytes.writeUInt16LE(0x2f, start + 20)
  return bytes
}

const refused: { name: string; bytes: () => Promise<Uint8Array> | Uint8Array; code: string }[] = [
  { name: 'a workbook with a password', bytes: lockedXlsx, code: 'encrypted' },
  { name: 'an old workbook with a password', bytes: lockedXls, code: 'encrypted' },
  { name: 'a LibreOffice file with a password', bytes: () => ods('', '<manifest:encryption-data/>'), code: 'encrypted' },
  { name: 'a Word document', bytes: () => zipOf({ '_rels/.rels': '<r/>', 'word/document.xml': '<w:document/>' }), code: 'not-a-table' },
  { name: 'an archive of other files', bytes: () => zipOf({ 'daftar.csv': 'a;b' }), code: 'not-a-table' },
  {
    name: 'a binary workbook of Excel 2007', bytes: () => zipOf({ '_rels/.rels': '<a><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></a>', 'xl/workbook.bin': 'x' }),
    code: 'binary-xls',
  },
  { name: 'an old workbook that was cut', bytes: () => oldWorkbook().subarray(0, 3000), code: 'binary-xls' },
  {
    name: 'the XML of Excel 2003', bytes: () => Buffer.from('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook><Table></Table></Workbook>'),
    code: 'binary-xls',
  },
  { name: 'a workbook whose upload stopped', bytes: async () => (await oneRow('')).subarray(0, 900), code: 'broken' },
  {
    name: 'a workbook without its sheet', bytes: async () => Buffer.from((await oneRow('')).toString('latin1').replaceAll('sheet1.xml', 'sheet9.xml'), 'latin1'),
    code: 'broken',
  },
]

for (const { name, bytes, code } of refused) {
  test(`${name} is refused with what to do`, async () => {
    const result = await openSheets(bufferSource(await bytes()), 'daftar.xlsx')

    assert.deepEqual(result, { ok: false, error: { code } })
  })
}

test('a workbook with an altered sheet stops the reading', async () => {
  const bytes = await workbookOf({ [visible]: `<sheetData>${'<row><c t="str"><v>isi</v></c></row>'.repeat(5000)}</sheetData>` })
  const at = bytes.indexOf('xl/worksheets/sheet1.xml') + 200
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at)

  const { sheets } = await opened(bytes)

  await assert.rejects(rowsOf(sheets[0]), { fault: { code: 'broken' } })
})

test('a part that unpacks beyond its limit is refused before it fills the memory', async () => {
  const bytes = await zipOf({ bomb: Buffer.alloc(20_000_000) })

  assert.ok(bytes.length < 200_000)
  await assert.rejects(bytesOf(openZip(bytes).stream('bomb', 1_000_000)), { fault: { code: 'too-large' } })
})

test('tags without end and without number exhaust nobody', async () => {
  const deep = await workbookOf({ [visible]: '<a>'.repeat(100_000) })
  const wide = await workbookOf({ [visible]: `<sheetData a="${'x'.repeat(6_000_000)}"/>` })

  for (const bytes of [deep, wide]) await assert.rejects(rowsOf((await opened(bytes)).sheets[0]), { fault: { code: 'broken' } })
})

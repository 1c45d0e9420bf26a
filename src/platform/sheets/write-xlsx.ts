import { chunked } from './write.ts'
import type { OutColumn, OutRow, OutRows, OutValue } from './write.ts'
import { LIMITS } from './sheet.ts'
import { writeZip } from './zip-write.ts'
import type { Part } from './zip-write.ts'

export type XlsxOptions = {
  /** Of the sheet with the rows, at most 28 characters without : \ / ? * [ ]. */
  sheet: string
  /** Lines above the notes on the sheet "Keterangan": what was exported, when, under which filter. Without them there is no such sheet. */
  about?: readonly string[]
  /** Rows on a sheet before the next one begins ("Data 2"), the title row not counted; for tests. */
  rowsPerSheet?: number
}

/** Below the 4 GiB that a part may have; a long table goes on on the next sheet. */
const SHEET_CHARACTERS = 3_000_000_000

/**
 * A workbook whose rows are packed and sent as they come. Texts are text cells, so no NIK is rounded and no formula runs; dates are
 * dates. The title row is frozen.
 */
export async function* writeXlsx(columns: readonly OutColumn[], rows: OutRows, options: XlsxOptions): AsyncGenerator<Uint8Array> {
  yield* writeZip(partsOf(columns, rows, options))
}

async function* partsOf(columns: readonly OutColumn[], rows: OutRows, options: XlsxOptions): AsyncGenerator<Part> {
  const source = cursorOf(rows)
  const names: string[] = []
  try {
    do {
      names.push(names.length === 0 ? options.sheet : `${options.sheet} ${names.length + 1}`)
      const content = chunked(sheetOf(columns, source, options.rowsPerSheet ?? LIMITS.rows - 1))
      yield { name: `xl/worksheets/sheet${names.length}.xml`, content }
    } while (await source.more())
  } finally {
    await source.close()
  }
  if (options.about) {
    names.push('Keterangan')
    yield { name: `xl/worksheets/sheet${names.length}.xml`, content: chunked(notesOf(columns, options.about)) }
  }
  yield* frameOf(names)
}

/** A sheet with a table of its own. `sheet`: its name, at most 28 characters without : \\ / ? * [ ]. */
export type OutSheet = { sheet: string; columns: readonly OutColumn[]; rows: readonly OutRow[] }

/** A workbook of several tables, a sheet each, in their order. The same tables give the same bytes. */
export async function* writeXlsxSheets(sheets: readonly OutSheet[]): AsyncGenerator<Uint8Array> {
  yield* writeZip(partsOfSheets(sheets))
}

async function* partsOfSheets(sheets: readonly OutSheet[]): AsyncGenerator<Part> {
  for (const [index, { columns, rows }] of sheets.entries()) {
    yield { name: `xl/worksheets/sheet${index + 1}.xml`, content: chunked(sheetOf(columns, cursorOf(rows), LIMITS.rows - 1)) }
  }
  yield* frameOf(sheets.map(({ sheet }) => sheet))
}

/** What holds the sheets together. */
function* frameOf(names: readonly string[]): Generator<Part> {
  yield text('xl/styles.xml', STYLES)
  const sheets = names.map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')
  yield text('xl/workbook.xml', `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets>${sheets}</sheets></workbook>`)
  yield text('xl/_rels/workbook.xml.rels', relations([
    ...names.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const), ['styles', 'styles.xml'],
  ]))
  yield text('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]))
  yield text('[Content_Types].xml', contentTypes(names.length))
}

/** The rows with one looked at in advance, so that no empty sheet is begun. */
function cursorOf(rows: OutRows) {
  const iterator = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]()
  let ahead: IteratorResult<OutRow> | undefined
  const next = async () => {
    const result = ahead ?? await iterator.next()
    ahead = undefined
    return result.done ? undefined : result.value
  }
  return {
    next,
    async more() {
      ahead ??= await iterator.next()
      return !ahead.done
    },
    close: async () => { await iterator.return?.() },
  }
}

async function* sheetOf(columns: readonly OutColumn[], rows: ReturnType<typeof cursorOf>, most: number): AsyncGenerator<string> {
  const letters = columns.map((_, index) => lettersOf(index))
  const rowOf = (values: readonly OutValue[], number: number) => {
    let cells = ''
    for (const [index, column] of columns.entries()) cells += cell(`${letters[index]}${number}`, column.kind, values[index] ?? null)
    return `<row r="${number}">${cells}</row>`
  }
  const widths = columns.map(({ title }, index) => widthOf(index + 1, index + 1, Math.min(40, Math.max(12, title.length + 2))))
  const titles = columns.map(({ title }, index) => textCell(`${letters[index]}1`, title, 2))
  yield `${XML}<worksheet xmlns="${MAIN}">${FROZEN_TITLES}<cols>${widths.join('')}</cols><sheetData><row r="1">${titles.join('')}</row>`
  let characters = 0
  for (let written = 0; written < most && characters < SHEET_CHARACTERS; written += 1) {
    const row = await rows.next()
    if (!row) break
    const line = rowOf(row, written + 2)
    characters += line.length
    yield line
  }
  yield '</sheetData></worksheet>'
}

async function* notesOf(columns: readonly OutColumn[], about: readonly string[]): AsyncGenerator<string> {
  const explained = columns.map(({ title, name, note }) => [title, name, note ?? ''])
  const lines = [...about.map((line) => [line]), [], ['Kolom', 'Nama di JSONL', 'Arti'], ...explained]
  yield `${XML}<worksheet xmlns="${MAIN}"><cols>${widthOf(1, 2, 30)}${widthOf(3, 3, 90)}</cols><sheetData>`
  for (const [index, line] of lines.entries()) {
    yield `<row r="${index + 1}">${line.map((value, column) => textCell(`${lettersOf(column)}${index + 1}`, value)).join('')}</row>`
  }
  yield '</sheetData></worksheet>'
}

function cell(reference: string, kind: OutColumn['kind'], value: OutValue): string {
  if (value === null || value === '') return ''
  if (typeof value === 'boolean') return `<c r="${reference}" t="b"><v>${value ? 1 : 0}</v></c>`
  if (typeof value === 'number') return Number.isFinite(value) ? `<c r="${reference}"><v>${value}</v></c>` : ''
  const serial = kind === 'date' ? serialOf(value) : undefined
  if (serial === undefined) return textCell(reference, value)
  return `<c r="${reference}" s="${Number.isInteger(serial) ? 1 : 3}"><v>${serial}</v></c>`
}

const FROZEN_TITLES = '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  + '</sheetView></sheetViews>'

const widthOf = (first: number, last: number, width: number) => `<col min="${first}" max="${last}" width="${width}" customWidth="1"/>`

const textCell = (reference: string, value: string, style = 0) =>
  `<c r="${reference}" t="inlineStr"${style ? ` s="${style}"` : ''}><is><t xml:space="preserve">${escaped(value)}</t></is></c>`

/** Days since the end of 1899, as a spreadsheet counts; dates before March 1900, where it counts wrong, stay text. */
function serialOf(iso: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?$/.test(iso)) return undefined
  const days = (Date.parse(iso.length === 10 ? `${iso}T00:00:00Z` : `${iso}Z`) - Date.UTC(1899, 11, 30)) / 86_400_000
  return days >= 61 ? days : undefined
}

function lettersOf(column: number): string {
  return (column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + column % 26)
}

/** Excel refuses the whole file for a text longer than its bound or a character that XML does not know. */
function escaped(text: string): string {
  const whole = text.length > LIMITS.cellCharacters ? text.slice(0, LIMITS.cellCharacters) : text
  if (!/[&<>"\p{Cc}\p{Cs}\ufffe\uffff]|_x/u.test(whole)) return whole
  return whole.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(SPECIAL, entity)
}

const SPECIAL = /[&<>"\p{Cc}\p{Cs}\ufffe\uffff]/gu

function entity(sign: string): string {
  if (sign === '&') return '&amp;'
  if (sign === '<') return '&lt;'
  if (sign === '>') return '&gt;'
  if (sign === '"') return '&quot;'
  if (sign === '\n' || sign === '\t') return sign
  const code = sign.charCodeAt(0)
  // Half a surrogate pair is no character at all.
  return code < 0x20 || code === 0x7f ? `_x${code.toString(16).toUpperCase().padStart(4, '0')}_` : code >= 0xd800 ? '' : sign
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const style = (format: number, font: number) =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`

/** Cell styles by number: 0 plain, 1 date, 2 title, 3 date and time. */
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>`
  + '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>'
  + '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
  + '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
  + '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
  + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
  + `<cellXfs count="4">${style(0, 0)}${style(164, 0)}${style(0, 1)}${style(165, 0)}</cellXfs>`
  + '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'

const text = (name: string, xml: string): Part => ({ name, content: [Buffer.from(xml.startsWith('<?xml') ? xml : XML + xml)] })

const relations = (targets: readonly (readonly [string, string])[]) =>
  `<Relationships xmlns="${PACKAGE}/relationships">${targets.map(([kind, target], index) =>
    `<Relationship Id="rId${index + 1}" Type="${OFFICE}/relationships/${kind}" Target="${target}"/>`).join('')}</Relationships>`

const contentType = (part: string, kind: string) => `<Override PartName="/xl/${part}.xml" ContentType="${TYPES}.${kind}+xml"/>`

const contentTypes = (sheets: number) =>
  `<Types xmlns="${PACKAGE}/content-types">`
  + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
  + `<Default Extension="xml" ContentType="application/xml"/>${contentType('workbook', 'sheet.main')}${contentType('styles', 'styles')}`
  + `${Array.from({ length: sheets }, (_, index) => contentType(`worksheets/sheet${index + 1}`, 'worksheet')).join('')}</Types>`

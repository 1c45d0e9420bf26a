import { readMarkup, utf8Texts } from './markup.ts'
import { EMPTY, finishRow, LIMITS, SheetError, textCell } from './sheet.ts'
import type { Cell, Merge, OpenedFile, SheetRow } from './sheet.ts'
import { numberCell } from './xlsx-formats.ts'
import type { Archive } from './zip-read.ts'

const CONTENT = 'content.xml'

/** Opens an OpenDocument spreadsheet (LibreOffice). */
export async function openOds(archive: Archive): Promise<OpenedFile> {
  if (archive.has('META-INF/manifest.xml') && (await archive.text('META-INF/manifest.xml')).includes('encryption-data')) {
    throw new SheetError({ code: 'encrypted' })
  }
  const tables = await readTables(archive)
  return {
    kind: 'ods',
    sheets: tables.map(({ name, hidden, merges }, index) => ({
      name,
      hidden,
      rows: () => readRows(archive, index),
      merges: async () => merges,
    })),
  }
}

type Table = { name: string; hidden: boolean; merges: Merge[] }

/** One pass for the names; which tables are hidden is said by their style. */
async function readTables(archive: Archive): Promise<Table[]> {
  const tables: Table[] = []
  const hiddenStyles = new Set<string>()
  let style = ''
  const keep = (merge: Merge) => {
    const merges = tables.at(-1)?.merges
    if (merges && merges.length < LIMITS.merges) merges.push(merge)
  }
  const spy = tableReader(keep, () => undefined)
  const pass = readMarkup(utf8Texts(archive.stream(CONTENT)), 'xml', {
    open(name, attributes) {
      if (name === 'style') style = attributes['style:name'] ?? ''
      else if (name === 'table-properties' && attributes['table:display'] === 'false') hiddenStyles.add(style)
      else if (name === 'table') {
        tables.push({ name: attributes['table:name'] ?? '', hidden: hiddenStyles.has(attributes['table:style-name'] ?? ''), merges: [] })
        if (tables.length > LIMITS.sheets) throw new SheetError({ code: 'too-large' })
      }
      spy.open(name, attributes)
    },
    text: (text) => spy.text(text),
    close: (name) => spy.close(name),
  }, () => [])
  for await (const _ of pass);
  return tables
}

type Repeated = { number: number; cells: Cell[]; hidden: boolean; times: number }

async function* readRows(archive: Archive, index: number): AsyncGenerator<SheetRow> {
  let ready: Repeated[] = []
  let table = -1
  const reader = tableReader(() => undefined, (row) => ready.push(row))
  const rows = readMarkup(utf8Texts(archive.stream(CONTENT)), 'xml', {
    open(name, attributes) {
      if (name === 'table') table += 1
      if (table === index) reader.open(name, attributes)
    },
    text: (text) => { if (table === index) reader.text(text) },
    close: (name) => { if (table === index) reader.close(name) },
  }, () => {
    const taken = ready
    ready = []
    return taken
  })
  for await (const { number, cells, hidden, times } of rows) {
    for (let copy = 0; copy < times; copy += 1) {
      const row = finishRow(number + copy, [...cells], hidden)
      if (!row) break
      yield row
    }
  }
}

type Attributes = Record<string, string>

/** Follows one table; `onRow` gets the rows that show something, each with how many times it is repeated. */
function tableReader(onMerge: (merge: Merge) => void, onRow: (row: Repeated) => void) {
  let number = 0
  let row = newRow(0, {})
  let column = 0
  let cell: Attributes = {}
  const words = cellText()
  const begin = (attributes: Attributes) => {
    cell = attributes
    words.begin(row.number)
  }
  const end = (value: Cell) => {
    const times = repeats(cell['table:number-columns-repeated'])
    if (value.kind !== 'empty') put(row, column, value, times)
    column += times
  }
  return {
    open(name: string, attributes: Attributes) {
      if (name === 'table-cell') {
        begin(attributes)
        const merge = mergeOf(attributes, row.number, column)
        if (merge) onMerge(merge)
      } else if (name === 'covered-table-cell') begin(attributes)
      else if (name === 'table-row') {
        row = newRow(number + 1, attributes)
        column = 0
      } else if (name === 'table') number = 0
      else words.open(name, attributes)
    },
    text: (part: string) => words.text(part),
    close(name: string) {
      if (name === 'table-cell') end(cellOf(cell, words.read()))
      // What lies under a merged cell is not shown.
      else if (name === 'covered-table-cell') end(EMPTY)
      else if (name === 'table-row') {
        number += row.times
        if (row.cells.length > 0) onRow(row)
      } else words.close(name)
    },
  }
}

const newRow = (number: number, attributes: Attributes): Repeated => ({
  number,
  cells: [],
  hidden: /collapse|filter/.test(attributes['table:visibility'] ?? ''),
  times: repeats(attributes['table:number-rows-repeated']),
})

function put(row: Repeated, column: number, value: Cell, times: number): void {
  if (column + times > LIMITS.columns) throw new SheetError({ code: 'too-many-columns', row: row.number })
  while (row.cells.length < column) row.cells.push(EMPTY)
  for (let copy = 0; copy < times; copy += 1) row.cells.push(value)
}

/** Gathers the paragraphs of a cell, without the notes pinned to it. */
function cellText() {
  let row = 0
  let text = ''
  let inParagraph = false
  let inNote = false
  const add = (part: string) => {
    if (inNote) return
    text += part
    if (text.length > 8 * LIMITS.cellCharacters) throw new SheetError({ code: 'cell-too-long', row })
  }
  return {
    begin(number: number) {
      row = number
      text = ''
    },
    read: () => text,
    open(name: string, attributes: Attributes) {
      if (name === 'p') {
        if (text !== '') add('\n')
        inParagraph = true
      } else if (name === 's') add(' '.repeat(Math.min(repeats(attributes['text:c']), 1000)))
      else if (name === 'tab') add('\t')
      else if (name === 'line-break') add('\n')
      else if (name === 'annotation') inNote = true
    },
    text: (part: string) => { if (inParagraph) add(part) },
    close(name: string) {
      if (name === 'p') inParagraph = false
      else if (name === 'annotation') inNote = false
    },
  }
}

const repeats = (text: string | undefined) => Math.max(1, Math.trunc(Number(text ?? 1)) || 1)

function mergeOf(attributes: Record<string, string>, row: number, column: number): Merge | undefined {
  const down = repeats(attributes['table:number-rows-spanned'])
  const across = repeats(attributes['table:number-columns-spanned'])
  return down * across === 1 ? undefined : { firstRow: row, lastRow: row + down - 1, firstColumn: column, lastColumn: column + across - 1 }
}

function cellOf(attributes: Record<string, string>, shown: string): Cell {
  const value = attributes['office:value'] ?? ''
  switch (attributes['office:value-type']) {
    case 'percentage': return numberCell(value, { kind: 'percent' }, false)
    case 'float':
    case 'currency': {
      const cell = numberCell(value, { kind: 'plain' }, false)
      // Zeros that the format fills up belong to the number: 0123456789012.
      return /^0[\d -]+$/.test(shown) && Number(shown.replace(/\D/g, '')) === cell.value ? { ...cell, text: shown } : cell
    }
    case 'date': return { text: shortDate(attributes['office:date-value'] ?? ''), kind: 'date' }
    case 'boolean': {
      const yes = attributes['office:boolean-value'] === 'true'
      return { text: yes ? 'TRUE' : 'FALSE', kind: 'boolean', value: yes ? 1 : 0 }
    }
    default: return attributes['table:formula'] && ERROR.test(shown) ? { text: shown, kind: 'error' } : textCell(shown)
  }
}

const ERROR = /^(?:#[A-Z/0!?]+|Err:\d+)$/

/** Without the midnight and the seconds that a program adds. */
const shortDate = (iso: string) => iso.replace(/T00:00:00(?:\.0+)?$/, '').replace(/(T\d\d:\d\d):00(?:\.0+)?$/, '$1')

import { readMarkup, utf8Texts } from './markup.ts'
import { EMPTY, finishRow, LIMITS, SheetError, textCell } from './sheet.ts'
import type { Cell, Merge, SheetRow } from './sheet.ts'
import { numberCell } from './xlsx-formats.ts'
import type { NumberFormat } from './xlsx-formats.ts'
import { textCollector, unescapeOoxml } from './xlsx-strings.ts'
import type { SharedStrings } from './xlsx-strings.ts'
import type { Archive } from './zip-read.ts'

/** What the sheets of a workbook share. `formats` by style number. */
export type Workbook = { strings: SharedStrings; formats: NumberFormat[]; date1904: boolean }

/** Rows of one sheet as they are unpacked; memory does not grow with them. */
export async function* readSheetRows(archive: Archive, part: string, workbookOf: () => Promise<Workbook>): AsyncGenerator<SheetRow> {
  const reader = rowReader(await workbookOf())
  yield* readMarkup(utf8Texts(archive.stream(part)), 'xml', reader.events, reader.drain)
}

function rowReader(workbook: Workbook) {
  let rows: SheetRow[] = []
  let number = 0
  let hidden = false
  let cells: Cell[] = []
  let cell = newCell()
  let nextColumn = 0
  let inValue = false
  let inFormula = false
  const inline = textCollector((part) => { cell.inline += part })
  const events = {
    open(name: string, attributes: Record<string, string>) {
      if (name === 'c') {
        cell = newCell()
        cell.type = attributes['t'] ?? 'n'
        cell.style = Number(attributes['s'] ?? -1)
        cell.column = columnOf(attributes['r']) ?? nextColumn
        nextColumn = cell.column + 1
      } else if (name === 'v') inValue = true
      else if (name === 'f') inFormula = true
      else if (name === 'row') {
        number = Number(attributes['r']) || number + 1
        hidden = ['1', 'true'].includes(attributes['hidden'] ?? '')
        cells = []
        nextColumn = 0
      } else inline.open(name)
    },
    text(part: string) {
      if (inValue) cell.value += part
      else if (inFormula) cell.formula += part
      else inline.text(part)
      if (cell.value.length + cell.inline.length > 8 * LIMITS.cellCharacters) throw new SheetError({ code: 'cell-too-long', row: number })
    },
    close(name: string) {
      if (name === 'c') place(cells, cell.column, cellOf(cell, workbook), number)
      else if (name === 'v') inValue = false
      else if (name === 'f') inFormula = false
      else if (name === 'row') {
        const row = finishRow(number, cells, hidden)
        if (row) rows.push(row)
      } else inline.close(name)
    },
  }
  return {
    events,
    drain() {
      const ready = rows
      rows = []
      return ready
    },
  }
}

type RawCell = { type: string; style: number; column: number; value: string; inline: string; formula: string }
const newCell = (): RawCell => ({ type: 'n', style: -1, column: 0, value: '', inline: '', formula: '' })

/** Formatted but empty cells may lie anywhere; only those with a value count against the limit. */
function place(cells: Cell[], column: number, cell: Cell, row: number): void {
  if (cell.kind === 'empty') return
  if (column >= LIMITS.columns) throw new SheetError({ code: 'too-many-columns', row })
  while (cells.length < column) cells.push(EMPTY)
  cells[column] = cell
}

function cellOf(raw: RawCell, { strings, formats, date1904 }: Workbook): Cell {
  // A program that never calculated left the formula alone: showing it is better than an empty cell.
  if (raw.formula !== '' && raw.value === '' && raw.inline === '' && raw.type !== 'str') return { text: `=${raw.formula}`, kind: 'error' }
  switch (raw.type) {
    case 's': return textCell(strings(Number(raw.value)) ?? '')
    case 'str': return textCell(unescapeOoxml(raw.value))
    case 'inlineStr': return textCell(unescapeOoxml(raw.inline))
    case 'b': return { text: raw.value === '1' ? 'TRUE' : 'FALSE', kind: 'boolean', value: raw.value === '1' ? 1 : 0 }
    case 'e': return { text: raw.value, kind: 'error' }
    case 'd': return { text: raw.value.replace(/T00:00(:00(\.0+)?)?Z?$/, ''), kind: 'date' }
    default: return numberCell(raw.value, formats[raw.style] ?? { kind: 'plain' }, date1904)
  }
}

/** The column of a reference like AB12, from 0. */
function columnOf(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined
  let column = 0
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & 0xdf
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column > 0 ? column - 1 : undefined
}

/** The end of a sheet names its merged cells: the part is unpacked and searched, not parsed. */
export async function readMerges(archive: Archive, part: string): Promise<Merge[]> {
  const merges: Merge[] = []
  let tail = ''
  for await (const chunk of archive.stream(part)) {
    const text = tail + chunk.toString('latin1')
    let end = 0
    for (const found of text.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref=["']([A-Z]+)(\d+):([A-Z]+)(\d+)["']/g)) {
      end = found.index + found[0].length
      const [, from = '', first = '', to = '', last = ''] = found
      merges.push({ firstRow: Number(first), lastRow: Number(last), firstColumn: columnOf(from) ?? 0, lastColumn: columnOf(to) ?? 0 })
      if (merges.length === LIMITS.merges) return merges
    }
    tail = text.slice(Math.max(end, text.length - 200))
  }
  return merges
}

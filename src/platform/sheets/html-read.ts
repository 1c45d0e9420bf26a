import { decoderOf } from './encoding.ts'
import type { Encoding } from './encoding.ts'
import { readMarkup } from './markup.ts'
import { EMPTY, finishRow, LIMITS, SheetError, textCell } from './sheet.ts'
import type { Cell, Merge, OpenedFile, SheetRow } from './sheet.ts'
import type { TableSource } from './source.ts'

/**
 * Opens a web page of tables, the form many government programs export under the name .xls. Every table that shows something is
 * a sheet, named by its caption or "Tabel 1"; a table inside a cell is a sheet of its own and no part of that cell.
 */
export async function openHtml(source: TableSource, encoding: Encoding): Promise<OpenedFile> {
  const tables: { caption: string; filled: boolean; merges: Merge[] }[] = []
  const at = (index: number) => (tables[index] ??= { caption: '', filled: false, merges: [] })
  const pass = readTables(source, encoding, {
    caption: (table, text) => { at(table).caption = text },
    merge: (table, merge) => { if (at(table).merges.length < LIMITS.merges) at(table).merges.push(merge) },
    row: (table) => { at(table).filled = true },
  })
  for await (const _ of pass);
  const sheets = tables.flatMap(({ caption, filled, merges }, index) => (filled
    ? [{ name: caption || `Tabel ${index + 1}`, hidden: false, rows: () => readRows(source, encoding, index), merges: async () => merges }]
    : []))
  if (sheets.length > LIMITS.sheets) throw new SheetError({ code: 'too-large' })
  return { kind: 'html', encoding, sheets }
}

async function* readRows(source: TableSource, encoding: Encoding, wanted: number): AsyncGenerator<SheetRow> {
  let rows: SheetRow[] = []
  const take = {
    caption: () => undefined,
    merge: () => undefined,
    row: (table: number, row: SheetRow) => { if (table === wanted) rows.push(row) },
  }
  const drain = () => {
    const ready = rows
    rows = []
    return ready
  }
  yield* readTables(source, encoding, take, drain)
}

type Takers = {
  caption(table: number, text: string): void
  merge(table: number, merge: Merge): void
  row(table: number, row: SheetRow): void
}

function readTables<T>(source: TableSource, encoding: Encoding, take: Takers, drain: () => T[] = () => []): AsyncGenerator<T> {
  const open: TableReader[] = []
  let count = 0
  let silent = false
  const events = {
    open(name: string, attributes: Record<string, string>) {
      if (name === 'table') open.push(tableReader(count++, take))
      else if (name === 'script' || name === 'style') silent = true
      else open.at(-1)?.open(name, attributes)
    },
    text: (text: string) => { if (!silent) open.at(-1)?.text(text) },
    close(name: string) {
      if (name === 'table') open.pop()?.close('tr')
      else if (name === 'script' || name === 'style') silent = false
      else open.at(-1)?.close(name)
    },
  }
  return readMarkup(decoded(source, encoding), 'html', events, drain)
}

async function* decoded(source: TableSource, encoding: Encoding): AsyncGenerator<string> {
  const decoder = decoderOf(encoding)
  for await (const chunk of source.open()) yield decoder.write(chunk)
  yield decoder.end()
}

type TableReader = { open(name: string, attributes: Record<string, string>): void; text(text: string): void; close(name: string): void }

function tableReader(table: number, take: Takers): TableReader {
  const grid = spanGrid()
  let number = 0
  let row: { cells: Cell[]; hidden: boolean } | undefined
  let column = 0
  let cell: Record<string, string> | undefined
  let caption: string | undefined
  let text = ''
  const add = (part: string) => {
    text += part
    if (text.length > 8 * LIMITS.cellCharacters) throw new SheetError({ code: 'cell-too-long', row: number })
  }
  const endCell = () => {
    if (!cell || !row) return
    const value = cellOf(cell, shown(text))
    column = grid.freeFrom(column)
    const across = span(cell['colspan'], LIMITS.columns)
    const down = span(cell['rowspan'], LIMITS.rows)
    if (value.kind !== 'empty') {
      if (column >= LIMITS.columns) throw new SheetError({ code: 'too-many-columns', row: number })
      while (row.cells.length < column) row.cells.push(EMPTY)
      row.cells[column] = value
    }
    if (across * down > 1) {
      take.merge(table, { firstRow: number, lastRow: number + down - 1, firstColumn: column, lastColumn: column + across - 1 })
    }
    column = grid.cover(column, across, down)
    cell = undefined
  }
  const endRow = () => {
    endCell()
    if (!row) return
    const finished = finishRow(number, row.cells, row.hidden)
    if (finished) take.row(table, finished)
    grid.nextRow()
    row = undefined
  }
  const beginRow = (hidden: boolean) => {
    endRow()
    number += 1
    row = { cells: [], hidden }
    column = 0
  }
  return {
    open(name, attributes) {
      if (name === 'tr') beginRow(/display\s*:\s*none/i.test(attributes['style'] ?? ''))
      else if (name === 'td' || name === 'th') {
        endCell()
        if (!row) beginRow(false)
        cell = attributes
        text = ''
      } else if (name === 'caption') {
        caption = ''
        text = ''
      } else if (name === 'br') add('\n')
    },
    text(part) {
      // Line breaks of the page's source are only blanks.
      if (cell || caption !== undefined) add(part.replace(/[\s\u00a0]+/g, ' '))
    },
    close(name) {
      if (name === 'td' || name === 'th') endCell()
      else if (name === 'tr') endRow()
      else if (name === 'p' || name === 'div' || name === 'li') add('\n')
      else if (name === 'caption' && caption !== undefined) {
        take.caption(table, shown(text))
        caption = undefined
      }
    },
  }
}

/** Knows which columns are taken by a cell of a row above. */
function spanGrid() {
  /** For each column, how many rows are still covered, the present one counted. */
  const covered: number[] = []
  return {
    freeFrom(column: number) {
      let free = column
      while ((covered[free] ?? 0) > 0) free += 1
      return free
    },
    /** Gives the column after the cell. */
    cover(column: number, across: number, down: number) {
      const end = Math.min(column + across, Math.max(column, LIMITS.columns))
      for (let at = column; at < end; at += 1) covered[at] = down
      return end
    },
    nextRow() {
      for (const [column, rows] of covered.entries()) covered[column] = Math.max(0, (rows ?? 0) - 1)
    },
  }
}

const shown = (text: string) => text.split('\n').map((line) => line.replace(/ +/g, ' ').trim()).join('\n').trim()

const span = (text: string | undefined, most: number) => Math.min(Math.max(1, Math.trunc(Number(text ?? 1)) || 1), most)

/** Excel writes the number it means beside the one it shows. */
function cellOf(attributes: Record<string, string>, text: string): Cell {
  const cell = textCell(text)
  const meant = attributes['x:num'] ?? ''
  return cell.lostDigits && /^\d+$/.test(meant) ? textCell(meant) : cell
}

import type { SheetFaultCode } from './messages.id.ts'

/**
 * One value as the person sees it in the program that wrote the file.
 * `text` is never decorated by a currency or thousands sign: a number is its plain digits with a point for decimals, filled with
 * zeros only where its format fills them (an NIB shown as 0123…); a date is ISO, with a time only if it has one.
 */
export type Cell = {
  text: string
  kind: 'text' | 'number' | 'date' | 'boolean' | 'empty' | 'error'
  /** Numbers and booleans (1, 0). */
  value?: number
  /** The program that wrote the file has rounded a long number, so the last digits are most likely not the ones that were typed. */
  lostDigits?: true
}

/** A row that shows something; blank rows are left out, so numbers may jump. */
export type SheetRow = {
  /** Counted from 1 as the spreadsheet program counts. */
  number: number
  /** From the first column on, without empty cells at the end. */
  cells: Cell[]
  /** Hidden by hand or by a filter. */
  hidden?: true
}

/** Rows count from 1 like `SheetRow.number`, columns from 0 like the index into `cells`. Only the first cell carries the value. */
export type Merge = { firstRow: number; lastRow: number; firstColumn: number; lastColumn: number }

export type Sheet = {
  name: string
  hidden: boolean
  /** From the start each time it is called; may be left early. Throws `SheetError` where the file turns out to be broken. */
  rows(): AsyncIterable<SheetRow>
  /** Cells joined into one, at most `LIMITS.merges`, in the order of the file. Throws `SheetError` like `rows`. */
  merges(): Promise<Merge[]>
}

export type OpenedFile = {
  kind: 'xlsx' | 'ods' | 'xls' | 'html' | 'csv'
  /** Of text files: what the bytes were read as. Latin-1 is Windows-1252 that uses none of its own characters. */
  encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'latin-1'
  /** Of CSV; absent when the text has one column. */
  delimiter?: Delimiter
  sheets: Sheet[]
}

export type Delimiter = ',' | ';' | '\t' | '|'

/** Why a file cannot be read as a table; `row` is where, once rows were read. The sentence is in `messages.id.ts`. */
export type SheetFault = { code: SheetFaultCode; row?: number }

/** Thrown by `rows` and `merges`, as the first rows may have been used when the fault shows. */
export class SheetError extends Error {
  readonly fault: SheetFault
  constructor(fault: SheetFault, cause?: unknown) {
    super(`table file: ${fault.code}`, { cause })
    this.name = 'SheetError'
    this.fault = fault
  }
}

const MB = 1024 * 1024

export const LIMITS = {
  /** Workbooks are held in memory whole, text and web tables are read as a stream. */
  workbookBytes: 40 * MB,
  textBytes: 300 * MB,
  /** One part of a workbook, unpacked; a full sheet of 25 columns is about half of it. */
  unpackedBytes: 2048 * MB,
  /** The shared texts of a workbook are kept in memory while its sheets are read. */
  sharedTextBytes: 256 * MB,
  rows: 1_048_576,
  columns: 300,
  /** Excel's own bound. */
  cellCharacters: 32_767,
  sheets: 200,
  merges: 50_000,
} as const

export const EMPTY: Cell = Object.freeze({ text: '', kind: 'empty' })

/** What a spreadsheet leaves of a long number when it saves or copies it as text: 3,51507E+15. */
const SCIENTIFIC = /^-?\d(?:[.,]\d+)?E\+1\d$/i

/** Blank text (also hard spaces alone) is no value. */
export function textCell(text: string): Cell {
  if (text.trim() === '') return EMPTY
  return text.includes('+1') && SCIENTIFIC.test(text.trim()) ? { text, kind: 'text', lostDigits: true } : { text, kind: 'text' }
}

/** Cuts the empty cells at the end; nothing when the row shows nothing. Refuses what lies past the limits. */
export function finishRow(number: number, cells: Cell[], hidden = false): SheetRow | undefined {
  let length = cells.length
  while (length > 0 && cells[length - 1]?.kind === 'empty') length -= 1
  if (length === 0) return undefined
  if (number > LIMITS.rows) throw new SheetError({ code: 'too-many-rows', row: number })
  if (length > LIMITS.columns) throw new SheetError({ code: 'too-many-columns', row: number })
  cells.length = length
  for (const cell of cells) {
    if (cell.text.length > LIMITS.cellCharacters) throw new SheetError({ code: 'cell-too-long', row: number })
  }
  return hidden ? { number, cells, hidden } : { number, cells }
}

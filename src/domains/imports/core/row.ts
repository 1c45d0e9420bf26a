/**
 * One cell as a person sees it in the file. A cell of kind `date` is an ISO day, one of kind `number` plain figures with a point for
 * decimals; all else is as it was typed. `lostDigits`: the program that wrote the file rounded a long number, its last digits are gone.
 */
export type Cell = { text: string; kind: 'text' | 'number' | 'date' | 'boolean' | 'empty' | 'error'; lostDigits?: boolean }

/** One row of a sheet; `number` is the one the sheet shows at its edge, from 1. Cells that are missing at the end are empty. */
export type Row = { number: number; cells: readonly Cell[] }

/** Cells joined into one; rows as in `Row.number`, columns counted from 0, both ends included. Only the first cell has the text. */
export type Merge = { firstRow: number; lastRow: number; firstColumn: number; lastColumn: number }

/** The text of a cell without the blanks around it; '' where there is no cell. */
export const textAt = (row: Row, at: number): string => row.cells[at]?.text.trim() ?? ''

/** What a sheet calls its column: A for 0, AB for 27. */
export function columnLetters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : columnLetters(Math.floor(at / 26) - 1) + last
}

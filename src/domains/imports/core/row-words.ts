import type { Cell, Row } from './row.ts'

/** A cell that can only be an answer, never a heading: a day, a sum, a long number. */
export function isAnswer({ kind, text }: Cell): boolean {
  if (kind === 'date' || kind === 'boolean') return true
  const bare = text.trim()
  if (/^\(?\d{1,2}\)?$/.test(bare) || /^(?:19|20)\d{2}$/.test(bare)) return kind === 'number'
  return /^['"]?(?:rp\.?\s*)?[+-]?\d[\d.,\s/:-]*$/i.test(bare) || /@.+\./.test(bare)
}

const UNIT = /^\(?\s*(?:rp(?:\.?\s*(?:000|juta))?|rupiah|juta(?: rp)?|jt|ribu|orang|org|unit|kg|meter|m2|tahun|bulan|%|bh|buah)\.?\s*\)?$/i

/** Does every cell that has something carry a unit: "(Rp)", "(orang)"? */
export const isUnitRow = (filled: readonly Cell[]): boolean => filled.length > 0 && filled.every(({ text }) => UNIT.test(text.trim()))

/** The row under the headings that numbers the columns: (1) (2) (3). Three at least, rising; "5=3+4" is a number too. */
export function isNumbering(filled: readonly Cell[]): boolean {
  if (filled.length < 3) return false
  let last = 0
  for (const [place, { text }] of filled.entries()) {
    const number = Number(/^[([]?\s*(\d{1,2})\s*[)\].]?(?:\s*=.*)?$/.exec(text.trim())?.[1])
    if (!Number.isInteger(number) || number <= last || (place === 0 && number > 2)) return false
    if (place > 0 && number - last > 3) return false
    last = number
  }
  return true
}

/** Cells with something in them, and where they stand. */
export function filledCells(row: Row): { at: number; cell: Cell }[] {
  const filled: { at: number; cell: Cell }[] = []
  for (let at = 0; at < row.cells.length; at += 1) {
    const cell = row.cells[at]
    if (cell && cell.text.trim() !== '') filled.push({ at, cell })
  }
  return filled
}

import { readXls } from 'hucre/xlsx'
import type { CellValue } from 'hucre/xlsx'
import { EMPTY, finishRow, SheetError, textCell } from './sheet.ts'
import type { Cell, OpenedFile, SheetRow } from './sheet.ts'
import { numberCell } from './xlsx-formats.ts'

export const isOle = (head: Buffer) => head.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))

const names = (bytes: Buffer, name: string) => bytes.includes(Buffer.from(name, 'utf16le'))

/**
 * Opens what lies in the container old Office files share: a binary workbook of Excel 97 to 2003, whole in memory (it has at most
 * 65,536 rows). Hidden rows and sheets and number formats are not known. A locked XLSX lies in such a container too.
 */
export async function openOle(bytes: Buffer): Promise<OpenedFile> {
  if (names(bytes, 'EncryptedPackage')) throw new SheetError({ code: 'encrypted' })
  if (!names(bytes, 'Workbook') && !names(bytes, 'Book')) throw new SheetError({ code: 'not-a-table' })
  if (isLocked(bytes)) throw new SheetError({ code: 'encrypted' })
  const workbook = await readXls(bytes).catch((error: unknown) => {
    throw new SheetError({ code: 'binary-xls' }, error)
  })
  return {
    kind: 'xls',
    sheets: workbook.sheets.map((sheet) => ({
      name: sheet.name,
      hidden: false,
      rows: () => rowsOf(sheet.rows),
      merges: async () => (sheet.merges ?? []).map(({ startRow, endRow, startCol, endCol }) =>
        ({ firstRow: startRow + 1, lastRow: endRow + 1, firstColumn: startCol, lastColumn: endCol })),
    })),
  }
}

async function* rowsOf(rows: (CellValue[] | undefined)[]): AsyncGenerator<SheetRow> {
  for (const [index, values] of rows.entries()) {
    const row = values && finishRow(index + 1, values.map(cellOf))
    if (row) yield row
  }
}

function cellOf(value: CellValue): Cell {
  if (value === null) return EMPTY
  if (typeof value === 'number') return numberCell(String(value), { kind: 'plain' }, false)
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE', kind: 'boolean', value: value ? 1 : 0 }
  if (value instanceof Date) return { text: value.toISOString().replace(/T00:00:00\.000Z$/, '').replace(/(:00)?\.\d+Z$/, ''), kind: 'date' }
  return /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|ERR!)$/.test(value) ? { text: value, kind: 'error' } : textCell(value)
}

const SECTOR = 512
const BEGIN_WORKBOOK = Buffer.from('0908100000060500', 'hex')
const FILEPASS = 0x2f

/** A password shows by a record among the first ones; the reader would take the scrambled rest for data. */
function isLocked(bytes: Buffer): boolean {
  for (let start = bytes.indexOf(BEGIN_WORKBOOK); start !== -1; start = bytes.indexOf(BEGIN_WORKBOOK, start + 1)) {
    if (start % SECTOR !== 0) continue
    for (let at = start, record = 0; record < 8 && at + 4 <= bytes.length; record += 1) {
      if (bytes.readUInt16LE(at) === FILEPASS) return true
      at += 4 + bytes.readUInt16LE(at + 2)
    }
  }
  return false
}

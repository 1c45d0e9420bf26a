import { writeXlsx } from '../../src/platform/sheets/write-xlsx.ts'
import { MESSY_COLUMNS, type MessyLine } from './messy-list.ts'

const quoted = (cell: string | number) => (typeof cell === 'string' && /[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : String(cell))

/** As a spreadsheet set to Indonesian saves it. */
function* csv(lines: Iterable<MessyLine>): Generator<string> {
  let held = ''
  for (const cells of lines) {
    held += `${cells.map(quoted).join(';')}\r\n`
    if (held.length < 65_536) continue
    yield held
    held = ''
  }
  yield held
}

/** The writer of workbooks begins with a row of titles: here the first line of the list. */
function xlsx([first = [], ...rest]: MessyLine[]) {
  const columns = MESSY_COLUMNS.map((_, at) => ({ name: `k${at}`, title: String(first[at] ?? ''), kind: 'text' as const }))
  return writeXlsx(columns, rest.map((cells) => cells.map((cell) => (cell === '' ? null : cell))), { sheet: 'Data' })
}

/** The lines of a made-up list as a file, piece by piece. */
export const messyFile = (format: 'csv' | 'xlsx', lines: Iterable<MessyLine>): Iterable<string> | AsyncIterable<Uint8Array> =>
  (format === 'csv' ? csv(lines) : xlsx([...lines]))

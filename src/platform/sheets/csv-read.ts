import { detectDelimiter, delimiterOrNone, separatorLine } from './csv-dialect.ts'
import { csvRecords } from './csv-records.ts'
import { decoderOf } from './encoding.ts'
import type { Encoding } from './encoding.ts'
import { EMPTY, finishRow, textCell } from './sheet.ts'
import type { Cell, Delimiter, OpenedFile, SheetRow } from './sheet.ts'
import type { TableSource } from './source.ts'
import { FORMULA } from './write-csv.ts'

/** Opens delimited text. Its only sheet bears the name of the file. */
export function openCsv(source: TableSource, name: string, encoding: Encoding, head: Buffer): OpenedFile {
  const sample = decoderOf(encoding).write(head)
  const hint = separatorLine(sample)
  const delimiter = hint?.delimiter ?? detectDelimiter(sample, source.size <= head.length)
  const rows = () => readRows(source, encoding, delimiterOrNone(delimiter), hint?.length ?? 0)
  const sheets = [{ name: name.replace(/\.[^.]*$/, ''), hidden: false, rows, merges: async () => [] }]
  return isDelimiter(delimiter) ? { kind: 'csv', encoding, delimiter, sheets } : { kind: 'csv', encoding, sheets }
}

const isDelimiter = (text: string | undefined): text is Delimiter => text !== undefined && /^[,;\t|]$/.test(text)

async function* readRows(source: TableSource, encoding: Encoding, delimiter: string, skip: number): AsyncGenerator<SheetRow> {
  const decoder = decoderOf(encoding)
  const reader = csvRecords(delimiter)
  let number = 0
  let toSkip = skip
  const finished = (records: string[][]) => records.flatMap((fields) => finishRow(number += 1, fields.map(csvCell)) ?? [])
  for await (const chunk of source.open()) {
    const text = decoder.write(chunk)
    for (const row of finished(reader.push(toSkip > 0 ? text.slice(toSkip) : text))) yield row
    toSkip = Math.max(0, toSkip - text.length)
  }
  for (const row of finished([...reader.push(decoder.end()), ...reader.end()])) yield row
}

/** Without the apostrophe that our own files set before a text like a formula. */
const csvCell = (field: string): Cell => {
  if (field === '') return EMPTY
  return textCell(field.startsWith("'") && FORMULA.test(field) ? field.slice(1) : field)
}

import type { OutColumn, OutRow } from '../sheets/write.ts'
import { counted } from '../sheets/write.ts'
import { writeCsv } from '../sheets/write-csv.ts'
import { writeJsonl } from '../sheets/write-jsonl.ts'
import { writeXlsx } from '../sheets/write-xlsx.ts'

export const EXPORT_FORMATS = ['csv', 'xlsx', 'jsonl'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Something that can be exported whole. The same state gives the same rows in the same order. */
export type ExportSource = {
  /** As commands and the log call it: `businesses`. */
  set: string
  columns: readonly OutColumn[]
  /** Opened when the first row is asked for; left early, it closes what it opened. */
  rows: (format: ExportFormat) => AsyncIterable<OutRow>
  /** Name of the sheet of a workbook, and the lines above the meanings of its columns. */
  sheet: string
  about: readonly string[]
}

export const MEDIA_TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: 'application/x-ndjson',
}

/** The file as a stream, with its totals once the last byte has left. CSV has commas and no mark at its beginning: it is read by programs. */
export function exported({ columns, rows, sheet, about }: ExportSource, format: ExportFormat) {
  return counted(rows(format), (counting) => {
    if (format === 'csv') return writeCsv(columns, counting, { delimiter: ',', bom: false })
    return format === 'jsonl' ? writeJsonl(columns, counting) : writeXlsx(columns, counting, { sheet, about })
  })
}

/**
 * The columns as a table in Markdown: what they are called in JSONL and in tables, their kind, their meaning. One source for the
 * command's answer, for `docs/export.md` and for the sheet "Keterangan".
 */
export function columnTable(columns: readonly OutColumn[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((one) => one.replaceAll('|', '\\|')).join(' | ')} |`
  return [
    line(['JSONL', 'CSV, XLSX', 'kind', 'meaning']), '|---|---|---|---|',
    ...columns.map(({ name, title, kind, note = '' }) => line([`\`${name}\``, title, kind, note])),
  ].join('\n')
}

/** A moment for columns of kind `date`: a workbook takes the time on the office's wall, text says its offset (RFC 3339). */
export const momentIn = (format: ExportFormat, wall: string): string => (format === 'xlsx' ? wall : `${wall}+07:00`)

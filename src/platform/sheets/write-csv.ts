import { chunked } from './write.ts'
import type { OutColumn, OutRows, OutValue } from './write.ts'

export type CsvOptions = {
  /** `;` writes decimals with a comma, as a spreadsheet set to Indonesian reads them; `,` with a point. */
  delimiter: ';' | ','
  /** Tells Excel that the text is UTF-8; other programs do better without. */
  bom: boolean
}

/**
 * RFC 4180 in UTF-8 with CRLF, titles first. NIK, NIB and telephone are written plain, for programs: a person who opens the file
 * in a spreadsheet should take XLSX, where they are texts. Texts that a spreadsheet would run as a formula get an apostrophe
 * before them, which `openSheets` takes away again.
 */
export async function* writeCsv(columns: readonly OutColumn[], rows: OutRows, options: CsvOptions): AsyncGenerator<Uint8Array> {
  const line = (values: readonly OutValue[]) => `${values.map((value) => field(value, options)).join(options.delimiter)}\r\n`
  async function* lines() {
    yield (options.bom ? '\ufeff' : '') + line(columns.map((column) => column.title))
    for await (const row of rows) yield line(row)
  }
  yield* chunked(lines())
}

/**
 * Texts that a spreadsheet would run, and those that look like one that was already guarded, so that taking one apostrophe away
 * always gives back what was written. Source: OWASP, CSV Injection; the wide signs count in East Asian settings.
 */
export const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/
/** Signed numbers and telephone numbers calculate to nothing but themselves; a dash alone stands for "none". */
const HARMLESS = /^[+-](?:\d[\d., ]*)?$/

function field(value: OutValue, { delimiter }: CsvOptions): string {
  if (value === null) return ''
  if (typeof value === 'number') return delimiter === ';' ? String(value).replace('.', ',') : String(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  const text = FORMULA.test(value) && !HARMLESS.test(value) ? `'${value}` : value
  return /[",;\r\n\t ]/.test(text) && needsQuotes(text, delimiter) ? `"${text.replaceAll('"', '""')}"` : text
}

const needsQuotes = (text: string, delimiter: string) =>
  text.includes(delimiter) || /["\r\n\t]|^ | $/.test(text)

import { createHash } from 'node:crypto'

/** A column of a table that is written. `name` is its key in JSONL, `title` its heading for people. */
export type OutColumn = {
  name: string
  title: string
  /** `text` is never taken for a number by a spreadsheet: NIK, NIB, telephone. `date` takes ISO text. */
  kind: 'text' | 'number' | 'date' | 'boolean'
  /** What it means, in which unit, from where: a row on the sheet "Keterangan". */
  note?: string
}

/** One value for each column, in their order; null is "not known". */
export type OutValue = string | number | boolean | null
export type OutRow = readonly OutValue[]

/** Rows as they come, or in batches as a cursor gives them. */
export type OutRows = AsyncIterable<OutRow> | Iterable<OutRow>

export type Totals = { bytes: number; rows: number; sha256: string }

/**
 * Counts what a writer writes while it is sent.
 * `totals` is nothing until the last byte has left: a download that was broken off has no totals.
 * @param write gets the counted rows and gives the file, for example `(rows) => writeCsv(columns, rows)`
 */
export function counted(rows: OutRows, write: (rows: OutRows) => AsyncIterable<Uint8Array>) {
  let totals: Totals | undefined
  let written = 0
  async function* countedRows() {
    for await (const row of rows) {
      written += 1
      yield row
    }
  }
  async function* stream(): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256')
    let bytes = 0
    for await (const chunk of write(countedRows())) {
      hash.update(chunk)
      bytes += chunk.length
      yield chunk
    }
    totals = { bytes, rows: written, sha256: hash.digest('hex') }
  }
  return { stream: stream(), totals: () => totals }
}

const CHUNK = 64 * 1024

/** Joins many small texts to chunks worth sending, without waiting for a slow reader longer than one chunk. */
export async function* chunked(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let pending = ''
  for await (const text of texts) {
    pending += text
    if (pending.length < CHUNK) continue
    yield Buffer.from(pending)
    pending = ''
  }
  if (pending !== '') yield Buffer.from(pending)
}

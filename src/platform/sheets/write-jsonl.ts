import { chunked } from './write.ts'
import type { OutColumn, OutRows } from './write.ts'

/** One JSON object a line, keyed by the columns' names; what is not known is null. */
export async function* writeJsonl(columns: readonly OutColumn[], rows: OutRows): AsyncGenerator<Uint8Array> {
  const keys = columns.map((column, index) => `${index === 0 ? '{' : ','}${JSON.stringify(column.name)}:`)
  async function* lines() {
    for await (const row of rows) yield `${keys.map((key, index) => key + JSON.stringify(row[index] ?? null)).join('')}}\n`
  }
  yield* chunked(lines())
}

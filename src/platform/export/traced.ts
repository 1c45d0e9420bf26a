import { randomUUID } from 'node:crypto'
import { ok } from '../../kernel/result.ts'
import { transact } from '../db/unit.ts'
import type { LogEntry } from '../log/entry.ts'
import type { Totals } from '../sheets/write.ts'
import type { Tools } from '../tools.ts'
import { type ExportFormat, type ExportSource, exported } from './source.ts'

/** Who exports what for: ids and codes only. `filter` as `district=35.15.05`. */
export type ExportTrace = { what: string; officeId: string; actor?: string; role: string; purpose: string; numbers: boolean; filter: string[] }

/**
 * The file, with its beginning and its end in the log: what left the house has been noted before it left, and its end says how much of
 * it did. Broken off, it ends as `stopped`, without a checksum.
 * @returns the totals, when all of it was taken
 */
export async function* tracedExport(tools: Pick<Tools, 'db' | 'clock'>, trace: ExportTrace, source: ExportSource,
  format: ExportFormat): AsyncGenerator<Uint8Array, Totals> {
  const { what, officeId, actor, role, purpose, numbers, filter } = trace
  const id = randomUUID()
  const note = async (to: string, data: NonNullable<LogEntry['data']>) => {
    await transact(tools.db, tools.clock, async ({ record }) => {
      record(officeId, { what, kind: 'export', subject: id, ...(actor === undefined ? {} : { actor }), role, to,
        data: { set: source.set, format, ...data } })
      return ok(undefined)
    })
  }
  await note('begun', { purpose, numbers, filter })
  const { stream, totals } = exported(source, format)
  let sent = 0
  try {
    for await (const chunk of stream) {
      sent += chunk.length
      yield chunk
    }
  } finally {
    const done = totals()
    await (done ? note('done', { purpose, numbers, filter, ...done }) : note('stopped', { bytes: sent }))
  }
  const done = totals()
  if (!done) throw new Error('an export came to its end without totals')
  return done
}

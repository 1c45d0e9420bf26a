import { createWriteStream } from 'node:fs'
import { basename } from 'node:path'
import { readFile, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { type Result, conflict, invalid, ok } from '../../kernel/result.ts'
import { wibDate } from '../../kernel/wib.ts'
import { transact } from '../../platform/db/unit.ts'
import { fileSource } from '../../platform/sheets/source.ts'
import { withThrift } from '../../platform/thrift.ts'
import type { Tools } from '../../platform/tools.ts'
import { findHomeOffice } from '../office/index.ts'
import { type Batch, type BatchSource, OUTCOMES, findBatch } from './batch-store.ts'
import type { RecordKind } from './core/fields.ts'
import type { KeptMapping } from './core/mapping.ts'
import { receiveList } from './open-batch.ts'
import { refusedFile } from './refused-file.ts'
import { runBatch } from './run-batch.ts'
import { importScreens as t } from './screen-messages.id.ts'
import { beginPass, beginUndo } from './steer-batch.ts'

/** Who imports at the command line. */
const OPERATOR = '00000000-0000-0000-0000-000000000000'

export type ImportWish = {
  file: string; dryRun: boolean; source: BatchSource
  sheet?: string | undefined; mappingFile?: string | undefined; sender?: string | undefined; observedOn?: string | undefined
  kind?: RecordKind | undefined; refusedTo?: string | undefined
  onProgress?: ((done: number) => void) | undefined
}

/** What came of a list: `rows` is the sum of the five. */
export type ImportReport = Record<(typeof OUTCOMES)[number], number> & { batch: string; rows: number; refusedFile: string | null; dryRun: boolean; state: Batch['state']; failure: string | null }

const mappingSchema = z.object({ kind: z.enum(['business', 'cooperative']).default('business'), columns: z.record(z.string(), z.string().nullable()) })

/** A mapping as people write it: `{"columns": {"Nama Usaha": "name", "Ket": null}}`. */
async function readMapping(path: string): Promise<Result<KeptMapping>> {
  const read = mappingSchema.safeParse(await readFile(path, 'utf8').then((text): unknown => JSON.parse(text)).catch(() => undefined))
  if (!read.success) return invalid([{ field: 'mapping', message: t.mappingBroken }])
  return ok({ kind: read.data.kind, columns: Object.entries(read.data.columns).map(([header, field]) => ({ header, field })) })
}

/** `import <file>`: reads a list into the registry, or says what it would do. A list that was stopped half-way is gone on with. */
export const importFile = (tools: Tools, wish: ImportWish): Promise<Result<ImportReport>> => withThrift(() => readFileIn(tools, wish))

async function readFileIn(tools: Tools, wish: ImportWish): Promise<Result<ImportReport>> {
  const office = await findHomeOffice(tools.db)
  if (!office) return invalid([{ field: 'office', message: t.noOffice }])
  const source = await fileSource(wish.file).catch(() => undefined)
  if (!source) return invalid([{ field: 'file', message: t.noFile(wish.file) }])
  const mapping = wish.mappingFile === undefined ? undefined : await readMapping(wish.mappingFile)
  if (mapping && !mapping.ok) return mapping
  const received = await receiveList(tools, {
    officeId: office.id, by: OPERATOR, fileName: basename(wish.file), sender: wish.sender ?? t.senders[wish.source], source: wish.source,
    observedOn: wish.observedOn ?? wibDate(tools.clock()).toString(), bytes: source.open(), sheet: wish.sheet, mapping: mapping?.value, kind: wish.kind,
    begin: (unit, id) => beginPass(unit, office.id, OPERATOR, id, wish.dryRun ? 'check' : 'import'),
  })
  if (!received.ok) return received
  return ok(await reportOf(tools, wish, await runBatch(tools, received.value.id, { onProgress: wish.onProgress })))
}

async function reportOf(tools: Tools, wish: ImportWish, batch: Batch): Promise<ImportReport> {
  const [fresh = 0, same = 0, changed = 0, doubtful = 0, refused = 0] = OUTCOMES.map((outcome) => batch.counts[outcome])
  const rows = fresh + same + changed + doubtful + refused
  return {
    batch: batch.id, rows, new: fresh, same, changed, doubtful, refused, dryRun: wish.dryRun, state: batch.state, failure: batch.failure,
    refusedFile: refused > 0 ? await writeRefused(tools, wish, batch) : null,
  }
}

/** Beside nothing else: in the folder one stands in, under the name of the list. */
async function writeRefused(tools: Tools, wish: ImportWish, batch: Batch): Promise<string> {
  const { extension, body } = refusedFile(tools, batch)
  const path = wish.refusedTo ?? `${basename(wish.file).replace(/\.[^.]*$/, '')}-${t.refusedSuffix}.${extension}`
  await pipeline(Readable.from(body), createWriteStream(path, { mode: 0o600 })).catch(async (error: unknown) => {
    await rm(path, { force: true })
    throw error
  })
  return path
}

type UndoReport = { batch: string; withdrawn: number; restored: number; kept: number }

/** `import undo <batch>`: takes a whole list back. What was stopped half-way is gone on with. */
export async function undoImport(tools: Tools, batchId: string): Promise<Result<UndoReport>> {
  const office = await findHomeOffice(tools.db)
  if (!office) return invalid([{ field: 'office', message: t.noOffice }])
  const held = await findBatch(tools.db, batchId)
  if (held?.officeId !== office.id || held.state !== 'undoing') {
    const begun = await transact(tools.db, tools.clock, (unit) => beginUndo(unit, office.id, OPERATOR, batchId))
    if (!begun.ok) return begun
  }
  const { state, counts } = await runBatch(tools, batchId)
  if (state !== 'undone') return conflict('not-now', t.notNow)
  return ok({ batch: batchId, withdrawn: counts.withdrawn ?? 0, restored: counts.restored ?? 0, kept: counts.kept ?? 0 })
}

import { ok } from '../../kernel/result.ts'
import { transact } from '../../platform/db/unit.ts'
import { SheetError } from '../../platform/sheets/sheet.ts'
import { sheetFaultText } from '../../platform/sheets/messages.id.ts'
import { withThrift } from '../../platform/thrift.ts'
import type { Tools } from '../../platform/tools.ts'
import { getOffice } from '../office/index.ts'
import { type ListedBatch, type ListedSubject, type UndoneChunk, undoListed } from '../registry/index.ts'
import { type Batch, type BatchRow, type Counts, getBatch, listRows, saveBatch, saveRows } from './batch-store.ts'
import type { JudgedChunk, ReadChunk } from './list-kind.ts'
import { LIST_KINDS } from './list-kinds.ts'
import { sheetOf } from './open-batch.ts'
import { type SheetLine, inGroups, linesOf } from './rows-of-sheet.ts'
import { worldOf } from './world.ts'

/** Rows of the file in one transaction. */
const CHUNK = 250

/** Somebody else is working on the batch; he will end it. */
class Overtaken extends Error {}

export type Running = { stopping?: AbortSignal | undefined; onProgress?: ((done: number) => void) | undefined }

/**
 * Goes on with a batch from where it stands: the trial, the import or the undoing. Each chunk of rows is one transaction with the place
 * it came to, so whatever stops it, the next one goes on; two at once notice each other and one leaves.
 * @returns the batch as it stands then
 */
export async function runBatch(tools: Tools, id: string, running: Running = {}): Promise<Batch> {
  // Whoever was killed may have a transaction that is still on its way to one of its two ends; the lock waits for it.
  const batch = await tools.db.transaction().execute((tx) => getBatch(tx, id, true))
  try {
    if (batch.state === 'undoing') await withThrift(() => undoAll(tools, batch, running))
    else if (batch.state === 'checking' || batch.state === 'importing') await withThrift(() => readAll(tools, batch, running))
  } catch (error) {
    if (error instanceof SheetError) await failBatch(tools, batch, sheetFaultText(error.fault))
    else if (!(error instanceof Overtaken)) throw error
  }
  return getBatch(tools.db, id)
}

/** What a broken list has brought in so far stays counted, and can be taken back; a trial that broke has brought nothing. */
async function failBatch(tools: Tools, { id, officeId, createdBy, state, kind }: Batch, sentence: string): Promise<void> {
  await transact(tools.db, tools.clock, async (unit) => {
    if (state === 'importing') await LIST_KINDS[kind].settle?.(unit.tx, id)
    await saveBatch(unit.tx, unit.now, id, { state: 'failed', failure: sentence, ...(state === 'checking' ? { counts: {}, position: 0 } : {}) })
    unit.record(officeId, { what: 'import.fail', kind: 'import', subject: id, actor: createdBy, from: state, to: 'failed' })
    return ok(undefined)
  })
}

const listedBatchOf = ({ id, officeId, sender, source, createdBy, observedOn }: Batch): ListedBatch => ({ id, officeId, sender, source, by: createdBy, observedOn })

/** One group of rows of the file, read and judged, on its way into the database. */
type Chunk = { lines: readonly SheetLine[]; prepared: ReadChunk['prepared']; judged: JudgedChunk }

async function readAll(tools: Tools, batch: Batch, { stopping, onProgress }: Running): Promise<void> {
  const { reading } = batch
  if (!reading) throw new Error('a batch without its columns cannot be read')
  const about = { batch: listedBatchOf(batch), reading, world: await worldOf(tools.db, tools.clock, batch.officeId) }
  const kind = LIST_KINDS[reading.mapping.kind]
  const read = await kind.openPass(tools, about, stopping)
  const takesTurns = kind.takesTurns(reading)

  let at = batch
  let writing: Promise<Batch> | undefined
  for await (const lines of inGroups(linesOf(await sheetOf(tools, batch), reading.layout), CHUNK)) {
    const chunk = read(lines.flatMap((line) => (line.kind === 'data' ? [line] : [])))
    if ((lines.at(-1)?.row.number ?? 0) <= batch.filePosition) {
      await rememberDone(tools, batch, lines, chunk)
      continue
    }
    // While the chunk before is being written, this one is judged, where the two share nothing but the memory of the file.
    if (takesTurns && writing) at = await writing
    const judged = await chunk.judge(tools.db, tools.clock())
    if (writing) at = await writing
    writing = undefined
    if (stopping?.aborted) return
    onProgress?.(at.position)
    writing = writeChunk(tools, at, { lines, prepared: chunk.prepared, judged })
    // The failure is seen where it is awaited; until then it must not end the process.
    writing.catch(() => {})
  }
  if (writing) at = await writing
  await endPass(tools, at)
}

/** Rows done before a stop are remembered with the records they came to. */
async function rememberDone(tools: Tools, batch: Batch, lines: readonly SheetLine[], chunk: ReadChunk): Promise<void> {
  const [first, last] = [lines[0]?.row.number, lines.at(-1)?.row.number]
  if (first === undefined || last === undefined) return
  const kept = await listRows(tools.db, batch.id, undefined, first - 1, last - first + 1)
  await chunk.remember(tools.db, new Map(kept.flatMap(({ number, outcome, subjectId }) => (subjectId && outcome !== 'refused' ? [[number, subjectId]] : []))))
}

async function writeChunk(tools: Tools, before: Batch, chunk: Chunk): Promise<Batch> {
  const last = chunk.lines.at(-1)?.row.number ?? before.filePosition
  const rows = outcomesOf(chunk)
  const counts = added(before.counts, rows)
  const written = await transact(tools.db, tools.clock, async (unit) => {
    const held = await getBatch(unit.tx, before.id, true)
    if (held.filePosition !== before.filePosition || held.state !== before.state) throw new Overtaken()
    if (before.state === 'importing') {
      const office = await getOffice(unit.tx, before.officeId)
      await chunk.judged.write({ tx: unit.tx, keys: tools.keys, now: unit.now, office, batch: listedBatchOf(before) })
      unit.record(before.officeId, {
        what: 'import.rows', kind: 'import', subject: before.id, actor: before.createdBy,
        data: { from: before.filePosition + 1, to: last, ...tally(rows) },
      })
    }
    await saveRows(unit.tx, before.id, rows)
    await saveBatch(unit.tx, unit.now, before.id, { filePosition: last, position: before.position + chunk.prepared.size, counts })
    return ok(await getBatch(unit.tx, before.id))
  })
  if (!written.ok) throw new Error('a chunk of a list was refused')
  return written.value
}

function outcomesOf({ lines, prepared, judged }: Chunk): BatchRow[] {
  return lines.map((line): BatchRow => {
    const { number } = line.row
    if (line.kind !== 'data') return { number, outcome: 'passed-over', subjectId: null, title: '', reasons: [{ code: line.kind, sentence: line.reason }] }
    const one = prepared.get(number)
    const verdict = judged.verdicts.get(number)
    const [read, found] = [one?.reasons ?? [], verdict?.reasons ?? []]
    return {
      number, outcome: verdict?.outcome ?? 'refused', subjectId: verdict?.subjectId ?? null, title: one?.title ?? '',
      // Why it was refused stands before what else is to be said of it.
      reasons: verdict?.outcome === 'refused' ? [...found, ...read] : [...read, ...found],
    }
  })
}

const tally = (rows: readonly BatchRow[]): Counts => {
  const counts: Counts = {}
  for (const { outcome } of rows) {
    const key = outcome === 'passed-over' ? 'passedOver' : outcome
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

function added(before: Counts, rows: readonly BatchRow[]): Counts {
  const sum: Counts = { ...before }
  for (const [key, count] of Object.entries(tally(rows)) as [keyof Counts, number][]) sum[key] = (sum[key] ?? 0) + count
  return sum
}

async function endPass(tools: Tools, batch: Batch): Promise<void> {
  await transact(tools.db, tools.clock, async (unit) => {
    const held = await getBatch(unit.tx, batch.id, true)
    if (held.state !== batch.state || held.filePosition !== batch.filePosition) throw new Overtaken()
    const state = batch.state === 'checking' ? 'checked' : 'imported'
    if (state === 'imported') await LIST_KINDS[batch.kind].settle?.(unit.tx, batch.id)
    await saveBatch(unit.tx, unit.now, batch.id, { state })
    unit.record(batch.officeId, { what: `import.${state}`, kind: 'import', subject: batch.id, actor: batch.createdBy, data: { ...batch.counts } })
    return ok(undefined)
  })
}

/** Takes a whole list back, in chunks; the place it came to needs no keeping, since what is undone is no longer found. */
async function undoAll(tools: Tools, batch: Batch, { stopping, onProgress }: Running): Promise<void> {
  // What is kept is met again by whoever goes on, and counted by him.
  let counts: Counts = { ...batch.counts, kept: 0 }
  let done = 0
  const { subjects, forget, settle } = LIST_KINDS[batch.kind]
  for (const [at, subject] of subjects.entries()) {
    for (let after: string | undefined; ;) {
      if (stopping?.aborted) return
      // Only the records themselves are counted, not what stands behind them (owners).
      const chunk: UndoneChunk = await undoChunk(tools, batch, subject, after, at === 0 ? counts : undefined)
      if (at === 0) counts = withUndone(counts, chunk)
      done += chunk.withdrawn + chunk.restored
      onProgress?.(done)
      if (chunk.last === undefined) break
      after = chunk.last
    }
  }
  await transact(tools.db, tools.clock, async (unit) => {
    await forget(unit.tx, batch.id)
    await settle?.(unit.tx, batch.id)
    await saveBatch(unit.tx, unit.now, batch.id, { state: 'undone', counts })
    unit.record(batch.officeId, { what: 'import.undone', kind: 'import', subject: batch.id, actor: batch.createdBy, data: { withdrawn: counts.withdrawn ?? 0, restored: counts.restored ?? 0, kept: counts.kept ?? 0 } })
    return ok(undefined)
  })
}

const withUndone = (counts: Counts, { withdrawn, restored, kept }: UndoneChunk): Counts =>
  ({ ...counts, withdrawn: (counts.withdrawn ?? 0) + withdrawn, restored: (counts.restored ?? 0) + restored, kept: (counts.kept ?? 0) + kept })

async function undoChunk(tools: Tools, batch: Batch, subject: ListedSubject, after: string | undefined, counts: Counts | undefined): Promise<UndoneChunk> {
  const undone = await transact(tools.db, tools.clock, async (unit) => {
    const held = await getBatch(unit.tx, batch.id, true)
    if (held.state !== 'undoing') throw new Overtaken()
    const chunk = await undoListed({ tx: unit.tx, keys: tools.keys, now: unit.now, actId: batch.id, by: batch.createdBy }, subject, after)
    await saveBatch(unit.tx, unit.now, batch.id, counts ? { counts: withUndone(counts, chunk) } : {})
    return ok(chunk)
  })
  if (!undone.ok) throw new Error('the undoing of a list was refused')
  return undone.value
}

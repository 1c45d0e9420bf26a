import { ok } from '../../kernel/result.ts'
import { transact } from '../../platform/db/unit.ts'
import { SheetError } from '../../platform/sheets/sheet.ts'
import { sheetFaultText } from '../../platform/sheets/messages.id.ts'
import { withThrift } from '../../platform/thrift.ts'
import type { Tools } from '../../platform/tools.ts'
import { getOffice } from '../office/index.ts'
import { type Judge, type Judged, type ListedBatch, type ListedRow, type UndoneChunk, applyJudged, catchUpKeys, forgetExternalIds, openJudge, refileSpokenOf, undoListed, villageMap } from '../registry/index.ts'
import { type Batch, type BatchRow, type Counts, type Reason, getBatch, listRows, saveBatch, saveRows } from './batch-store.ts'
import { rowReader } from './core/row-reader.ts'
import { fieldInSentence } from './messages.id.ts'
import { onlyMentions, sheetOf } from './open-batch.ts'
import { type SheetLine, inGroups, linesOf } from './rows-of-sheet.ts'
import { importScreens as t } from './screen-messages.id.ts'
import { type Prepared, toListed } from './to-listed.ts'
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
async function failBatch(tools: Tools, { id, officeId, createdBy, state }: Batch, sentence: string): Promise<void> {
  await transact(tools.db, tools.clock, async (unit) => {
    if (state === 'importing') await refileSpokenOf(unit.tx, id)
    await saveBatch(unit.tx, unit.now, id, { state: 'failed', failure: sentence, ...(state === 'checking' ? { counts: {}, position: 0 } : {}) })
    unit.record(officeId, { what: 'import.fail', kind: 'import', subject: id, actor: createdBy, from: state, to: 'failed' })
    return ok(undefined)
  })
}

const listedBatchOf = ({ id, officeId, sender, source, createdBy, observedOn }: Batch): ListedBatch => ({ id, officeId, sender, source, by: createdBy, observedOn })

/** One group of rows of the file, read and judged, on its way into the database. */
type Chunk = { lines: SheetLine[]; prepared: Map<number, Prepared>; judged: Judged[] }

async function readAll(tools: Tools, batch: Batch, { stopping, onProgress }: Running): Promise<void> {
  if (!batch.reading) throw new Error('a batch without its columns cannot be read')
  await catchUpKeys(tools, stopping)
  const world = await worldOf(tools.db, tools.clock, batch.officeId)
  const read = rowReader(batch.reading.mapping, world)
  const about = { world, observedYear: Number(batch.observedOn.slice(0, 4)), mentions: onlyMentions(batch.reading) }
  const judge = openJudge(tools.keys, listedBatchOf(batch), await villageMap())
  const prepare = (line: SheetLine): Prepared[] => (line.kind === 'data' ? [toListed(read(line.row, line.section), about)] : [])

  let at = batch
  let writing: Promise<Batch> | undefined
  for await (const lines of inGroups(linesOf(await sheetOf(tools, batch), batch.reading.layout), CHUNK)) {
    const prepared = new Map(lines.flatMap(prepare).map((one) => [one.number, one]))
    const listed = [...prepared.values()].flatMap((one) => one.listed ?? [])
    if ((lines.at(-1)?.row.number ?? 0) <= batch.filePosition) {
      await rememberDone(tools, batch, judge, listed)
      continue
    }
    // While the chunk before is being written, this one is judged: the two share nothing but the memory of the file, since a list is judged
    // against the registry it met. Lists of mere mentions are not, and take their turn.
    if (about.mentions && writing) at = await writing
    const judged = await judge.judge(tools.db, tools.clock(), listed)
    if (writing) at = await writing
    writing = undefined
    if (stopping?.aborted) return
    onProgress?.(at.position)
    writing = writeChunk(tools, at, { lines, prepared, judged })
    // The failure is seen where it is awaited; until then it must not end the process.
    writing.catch(() => {})
  }
  if (writing) at = await writing
  await endPass(tools, at)
}

/** Rows done before a stop are remembered with the records they came to. */
async function rememberDone(tools: Tools, batch: Batch, judge: Judge, listed: readonly ListedRow[]): Promise<void> {
  const [first, last] = [listed[0]?.number, listed.at(-1)?.number]
  if (first === undefined || last === undefined) return
  const kept = new Map((await listRows(tools.db, batch.id, undefined, first - 1, last - first + 1)).map((row) => [row.number, row]))
  const done = listed.flatMap((row) => {
    const subject = kept.get(row.number)
    return subject?.subjectId && subject.outcome !== 'refused' ? [{ row, businessId: subject.subjectId }] : []
  })
  await judge.remember(tools.db, done)
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
      await applyJudged({ tx: unit.tx, keys: tools.keys, now: unit.now, office, batch: listedBatchOf(before) }, chunk.judged)
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
  const byNumber = new Map(judged.map((one) => [one.row.number, one]))
  return lines.map((line): BatchRow => {
    const { number } = line.row
    if (line.kind !== 'data') return { number, outcome: 'passed-over', subjectId: null, title: '', reasons: [{ code: line.kind, sentence: line.reason }] }
    const one = prepared.get(number)
    const found = byNumber.get(number)
    const reasons = [...(one?.reasons ?? []), ...(found ? reasonsOf(found) : [])]
    return { number, outcome: found?.outcome ?? 'refused', subjectId: found && found.outcome !== 'refused' ? found.businessId : null, title: one?.title ?? '', reasons }
  })
}

function reasonsOf(one: Judged): Reason[] {
  const reasons: Reason[] = []
  const say = (code: string, sentence: string) => reasons.push({ code, sentence })
  if (one.refusal) say(one.refusal, t.refusals[one.refusal])
  if (one.twinOf !== undefined) say('twin', one.outcome === 'same' ? t.sameAsRow(one.twinOf) : t.changedFromRow(one.twinOf))
  if (one.outcome === 'doubtful') say('doubtful', t.doubtful(one.pairs.length))
  const labels = (fields: readonly string[]) => [...new Set(fields.map(fieldInSentence))].join(', ')
  if (one.changed.length > 0) say('changes', t.changes(labels(one.changed)))
  if (one.kept.length > 0) say('kept', t.keptNewer(labels(one.kept)))
  return reasons
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
    if (state === 'imported') await refileSpokenOf(unit.tx, batch.id)
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
  for (const kind of ['business', 'person'] as const) {
    for (let after: string | undefined; ;) {
      if (stopping?.aborted) return
      const chunk: UndoneChunk = await undoChunk(tools, batch, kind, after, counts)
      if (kind === 'business') counts = { ...counts, withdrawn: (counts.withdrawn ?? 0) + chunk.withdrawn, restored: (counts.restored ?? 0) + chunk.restored, kept: (counts.kept ?? 0) + chunk.kept }
      done += chunk.withdrawn + chunk.restored
      onProgress?.(done)
      if (chunk.last === undefined) break
      after = chunk.last
    }
  }
  await transact(tools.db, tools.clock, async (unit) => {
    await forgetExternalIds(unit.tx, batch.id)
    await refileSpokenOf(unit.tx, batch.id)
    await saveBatch(unit.tx, unit.now, batch.id, { state: 'undone', counts })
    unit.record(batch.officeId, { what: 'import.undone', kind: 'import', subject: batch.id, actor: batch.createdBy, data: { withdrawn: counts.withdrawn ?? 0, restored: counts.restored ?? 0, kept: counts.kept ?? 0 } })
    return ok(undefined)
  })
}

async function undoChunk(tools: Tools, batch: Batch, kind: 'business' | 'person', after: string | undefined, counts: Counts): Promise<UndoneChunk> {
  const undone = await transact(tools.db, tools.clock, async (unit) => {
    const held = await getBatch(unit.tx, batch.id, true)
    if (held.state !== 'undoing') throw new Overtaken()
    const chunk = await undoListed({ tx: unit.tx, keys: tools.keys, now: unit.now, actId: batch.id, by: batch.createdBy }, kind, after)
    await saveBatch(unit.tx, unit.now, batch.id, { counts: kind === 'business' ? { ...counts, withdrawn: (counts.withdrawn ?? 0) + chunk.withdrawn, restored: (counts.restored ?? 0) + chunk.restored } : counts })
    return ok(chunk)
  })
  if (!undone.ok) throw new Error('the undoing of a list was refused')
  return undone.value
}

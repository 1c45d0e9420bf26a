import { sql } from 'kysely'
import { type Result, conflict, invalid, notFound, ok } from '../../kernel/result.ts'
import { type Unit, transact } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { type Batch, type BatchState, deleteRows, findBatch, keepMapping, saveBatch } from './batch-store.ts'
import { fingerprintOf, keptOf } from './core/mapping.ts'
import { missingColumns } from './open-batch.ts'
import { importScreens as t } from './screen-messages.id.ts'

/** Which steps a person may take with a batch, by its state. */
const STEPS = {
  check: ['columns', 'checked'],
  import: ['columns', 'checked'],
  undo: ['imported', 'importing', 'failed'],
  close: ['columns', 'checked', 'imported', 'undone', 'failed'],
} as const satisfies Record<string, readonly BatchState[]>
export type BatchStep = keyof typeof STEPS

export const stepsOf = (state: BatchState): BatchStep[] =>
  (Object.keys(STEPS) as BatchStep[]).filter((step) => STEPS[step].some((one) => one === state))

/** The batch, locked, if this step may be taken with it now. */
export async function heldFor(unit: Unit, officeId: string, id: string, step: BatchStep): Promise<Result<Batch>> {
  const batch = await findBatch(unit.tx, id, true)
  if (!batch || batch.officeId !== officeId) return notFound('not-found', t.noBatch)
  return stepsOf(batch.state).includes(step) ? ok(batch) : conflict('not-now', t.notNow)
}

/**
 * Begins the trial (`checking`) or the import (`importing`) of a list whose columns are told, from its first row. The mapping is kept for the
 * next list with these headers.
 */
export async function beginPass(unit: Unit, officeId: string, by: string, id: string, pass: 'check' | 'import'): Promise<Result<Batch>> {
  const held = await heldFor(unit, officeId, id, pass)
  if (!held.ok) return held
  const { reading, sender } = held.value
  const missing = reading ? missingColumns(reading) : []
  if (!reading || missing.length > 0) return invalid([{ field: 'columns', message: t.columnsMissing(missing) }], 'columns-missing')
  await keepMapping(unit.tx, unit.now, { officeId, fingerprint: fingerprintOf(reading.layout.columns.map(({ header }) => header)), sender, mapping: keptOf(reading.mapping), by })
  await deleteRows(unit.tx, id)
  const state = pass === 'check' ? 'checking' : 'importing'
  const expected = held.value.state === 'checked' ? held.value.position : undefined
  await saveBatch(unit.tx, unit.now, id, { state, position: 0, filePosition: 0, counts: expected === undefined ? {} : { expected } })
  unit.record(officeId, { what: `import.${pass}`, kind: 'import', subject: id, actor: by, from: held.value.state, to: state })
  return ok({ ...held.value, state })
}

/** Leaves a batch that was just begun to the worker, at once. */
export async function leaveToWorker(unit: Unit, id: string): Promise<void> {
  await unit.tx.updateTable('imports.batches').set({ seen_at: new Date(0) }).where('id', '=', id).execute()
  unit.afterCommit((db) => sql`select pg_notify('imports', '')`.execute(db))
}

/** Begins to take a list back, also one that is half in. */
export async function beginUndo(unit: Unit, officeId: string, by: string, id: string): Promise<Result<Batch>> {
  const held = await heldFor(unit, officeId, id, 'undo')
  if (!held.ok) return held
  await saveBatch(unit.tx, unit.now, id, { state: 'undoing', failure: null })
  unit.record(officeId, { what: 'import.undo', kind: 'import', subject: id, actor: by, from: held.value.state, to: 'undoing' })
  return ok({ ...held.value, state: 'undoing' })
}

/**
 * Closes a batch: its file is deleted, and what was said of single rows with it. What came into the registry stays, and can still be undone.
 * A batch that was never imported is discarded.
 */
export async function closeBatch(tools: Tools, officeId: string, by: string, id: string): Promise<Result<Batch>> {
  const closed = await transact(tools.db, tools.clock, async (unit) => {
    const held = await heldFor(unit, officeId, id, 'close')
    if (!held.ok) return held
    const { storageKey, state } = held.value
    const next: BatchState = state === 'columns' || state === 'checked' ? 'discarded' : state
    await unit.tx.updateTable('imports.rows').set({ title: '', reasons: '[]' }).where('batch_id', '=', id).execute()
    await saveBatch(unit.tx, unit.now, id, { state: next, storageKey: null, closedAt: unit.now })
    unit.record(officeId, { what: 'import.close', kind: 'import', subject: id, actor: by, from: state, to: next })
    return ok({ ...held.value, state: next, closedAt: unit.now, storageKey })
  })
  // The file goes after the commit: what is lost in between is at most a file that no row names, and the worker finds it.
  if (closed.ok && closed.value.storageKey) await tools.files.delete(closed.value.storageKey)
  return closed
}

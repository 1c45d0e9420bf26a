import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '../../../platform/db/database.ts'
import { fromDb } from '../../../platform/db/unit.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { type Batch, type BatchRow, listRows } from '../batch-store.ts'
import { importPages as w } from '../page-messages.id.ts'
import { batchAsked } from './batch-access.ts'
import { ALL_OUTCOMES, countOf, rowsOf } from './batch-words.tsx'

/** `known`: records of the registry among those that the rows name. `progress`: while the worker is at it; there are no rows then. */
export type BatchModel = {
  batch: Batch; progress: Progress | undefined
  rows: BatchRow[]; known: ReadonlySet<string>; outcome: BatchRow['outcome'] | undefined; isFirst: boolean; next: number | undefined
}

/** How far the work of the worker came; `of` and `minutesLeft` where they can be told. */
export type Progress = { done: number; of: number | undefined; minutesLeft: number | undefined }

const PAGE = 50
const isWorkedOn = ({ state }: Batch): boolean => state === 'checking' || state === 'importing' || state === 'undoing'

export async function readBatch({ unit, params, query }: Allowed): Promise<BatchModel | undefined> {
  const batch = await batchAsked({ unit, params })
  if (!batch) return undefined
  // A filter that is none of ours shows all rows.
  const outcome = ALL_OUTCOMES.find((one) => w.outcomes[one].code === query['hasil'])
  const after = /^\d{1,9}$/.test(query['sesudah'] ?? '') ? Number(query['sesudah']) : 0
  const found = isWorkedOn(batch) ? [] : await listRows(unit.tx, batch.id, outcome, after, PAGE + 1)
  const rows = found.slice(0, PAGE)
  return {
    batch, outcome, rows, isFirst: after === 0, next: found.length > PAGE ? rows.at(-1)?.number : undefined,
    known: await recordsAmong(unit.tx, batch.kind, rows.flatMap(({ subjectId }) => subjectId ?? [])),
    progress: isWorkedOn(batch) ? await progressOf(unit.tx, unit.now, batch) : undefined,
  }
}

const CARDS: Record<Batch['kind'], string> = { business: 'registry.v_business_card', cooperative: 'cooperatives.v_cooperative_card' }

async function recordsAmong(tx: Tx, kind: Batch['kind'], ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(CARDS[kind])} where id = any(${ids}::uuid[])`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

/** Rows of the trial or of the import; records of the undoing. The time is reckoned from the pace since the work was begun. */
async function progressOf(tx: Tx, now: Temporal.Instant, { id, state, counts, position }: Batch): Promise<Progress> {
  const isUndoing = state === 'undoing'
  const done = isUndoing ? (counts.withdrawn ?? 0) + (counts.restored ?? 0) + (counts.kept ?? 0) : position
  const of = isUndoing ? countOf(counts, 'new') + countOf(counts, 'doubtful') + countOf(counts, 'changed') : counts.expected
  if (of === undefined || done > of) return { done, of: undefined, minutesLeft: undefined }
  if (done === 0 || done === of) return { done, of, minutesLeft: undefined }
  const begun = await tx.selectFrom('log.events').select('at').where('subject_id', '=', id)
    .where('what', '=', isUndoing ? 'import.undo' : state === 'checking' ? 'import.check' : 'import.import').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  const minutes = begun ? (now.epochMilliseconds - fromDb(begun.at).epochMilliseconds) / 60_000 : 0
  return { done, of, minutesLeft: minutes > 0 ? Math.ceil((minutes / done) * (of - done)) : undefined }
}

/** Has anything been read of it? */
export const hasResult = ({ counts }: Batch): boolean => rowsOf(counts) + countOf(counts, 'passed-over') > 0

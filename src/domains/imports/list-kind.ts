import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import type { Tools } from '../../platform/tools.ts'
import type { ListedBatch, ListedSubject } from '../registry/index.ts'
import type { Outcome, Reading, Reason } from './batch-store.ts'
import type { ReadRow } from './core/row-reader.ts'
import type { SectionContext } from './core/section.ts'
import type { Prepared } from './prepared.ts'
import { rowReader } from './core/row-reader.ts'
import type { SheetRow } from '../../platform/sheets/sheet.ts'
import type { ListWorld } from './world.ts'

/** What holds for a pass over one list. */
export type PassAbout = { batch: ListedBatch; reading: Reading; world: ListWorld }

/** What became of a row. `subjectId`: the record it makes or speaks of; null for one that is refused. */
export type Verdict = { number: number; outcome: Outcome; subjectId: string | null; reasons: Reason[] }

export type Around = { tx: Tx; keys: Keys; now: Temporal.Instant; office: { id: string; regionCode: string }; batch: ListedBatch }

/** Rows of one file, judged in their order against the register and against each other. */
export type RowJudge<Row, Found> = {
  judge(tx: Db | Tx, now: Temporal.Instant, rows: readonly Row[]): Promise<Found[]>
  /** Rows that were done before a stop, with the records they came to. */
  remember(tx: Db | Tx, rows: readonly { row: Row; subjectId: string }[]): Promise<void>
}

/** What the import needs of a register that lists go into. `Row`: a row as the register takes it; `Found`: one it has judged. */
export type Register<Row extends { number: number }, Found> = {
  /** What some column must tell before a list can be read, in words; empty when all is there. */
  missingColumns(reading: Reading): string[]
  /** Whether rows are judged against the register as it is, with what the rows before have just brought; else against the one the list met. */
  takesTurns(reading: Reading): boolean
  /** Makes ready what rows are looked up by. */
  catchUp?(tools: Tools, stopping: AbortSignal | undefined): Promise<unknown>
  reader(about: PassAbout): (read: ReadRow) => Prepared<Row>
  openJudge(tools: Pick<Tools, 'keys'>, batch: ListedBatch): Promise<RowJudge<Row, Found>>
  verdictOf(found: Found): Verdict
  /** Writes what judged rows say, in the transaction of the caller. */
  apply(around: Around, found: readonly Found[]): Promise<void>
  /** Records a list makes, those that stand on others first; the first are counted. */
  subjects: readonly ListedSubject[]
  /** The sender's numbers that a list brought. */
  forget(tx: Tx, actId: string): Promise<void>
  /** What waits until a list is done, has failed or is taken back. */
  settle?(tx: Tx, actId: string): Promise<void>
}

type DataLine = { row: SheetRow; section: SectionContext }

/** Rows of data as they were read; next they are judged, then written. */
export type ReadChunk = {
  prepared: ReadonlyMap<number, Prepared<unknown>>
  /** Takes them as done before a stop. */
  remember(db: Db, subjectOf: ReadonlyMap<number, string>): Promise<void>
  judge(db: Db, now: Temporal.Instant): Promise<JudgedChunk>
}
export type JudgedChunk = { verdicts: ReadonlyMap<number, Verdict>; write(around: Around): Promise<void> }

/** A kind of list, as the import knows it: what its rows are stays within. */
export type ListKind = Pick<Register<never, never>, 'missingColumns' | 'takesTurns' | 'subjects' | 'forget' | 'settle'> & {
  /** Begins to read a list: hand it the rows of data in their order. */
  openPass(tools: Tools, about: PassAbout, stopping: AbortSignal | undefined): Promise<(lines: readonly DataLine[]) => ReadChunk>
}

/** The kind of list that goes into a register. */
export function listKind<Row extends { number: number }, Found>(register: Register<Row, Found>): ListKind {
  const { missingColumns, takesTurns, subjects, forget, settle } = register
  return {
    missingColumns, takesTurns, subjects, forget, ...(settle ? { settle } : {}),
    async openPass(tools, about, stopping) {
      await register.catchUp?.(tools, stopping)
      const read = rowReader(about.reading.mapping, about.world)
      const prepare = register.reader(about)
      const judge = await register.openJudge(tools, about.batch)
      return (lines) => {
        const prepared = new Map(lines.map(({ row, section }) => prepare(read(row, section))).map((one) => [one.number, one]))
        const rows = [...prepared.values()].flatMap(({ listed }) => listed ?? [])
        return {
          prepared,
          remember: (db, subjectOf) => judge.remember(db, rows.flatMap((row) => {
            const subjectId = subjectOf.get(row.number)
            return subjectId === undefined ? [] : [{ row, subjectId }]
          })),
          async judge(db, now) {
            const found = await judge.judge(db, now, rows)
            return {
              verdicts: new Map(found.map(register.verdictOf).map((one) => [one.number, one])),
              write: (around) => register.apply(around, found),
            }
          },
        }
      }
    },
  }
}

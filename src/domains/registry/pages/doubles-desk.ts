import type { ComponentChildren } from 'preact'
import type { Resource } from '../../../kernel/rights.ts'
import type { Db, Tx } from '../../../platform/db/database.ts'
import type { Allowed, UnitAsk } from '../../../platform/http/context.ts'
import type { MergeWords } from '../merge-messages.id.ts'
import type { MergeCommands } from '../merge-records.ts'
import type { PairState } from '../pairs-store.ts'
import type { RegisterTables } from '../register-tables.ts'

/** An answer of one side as it is shown: its text, and where it came from. */
type Answer = { text: string; hint?: string | undefined }

export type PairSideView = { id: string; name: string; number: string; facts: string; version: number; mergedInto: string | null }

/** Two records side by side, in words. */
export type PairView = {
  a: PairSideView; b: PairSideView
  /** Which stays, as first proposed. */
  survivor: 'a' | 'b'
  state: PairState
  /** What the rule says today; `evidence` part by part. */
  score: { points: number; isGone: boolean; evidence: ComponentChildren } | undefined
  differing: { group: string; label: string; prefer: 'a' | 'b'; a: Answer; b: Answer }[]
  same: { label: string; value: string }[]
  /** Sums differ and are not shown. */
  hidesMoney: boolean
}

/** Where doubles of one register are decided. */
export type DoublesDesk = {
  register: 'business' | 'cooperative'
  /** `/petugas/ganda`; its pairs and its history lie below. */
  path: string
  /** Where records are looked at: `/petugas/usaha`. */
  recordPath: string
  tables: RegisterTables
  words: MergeWords
  commands: MergeCommands
  groupOf: (field: string) => string
  /** What the right to a pair depends on. */
  access(ask: Pick<UnitAsk, 'unit' | 'params'>): Promise<Resource | undefined>
  /** The strongest reasons of pairs as of today, in one line each; undefined where one of the two is gone. */
  reasons(tx: Db | Tx, pairs: readonly (readonly [string, string])[]): Promise<(string | undefined)[]>
  /** @returns undefined when one of the two is not there */
  readPair(ask: Allowed, ids: readonly [string, string], showsMoney: boolean): Promise<PairView | undefined>
}

/** Both registers, for the tabs above each list of pairs. */
export const DESK_PATHS: Record<DoublesDesk['register'], string> = { business: '/petugas/ganda', cooperative: '/petugas/koperasi/ganda' }

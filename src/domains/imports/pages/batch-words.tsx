import { Temporal } from 'temporal-polyfill'
import { longDate } from '../../../kernel/wib.ts'
import { StatusTag } from '../../../ui/status-tag.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { type Batch, type BatchRow, type BatchState, type Counts, OUTCOMES } from '../batch-store.ts'
import { importPages as w } from '../page-messages.id.ts'

const TONES: Record<BatchState, Tone> = {
  columns: 'info', checking: 'info', checked: 'warning', importing: 'info', imported: 'success', undoing: 'info', undone: 'neutral', discarded: 'neutral', failed: 'danger',
}
export const StateTag = ({ state }: { state: BatchState }) => <StatusTag tone={TONES[state]} text={w.states[state]} />

const OUTCOME_TONES: Record<BatchRow['outcome'], Tone> = {
  new: 'success', same: 'neutral', changed: 'info', doubtful: 'warning', refused: 'danger', 'passed-over': 'neutral',
}
export const OutcomeTag = ({ outcome }: { outcome: BatchRow['outcome'] }) => <StatusTag tone={OUTCOME_TONES[outcome]} text={w.outcomes[outcome].name} />

/** All outcomes in the order in which screens show them. */
export const ALL_OUTCOMES = [...OUTCOMES, 'passed-over'] as const

export const countOf = (counts: Counts, outcome: BatchRow['outcome']): number => counts[outcome === 'passed-over' ? 'passedOver' : outcome] ?? 0

/** Rows of data: the sum of the five. */
export const rowsOf = (counts: Counts): number => OUTCOMES.reduce((sum, outcome) => sum + countOf(counts, outcome), 0)

export const partsOf = (counts: Counts) => OUTCOMES.map((outcome) => ({ name: w.outcomes[outcome].name, count: countOf(counts, outcome) }))

export const dayOf = (iso: string): string => longDate(Temporal.PlainDate.from(iso))

export const pathOf = (batch: Pick<Batch, 'id'>, more = ''): string => `/petugas/impor/${batch.id}${more}`

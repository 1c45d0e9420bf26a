import type { Allowed } from '../../../platform/http/context.ts'
import type { Batch, Reading } from '../batch-store.ts'
import { type FieldForm, fieldRule } from '../core/fields.ts'
import type { MappedColumn } from '../core/mapping.ts'
import { columnLetters } from '../core/row.ts'
import { type Proposed, missingColumns, proposalFor, sheetsOf } from '../open-batch.ts'
import { importPages as w } from '../page-messages.id.ts'
import { stepsOf } from '../steer-batch.ts'
import { batchAsked } from './batch-access.ts'

/** One column as a person decides on it. `by-hand`: it was saved otherwise than proposed. */
export type ColumnView = MappedColumn & {
  letters: string; samples: string[]; reason: string; standing: 'sure' | 'unsure' | 'by-hand' | 'empty'; form: FieldForm | undefined
}

/** `isOpen`: the columns can still be chosen; otherwise nothing else is told of them. */
export type ColumnsModel = { batch: Batch; reading: Reading; sheets: { name: string; hidden: boolean }[]; columns: ColumnView[]; missing: string[]; isOpen: boolean }

/** Below this a person should look. */
const SURE = 0.7
const SHOWN_SAMPLES = 3

export async function readColumns({ unit, tools, params }: Allowed): Promise<ColumnsModel | undefined> {
  const batch = await batchAsked({ unit, params })
  if (!batch?.reading) return undefined
  const { reading } = batch
  if (!stepsOf(batch.state).includes('check')) return { batch, reading, sheets: [], columns: [], missing: [], isOpen: false }
  const sheets = await sheetsOf(tools, batch)
  const sheet = sheets.find(({ name }) => name === batch.sheet)
  const proposed = sheet && await proposalFor({ db: unit.tx, clock: tools.clock }, batch.officeId, sheet, batch.kind)
  return {
    batch, reading, sheets: sheets.map(({ name, hidden }) => ({ name, hidden })), missing: missingColumns(reading), isOpen: true,
    columns: reading.mapping.columns.map((column) => columnView(reading, column, proposed?.ok ? proposed.value : undefined)),
  }
}

function columnView(reading: Reading, column: MappedColumn, proposed: Proposed | undefined): ColumnView {
  const found = proposed?.proposal.columns.find(({ at }) => at === column.at)
  const samples = found?.samples ?? []
  const isByHand = found?.field !== column.field
  const standing = isByHand ? 'by-hand' : samples.length === 0 ? 'empty' : (found?.confidence ?? 0) < SURE ? 'unsure' : 'sure'
  return {
    ...column, letters: columnLetters(column.at), standing, samples: samples.slice(0, SHOWN_SAMPLES).map(shortened),
    reason: isByHand ? w.columns.byHandReason : found?.reason ?? '',
    form: column.field === null ? undefined : fieldRule(reading.mapping.kind, column.field)?.form,
  }
}

const LONGEST_SAMPLE = 60

/** Numbers of the state are shown as far as a column is told by them. */
function shortened(sample: string): string {
  const masked = sample.replace(/\d{16}/g, (digits) => `${digits.slice(0, 4)}••••••••${digits.slice(-4)}`)
  return masked.length > LONGEST_SAMPLE ? `${masked.slice(0, LONGEST_SAMPLE)}…` : masked
}

import { type Problem, type Result, invalid, ok } from '../../kernel/result.ts'
import type { Unit } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { type Batch, type Reading, deleteRows, getBatch, saveBatch } from './batch-store.ts'
import { type RecordKind, fieldRule, isSum } from './core/fields.ts'
import { type MappedColumn, headingOptions } from './core/mapping.ts'
import type { DateOrder } from './core/read-dates.ts'
import { importsId } from './messages.id.ts'
import { proposalFor, readingOf, sheetsOf } from './open-batch.ts'
import { importScreens as t } from './screen-messages.id.ts'
import { heldFor } from './steer-batch.ts'

/** What bare figures of a column may stand for: rupiah, thousands, millions, billions. */
export const FACTORS = [1, 1e3, 1e6, 1e9] as const
type Factor = (typeof FACTORS)[number]

/** How days may be written, for a person to choose. */
export const DATE_ORDERS = ['dmy', 'mdy'] as const satisfies readonly DateOrder[]

/** What a person says of one column; `at` is its place in the sheet, from 0. What is left out stays, or is as the heading says. */
export type ColumnChoice = { at: number; field: string | null; factor?: Factor | undefined; dateOrder?: (typeof DATE_ORDERS)[number] | undefined }

type Who = { officeId: string; by: string; id: string }

/** Says which column is which. Columns not named stay as they are; what a trial found before no longer holds. */
export async function chooseColumns(unit: Unit, { officeId, by, id }: Who, choices: readonly ColumnChoice[]): Promise<Result<Batch>> {
  const held = await heldFor(unit, officeId, id, 'check')
  if (!held.ok) return held
  const { reading } = held.value
  if (!reading) throw new Error('a batch without its columns')
  const problems = problemsOf(reading, choices)
  if (problems.length > 0) return invalid(problems)
  const byPlace = new Map(choices.map((choice) => [choice.at, choice]))
  const { kind } = reading.mapping
  const columns = reading.mapping.columns.map((column) => chosen(kind, column, byPlace.get(column.at)))
  if (columns.every((column, at) => isSame(column, reading.mapping.columns[at]))) return held
  return keepReading(unit, by, held.value, { reading: { ...reading, mapping: { kind, columns } } })
}

const isSame = (one: MappedColumn, other: MappedColumn | undefined): boolean =>
  one.field === other?.field && one.factor === other.factor && one.dateOrder === other.dateOrder && one.year === other.year

/** Problems are named by the place of the column: `column-3`. */
function problemsOf({ mapping: { kind, columns } }: Reading, choices: readonly ColumnChoice[]): Problem[] {
  const known = new Map(columns.map((column) => [column.at, column]))
  const wanted = new Map(columns.map(({ at, field }) => [at, field]))
  const problems: Problem[] = []
  for (const { at, field } of choices) {
    if (!known.has(at)) problems.push({ field: `column-${at}`, message: t.noColumn(at) })
    else if (field !== null && !fieldRule(kind, field)) problems.push({ field: `column-${at}`, message: t.noField(field) })
    else wanted.set(at, field)
  }
  const taken = new Map<string, string>()
  for (const [at, field] of wanted) {
    if (field === null || fieldRule(kind, field)?.repeats) continue
    const other = taken.get(field)
    if (other === undefined) taken.set(field, known.get(at)?.header ?? '')
    else problems.push({ field: `column-${at}`, message: t.fieldTwice(importsId.fields[field] ?? field, other) })
  }
  return problems
}

function chosen(kind: RecordKind, column: MappedColumn, choice: ColumnChoice | undefined): MappedColumn {
  if (!choice) return column
  const { at, header } = column
  const form = choice.field === null ? undefined : fieldRule(kind, choice.field)?.form
  const kept: Partial<MappedColumn> = choice.field === column.field ? column : {}
  const made: MappedColumn = { at, header, field: choice.field }
  if (isSum(form)) {
    const said = headingOptions(header)
    const factor = choice.factor ?? kept.factor ?? said.factor
    return { ...made, ...(factor === undefined || factor === 1 ? {} : { factor }), ...(said.year === undefined ? {} : { year: said.year }) }
  }
  const dateOrder = form === 'date' || form === 'birth' ? choice.dateOrder ?? kept.dateOrder : undefined
  return dateOrder === undefined ? made : { ...made, dateOrder }
}

/** Looks at another sheet of the file, or at the same as a list of the other register, and proposes its columns anew. */
export async function readAnew(unit: Unit, tools: Tools, { officeId, by, id }: Who, { sheet, kind }: { sheet: string; kind: RecordKind }): Promise<Result<Batch>> {
  const held = await heldFor(unit, officeId, id, 'check')
  if (!held.ok) return held
  const sheets = await sheetsOf(tools, held.value)
  const found = sheets.find(({ name }) => name === sheet)
  if (!found) return invalid([{ field: 'sheet', message: t.noSheet(sheet, sheets.map(({ name }) => name).join(', ')) }])
  const proposed = await proposalFor({ db: unit.tx, clock: tools.clock }, officeId, found, kind)
  if (!proposed.ok) return invalid(proposed.error.kind === 'invalid' ? proposed.error.problems.map(({ message }) => ({ field: 'sheet', message })) : [])
  return keepReading(unit, by, held.value, { reading: readingOf(proposed.value), sheet, kind })
}

async function keepReading(unit: Unit, by: string, batch: Batch, change: { reading: Reading; sheet?: string; kind?: RecordKind }): Promise<Result<Batch>> {
  await deleteRows(unit.tx, batch.id)
  await saveBatch(unit.tx, unit.now, batch.id, { ...change, state: 'columns', position: 0, filePosition: 0, counts: {} })
  unit.record(batch.officeId, { what: 'import.columns', kind: 'import', subject: batch.id, actor: by, from: batch.state, to: 'columns' })
  return ok(await getBatch(unit.tx, batch.id))
}

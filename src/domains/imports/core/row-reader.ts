import { importsId as t } from '../messages.id.ts'
import { cellReader } from './cell-reader.ts'
import type { CellReader, FieldValue, Sets, World } from './cell-reader.ts'
import { fieldRule } from './fields.ts'
import type { FieldRule } from './fields.ts'
import type { MappedColumn, Mapping } from './mapping.ts'
import { placeKey } from './place-names.ts'
import { readPoint, readPointInOne } from './read-points.ts'
import type { Point } from './read-points.ts'
import type { Fault, Read, Remark, Unstated } from './reading.ts'
import { textAt } from './row.ts'
import type { Row } from './row.ts'
import { placesIn } from './section.ts'
import type { SectionContext } from './section.ts'

/** Something to know about a value that was taken; the sentence names the column and quotes what was found. */
export type RowNote = { field: string; header: string; code: string; sentence: string }

/** Why a value was not taken. `doubtful`: a person can decide; otherwise the cell must be mended. */
export type RowProblem = RowNote & { doubtful: boolean }

/**
 * A row as the registry could take it: values by field (`owner.phone`), what people did not know or would not tell, and all there is to
 * say about it. What a cell leaves empty is in none of them.
 */
export type ReadRow = {
  number: number
  fields: Record<string, FieldValue>
  unknown: Record<string, Unstated>
  notes: RowNote[]
  problems: RowProblem[]
}

type PlainColumn = { column: MappedColumn; field: string; rule: FieldRule; read: CellReader }
type WholeRow = Partial<Record<'village' | 'district' | 'villageCode' | 'regency' | 'latitude' | 'longitude' | 'point', MappedColumn>>

/**
 * The reader of the rows of one list. What repeats (places, sums, days, answers) is remembered for the run.
 * @returns a function of the row and of what its section says; the section fills in a kecamatan or village the row leaves out
 */
export function rowReader({ kind, columns }: Mapping, world: World): (row: Row, section?: SectionContext) => ReadRow {
  const plain: PlainColumn[] = []
  const whole: WholeRow & { address?: MappedColumn } = {}
  for (const column of columns) {
    const rule = column.field === null ? undefined : fieldRule(kind, column.field)
    if (column.field === null || !rule) continue
    const read = cellReader(kind, column, world)
    if (column.field === 'address') whole.address ??= column
    if (read) plain.push({ column, field: column.field, rule, read })
    else if (isWholeRow(column.field)) whole[column.field] ??= column
  }
  return (row, section = {}) => {
    const found: ReadRow = { number: row.number, fields: {}, unknown: {}, notes: [], problems: [] }
    for (const one of plain) readPlain(row, one, found)
    sumCapital(found)
    nameBody(found, columns)
    readPlace(row, section, whole, world, found)
    readCoordinates(row, whole, world, found)
    if (whole.regency) checkRegency(row, whole.regency, world, found)
    return found
  }
}

const isWholeRow = (field: string): field is keyof WholeRow =>
  ['village', 'district', 'villageCode', 'regency', 'latitude', 'longitude', 'point'].includes(field)

function readPlain(row: Row, { column, field, rule, read }: PlainColumn, found: ReadRow): void {
  const cell = row.cells[column.at]
  if (!cell || (cell.text === '' && cell.kind !== 'error')) return
  const result = read(cell)
  if (!result.ok) {
    problem(found, field, column.header, result.error)
    return
  }
  const reading = result.value
  if (reading.kind === 'value') {
    put(found, reading.value, rule)
    if (reading.note) note(found, field, column.header, reading.note)
  } else if (reading.kind === 'unstated') {
    if (rule.unstatable) found.unknown[field] = reading.reason
    else note(found, field, column.header, { code: 'unstated', sentence: t.values.unstated(cell.text.trim()) })
  }
}

/** The first column that fills a field stands; columns that are added up are. */
function put({ fields }: ReadRow, sets: Sets, rule: FieldRule): void {
  for (const field in sets) {
    const value = sets[field]
    if (value === undefined) continue
    const before = fields[field]
    if (before === undefined) fields[field] = value
    else if (rule.repeats && typeof before === 'number' && typeof value === 'number') fields[field] = before + value
  }
}

/** Capital told in parts (machines, working capital) is their sum, unless it is told whole as well. */
function sumCapital({ fields }: ReadRow): void {
  const sum = fields['capitalPart']
  if (sum === undefined) return
  fields['capital'] ??= sum
  delete fields['capitalPart']
}

/** The licensing system calls a project "-" as often as not; a firm or company then goes by the name it is registered under. */
function nameBody(found: ReadRow, columns: readonly MappedColumn[]): void {
  const { name, nibName, legalForm } = found.fields
  if (name !== undefined || nibName === undefined || legalForm === undefined || legalForm === 'none') return
  found.fields['name'] = nibName
  const header = columns.find(({ field }) => field === 'name')?.header ?? ''
  note(found, 'name', header, { code: 'name-from-nib', sentence: t.values.nameFromNib(String(nibName)) })
}

const problem = (found: ReadRow, field: string, header: string, { code, sentence, doubtful }: Fault): void => {
  found.problems.push({ field, header, code, sentence: t.inColumn(header, sentence), doubtful: doubtful === true })
}

const note = (found: ReadRow, field: string, header: string, { code, sentence }: Remark): void => {
  found.notes.push({ field, header, code, sentence: t.inColumn(header, sentence) })
}

const cellText = (row: Row, column: MappedColumn | undefined): string => (column ? textAt(row, column.at) : '')

/** The village: by its own columns, then by the section the row stands in, then by what the address says. */
function readPlace(row: Row, section: SectionContext, whole: WholeRow & { address?: MappedColumn }, world: World, found: ReadRow): void {
  const { address: addressColumn } = whole
  const code = cellText(row, whole.villageCode)
  let village = cellText(row, whole.village)
  let district = cellText(row, whole.district)
  if (isNothing(village)) village = section.village ?? ''
  if (isNothing(district)) district = section.district ?? ''
  let column = whole.village ?? whole.villageCode ?? whole.district
  if (village === '' && code === '') {
    const inAddress = addressColumn && placesIn(textAt(row, addressColumn.at))
    if (inAddress?.village !== undefined) {
      village = inAddress.village
      if (district === '') district = inAddress.district ?? ''
      column = addressColumn
    }
  }
  if (village === '' && code === '' && !whole.village && !whole.villageCode) return
  const match = world.places.match({ village, district, code })
  const header = column?.header ?? ''
  if (!match.ok) return problem(found, 'villageCode', header, match.error)
  found.fields['villageCode'] = match.value.code
  if (match.value.note) note(found, 'villageCode', header, match.value.note)
  else if (column === addressColumn && addressColumn) {
    note(found, 'villageCode', header, { code: 'village-from-address', sentence: t.places.fromAddress(village) })
  }
}

const isNothing = (text: string) => text === '' || /^[-–.?]+$/.test(text)

function readCoordinates(row: Row, whole: WholeRow, world: World, found: ReadRow): void {
  const { latitude, longitude, point } = whole
  let column = latitude
  let read: Read<Point> | undefined
  if (latitude && longitude) read = readPoint(textAt(row, latitude.at), textAt(row, longitude.at), world.area)
  if (point && (!read || (read.ok && read.value.kind === 'empty'))) {
    read = readPointInOne(textAt(row, point.at), world.area)
    column = point
  }
  if (!read || !column) return
  if (!read.ok) return problem(found, 'point', column.header, read.error)
  if (read.value.kind !== 'value') return
  found.fields['latitude'] = read.value.value.latitude
  found.fields['longitude'] = read.value.value.longitude
  if (read.value.note) note(found, 'point', column.header, read.value.note)
}

/** Lists of the licensing system and of the province hold other regencies as well. */
function checkRegency(row: Row, column: MappedColumn, world: World, found: ReadRow): void {
  const stated = textAt(row, column.at)
  if (isNothing(stated) || placeKey(stated) === placeKey(world.regency)) return
  problem(found, 'regency', column.header, { code: 'other-regency', sentence: t.places.otherRegency(stated, world.regency) })
}

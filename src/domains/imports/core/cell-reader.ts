import { ok } from '../../../kernel/result.ts'
import { importsId as t } from '../messages.id.ts'
import { fieldRule } from './fields.ts'
import type { FieldForm, RecordKind } from './fields.ts'
import type { MappedColumn } from './mapping.ts'
import { readChoice, readChoices, readGender, readYesNo } from './read-choices.ts'
import { readBirth, readDate } from './read-dates.ts'
import {
  readBusinessNumber, readDigits, readEmail, readHomeIndustryNumber, readPermitNumber, readPhone, readSixteenDigits, readTaxNumber, readTelephone,
} from './read-identifiers.ts'
import { readKbli } from './read-kbli.ts'
import type { KbliExists } from './read-kbli.ts'
import { readMoney, readSurplus } from './read-money.ts'
import { readCount, readNeighbourhood, readNeighbourhoods, readNumber, readPostalCode, readYear } from './read-numbers.ts'
import type { Area } from './read-points.ts'
import { isRounded, refused, roundedFault, took, unlessAbsent } from './reading.ts'
import type { Read, Remark } from './reading.ts'
import type { Cell } from './row.ts'
import type { VillageMatcher } from './villages.ts'

/** A value as the registry keeps it: whole rupiah, ISO days, codes of answers. */
export type FieldValue = string | number | boolean | string[]

/** What one cell fills in; some fill two fields (RT/RW), some another than their column's (a monthly sum in a yearly column). */
export type Sets = Record<string, FieldValue>

export type CellReader = (cell: Cell) => Read<Sets>

/**
 * What the readers must know of the world: villages, the classification of activities, where the regency lies and how it is called,
 * and the present year for years of two figures.
 */
export type World = { places: VillageMatcher; kbliExists: KbliExists; area: Area; regency: string; thisYear: number }

/** Cells of these forms repeat a lot in a list, so what was read is remembered. */
const REPEATING = new Set<FieldForm>([
  'money', 'surplus', 'count', 'number', 'date', 'year', 'kbli', 'kbli-list', 'gender', 'yes-no', 'choice', 'choices', 'rt', 'rt-rw', 'postal-code',
])
const MOST_REMEMBERED = 20_000
/** As many as the record of a business takes. */
const MOST_OTHER_KBLI = 10

/**
 * The reader for one column. Places and degrees need their neighbours and are read by the row.
 * @returns undefined for a column that is left out, or for a field that only a whole row can tell
 */
export function cellReader(kind: RecordKind, column: MappedColumn, world: World): CellReader | undefined {
  const rule = column.field === null ? undefined : fieldRule(kind, column.field)
  if (column.field === null || !rule) return undefined
  const read = readerOf(kind, column.field, rule.form, column, world)
  if (!read) return undefined
  const guarded: CellReader = (cell) => (cell.kind === 'error' ? refused('cell-error', t.values.cellError(cell.text)) : read(cell))
  return REPEATING.has(rule.form) ? remembering(guarded) : guarded
}

function remembering(read: CellReader): CellReader {
  const known = new Map<string, Read<Sets>>()
  return (cell) => {
    const key = cell.kind + cell.text
    const before = known.get(key)
    if (before) return before
    if (known.size >= MOST_REMEMBERED) known.clear()
    const found = read(cell)
    known.set(key, found)
    return found
  }
}

/** Turns what was read into what it fills in. */
function filling<T>(read: Read<T>, fill: (value: T) => Sets, note?: (value: T) => Remark | undefined): Read<Sets> {
  if (!read.ok) return read
  if (read.value.kind !== 'value') return ok(read.value)
  const { value } = read.value
  return took(fill(value), read.value.note ?? note?.(value))
}

function readerOf(kind: RecordKind, field: string, form: FieldForm, column: MappedColumn, world: World): CellReader | undefined {
  const one = <T extends FieldValue>(read: (cell: Cell) => Read<T>): CellReader =>
    (cell) => filling(read(cell), (value) => ({ [field]: value }))
  const text = <T extends FieldValue>(read: (text: string) => Read<T>): CellReader => one((cell) => read(cell.text))
  const digits = (read: (text: string, options: { isNumber: boolean; lostDigits: boolean }) => Read<string>): CellReader =>
    one((cell) => read(cell.text, { isNumber: cell.kind === 'number', lostDigits: cell.lostDigits === true }))
  const dates = { thisYear: world.thisYear, ...(column.dateOrder ? { order: column.dateOrder } : {}) }
  switch (form) {
    case 'text': return one((cell) => readText(cell))
    case 'digits16': return digits(readSixteenDigits)
    case 'digits13': return digits(readBusinessNumber)
    case 'digits': return digits(readDigits)
    case 'tax-number': return digits(readTaxNumber)
    case 'home-industry': return digits(readHomeIndustryNumber)
    case 'permit': return digits(readPermitNumber)
    case 'phone': return digits(readPhone)
    case 'telephone': return digits(readTelephone)
    case 'email': return text(readEmail)
    case 'money': return moneyReader(kind, { ...column, field }, readMoney)
    case 'surplus': return moneyReader(kind, { ...column, field }, readSurplus)
    case 'count': return one(({ text, kind }) => readCount(text, kind === 'number'))
    case 'number': return one(({ text, kind }) => readNumber(text, kind === 'number'))
    case 'year': return text(readYear)
    case 'gender': return text(readGender)
    case 'yes-no': return text(readYesNo)
    case 'choice': return text((said) => readChoice(kind, field, said))
    case 'choices': return text((said) => readChoices(kind, field, said))
    case 'rt': return text(readNeighbourhood)
    case 'rt-rw': return (cell) => filling(readNeighbourhoods(cell.text), (value) => ({ ...value }))
    case 'postal-code': return text(readPostalCode)
    case 'date': return dateReader(field, dates)
    case 'birth': return (cell) => filling(readBirth(cell.text, dates), ({ place, date }) => ({
      ...(place === undefined ? {} : { 'owner.birthPlace': place }), ...(date === undefined ? {} : { 'owner.birthDate': date }),
    }))
    case 'kbli': return (cell) => filling(readKbli(cell.text, world.kbliExists), ({ code, others }): Sets =>
      (others.length > 0 ? { kbli: code, otherKbli: others.slice(0, MOST_OTHER_KBLI) } : { kbli: code }))
    case 'kbli-list': return (cell) => filling(readKbli(cell.text, world.kbliExists), ({ code, others }) =>
      ({ otherKbli: [code, ...others].slice(0, MOST_OTHER_KBLI) }))
    case 'latitude': case 'longitude': case 'point': case 'village': case 'district': case 'village-code': case 'regency': return undefined
  }
}

/** A line of text: one blank where there were many, quotes around the whole cut off. */
function readText(cell: Cell): Read<string> {
  if (isRounded('', cell.lostDigits)) return roundedFault(cell.text)
  return unlessAbsent(cell.text, (stated) => {
    if (!/[\p{Cc}]|\s\s|^['"`]/u.test(stated)) return took(stated.normalize('NFC'))
    const line = stated.replace(/[\p{Cc}\s]+/gu, ' ').replace(/^(['"`])(.*)\1$|^'(?=\d)/, '$2')
    return took(line.normalize('NFC').trim())
  })
}

function dateReader(field: string, options: Parameters<typeof readDate>[1]): CellReader {
  // Businesses remember the year in which they began; of other days half an answer is told.
  const isLoose = field === 'startedOn'
  return (cell) => filling(readDate(cell.text, options), ({ iso }) => ({ [field]: iso }), ({ iso, precision }) =>
    (precision === 'day' || isLoose ? undefined : { code: 'date-precision', sentence: t.values.datePrecision(cell.text.trim(), iso) }))
}

const OTHER_PERIOD: Readonly<Record<string, { period: 'month' | 'year'; field: string }>> = {
  annualSales: { period: 'month', field: 'monthlySales' }, monthlySales: { period: 'year', field: 'annualSales' },
}

/** A cell that names another period than its column goes where it belongs, and that is told. */
function moneyReader(kind: RecordKind, { field, factor, year }: MappedColumn & { field: string }, readSum: typeof readMoney): CellReader {
  // The assets of a large savings cooperative go into hundreds of miliar.
  const limits = kind === 'cooperative' ? { unlikelyAbove: 10_000_000_000_000 } : {}
  const other = OTHER_PERIOD[field]
  const sets = (target: string, amount: number): Sets =>
    (target === 'annualSales' && year !== undefined ? { annualSales: amount, salesYear: year } : { [target]: amount })
  return (cell) => {
    const read = readSum(cell.text, { ...(factor === undefined ? {} : { factor }), isNumber: cell.kind === 'number', ...limits })
    return filling(read, ({ amount, period }) => sets(period && other?.period === period ? other.field : field, amount), ({ period }) =>
      (period && other?.period === period ? { code: 'other-period', sentence: t.values.movedPeriod[period](cell.text.trim()) } : undefined))
  }
}

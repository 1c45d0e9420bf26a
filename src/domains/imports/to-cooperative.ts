import { Temporal } from 'temporal-polyfill'
import {
  LISTED_OFFICES, type ListedCooperative, type ListedOffice, type ListedPerson, UNSTATABLE_COOPERATIVE_FIELDS, YEAR_SUMS, lastBookYear,
  listedPersonSchema, listedProblems, listedRecordSchema, listedYearSchema,
} from '../cooperatives/index.ts'
import { longDate } from '../../kernel/wib.ts'
import type { Reason } from './batch-store.ts'
import { splitLegalEntity } from './core/legal-entity.ts'
import type { ReadRow } from './core/row-reader.ts'
import { fieldInSentence } from './messages.id.ts'
import type { PassAbout } from './list-kind.ts'
import { type Prepared, type Values, asShown, checkedValues, readReasons } from './prepared.ts'
import { importScreens as t } from './screen-messages.id.ts'

/** Values by which cooperatives are told apart: a wrong one must not be dropped in silence, so the row waits to be mended. */
const TELLS_APART: ReadonlySet<string> = new Set(['name', 'villageCode', 'regency', 'legalEntityNumber', 'registryNumber', 'externalId'])
/** Numbers that tell it apart where the row has no legal entity number. */
const OTHER_NUMBERS: ReadonlySet<string> = new Set(['cooperativeNumber', 'npwp', 'nib'])

const RECORD: ReadonlySet<string> = new Set(Object.keys(listedRecordSchema.shape))
const YEAR: ReadonlySet<string> = new Set(Object.keys(listedYearSchema.shape))
const unstatable = new Set<string>(UNSTATABLE_COOPERATIVE_FIELDS)
const unstatableSums = new Set<string>(YEAR_SUMS)

/** Makes a row of a list what the registry of cooperatives takes. Values that cannot be used are told; those that tell records apart refuse the row. */
export function toCooperative(read: ReadRow, about: PassAbout): Prepared<ListedCooperative> {
  const reasons = readReasons(read)
  const { fields } = read
  const text = (field: string) => (fields[field] === undefined ? undefined : String(fields[field]))
  const tells = (field: string) => TELLS_APART.has(field) || (OTHER_NUMBERS.has(field) && fields['legalEntityNumber'] === undefined)
  const prepared: Prepared<ListedCooperative> = { number: read.number, title: (text('name') ?? text('legalEntityNumber') ?? '').slice(0, 200), reasons }
  const record = checkedValues(listedRecordSchema, recordValues(read, about, reasons), reasons, tells)
  const year = yearValues(read, about, reasons)
  const bookYear = year && checkedValues(listedYearSchema, year, reasons, () => false)
  const people = peopleOf(read, reasons)
  unkept(read, reasons)
  const numbers = { externalId: text('externalId'), registryNumber: text('registryNumber') }
  const isKnowable = record?.name !== undefined || [record?.legalEntityNumber, record?.cooperativeNumber, record?.npwp, record?.nib, ...Object.values(numbers)].some(Boolean)
  if (!isKnowable) reasons.push({ code: 'no-name', sentence: t.noCooperativeName })
  if (!record || !isKnowable || read.problems.some(({ field }) => tells(field))) return prepared
  for (const { field, message } of listedProblems({ record, bookYear }, about.world.today)) leaveOut(field, message, record, bookYear, reasons)
  prepared.listed = { number: read.number, record, ...(bookYear ? { bookYear } : {}), people, ...numbers }
  return prepared
}

function recordValues({ fields, unknown }: ReadRow, { world }: PassAbout, reasons: Reason[]): Values {
  const record: Values = Object.fromEntries(Object.entries(fields).filter(([field]) => RECORD.has(field)))
  const silent = Object.entries(unknown).filter(([field]) => unstatable.has(field))
  if (silent.length > 0) record['unknown'] = Object.fromEntries(silent)
  if (typeof record['kbli'] === 'string') record['kbliVersion'] = world.kbliVersionOf(record['kbli'])
  if (typeof fields['hamlet'] === 'string') record['address'] = [record['address'], t.hamlet(fields['hamlet'])].filter(Boolean).join(', ')
  if (typeof record['legalEntityNumber'] === 'string') {
    const { number, date } = splitLegalEntity(record['legalEntityNumber'], { thisYear: world.thisYear })
    record['legalEntityNumber'] = number
    if (date !== undefined && record['legalEntityDate'] === undefined) {
      record['legalEntityDate'] = date
      reasons.push({ code: 'date-behind-number', sentence: t.dateBehindNumber(number, longDate(Temporal.PlainDate.from(date))) })
    }
  }
  return record
}

/** The answers of a book year, and which year: as told, else that before the meeting, else that of the headings, else the last one over. */
function yearValues({ fields, unknown }: ReadRow, { batch, reading }: PassAbout, reasons: Reason[]): Values | undefined {
  const told = Object.entries(fields).filter(([field]) => YEAR.has(field))
  const silent = Object.entries(unknown).filter(([field]) => unstatableSums.has(field))
  const members = fields['members']
  if (told.length === 0 && silent.length === 0 && members === undefined) return undefined
  const values: Values = { ...Object.fromEntries(told), ...(members === undefined ? {} : { membersRegistered: members }) }
  if (silent.length > 0) values['unknown'] = Object.fromEntries(silent)
  const headings = new Set(reading.mapping.columns.flatMap(({ field, year }) => (field !== null && YEAR.has(field) && year !== undefined ? [year] : [])))
  const meetingOn = fields['meetingOn']
  values['year'] = fields['bookYear']
  if (values['year'] === undefined && typeof meetingOn === 'string') values['year'] = Number(meetingOn.slice(0, 4)) - 1
  else if (values['year'] === undefined && headings.size === 1) values['year'] = [...headings][0]
  else if (values['year'] === undefined) {
    const year = lastBookYear(Temporal.PlainDate.from(batch.observedOn))
    values['year'] = year
    reasons.push({ code: 'book-year-of-list', sentence: t.bookYearOfList(year) })
  }
  return values
}

const isOffice = (text: string): text is ListedOffice => Object.hasOwn(LISTED_OFFICES, text)

function peopleOf({ fields }: ReadRow, reasons: Reason[]): ListedPerson[] {
  return Object.keys(LISTED_OFFICES).filter(isOffice).flatMap((office): ListedPerson[] => {
    const [name, phone] = [fields[office], fields[`${office}.phone`]]
    if (name === undefined) {
      if (phone !== undefined) reasons.push({ code: 'phone-without-name', sentence: t.phoneWithoutName(fieldInSentence(`${office}.phone`), asShown(phone)) })
      return []
    }
    const person = checkedValues(listedPersonSchema, { name, phone }, reasons, (field) => field === 'name')
    return person ? [{ office, ...person }] : []
  })
}

/** What a list tells that has no place in the record is said, rather than dropped in silence. */
function unkept({ fields }: ReadRow, reasons: Reason[]): void {
  if (fields['meetingHeld'] === true && fields['meetingOn'] === undefined) reasons.push({ code: 'meeting-without-day', sentence: t.meetingWithoutDay })
  if (fields['employees'] !== undefined && fields['employeesMale'] === undefined && fields['employeesFemale'] === undefined) {
    reasons.push({ code: 'employees-not-split', sentence: t.employeesNotSplit(asShown(fields['employees'])) })
  }
}

/** Takes an answer that cannot be out of the row; `bookYears.2025.meetingOn` is one of its book year. */
function leaveOut(field: string, message: string, record: Values, bookYear: Values | undefined, reasons: Reason[]): void {
  const key = field.split('.').at(-1) ?? field
  const from = field.startsWith('bookYears.') ? bookYear : record
  if (from?.[key] === undefined) return
  reasons.push({ code: `invalid-${key}`, sentence: t.notTaken(asShown(from[key]), message) })
  if (key !== 'year') delete from[key]
  // A year to come takes all that was told of it along.
  else for (const one of Object.keys(from)) delete from[one]
}

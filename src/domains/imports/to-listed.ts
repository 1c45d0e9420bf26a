import { type ListedRow, UNSTATABLE_FIELDS, listedOwnerSchema, listedRowSchema, mentionSchema } from '../registry/index.ts'
import type { Reason } from './batch-store.ts'
import type { ReadRow } from './core/row-reader.ts'
import { type Prepared, type Values, checkedValues, readReasons } from './prepared.ts'
import { importScreens as t } from './screen-messages.id.ts'
import type { ListWorld } from './world.ts'

/** Values by which people and businesses are told apart: a wrong one must not be dropped in silence, so the row waits to be mended. */
const TELLS_APART: ReadonlySet<string> = new Set([
  'name', 'villageCode', 'regency', 'nib', 'kbli', 'registryNumber', 'externalId', 'owner.name', 'owner.nationalId', 'owner.phone', 'owner.familyCardNumber',
])

const tells = (field: string) => TELLS_APART.has(field)

/** Fields of a list that are not fields of the record. */
const BESIDE: ReadonlySet<string> = new Set(['externalId', 'registryNumber', 'observedOn', 'regency', 'workersTotal', 'statedScale', 'district', 'village'])

const unstatable = new Set<string>(UNSTATABLE_FIELDS)

/** What holds for all rows of a list. `mentions`: it has no column for names, and only mentions businesses by their numbers. */
export type ListAbout = { world: ListWorld; observedYear: number; mentions: boolean }

/** Makes a row of a list what the registry takes. Values that cannot be used are told; those that tell records apart refuse the row. */
export function toListed(read: ReadRow, { world, observedYear, mentions }: ListAbout): Prepared<ListedRow> {
  const reasons = readReasons(read)
  const { record, owner, title } = partsOf(read, world, observedYear, reasons)
  const prepared: Prepared<ListedRow> = { number: read.number, title, reasons }
  const fatal = read.problems.some(({ field }) => TELLS_APART.has(field))
  const text = (field: string) => (read.fields[field] === undefined ? undefined : String(read.fields[field]))
  const numbers = { externalId: text('externalId'), registryNumber: text('registryNumber') }
  const missing = requiredOf(record, owner)
  if (mentions && missing.length > 0) {
    const checkedMention = checkedValues(mentionSchema, record, reasons, tells)
    const isNamed = numbers.externalId !== undefined || numbers.registryNumber !== undefined || checkedMention?.nib !== undefined
    if (!isNamed) reasons.push({ code: 'no-number', sentence: t.noNumber })
    if (!fatal && checkedMention && isNamed) prepared.listed = { number: read.number, record: checkedMention, ...numbers }
    return prepared
  }
  reasons.push(...missing)
  const checkedRecord = checkedValues(listedRowSchema, record, reasons, tells)
  const checkedOwner = checkedValues(listedOwnerSchema, owner, reasons, (field) => tells(`owner.${field}`))
  if (fatal || missing.length > 0 || !checkedRecord || !checkedOwner) return prepared
  prepared.listed = { number: read.number, record: checkedRecord, owner: checkedOwner, ...numbers }
  return prepared
}

function partsOf(read: ReadRow, world: ListWorld, observedYear: number, reasons: Reason[]): { record: Values; owner: Values; title: string } {
  const record: Values = {}
  const owner: Values = {}
  for (const [field, value] of Object.entries(read.fields)) {
    if (field.startsWith('owner.')) owner[field.slice(6)] = value
    else if (!BESIDE.has(field)) record[field] = value
  }
  const unknown = Object.entries(read.unknown).filter(([field]) => unstatable.has(field))
  if (unknown.length > 0) record['unknown'] = Object.fromEntries(unknown)
  if (typeof record['kbli'] === 'string') record['kbliVersion'] = world.kbliVersionOf(record['kbli'])
  if (record['annualSales'] !== undefined && record['salesYear'] === undefined) {
    record['salesYear'] = observedYear
    reasons.push({ code: 'sales-year-of-list', sentence: t.salesYearOfList(observedYear) })
  }
  if (record['name'] === undefined && owner['name'] !== undefined) {
    record['name'] = owner['name']
    reasons.push({ code: 'name-of-owner', sentence: t.nameOfOwner })
  }
  return { record, owner, title: [record['name'], owner['name']].filter((part, at, all) => part !== undefined && all.indexOf(part) === at).map(asText).join(' · ').slice(0, 200) }
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

function requiredOf(record: Values, owner: Values): Reason[] {
  const missing: Reason[] = []
  if (record['name'] === undefined) missing.push({ code: 'no-name', sentence: t.noName })
  else if (owner['name'] === undefined) missing.push({ code: 'no-owner', sentence: t.noOwner })
  if (record['villageCode'] === undefined) missing.push({ code: 'no-village', sentence: t.noVillage })
  return missing
}

import { type Folded, type Told } from '../../../kernel/ledger.ts'
import { type BusinessStatus, UNSTATABLE_FIELDS } from './business-choices.ts'
import { type Business, businessSchema } from './business-record.ts'

/** A record as the list of acts speaks of it, with its owner and the record it was merged into. */
export type LedgerRecord = {
  record: Business & { status: BusinessStatus }
  ownerId: string
  mergedInto: string | null
}

/** A person was asked and did not tell: neither empty nor zero. */
const unstated = (reason: string): Told => ({ unstated: reason })
const reasonOf = (value: Told | undefined): string | undefined =>
  (typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value['unstated'] === 'string' ? value['unstated'] : undefined)

/** The record field by field; "tidak tahu" and "menolak" become the value of the question itself, so that an answer replaces them. */
export function fieldsOf({ record, ownerId, mergedInto }: LedgerRecord): Record<string, Told> {
  const { unknown = {}, ...told } = record
  const fields: Record<string, Told> = { ownerId }
  for (const [field, value] of Object.entries(told)) if (value !== undefined && value !== null) fields[field] = value
  for (const [field, reason] of Object.entries(unknown)) if (reason !== undefined) fields[field] = unstated(reason)
  if (mergedInto) fields['mergedInto'] = mergedInto
  return fields
}

/**
 * The record that folded values give; the other way round of `fieldsOf`.
 * @throws when they are no whole record: a record begins with all that is required, and what is required is never emptied
 */
export function recordOf({ values }: Pick<Folded, 'values'>): LedgerRecord {
  const { ownerId, mergedInto, status, kbliVersion, ...told } = values
  const record: Record<string, Told> = { capital: null, annualSales: null, salesYear: null, ...told }
  const unknown: Record<string, Told> = {}
  for (const field of UNSTATABLE_FIELDS) {
    const reason = reasonOf(told[field])
    if (reason === undefined) continue
    unknown[field] = reason
    if (field === 'capital' || field === 'annualSales') record[field] = null
    else delete record[field]
  }
  if (record['annualSales'] === null) record['salesYear'] = null
  if (Object.keys(unknown).length > 0) record['unknown'] = unknown
  return {
    record: { ...kept(record), ...(record['kbli'] === undefined ? {} : { kbliVersion: kbliVersion === '2025' ? '2025' : '2020' }), status: statusOf(status) },
    ownerId: String(ownerId), mergedInto: typeof mergedInto === 'string' ? mergedInto : null,
  }
}

const STATUS = businessSchema.shape.status
const statusOf = (status: Told | undefined): BusinessStatus => STATUS.parse(status) ?? 'active'

// Values went through the schema when they were told; the rules of today must not lose what was true then.
function kept(record: Record<string, Told>): Business {
  for (const field of ['name', 'villageCode']) {
    if (typeof record[field] !== 'string') throw new Error(`a business without ${field} is no business`)
  }
  return record as Business
}

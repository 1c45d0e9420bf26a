import type { Told } from '../../../kernel/ledger.ts'

/**
 * Answers that only make sense together: a village without its address, a year without its sum. Who takes one from another record
 * takes all of the group. The group bears the name of its first field; a field that stands in no group is one by itself.
 */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  address: ['address', 'rt', 'rw', 'hamlet', 'postalCode', 'villageCode'],
  latitude: ['latitude', 'longitude', 'accuracyM', 'coordinatesSource'],
  kbli: ['kbli', 'kbliVersion'],
  annualSales: ['annualSales', 'salesYear', 'monthlySales'],
  monthlyCapacity: ['monthlyCapacity', 'capacityUnit'],
  nib: ['nib', 'nibDate', 'nibName', 'ossScale'],
  halalNumber: ['halalNumber', 'halalDate', 'halalUntil'],
  trademarkNumber: ['trademarkNumber', 'trademarkClasses'],
  visitOutcome: ['visitOutcome', 'respondent', 'interviewedAt', 'formVersion'],
}

const GROUP_OF = new Map(Object.entries(GROUPS).flatMap(([group, fields]) => fields.map((field) => [field, group] as const)))

/** The fields that move together under this name. */
export const groupFields = (group: string): readonly string[] => GROUPS[group] ?? [group]

/** The group a field belongs to: its own name when it stands alone. */
export const groupOf = (field: string): string => GROUP_OF.get(field) ?? field

/** What merging must know of the records of a register. */
export type RecordShape = {
  groupOf: (field: string) => string
  groupFields: (group: string) => readonly string[]
  /** Fields that are never taken from a double: that it is one, and what follows from others. */
  isOwn: (field: string) => boolean
  /** What is said of a double besides that another stands for it. */
  ofDouble: Readonly<Record<string, Told>>
}

export const BUSINESS_SHAPE: RecordShape = {
  groupOf, groupFields, isOwn: (field) => field === 'mergedInto' || field === 'status', ofDouble: { status: 'duplicate' },
}

import { YEAR_SUMS } from './choices.ts'

/**
 * Answers that only make sense together: a village without its address, a number without its day. Who takes one from another record takes
 * all of the group. The group bears the name of its first field; a field that stands in no group is one by itself, as each position is.
 */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  address: ['address', 'rt', 'rw', 'postalCode', 'villageCode'],
  latitude: ['latitude', 'longitude'],
  legalEntityNumber: ['legalEntityNumber', 'legalEntityDate'],
  amendmentNumber: ['amendmentNumber', 'amendmentDate', 'notary'],
  kbli: ['kbli', 'kbliVersion'],
  savingsLicenceNumber: ['savingsLicenceNumber', 'savingsLicenceDate'],
  certificateNumber: ['certificateNumber', 'certificateDate', 'certificateGrade'],
  membersFemale: ['membersFemale', 'membersMale'],
  employeesFemale: ['employeesFemale', 'employeesMale'],
  status: ['status', 'statusDate', 'statusReason'],
  kdkmpScheme: ['kdkmpScheme', 'outlets', 'operatingSince'],
}

/** Within a book year: its meeting, its audit, its examination; sums of one year belong to one balance. */
const YEAR_GROUPS: Readonly<Record<string, readonly string[]>> = {
  meetingOn: ['meetingOn', 'meetingReportedOn', 'membersRegistered', 'membersAttended', 'quorumMet', 'meetingResult'],
  auditor: ['auditor', 'auditOpinion', 'auditedOn'],
  healthGrade: ['healthGrade', 'healthScore', 'healthExaminedOn'],
  assets: ['assets', ...YEAR_SUMS.filter((sum) => sum !== 'assets')],
}

const lookUp = (groups: Readonly<Record<string, readonly string[]>>) =>
  new Map(Object.entries(groups).flatMap(([group, fields]) => fields.map((field) => [field, group] as const)))
const [GROUP_OF, YEAR_GROUP_OF] = [lookUp(GROUPS), lookUp(YEAR_GROUPS)]

/** `year/2025/assets` in its parts; undefined for a field of no year. */
const ofYear = (field: string): [prefix: string, answer: string] | undefined => {
  const [, prefix, answer] = /^(year\/\d{4}\/)(.+)$/.exec(field) ?? []
  return prefix === undefined || answer === undefined ? undefined : [prefix, answer]
}

/** How answers of a cooperative move together when two records become one. */
export const COOPERATIVE_SHAPE = {
  groupOf(field: string): string {
    const year = ofYear(field)
    return year ? year[0] + (YEAR_GROUP_OF.get(year[1]) ?? year[1]) : GROUP_OF.get(field) ?? field
  },
  groupFields(group: string): readonly string[] {
    const year = ofYear(group)
    if (!year) return GROUPS[group] ?? [group]
    return (YEAR_GROUPS[year[1]] ?? [year[1]]).map((answer) => year[0] + answer)
  },
  // That there is a year follows from what is told of it.
  isOwn: (field: string): boolean => field === 'mergedInto' || /^year\/\d{4}\/year$/.test(field),
  ofDouble: {},
}

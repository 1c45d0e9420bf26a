import { Temporal } from 'temporal-polyfill'
import type { Problem } from '../../../kernel/result.ts'
import { cooperativeMessages as t } from '../messages.id.ts'
import { bookYearEnd } from './annual-meeting.ts'
import { checkBoard } from './board-check.ts'
import { UNSTATABLE, YEAR_SUMS } from './choices.ts'
import { type Check, type CheckContext, type Warning, type WarningCode, warn } from './finding.ts'
import { USUAL_NUMBER_LENGTH } from './identity.ts'
import type { BookYear, Cooperative, Whole } from './record.ts'

const problem = (field: string, message: string): Problem => ({ field, message })
const isAfter = (date: string | undefined, other: string | undefined) => date !== undefined && other !== undefined && date > other

/**
 * The checks between the answers, after each alone has passed its schema. Problems are only what cannot be; all else is a warning.
 * Source: registry notes, sections 4, 5 and 7; what each sentence names
 */
export function checkCooperative({ record, positions, bookYears }: Whole, context: CheckContext): Check {
  const found = [
    checkPlace(record, context), checkDates(record, context), checkUnstated(record), checkIdentity(record, context), checkSize(record),
    checkBoard(record, positions, context), checkBranches(record, context), ...bookYears.map((year) => checkYear(record, year, context)),
  ]
  return { problems: found.flatMap((one) => one.problems), warnings: found.flatMap((one) => one.warnings) }
}

function checkPlace({ latitude, longitude }: Cooperative, { village }: CheckContext): Check {
  const problems: Problem[] = []
  if (village !== 'active') problems.push(problem('villageCode', village === 'former' ? t.record.villageFormer : t.record.villageUnknown))
  if ((latitude === undefined) !== (longitude === undefined)) problems.push(problem('latitude', t.record.pointHalf))
  return { problems, warnings: [] }
}

const PAST = ['legalEntityDate', 'amendmentDate', 'certificateDate', 'savingsLicenceDate', 'operatingSince', 'statusDate'] as const

function checkDates(record: Cooperative, { asOf }: CheckContext): Check {
  const problems = PAST.filter((field) => isAfter(record[field], asOf.toString())).map((field) => problem(field, t.record.dateInFuture))
  // The articles of a body can only be changed once there is a body.
  if (isAfter(record.legalEntityDate, record.amendmentDate)) problems.push(problem('amendmentDate', t.record.amendmentBefore))
  const warnings: Warning[] = []
  // The first law on cooperatives of the colony; nothing registered is older.
  if (record.legalEntityDate < '1915-01-01') warnings.push(warn('legalEntityDate', 'founded-long-ago'))
  if (isAfter(record.legalEntityDate, record.operatingSince)) warnings.push(warn('operatingSince', 'ran-before-founding'))
  return { problems, warnings }
}

function checkUnstated(record: Cooperative): Check {
  const both = UNSTATABLE.filter((field) => record[field] !== undefined && record.unknown?.[field])
  return { problems: both.map((field) => problem(field, t.record.answerAndReason)), warnings: [] }
}

function checkIdentity(record: Cooperative, { kbliVersions }: CheckContext): Check {
  const problems: Problem[] = []
  const warnings: Warning[] = []
  const { kbli, kbliVersion, cooperativeNumber } = record
  if (kbli !== undefined && kbliVersions.length === 0) problems.push(problem('kbli', t.record.kbliUnknown))
  else if (kbli !== undefined && kbliVersion && !kbliVersions.includes(kbliVersion)) problems.push(problem(
    'kbli', t.record.kbliOtherVersion(kbliVersions.join(', ')),
  ))
  if (cooperativeNumber && cooperativeNumber.length !== USUAL_NUMBER_LENGTH) warnings.push(warn('cooperativeNumber', 'number-length'))
  if (record.membershipArea && record.membershipArea !== 'regency') warnings.push(warn('membershipArea', 'supervised-elsewhere'))
  const saves = record.kind === 'savings-and-loan' || record.hasSavingsUnit === true
  if (saves && !record.savingsLicenceNumber) warnings.push(warn('savingsLicenceNumber', 'no-savings-licence'))
  if (record.status && record.status !== 'active' && !record.statusReason) warnings.push(warn('statusReason', 'status-without-reason'))
  return { problems, warnings }
}

function checkBranches({ branches = [] }: Cooperative, { asOf }: CheckContext): Check {
  const isToCome = branches.some(({ openedOn, closedOn }) => isAfter(openedOn, asOf.toString()) || isAfter(closedOn, asOf.toString()))
  const problems = branches.some(({ openedOn, closedOn }) => isAfter(openedOn, closedOn)) ? [problem('branches', t.record.closedFirst)] : []
  return { problems: isToCome ? [...problems, problem('branches', t.record.notToCome)] : problems, warnings: [] }
}

/** Founders of a primary cooperative. Source: UU 25/1992 Pasal 6 as changed by UU 11/2020 and UU 6/2023 */
const LEAST_MEMBERS = 9
/** Member cooperatives of a secondary one. Source: the same */
const LEAST_MEMBER_COOPERATIVES = 3

function checkSize({ level = 'primary', membersFemale, membersMale, memberCooperatives }: Cooperative): Check {
  const warnings: Warning[] = []
  if (level === 'primary' && membersFemale !== undefined && membersMale !== undefined && membersFemale + membersMale < LEAST_MEMBERS) {
    warnings.push(warn('membersMale', 'few-members'))
  }
  if (level === 'secondary' && memberCooperatives !== undefined && memberCooperatives < LEAST_MEMBER_COOPERATIVES) {
    warnings.push(warn('memberCooperatives', 'few-member-cooperatives'))
  }
  return { problems: [], warnings }
}

const YEAR_DATES = ['meetingOn', 'meetingReportedOn', 'auditedOn', 'healthExaminedOn'] as const

function checkYear(record: Cooperative, year: BookYear, { asOf }: CheckContext): Check {
  const at = (field: string) => `bookYears.${year.year}.${field}`
  const problems = YEAR_DATES.filter((field) => isAfter(year[field], asOf.toString())).map((field) => problem(
    at(field), t.record.dateInFuture,
  ))
  const warnings: Warning[] = []
  if (year.year > asOf.year) problems.push(problem(at('year'), t.record.yearInFuture))
  else if (Temporal.PlainDate.compare(
    bookYearEnd({ bookYear: year.year, endMonth: record.bookYearEndMonth }), asOf,
  ) > 0) warnings.push(warn(at('year'), 'year-not-over'))
  for (const sum of YEAR_SUMS) if (year[sum] !== undefined && year.unknown?.[sum]) problems.push(problem(at(sum), t.record.answerAndReason))
  if (year.membersAttended !== undefined && year.membersRegistered !== undefined && year.membersAttended > year.membersRegistered) {
    problems.push(problem(at('membersAttended'), t.record.moreAttended))
  }
  const end = bookYearEnd({ bookYear: year.year, endMonth: record.bookYearEndMonth }).toString()
  if (year.meetingOn !== undefined && year.meetingOn <= end) warnings.push(warn(at('meetingOn'), 'meeting-before-year-end'))
  if (isAfter(year.meetingOn, year.meetingReportedOn)) warnings.push(warn(at('meetingReportedOn'), 'reported-before-meeting'))
  return { problems, warnings: [...warnings, ...sumWarnings(year).map((code) => warn(at(code.field), code.code))] }
}

/** The parts of own capital, all of which are needed before their sum says anything. */
const OWN_PARTS = ['principalSaving', 'mandatorySaving', 'reserves', 'grants'] as const

function sumWarnings(year: BookYear): { field: string; code: WarningCode }[] {
  const { ownCapital, income, expenses, netSurplus, loansGiven, nonPerformingLoans } = year
  const parts = OWN_PARTS.map((part) => year[part])
  const found: { field: string; code: WarningCode }[] = []
  if (ownCapital !== undefined && parts.every((part) => part !== undefined) && parts.reduce((sum, part) => sum + part, 0) !== ownCapital) {
    found.push({ field: 'ownCapital', code: 'own-capital-differs' })
  }
  if (income !== undefined && expenses !== undefined && netSurplus !== undefined && income - expenses !== netSurplus) {
    found.push({ field: 'netSurplus', code: 'surplus-differs' })
  }
  if (loansGiven !== undefined && nonPerformingLoans !== undefined && nonPerformingLoans > loansGiven) {
    found.push({ field: 'nonPerformingLoans', code: 'more-bad-than-given' })
  }
  return found
}

import type { Problem } from '../../../kernel/result.ts'
import type { CooperativeChange, CooperativeRequest } from './record.ts'

/** What only the office may say of a cooperative: how it stands, and what its own examinations found. */
const RECORD = ['status', 'statusDate', 'statusReason', 'kukClass'] as const
const YEAR = ['meetingReportedOn', 'healthGrade', 'healthScore', 'healthExaminedOn'] as const

/**
 * What a cooperative's own people told although it is the office's to say. "Active" at entering is only what the office would note too.
 * @param isNew it is being entered now
 */
export function officeOnlyProblems(told: CooperativeChange | CooperativeRequest, message: string, isNew: boolean): Problem[] {
  const ofRecord = RECORD.filter((key) => told[key] !== undefined && !(isNew && key === 'status' && told.status === 'active'))
  const ofYears = (told.bookYears ?? []).flatMap((year) =>
    YEAR.filter((key) => year[key] !== undefined).map((key) => `bookYears.${year.year}.${key}`))
  return [...ofRecord, ...ofYears].map((field) => ({ field, message }))
}

export { type PeriodKind, PERIOD_KINDS, periodOf } from './core/report.ts'
export { verifyReport } from './verify-report.ts'

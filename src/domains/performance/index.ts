export { type PeriodKind, PERIOD_KINDS, periodOf } from './core/report.ts'
export { keepHealth } from './board-store.ts'
export { type ReportTask, listReportTasks, taskText } from './reports/tasks.ts'
export { verifyReport } from './verify-report.ts'

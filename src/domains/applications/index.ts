export { applicationExport } from './export.ts'
export { recomputeOpenDeadlines } from './commands/recompute.ts'
export { type CaseCard, caseCards } from './case-cards.ts'

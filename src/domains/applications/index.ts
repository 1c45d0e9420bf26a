export { applicationExport } from './export.ts'
export { recomputeOpenDeadlines } from './commands/recompute.ts'
export { countCases, eraseUnsent, filesOfPerson } from './erase-unsent.ts'

export { applicationsByVillage } from './coverage.ts'
export { applicationExport } from './export.ts'
export { recomputeOpenDeadlines } from './commands/recompute.ts'

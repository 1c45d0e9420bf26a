export { applicationsByVillage } from './coverage.ts'
export { applicationExport } from './export.ts'
export { recomputeOpenDeadlines } from './commands/recompute.ts'
export { referencesOf } from './queue-store.ts'

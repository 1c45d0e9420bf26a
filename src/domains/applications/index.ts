export { recomputeOpenDeadlines } from './commands/recompute.ts'
export { takeStep } from './commands/steps.ts'
export { findApplication } from './store.ts'

export { recomputeOpenDeadlines } from './commands/recompute.ts'

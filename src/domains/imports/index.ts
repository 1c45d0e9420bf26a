export type { ImportReport, ImportWish } from './cli.ts'
export { removeBatch } from './remove-batch.ts'

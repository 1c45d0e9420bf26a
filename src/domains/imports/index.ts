export type { ImportReport, ImportWish } from './cli.ts'

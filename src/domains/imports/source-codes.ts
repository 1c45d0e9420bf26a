import type { BatchSource } from './batch-store.ts'

/** Where a list may come from; each is trusted differently. */
export const SOURCES = ['import-oss', 'import-sidt', 'import-old'] as const satisfies readonly BatchSource[]

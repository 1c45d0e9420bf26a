import { z } from 'zod'
import { mergeOperationsOf } from '../registry/index.ts'
import { pairAccess } from './access.ts'
import { DOUBLE_PARTS } from './core/doubles.ts'
import { cooperativeMerges, mergeWords } from './merge-cooperatives.ts'
import { COOPERATIVE_TABLES } from './register-tables.ts'

/** Doubles of cooperatives in the API. */
export const mergeOperations = mergeOperationsOf({
  prefix: '/cooperatives', noun: 'cooperative', tables: COOPERATIVE_TABLES, words: mergeWords, commands: cooperativeMerges,
  byline: 'legalEntityNumber', pairAccess,
  evidence: z.object({ part: z.enum(DOUBLE_PARTS), adds: z.number(), place: z.enum(['same-village', 'near-village', 'elsewhere']).optional() }),
})

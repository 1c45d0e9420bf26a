import type { Resource } from '../../../kernel/rights.ts'
import type { Allowed, UnitAsk } from '../../../platform/http/context.ts'
import { type Batch, findBatch } from '../batch-store.ts'

/** Imports of another office are not there. */
export async function batchAccess({ unit, params, actor }: UnitAsk): Promise<Resource | undefined> {
  const batch = await findBatch(unit.tx, params['id'] ?? '')
  return batch && batch.officeId === actor?.officeId ? { officeId: batch.officeId } : undefined
}

export const batchAsked = ({ unit, params }: Pick<Allowed, 'unit' | 'params'>): Promise<Batch | undefined> => findBatch(unit.tx, params['id'] ?? '')

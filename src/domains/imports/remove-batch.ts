import type { Tx } from '../../platform/db/database.ts'

/** Removes a closed batch with what became of each row. @returns files that are left without a name */
export async function removeBatch(tx: Tx, id: string): Promise<string[]> {
  const gone = await tx.deleteFrom('imports.batches').where('id', '=', id).where('closed_at', 'is not', null).returning('storage_key').executeTakeFirst()
  return gone?.storage_key ? [gone.storage_key] : []
}

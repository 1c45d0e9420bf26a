import type { Db, Tx } from '../../platform/db/database.ts'

/** Letters of a person as files, where they lie: the scan where the paper was signed by hand. */
export async function filesOfHolder(tx: Db | Tx, personId: string): Promise<{ id: string; number: string; storageKey: string; mediaType: string }[]> {
  const rows = await tx.selectFrom('letters.letters').select(['id', 'number', 'storage_key', 'scan_key', 'scan_media_type']).where('holder_id', '=', personId)
    .where('state', '=', 'issued').orderBy('issued_at').orderBy('id').limit(2000).execute()
  return rows.flatMap(({ id, number, storage_key, scan_key, scan_media_type }) => {
    const storageKey = scan_key ?? storage_key
    return storageKey === null ? [] : [{ id, number, storageKey, mediaType: scan_media_type ?? 'application/pdf' }]
  })
}

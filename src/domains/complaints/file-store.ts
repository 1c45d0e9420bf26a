import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'
import { isUuid } from './ticket.ts'

/** Evidence of a ticket: a picture or a PDF. */
export type Evidence = { id: string; ticketId: string | null; fromOffice: boolean; storageKey: string; sha256: string; mediaType: string; size: number; addedAt: Date }

const COLUMNS = ['id', 'ticket_id as ticketId', 'from_office as fromOffice', 'storage_key as storageKey', 'sha256', 'media_type as mediaType', 'size', 'added_at as addedAt'] as const

/** As many files one ticket may have, of each side. */
export const MOST_FILES = 10

export async function insertFile(tx: Tx, one: { officeId: string; storageKey: string; sha256: string; mediaType: string; size: number }, now: Temporal.Instant): Promise<Evidence> {
  return tx.insertInto('complaints.files').values({
    office_id: one.officeId, storage_key: one.storageKey, sha256: one.sha256, media_type: one.mediaType, size: one.size,
    added_at: toDb(now),
  }).returning(COLUMNS).executeTakeFirstOrThrow()
}

export const listFiles = (tx: Db | Tx, ticketId: string): Promise<Evidence[]> =>
  tx.selectFrom('complaints.files').select(COLUMNS).where('ticket_id', '=', ticketId).orderBy('added_at').orderBy('id').limit(100).execute()

export async function findFile(tx: Db | Tx, ticketId: string, id: string): Promise<Evidence | undefined> {
  return isUuid(id) ? tx.selectFrom('complaints.files').select(COLUMNS).where('id', '=', id).where('ticket_id', '=', ticketId).executeTakeFirst() : undefined
}

/** Gives files that wait to a ticket. @returns false when one of them does not wait any more, or there would be too many */
export async function claimFiles(tx: Tx, ticketId: string, ids: readonly string[], fromOffice: boolean): Promise<boolean> {
  if (ids.length === 0) return true
  if (ids.some((id) => !isUuid(id))) return false
  const held = (await listFiles(tx, ticketId)).filter((one) => one.fromOffice === fromOffice)
  if (held.length + ids.length > MOST_FILES) return false
  const { numUpdatedRows } = await tx.updateTable('complaints.files').set({ ticket_id: ticketId, from_office: fromOffice })
    .where('id', 'in', [...new Set(ids)]).where('ticket_id', 'is', null).executeTakeFirst()
  return numUpdatedRows === BigInt(new Set(ids).size)
}

/** Forgets files nobody named; their bytes go with the next search for files without a row. */
export async function forgetUnclaimed(tx: Db | Tx, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('complaints.files').where('ticket_id', 'is', null).where('added_at', '<', toDb(before)).execute()
}

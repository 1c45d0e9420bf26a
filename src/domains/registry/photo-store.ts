import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Resource } from '../../kernel/rights.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'
import type { PhotoSubject } from './core/photos.ts'
import { familySql } from './family-store.ts'
import { isUuid } from './person-store.ts'

export type NewPhoto = {
  officeId: string; businessId: string; subject: PhotoSubject; storageKey: string; sha256: string; size: number; source: string
  addedBy: string; addedAt: Temporal.Instant; applicationId?: string | undefined; verifiedBy?: string | undefined
}

export async function insertPhoto(tx: Tx, one: NewPhoto): Promise<string> {
  const { id } = await tx.insertInto('registry.photos').values({
    office_id: one.officeId, business_id: one.businessId, subject: one.subject, storage_key: one.storageKey, sha256: one.sha256, size: one.size,
    source: one.source, application_id: one.applicationId ?? null, added_by: one.addedBy, added_at: toDb(one.addedAt), verified_by: one.verifiedBy ?? null,
  }).returning('id').executeTakeFirstOrThrow()
  return id
}

/** A photo as it is told of. `by` and `verifiedBy` are names, for officers. */
export type Photo = {
  id: string; businessId: string; subject: PhotoSubject; sha256: string; size: number; source: string; addedAt: Date; by: string | null
  verifiedBy: string | null; applicationId: string | null; removedAt: Date | null
}

/**
 * Photos of a business and of the records merged into it, the newest first, its own before those of others; removed ones too.
 * @param onlyOf an owner sees the photos of his own records
 */
export async function listPhotos(tx: Db | Tx, businessId: string, onlyOf?: string): Promise<Photo[]> {
  if (!isUuid(businessId)) return []
  const own = onlyOf === undefined ? sql`` : sql`and b.owner_id = ${onlyOf}::uuid`
  const { rows } = await sql<Photo>`
    select f.id, f.business_id as "businessId", f.subject, f.sha256, f.size, f.source, f.added_at as "addedAt", n.name as by, v.name as "verifiedBy",
           f.application_id as "applicationId", f.removed_at as "removedAt"
      from registry.photos f join registry.businesses b on b.id = f.business_id
      left join accounts.v_account_names n on n.account_id = f.added_by left join accounts.v_account_names v on v.account_id = f.verified_by
     where f.business_id = any(${familySql(businessId)}) ${own}
     order by f.business_id <> ${businessId}::uuid, f.added_at desc, f.id limit 200`.execute(tx)
  return rows
}

/** Of each subject the photo that is shown. */
export function shownPhotos(photos: readonly Photo[]): Map<PhotoSubject, Photo> {
  const shown = new Map<PhotoSubject, Photo>()
  for (const photo of photos) if (photo.removedAt === null && !shown.has(photo.subject)) shown.set(photo.subject, photo)
  return shown
}

/** What a right to look at a photo depends on, and where it lies. */
export async function findPhotoAccess(tx: Db | Tx, id: string): Promise<(Resource & { ownerId: string; businessId: string; storageKey: string; isRemoved: boolean }) | undefined> {
  if (!isUuid(id)) return undefined
  const row = await tx.selectFrom('registry.photos as f').innerJoin('registry.businesses as b', 'b.id', 'f.business_id').select([
    'b.office_id as officeId', 'b.owner_id as ownerId', 'b.village_code as villageCode', 'b.id as businessId', 'f.storage_key as storageKey', 'f.removed_at',
  ]).where('f.id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const { removed_at: removedAt, ...rest } = row
  return { ...rest, isRemoved: removedAt !== null }
}

/** Takes shown photos out of sight; nothing of them is lost. @returns whether there was one */
export async function removePhotos(tx: Tx, ids: readonly string[], by: string, now: Temporal.Instant): Promise<boolean> {
  if (ids.length === 0) return false
  const { numUpdatedRows } = await tx.updateTable('registry.photos').set({ removed_by: by, removed_at: toDb(now) })
    .where('id', 'in', [...ids]).where('removed_at', 'is', null).executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Which of these files are photos of the registry. */
export async function photoFilesAmong(db: Db, keys: readonly string[]): Promise<string[]> {
  const rows = await db.selectFrom('registry.photos').select('storage_key').where('storage_key', 'in', [...keys]).execute()
  return rows.map((row) => row.storage_key)
}

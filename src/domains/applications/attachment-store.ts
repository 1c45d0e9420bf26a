import type { Temporal } from 'temporal-polyfill'
import type { Resource } from '../../kernel/rights.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { fromDb, toDb } from '../../platform/db/unit.ts'
import { getDefinition } from '../services/index.ts'
import { desksOf } from './core/life.ts'
import { isUuid } from './store.ts'

export type Attachment = { id: string; sha256: string; mediaType: string; size: number; pages: number | null }
export type Given = Attachment & { requirement: string; position: number; addedAt: Date }

export type NewAttachment = {
  officeId: string; uploadedBy: string; ownerId?: string | undefined; storageKey: string; sha256: string; mediaType: string; size: number; pages?: number | undefined
}

export async function insertAttachment(tx: Tx, one: NewAttachment, now: Temporal.Instant): Promise<Attachment> {
  return tx.insertInto('applications.attachments').values({
    office_id: one.officeId, uploaded_by: one.uploadedBy, owner_id: one.ownerId ?? null, storage_key: one.storageKey, sha256: one.sha256,
    media_type: one.mediaType, size: one.size, pages: one.pages ?? null, created_at: toDb(now),
  }).returning(['id', 'sha256', 'media_type as mediaType', 'size', 'pages']).executeTakeFirstOrThrow()
}

/** Who may see a file: whoever may see the case it lies in, or who brought it. */
export async function findAttachmentAccess(tx: Db | Tx, id: string): Promise<(Resource & { uploadedBy: string; storageKey: string; mediaType: string; personId: string | null }) | undefined> {
  if (!isUuid(id)) return undefined
  const row = await tx.selectFrom('applications.attachments as f')
    .leftJoin('applications.application_attachments as l', 'l.attachment_id', 'f.id')
    .leftJoin('applications.applications as a', 'a.id', 'l.application_id')
    .select(['f.office_id', 'f.uploaded_by', 'f.owner_id', 'f.storage_key', 'f.media_type', 'a.owner_id as case_owner', 'a.village_code', 'a.cooperative_id', 'a.definition_id'])
    .where('f.id', '=', id).limit(1).executeTakeFirst()
  if (!row) return undefined
  const ownerId = row.case_owner ?? row.owner_id
  return {
    officeId: row.office_id, uploadedBy: row.uploaded_by, storageKey: row.storage_key, mediaType: row.media_type, personId: ownerId,
    ...(ownerId === null ? {} : { ownerId }), ...(row.cooperative_id === null ? {} : { cooperativeId: row.cooperative_id }),
    ...(row.definition_id === null ? {} : { desks: desksOf(await getDefinition(tx, row.definition_id)) }), ...(row.village_code === null ? {} : { villageCode: row.village_code }),
  }
}

export async function listGiven(tx: Db | Tx, applicationId: string): Promise<Given[]> {
  return tx.selectFrom('applications.application_attachments as l').innerJoin('applications.attachments as f', 'f.id', 'l.attachment_id')
    .select(['f.id', 'f.sha256', 'f.media_type as mediaType', 'f.size', 'f.pages', 'l.requirement', 'l.position', 'l.added_at as addedAt'])
    .where('l.application_id', '=', applicationId).where('l.requirement', 'not like', '%:%').orderBy('l.requirement').orderBy('l.position').limit(100).execute()
}

/** Files that lie in a case beside its requirements: pictures of a survey, the scan of an advice. `beside` is `survey:<id>` or `advice:<id>`. */
export async function listBeside(tx: Db | Tx, applicationId: string): Promise<(Attachment & { beside: string })[]> {
  return tx.selectFrom('applications.application_attachments as l').innerJoin('applications.attachments as f', 'f.id', 'l.attachment_id')
    .select(['f.id', 'f.sha256', 'f.media_type as mediaType', 'f.size', 'f.pages', 'l.requirement as beside'])
    .where('l.application_id', '=', applicationId).where('l.requirement', 'like', '%:%').orderBy('l.requirement').orderBy('l.position').limit(200).execute()
}

/** The papers of a case with where their files lie, for those who take them over. */
export async function listPapers(tx: Tx, applicationId: string): Promise<{ requirement: string; storageKey: string; sha256: string; mediaType: string; size: number; uploadedBy: string; addedAt: Temporal.Instant }[]> {
  const rows = await tx.selectFrom('applications.application_attachments as l').innerJoin('applications.attachments as f', 'f.id', 'l.attachment_id')
    .select(['l.requirement', 'f.storage_key as storageKey', 'f.sha256', 'f.media_type as mediaType', 'f.size', 'f.uploaded_by as uploadedBy', 'l.added_at as addedAt'])
    .where('l.application_id', '=', applicationId).orderBy('l.requirement').orderBy('l.position').limit(100).execute()
  return rows.map((row) => ({ ...row, addedAt: fromDb(row.addedAt) }))
}

/** Puts a file to a requirement in place of what was there. */
export async function giveAttachment(tx: Tx, applicationId: string, requirement: string, attachmentId: string, now: Temporal.Instant): Promise<void> {
  await removeGiven(tx, applicationId, requirement)
  await tx.insertInto('applications.application_attachments')
    .values({ application_id: applicationId, requirement, attachment_id: attachmentId, added_at: toDb(now) }).execute()
}

/** Puts several files beside the requirements of a case, in this order and after `from` others. One that lies there already stays. */
export async function addAttachments(tx: Tx, applicationId: string, beside: string, ids: readonly string[], now: Temporal.Instant, from = 0): Promise<void> {
  if (ids.length === 0) return
  await tx.insertInto('applications.application_attachments')
    .values([...new Set(ids)].map((id, position) => ({ application_id: applicationId, requirement: beside, attachment_id: id, position: from + position, added_at: toDb(now) })))
    .onConflict((on) => on.constraint('application_attachments_pkey').doNothing()).execute()
}

export async function removeGiven(tx: Tx, applicationId: string, requirement: string): Promise<void> {
  await tx.deleteFrom('applications.application_attachments').where('application_id', '=', applicationId).where('requirement', '=', requirement).execute()
}

type Using = { actorId: string; ownerId: string; cooperativeId: string | null }

/** Files that an actor may use for a case: brought by him, belonging to the same person, or lying in another case of the same cooperative. */
export async function usableAttachments(tx: Tx, ids: string[], { actorId, ownerId, cooperativeId }: Using): Promise<Set<string>> {
  const real = ids.filter(isUuid)
  if (real.length === 0) return new Set()
  const rows = await tx.selectFrom('applications.attachments').select('id').where('id', 'in', real)
    .where((where) => where.or([
      where('uploaded_by', '=', actorId), where('owner_id', '=', ownerId),
      ...(cooperativeId === null ? [] : [where.exists(where.selectFrom('applications.application_attachments as l')
        .innerJoin('applications.applications as a', 'a.id', 'l.application_id').select('l.attachment_id')
        .whereRef('l.attachment_id', '=', 'applications.attachments.id').where('a.cooperative_id', '=', cooperativeId))]),
    ])).execute()
  return new Set(rows.map((row) => row.id))
}

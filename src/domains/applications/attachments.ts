import { type Result, invalid, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import { inspectUpload } from '../../platform/files/inspect.ts'
import { newStorageKey } from '../../platform/files/storage.ts'
import type { Tools } from '../../platform/tools.ts'
import { type Attachment, insertAttachment } from './attachment-store.ts'
import { applicationsId } from './messages.id.ts'

/** The disk, or our share of it, is used up. */
const isFull = (error: unknown): boolean => error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')

/**
 * Keeps an uploaded file: looked at by content, made small, scanned, on disk before its row is. A file whose row never came is an orphan
 * and is cleaned up later; a row without its file cannot be.
 */
export async function keepUpload(tools: Tools, unit: Unit, actor: Actor, file: File, field: string, ownerId: string | undefined): Promise<Result<Attachment>> {
  const inspected = await inspectUpload(new Uint8Array(await file.arrayBuffer()), field, tools.malware)
  if (!inspected.ok) return inspected
  const storageKey = newStorageKey()
  try {
    await tools.files.put(storageKey, inspected.value.bytes)
  } catch (error) {
    if (!isFull(error)) throw error
    tools.log.error({ err: error }, 'the storage is full')
    return invalid([{ field, message: applicationsId.storageFull }], 'storage-full')
  }
  const attachment = await insertAttachment(unit.tx, {
    officeId: actor.officeId, uploadedBy: actor.accountId, ownerId, storageKey, sha256: inspected.value.sha256, mediaType: inspected.value.mediaType,
    size: inspected.value.size, ...('pages' in inspected.value ? { pages: inspected.value.pages } : {}),
  }, unit.now)
  unit.record(actor.officeId, {
    what: 'attachment.create', kind: 'attachment', subject: attachment.id, actor: actor.accountId, role: roleOf(actor), data: { sha256: attachment.sha256 },
  })
  return ok(attachment)
}

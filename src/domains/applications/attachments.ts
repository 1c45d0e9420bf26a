import { type Result, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import { keepFile } from '../../platform/files/keep.ts'
import type { Tools } from '../../platform/tools.ts'
import { type Attachment, insertAttachment } from './attachment-store.ts'

/** Keeps an uploaded file as an attachment that belongs to no case yet. */
export async function keepUpload(tools: Tools, unit: Unit, actor: Actor, file: File, field: string, ownerId: string | undefined): Promise<Result<Attachment>> {
  const kept = await keepFile(tools, file, field)
  if (!kept.ok) return kept
  const { storageKey, sha256, mediaType, size } = kept.value
  const attachment = await insertAttachment(unit.tx, {
    officeId: actor.officeId, uploadedBy: actor.accountId, ownerId, storageKey, sha256, mediaType, size,
    ...('pages' in kept.value ? { pages: kept.value.pages } : {}),
  }, unit.now)
  unit.record(actor.officeId, {
    what: 'attachment.create', kind: 'attachment', subject: attachment.id, actor: actor.accountId, role: roleOf(actor), data: { sha256: attachment.sha256 },
  })
  return ok(attachment)
}

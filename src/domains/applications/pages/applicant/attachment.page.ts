import { download } from '../../../../platform/http/page.ts'
import { findAttachmentAccess } from '../../attachment-store.ts'

/**
 * What a file may do when it is opened: a picture nothing at all. A PDF stays out of the sandbox, because some browsers draw it by a
 * script of their own; it was looked at when it came in and holds none. Both may stand in a page of ours, beside the answers.
 */
function policyOf(mediaType: string): string {
  const more = mediaType === 'application/pdf' ? "object-src 'self'" : "img-src 'self'; sandbox"
  return `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; ${more}`
}

/** A stored file, for whoever may read the case it lies in. Officers' looks leave their trace. */
export const attachmentDownload = download({
  path: '/berkas/:id',
  right: 'application.read',
  access: async ({ unit, params, actor }) => {
    const found = await findAttachmentAccess(unit.tx, params['id'] ?? '')
    // A file that lies in no case yet is only its bringer's.
    if (!found || (found.personId === null && found.uploadedBy !== actor?.accountId)) return undefined
    return found
  },
  async read({ unit, params, actor, tools }) {
    const id = params['id'] ?? ''
    const found = await findAttachmentAccess(unit.tx, id)
    const file = found && await tools.files.get(found.storageKey)
    if (!found || !file) return undefined
    if (actor.kind === 'officer' && found.personId !== null) {
      unit.looked(found.officeId ?? actor.officeId, actor, 'attachment.read', { kind: 'attachment', id, personId: found.personId })
    }
    return new Response(new Uint8Array(file), {
      headers: {
        'content-type': found.mediaType, 'content-length': String(file.length), 'content-disposition': 'inline', 'cache-control': 'private, no-store',
        'content-security-policy': policyOf(found.mediaType), 'x-frame-options': 'SAMEORIGIN',
      },
    })
  },
})

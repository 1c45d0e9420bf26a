import { type Result, invalid, ok } from '../../kernel/result.ts'
import type { Unit } from '../../platform/db/unit.ts'
import { keepFile } from '../../platform/files/keep.ts'
import type { Language } from '../../platform/http/context.ts'
import type { Tools } from '../../platform/tools.ts'
import { type Evidence, claimFiles, findFile, insertFile } from './file-store.ts'
import { refusalWords } from './words.ts'

/** Keeps an uploaded picture or PDF, looked at by content. It waits for a ticket to name it. */
export async function keepEvidence(tools: Tools, unit: Unit, officeId: string, file: File, field: string): Promise<Result<Evidence>> {
  const kept = await keepFile(tools, file, field)
  if (!kept.ok) return kept
  const { storageKey, sha256, mediaType, size } = kept.value
  return ok(await insertFile(unit.tx, { officeId, storageKey, sha256, mediaType, size }, unit.now))
}

/** Puts waiting files to a ticket. */
export async function giveFiles(unit: Unit, ticketId: string, ids: readonly string[], fromOffice: boolean, lang?: Language): Promise<Result<undefined>> {
  return await claimFiles(unit.tx, ticketId, ids, fromOffice) ? ok(undefined) : invalid([{ field: 'files', message: refusalWords(lang).filesWrong }])
}

/**
 * What a file may do when it is opened: a picture nothing at all. A PDF stays out of the sandbox, because some browsers draw it by a script of
 * their own; it was looked at when it came in and holds none.
 */
const policyOf = (mediaType: string): string =>
  `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; ${mediaType === 'application/pdf' ? "object-src 'self'" : "img-src 'self'; sandbox"}`

/** The bytes of a file of a ticket. */
export async function fileResponse(tools: Tools, unit: Unit, ticketId: string, fileId: string): Promise<Response | undefined> {
  const found = await findFile(unit.tx, ticketId, fileId)
  const bytes = found && await tools.files.get(found.storageKey)
  if (!found || !bytes) return undefined
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': found.mediaType, 'content-length': String(bytes.length), 'content-disposition': 'inline',
      'cache-control': 'private, no-store',
      'content-security-policy': policyOf(found.mediaType), 'x-frame-options': 'SAMEORIGIN',
    },
  })
}

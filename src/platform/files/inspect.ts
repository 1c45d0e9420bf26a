import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { ok } from '../../kernel/result.ts'
import type { Result } from '../../kernel/result.ts'
import { prepareImage } from './image.ts'
import type { MalwareScanner } from './malware.ts'
import type { FileRefusalCode } from './messages.id.ts'
import { checkPdf } from './pdf.ts'
import { refuseFile } from './refuse.ts'

/** A file that may be kept: exactly these bytes, whose SHA-256 (hex) and length stand beside them. */
export type InspectedFile = { bytes: Uint8Array; size: number; sha256: string } & (
  | { mediaType: 'image/jpeg'; width: number; height: number }
  | { mediaType: 'application/pdf'; pages: number }
)

/** Largest upload that is looked at, in bytes. */
export const UPLOAD_BYTES = 10 * 1024 * 1024

const OFFICE = /officedocument|opendocument|msword|ms-excel|ms-powerpoint|x-cfb|rtf/

/**
 * Decides whether an upload may be kept, by what it is and never by its name.
 * Pictures come back drawn anew (JPEG, at most 400 KB, upright, without metadata); a PDF comes back byte for byte, so that
 * signatures in it stay valid, and only if it can do nothing but be read.
 * @param field the form field that carried it: refusals point there
 * @param malware asked before anything reads the content
 */
export async function inspectUpload(bytes: Uint8Array, field: string, malware: MalwareScanner): Promise<Result<InspectedFile>> {
  if (bytes.length === 0) return refuseFile(field, 'file-empty')
  if (bytes.length > UPLOAD_BYTES) return refuseFile(field, 'file-too-large')
  const verdict = await malware(bytes)
  if (verdict === 'infected') return refuseFile(field, 'malware-found')
  if (verdict === 'unreachable') return refuseFile(field, 'scanner-unreachable')
  const found = await inspectContent(bytes)
  return typeof found === 'string' ? refuseFile(field, found) : ok(found)
}

async function inspectContent(bytes: Uint8Array): Promise<InspectedFile | FileRefusalCode> {
  const mime = (await fileTypeFromBuffer(bytes))?.mime ?? ''
  if (mime === 'image/jpeg' || mime === 'image/png') {
    const image = await prepareImage(bytes)
    return typeof image === 'string' ? image : { mediaType: 'image/jpeg', ...image, ...fingerprint(image.bytes) }
  }
  if (mime === 'application/pdf') {
    const verdict = await checkPdf(bytes)
    return 'refused' in verdict ? verdict.refused : { mediaType: 'application/pdf', bytes, pages: verdict.pages, ...fingerprint(bytes) }
  }
  if (/^image\/hei[cf]/.test(mime)) return 'file-heic'
  return OFFICE.test(mime) ? 'file-office' : 'file-type'
}

function fingerprint(bytes: Uint8Array): { size: number; sha256: string } {
  return { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

import type { Unit } from '../../platform/db/unit.ts'
import type { Actor } from '../../kernel/rights.ts'
import type { Tools } from '../../platform/tools.ts'
import { type Letter, fileOf } from './letter-store.ts'

const ENDINGS: Record<string, string> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg' }

/**
 * The letter as a download. Until it is issued there is only the page to be signed by hand, and only officers get that.
 * @param part `print`: of a letter signed by hand the page as it was printed, instead of the scan
 */
export async function letterResponse(tools: Pick<Tools, 'files'>, unit: Unit, actor: Actor, letter: Letter, part?: 'print'): Promise<Response | undefined> {
  if (actor.kind === 'citizen' && (letter.state !== 'issued' || part === 'print')) return undefined
  const file = fileOf(part === 'print' ? { ...letter, scanKey: null } : letter)
  const bytes = file && await tools.files.get(file.key)
  if (!file || !bytes) return undefined
  if (actor.kind === 'officer') unit.looked(letter.officeId, actor, 'letter.read', { kind: 'letter', id: letter.id, personId: letter.holderId })
  const name = `surat-${letter.number.replaceAll(/[^A-Za-z0-9.-]+/g, '-')}.${ENDINGS[file.mediaType] ?? 'pdf'}`
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': file.mediaType, 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'private, no-store', 'content-length': String(bytes.length) },
  })
}

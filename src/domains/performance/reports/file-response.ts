import type { Db, Tx } from '../../../platform/db/database.ts'
import type { Tools } from '../../../platform/tools.ts'
import { reportsId as words } from '../messages-reports.id.ts'
import { archivedBytes, draftFiles } from './archive.ts'
import { MEDIA_TYPES } from './sign.ts'
import { type FilePart, type ReportCard, listFiles } from './store.ts'

const response = (bytes: Uint8Array, mediaType: string, name: string, cache: string): Response => new Response(new Uint8Array(bytes), {
  headers: { 'content-type': mediaType, 'content-disposition': `attachment; filename="${name}"`, 'cache-control': cache, 'content-length': String(bytes.length) },
})

const ENDINGS: Record<string, string> = { 'image/jpeg': 'jpg' }
const isPart = (text: string): text is FilePart => ['pdf', 'xlsx', 'json', 'print'].includes(text)

/** A file out of the archive. @returns undefined when there is none, or it is only for officers and `isPublic` */
export async function archivedResponse(tools: Pick<Tools, 'files'>, db: Db | Tx, card: ReportCard, part: string, isPublic: boolean): Promise<Response | undefined> {
  if (!isPart(part) || (isPublic && (part === 'print' || card.state !== 'signed'))) return undefined
  const file = (await listFiles(db, card.id)).find((one) => one.part === part)
  if (!file) return undefined
  const name = words.fileName(card.period, card.version, ENDINGS[file.mediaType] ?? (part === 'print' ? 'cetakan.pdf' : part))
  return response(await archivedBytes(tools, file), file.mediaType, name, isPublic ? 'public, max-age=300' : 'private, no-store')
}

/** A file of a report for officers: out of the archive; of one that has none yet as it reads now, marked DRAF. */
export async function reportResponse(tools: Pick<Tools, 'files' | 'config' | 'typesetter'>, db: Db | Tx, card: ReportCard, part: string): Promise<Response | undefined> {
  const archived = await archivedResponse(tools, db, card, part, false)
  if (archived || card.state === 'signed' || !isPart(part) || part === 'print') return archived
  const made = await draftFiles(tools, db, card)
  return response(made[part], MEDIA_TYPES[part], words.fileName(card.period, card.version, `rancangan.${part}`), 'private, no-store')
}

import { type Result, ok } from '../../../kernel/result.ts'
import type { Db, Tx } from '../../../platform/db/database.ts'
import type { Tools } from '../../../platform/tools.ts'
import type { Period } from '../core/report.ts'
import { addressOf } from './address.ts'
import { draftFrame } from './frame.ts'
import { makeFromLog } from './make-base.ts'
import { type ReportFiles, filesOf, sha256 } from './make-files.ts'
import { type FilePart, type KeptFile, type ReportCard, contentOf, listFiles, listVersions } from './store.ts'

/** The bytes of an archived file. @throws when they are not those that were signed: the archive was touched */
export async function archivedBytes(tools: Pick<Tools, 'files'>, file: KeptFile): Promise<Buffer> {
  const bytes = await tools.files.get(file.storageKey)
  if (!bytes || sha256(bytes) !== file.sha256) throw new Error(`the archived file ${file.storageKey} of a report is not what it was`)
  return bytes
}

/** A report that is not signed yet as it reads now, marked DRAF. */
export async function draftFiles(tools: Pick<Tools, 'config' | 'typesetter'>, db: Db | Tx, card: ReportCard): Promise<ReportFiles> {
  const content = await contentOf(db, card)
  return filesOf(tools, content, await draftFrame(db, card.officeId, content.draftedOn, addressOf(tools.config.baseUrl, card)))
}

export type PeriodFiles = { files: { part: FilePart; bytes: Buffer; version: number }[]; isSigned: boolean }

/**
 * The files of a period: those of the newest signed version out of the archive, to the byte; before there is one, what follows from the log
 * alone. Drafts are on their way and never given.
 */
export async function filesOfPeriod(tools: Tools, officeId: string, period: Period): Promise<Result<PeriodFiles>> {
  const signed = (await listVersions(tools.db, { officeId, kind: period.kind, period: period.key })).find(({ state }) => state === 'signed')
  if (signed) {
    const kept = (await listFiles(tools.db, signed.id)).filter(({ part }) => part !== 'print')
    const files = await Promise.all(kept.map(async (one) => ({ part: one.part, bytes: await archivedBytes(tools, one), version: signed.version })))
    return ok({ files, isSigned: true })
  }
  const content = await makeFromLog(tools, officeId, period)
  if (!content.ok) return content
  const address = addressOf(tools.config.baseUrl, { kind: period.kind, period: period.key, version: 1 })
  const { json, xlsx, pdf } = await filesOf(tools, content.value, await draftFrame(tools.db, officeId, period.to, address))
  return ok({ files: [{ part: 'json', bytes: json, version: 1 }, { part: 'xlsx', bytes: xlsx, version: 1 }, { part: 'pdf', bytes: pdf, version: 1 }], isSigned: false })
}

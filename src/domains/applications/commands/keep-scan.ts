import { type Result, conflict, invalid, notFound, ok } from '../../../kernel/result.ts'
import type { Actor } from '../../../kernel/rights.ts'
import { type Unit, roleOf } from '../../../platform/db/unit.ts'
import { inspectUpload } from '../../../platform/files/inspect.ts'
import { newStorageKey } from '../../../platform/files/storage.ts'
import type { Tools } from '../../../platform/tools.ts'
import { findLetterOf, findPrint, keepScan } from '../../letters/index.ts'
import { applicationsId as words } from '../messages.id.ts'
import { lockApplication } from '../store.ts'
import { issueCase } from './sign.ts'

/**
 * Keeps the scan of a letter that was signed by hand, beside the page as it was printed, and issues the case with it. The scan is then
 * the letter's file, and its SHA-256 the one in the register.
 */
export async function keepSignedScan(tools: Tools, unit: Unit, actor: Actor, applicationId: string, file: File): Promise<Result<undefined>> {
  const application = await lockApplication(unit.tx, applicationId)
  if (!application) return notFound('not-found', words.noSuchApplication)
  const letter = await findLetterOf(unit.tx, applicationId, unit.now)
  const print = letter && await findPrint(unit.tx, letter.id)
  if (application.status !== 'signing' || !letter || !print || letter.way !== 'wet-ink') return conflict('not-now', words.scan.notWaiting, { status: application.status })
  const inspected = await inspectUpload(new Uint8Array(await file.arrayBuffer()), 'file', tools.malware)
  if (!inspected.ok) return inspected
  const { bytes, sha256, mediaType } = inspected.value
  if (sha256 === print.sha256) return invalid([{ field: 'file', message: words.scan.isPrint }], 'not-signed')
  const storageKey = newStorageKey()
  await tools.files.put(storageKey, bytes)
  await keepScan(unit, letter.id, { storageKey, sha256, mediaType })
  const role = roleOf(actor)
  unit.record(application.officeId, {
    what: 'letter.keep-scan', kind: 'letter', subject: letter.id, actor: actor.accountId, role, data: { application: applicationId, sha256, print: print.sha256 },
  })
  const issued = await issueCase(tools, unit, { accountId: actor.accountId, role }, applicationId, letter.id, print)
  return issued.ok ? ok(undefined) : issued
}

import { type Result, conflict, fail, forbidden, invalid, notFound, ok } from '../../../kernel/result.ts'
import type { Actor } from '../../../kernel/rights.ts'
import { wibDate } from '../../../kernel/wib.ts'
import { type Unit, roleOf, toDb, transact } from '../../../platform/db/unit.ts'
import { inspectUpload } from '../../../platform/files/inspect.ts'
import { newStorageKey } from '../../../platform/files/storage.ts'
import type { SignFailure } from '../../../platform/signing/signer.ts'
import type { Tools } from '../../../platform/tools.ts'
import { wayOf } from '../../letters/index.ts'
import { holderOf, officialsOn } from '../../office/index.ts'
import type { ReportContent } from '../core/report-content.ts'
import { reportPagesId as words } from '../messages-report-pages.id.ts'
import { addressOf } from './address.ts'
import { type Frame, frameOf, readFrame } from './frame.ts'
import { filesOf, sha256 } from './make-files.ts'
import { type FilePart, type KeptFile, type ReportCard, contentOf, findReport, listFiles, lockReport } from './store.ts'

/** First transaction: whoever signs today is fixed with the day and the letterhead. For a report that is being signed already it finds the same. */
async function begin(tools: Tools, unit: Unit, actor: Actor, id: string): Promise<Result<ReportCard>> {
  const card = await lockReport(unit.tx, id)
  if (!card) return notFound('not-found', words.noSuchReport)
  if (card.state !== 'locked' && card.state !== 'signing') return conflict('not-now', words.sign.notNow, { state: card.state })
  const official = holderOf(await officialsOn(unit.tx, actor.officeId, wibDate(unit.now)), 'office-head')
  if (!official) return conflict('no-signer', words.sign.noSigner)
  if (official.accountId !== actor.accountId) return forbidden('not-the-signer', words.sign.notTheSigner(official.name))
  if (card.state === 'signing') return ok(card)
  const way = wayOf(tools)
  const frame = await frameOf(unit.tx, card.officeId, { official, now: unit.now, mode: way, checkAddress: addressOf(tools.config.baseUrl, card) })
  await unit.tx.updateTable('performance.reports').set({
    state: 'signing', frame: JSON.stringify(frame), signature: way, signer_id: official.id, signed_by: actor.accountId, signing_at: toDb(unit.now), last_failure: null,
  }).where('id', '=', id).execute()
  unit.record(card.officeId, { what: 'report.sign', kind: 'report', subject: id, actor: actor.accountId, role: 'office-head', from: 'locked', to: 'signing', data: { way } })
  return ok(await findReport(unit.tx, id) ?? card)
}

async function put(tools: Pick<Tools, 'files'>, part: FilePart, bytes: Uint8Array, mediaType: string): Promise<KeptFile> {
  const storageKey = newStorageKey()
  await tools.files.put(storageKey, bytes)
  return { part, storageKey, sha256: sha256(bytes), size: bytes.length, mediaType }
}

export const MEDIA_TYPES = { json: 'application/json', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', pdf: 'application/pdf' } as const

/** Outside of any transaction: the three files are made, the page is signed, all are stored. */
async function produce(tools: Tools, card: ReportCard, passphrase: string | undefined): Promise<Result<KeptFile[], SignFailure>> {
  const { frame: held } = await tools.db.selectFrom('performance.reports').select('frame').where('id', '=', card.id).executeTakeFirstOrThrow()
  const frame: Frame = readFrame(held ?? '')
  const content: ReportContent = await contentOf(tools.db, card)
  const made = await filesOf(tools, content, frame)
  let page = made.pdf
  if (frame.mode !== 'wet-ink') {
    // The page says how it is signed: another way than the one it was begun with would make it untrue.
    if (tools.signer?.way !== frame.mode) return fail({ kind: 'unavailable', detail: `no signer for the way ${frame.mode} is connected` })
    const signed = await tools.signer.sign({ pdf: page, reason: `${content.title} ${content.reference}`, ...(passphrase === undefined ? {} : { passphrase }) })
    if (!signed.ok) return signed
    page = signed.value.pdf
  }
  return ok([
    await put(tools, frame.mode === 'wet-ink' ? 'print' : 'pdf', page, MEDIA_TYPES.pdf),
    await put(tools, 'xlsx', made.xlsx, MEDIA_TYPES.xlsx), await put(tools, 'json', made.json, MEDIA_TYPES.json),
  ])
}

async function keepFiles(unit: Unit, id: string, files: readonly KeptFile[]): Promise<void> {
  await unit.tx.insertInto('performance.report_files').values(files.map((one) =>
    ({ report_id: id, part: one.part, storage_key: one.storageKey, sha256: one.sha256, size: one.size, media_type: one.mediaType }))).execute()
}

async function markSigned(unit: Unit, card: ReportCard, by: { accountId: string; role: string }, files: readonly KeptFile[]): Promise<void> {
  await unit.tx.updateTable('performance.reports').set({ state: 'signed', signed_at: toDb(unit.now), last_failure: null }).where('id', '=', card.id).execute()
  unit.record(card.officeId, {
    what: 'report.issue', kind: 'report', subject: card.id, actor: by.accountId, role: by.role, from: 'signing', to: 'signed',
    data: { version: card.version, ...Object.fromEntries(files.map(({ part, sha256: hash }) => [part, hash])) },
  })
}

/** Last transaction: the files are in the archive and the report is signed, or neither; a page for ink waits for its scan. */
async function complete(tools: Tools, id: string, files: readonly KeptFile[]): Promise<Result<ReportCard>> {
  return transact(tools.db, tools.clock, async (unit) => {
    const card = await lockReport(unit.tx, id)
    if (!card) return notFound('not-found', words.noSuchReport)
    // Another request was first: what this one stored is named by no row and is swept away.
    if (card.state !== 'signing' || (await listFiles(unit.tx, id)).length > 0) return ok(card)
    await keepFiles(unit, id, files)
    if (card.signature !== 'wet-ink') await markSigned(unit, card, { accountId: card.signedBy ?? '', role: 'office-head' }, files)
    return ok(await findReport(unit.tx, id) ?? card)
  })
}

async function noteFailure(tools: Tools, id: string, failure: SignFailure): Promise<void> {
  tools.log.warn({ report: id, failure: failure.kind, detail: failure.detail }, 'a report was not signed')
  await tools.db.updateTable('performance.reports').set((row) => ({ attempts: row('attempts', '+', 1), last_failure: failure.kind }))
    .where('id', '=', id).where('state', '=', 'signing').execute()
}

/** Signs a locked report and archives it. The act can be repeated until it has come to its end. The second factor must have been given. */
export async function signReport(tools: Tools, actor: Actor, id: string, passphrase?: string): Promise<Result<ReportCard>> {
  const begun = await transact(tools.db, tools.clock, (unit) => begin(tools, unit, actor, id))
  if (!begun.ok) return begun
  if ((await listFiles(tools.db, id)).length > 0) return begun
  const produced = await produce(tools, begun.value, passphrase)
  if (produced.ok) return complete(tools, id, produced.value)
  await noteFailure(tools, id, produced.error)
  if (produced.error.kind === 'passphrase-refused') return invalid([{ field: 'passphrase', message: words.sign.failure[produced.error.kind] }], 'passphrase-refused')
  return ok({ ...begun.value, lastFailure: produced.error.kind })
}

/** A signer that answers at all answers within a minute; whoever is still signing after five was interrupted. */
const LEFT_ALONE = { minutes: 5 }

/** Brings signings to their end that were interrupted. Where a passphrase is asked for only the official can repeat it. @returns how many ended */
export async function resumeReportSignings(tools: Tools, officeId: string): Promise<number> {
  if (tools.signer?.needsPassphrase) return 0
  const rows = await tools.db.selectFrom('performance.reports as r').select('r.id').where('r.office_id', '=', officeId).where('r.state', '=', 'signing')
    .where('r.signing_at', '<', toDb(tools.clock().subtract(LEFT_ALONE)))
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('performance.report_files as f').select('f.part').whereRef('f.report_id', '=', 'r.id')))).execute()
  let ended = 0
  for (const { id } of rows) {
    const card = await findReport(tools.db, id)
    const produced = card && await produce(tools, card, undefined)
    if (produced?.ok && (await complete(tools, id, produced.value)).ok) ended += 1
    if (produced && !produced.ok) await noteFailure(tools, id, produced.error)
  }
  return ended
}

/** Keeps the scan of a report that was signed by hand: it is then the report's PDF, beside the page as it was printed. */
export async function keepReportScan(tools: Tools, unit: Unit, actor: Actor, id: string, file: File): Promise<Result<ReportCard>> {
  const card = await lockReport(unit.tx, id)
  if (!card) return notFound('not-found', words.noSuchReport)
  const files = await listFiles(unit.tx, id)
  const print = files.find(({ part }) => part === 'print')
  if (card.state !== 'signing' || !print) return conflict('not-now', words.scan.notWaiting, { state: card.state })
  const inspected = await inspectUpload(new Uint8Array(await file.arrayBuffer()), 'file', tools.malware)
  if (!inspected.ok) return inspected
  const { bytes, mediaType } = inspected.value
  if (inspected.value.sha256 === print.sha256) return invalid([{ field: 'file', message: words.scan.isPrint }], 'not-signed')
  const scan = await put(tools, 'pdf', bytes, mediaType)
  await keepFiles(unit, id, [scan])
  await markSigned(unit, card, { accountId: actor.accountId, role: roleOf(actor) }, [...files, scan])
  return ok(await findReport(unit.tx, id) ?? card)
}

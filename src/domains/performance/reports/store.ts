import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../../platform/db/database.ts'
import { toDb } from '../../../platform/db/unit.ts'
import { canonical } from '../../../platform/log/entry.ts'
import type { Awaits } from '../core/approval.ts'
import { type Note, type ReportBase, type ReportContent, approvalCodes, targetLines } from '../core/report-content.ts'
import type { PeriodKind } from '../core/report.ts'

export type ReportState = 'draft' | 'locked' | 'signing' | 'signed'
export type SignatureWay = 'test' | 'wet-ink' | 'certified'

/** A version of a report without its contents. `isReplaced`: a later version was signed. */
export type ReportCard = {
  id: string; officeId: string; kind: PeriodKind; period: string; from: string; to: string; version: number; state: ReportState; reason: string | null; remarks: string | null
  signature: SignatureWay | null; signerId: string | null; signedBy: string | null; lastFailure: string | null
  draftedAt: Date; lockedAt: Date | null; signingAt: Date | null; signedAt: Date | null; isReplaced: boolean
}

export type KeptFile = { part: FilePart; storageKey: string; sha256: string; size: number; mediaType: string }
export type FilePart = 'pdf' | 'xlsx' | 'json' | 'print'

export type ItemStand = { code: string; awaits: Awaits; explanation: string | null }
export type Remark = { code: string; role: string; words: string; at: Date }

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

function cards(db: Db | Tx) {
  return db.selectFrom('performance.reports as r').select((of) => [
    'r.id', 'r.office_id as officeId', 'r.kind', 'r.period', 'r.first_day as from', 'r.last_day as to', 'r.version', 'r.state', 'r.reason', 'r.remarks', 'r.signature',
    'r.signer_id as signerId', 'r.signed_by as signedBy', 'r.last_failure as lastFailure', 'r.drafted_at as draftedAt', 'r.locked_at as lockedAt', 'r.signing_at as signingAt',
    'r.signed_at as signedAt',
    of.exists(of.selectFrom('performance.reports as n').select('n.id').whereRef('n.office_id', '=', 'r.office_id').whereRef('n.kind', '=', 'r.kind')
      .whereRef('n.period', '=', 'r.period').whereRef('n.version', '>', 'r.version').where('n.state', '=', 'signed')).as('isReplaced'),
  ])
}

type Loose = 'kind' | 'state' | 'signature' | 'isReplaced'
type Row = Omit<ReportCard, Loose> & { kind: string; state: string; signature: string | null; isReplaced: unknown }

/** The columns are held to these values by their constraints. */
const shaped = (row: Row): ReportCard =>
  ({ ...row, kind: row.kind as PeriodKind, state: row.state as ReportState, signature: row.signature as SignatureWay | null, isReplaced: row.isReplaced === true })

/** Reports whose period ends in a year, the newest first; only the signed ones for the public. */
export async function listReports(db: Db | Tx, officeId: string, { year, signedOnly }: { year?: number | undefined; signedOnly?: boolean }): Promise<ReportCard[]> {
  let query = cards(db).where('r.office_id', '=', officeId)
  if (year !== undefined) query = query.where('r.last_day', '>=', `${year}-01-01`).where('r.last_day', '<=', `${year}-12-31`)
  if (signedOnly) query = query.where('r.state', '=', 'signed')
  return (await query.orderBy('r.last_day', 'desc').orderBy('r.first_day').orderBy('r.version', 'desc').limit(200).execute()).map(shaped)
}

/** Years in which a reported period ended, the newest first. */
export async function listReportYears(db: Db | Tx, officeId: string): Promise<number[]> {
  const rows = await db.selectFrom('performance.reports').select('last_day').distinct().where('office_id', '=', officeId).orderBy('last_day', 'desc').limit(500).execute()
  return [...new Set(rows.map(({ last_day }) => Number(last_day.slice(0, 4))))]
}

export async function findReport(db: Db | Tx, id: string): Promise<ReportCard | undefined> {
  if (!UUID.test(id)) return undefined
  const row = await cards(db).where('r.id', '=', id).executeTakeFirst()
  return row && shaped(row)
}

/** All versions of the report of a period, the newest first. */
export async function listVersions(db: Db | Tx, { officeId, kind, period }: Pick<ReportCard, 'officeId' | 'kind' | 'period'>): Promise<ReportCard[]> {
  return (await cards(db).where('r.office_id', '=', officeId).where('r.kind', '=', kind).where('r.period', '=', period).orderBy('r.version', 'desc').execute()).map(shaped)
}

/** Holds the report until the transaction ends, so that two never decide at once. */
export async function lockReport(tx: Tx, id: string): Promise<ReportCard | undefined> {
  if (!UUID.test(id)) return undefined
  await tx.selectFrom('performance.reports').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return findReport(tx, id)
}

/** What the program counted. Written by `insertReport` alone, as text that is never changed. */
export async function baseOf(db: Db | Tx, id: string): Promise<ReportBase> {
  const { base } = await db.selectFrom('performance.reports').select('base').where('id', '=', id).executeTakeFirstOrThrow()
  return JSON.parse(base) as ReportBase
}

/** Puts a draft down with all its figures waiting for the first level. @returns undefined when that version is there already */
export async function insertReport(tx: Tx, base: ReportBase, more: { reason: string | null; explanations: ReadonlyMap<string, string>; now: Temporal.Instant }): Promise<string | undefined> {
  const { period } = base
  const row = await tx.insertInto('performance.reports').values({
    office_id: base.office, kind: period.kind, period: period.key, first_day: period.from, last_day: period.to, version: base.version, state: 'draft',
    base: canonical(base), reason: more.reason, drafted_at: toDb(more.now),
  }).onConflict((on) => on.doNothing()).returning('id').executeTakeFirst()
  if (!row) return undefined
  await tx.insertInto('performance.report_figures').values(approvalCodes(base).map((code, position) =>
    ({ report_id: row.id, code, position, awaits: 'division-head', explanation: more.explanations.get(code) ?? null }))).execute()
  return row.id
}

export async function listStands(db: Db | Tx, id: string): Promise<ItemStand[]> {
  const rows = await db.selectFrom('performance.report_figures').select(['code', 'awaits', 'explanation']).where('report_id', '=', id).orderBy('position').execute()
  return rows.map((row) => ({ ...row, awaits: row.awaits as Awaits }))
}

export async function listRemarks(db: Db | Tx, id: string): Promise<Remark[]> {
  return db.selectFrom('performance.report_remarks').select(['code', 'role', 'words', 'made_at as at']).where('report_id', '=', id).orderBy('id').limit(2_000).execute()
}

export async function targetsOf(db: Db | Tx, officeId: string, year: number): Promise<Map<string, number>> {
  const rows = await db.selectFrom('performance.targets').select(['code', 'value']).where('office_id', '=', officeId).where('year', '=', year).execute()
  return new Map(rows.map(({ code, value }) => [code, value]))
}

/** The whole report: as it was locked, or as it reads at this moment. */
export async function contentOf(db: Db | Tx, card: ReportCard): Promise<ReportContent> {
  const { content } = await db.selectFrom('performance.reports').select('content').where('id', '=', card.id).executeTakeFirstOrThrow()
  if (content !== null) return JSON.parse(content) as ReportContent
  const base = await baseOf(db, card.id)
  const notes = (await listStands(db, card.id)).flatMap(({ code, explanation }): Note[] => (explanation === null ? [] : [{ code, words: explanation }]))
  const held = card.kind === 'yearly' ? await targetsOf(db, card.officeId, Number(card.period)) : new Map<string, number>()
  return { ...base, notes, remarks: card.remarks, targets: targetLines(base, held) }
}

export async function listFiles(db: Db | Tx, id: string): Promise<KeptFile[]> {
  const rows = await db.selectFrom('performance.report_files').select(['part', 'storage_key as storageKey', 'sha256', 'size', 'media_type as mediaType'])
    .where('report_id', '=', id).orderBy('part').execute()
  return rows.map((row) => ({ ...row, part: row.part as FilePart }))
}

/** The signed version at a public address. */
export async function findSigned(db: Db | Tx, { kind, period, version }: Pick<ReportCard, 'kind' | 'period' | 'version'>): Promise<ReportCard | undefined> {
  const row = await cards(db).where('r.kind', '=', kind).where('r.period', '=', period).where('r.version', '=', version).where('r.state', '=', 'signed').executeTakeFirst()
  return row && shaped(row)
}

/** What a right to a report depends on. */
export async function findReportAccess(db: Db | Tx, id: string): Promise<{ officeId: string } | undefined> {
  const card = await findReport(db, id)
  return card && { officeId: card.officeId }
}

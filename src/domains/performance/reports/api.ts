import { z } from '@hono/zod-openapi'
import { type Result, notFound, ok } from '../../../kernel/result.ts'
import { may } from '../../../kernel/rights.ts'
import { formatInstant } from '../../../kernel/wib.ts'
import type { Db, Tx } from '../../../platform/db/database.ts'
import { fromDb } from '../../../platform/db/unit.ts'
import type { UnitAsk } from '../../../platform/http/context.ts'
import { fileOperation } from '../../../platform/http/file-operation.ts'
import { type ApiOperation, operation } from '../../../platform/http/operation.ts'
import { giveSecondFactor } from '../../accounts/index.ts'
import { findHomeOffice } from '../../office/index.ts'
import { PERIOD_KINDS } from '../core/report.ts'
import { reportPagesId as words } from '../messages-report-pages.id.ts'
import { addressOf } from './address.ts'
import { decideFigures, explainFigures, setTargets } from './approve.ts'
import { reviseReport } from './draft.ts'
import { CASES_A_PAGE, figureCases } from './figure-cases.ts'
import { reportResponse } from './file-response.ts'
import { rowOf } from './row-of.ts'
import { keepReportScan, signReport } from './sign.ts'
import { type ReportCard, baseOf, findReport, findReportAccess, listFiles, listRemarks, listReports, listStands } from './store.ts'
import { listReportTasks } from './tasks.ts'

const moment = z.iso.datetime({ offset: true }).nullable()
const cardShape = {
  id: z.string(), kind: z.enum(PERIOD_KINDS), period: z.string(), from: z.iso.date(), to: z.iso.date(), version: z.int(), state: z.enum(['draft', 'locked', 'signing', 'signed']),
  replaced: z.boolean(), reason: z.string().nullable(), signature: z.enum(['test', 'wet-ink', 'certified']).nullable(), draftedAt: moment, lockedAt: moment, signedAt: moment, address: z.string(),
}
const cardSchema = z.object(cardShape).openapi('ReportCard')
const awaits = z.enum(['answer', 'division-head', 'secretary', 'office-head', 'none'])
const reportSchema = z.object({
  ...cardShape, remarks: z.string().nullable(),
  figures: z.array(z.object({ code: z.string(), awaits, explanation: z.string().nullable(), remarks: z.array(z.object({ role: z.string(), words: z.string(), at: z.string() })) })),
  files: z.array(z.object({ part: z.enum(['pdf', 'xlsx', 'json', 'print']), sha256: z.string(), size: z.int(), mediaType: z.string() })),
}).openapi('Report')

const at = (date: Date | null) => (date === null ? null : formatInstant(fromDb(date)))

const shownCard = (card: ReportCard, baseUrl: string): z.input<typeof cardSchema> => ({
  id: card.id, kind: card.kind, period: card.period, from: card.from, to: card.to, version: card.version, state: card.state, replaced: card.isReplaced, reason: card.reason,
  signature: card.signature, draftedAt: at(card.draftedAt), lockedAt: at(card.lockedAt), signedAt: at(card.signedAt), address: addressOf(baseUrl, card),
})

async function shownReport(db: Db | Tx, id: string, baseUrl: string): Promise<Result<z.input<typeof reportSchema>>> {
  const card = await findReport(db, id)
  if (!card) return notFound('not-found', words.noSuchReport)
  const remarks = await listRemarks(db, id)
  const figures = (await listStands(db, id)).map((one) => ({
    ...one, remarks: remarks.filter(({ code }) => code === one.code).map(({ role, words: said, at: when }) => ({ role, words: said, at: formatInstant(fromDb(when)) })),
  }))
  const files = (await listFiles(db, id)).map(({ storageKey: _key, ...file }) => file)
  return ok({ ...shownCard(card, baseUrl), remarks: card.remarks, figures, files })
}

const access = (ask: UnitAsk) => findReportAccess(ask.unit.tx, ask.params['id'] ?? '')
const idOf = (ask: Pick<UnitAsk, 'params'>) => ask.params['id'] ?? ''

const list = operation({
  method: 'get', path: '/reports', right: 'report.read', summary: 'Laporan berkala menurut tahun, semua versi', query: z.object({ year: z.coerce.number().int().min(2000).max(2127).optional() }),
  answer: z.object({ items: z.array(cardSchema), next: z.null() }),
  handle: async ({ unit, actor, tools }, { query: { year } }) =>
    ok({ items: (await listReports(unit.tx, actor.officeId, { year })).map((card) => shownCard(card, tools.config.baseUrl)), next: null }),
})

const listPublished = operation({
  method: 'get', path: '/published-reports', right: 'public', summary: 'Signed periodic reports; their files lie below `address`: /pdf, /xlsx, /json',
  answer: z.object({ items: z.array(cardSchema), next: z.null() }),
  async handle({ unit, tools }) {
    const office = await findHomeOffice(unit.tx)
    const reports = office ? await listReports(unit.tx, office.id, { signedOnly: true }) : []
    return ok({ items: reports.map((card) => shownCard(card, tools.config.baseUrl)), next: null })
  },
})

const waiting = operation({
  method: 'get', path: '/report-tasks', right: 'report.read', summary: 'Laporan yang menunggu pemanggil: persetujuan, jawaban, tanda tangan, atau pindaian',
  answer: z.object({ items: z.array(z.object({ report: z.string(), kind: z.enum(PERIOD_KINDS), period: z.string(), version: z.int(), desk: z.string() })), next: z.null() }),
  handle: async ({ unit, actor }) => ok({ items: (await listReportTasks(unit.tx, actor.accountId)).map(({ reportId, ...task }) => ({ report: reportId, ...task })), next: null }),
})

const read = operation({
  method: 'get', path: '/reports/{id}', right: 'report.read', summary: 'Satu laporan: keadaan setiap angka, catatan, dan berkasnya', answer: reportSchema, access,
  handle: (ask) => shownReport(ask.unit.tx, idOf(ask), ask.tools.config.baseUrl),
})

const file = fileOperation({
  path: '/reports/{id}/files/{part}', right: 'report.read', summary: 'Berkas laporan: pdf, xlsx, json, print; sebelum ditandatangani bertanda DRAF', mediaType: 'application/octet-stream', access,
  async read({ unit, tools, params }) {
    const card = await findReport(unit.tx, params['id'] ?? '')
    return card && reportResponse(tools, unit.tx, card, params['part'] ?? '')
  },
})

const cases = operation({
  method: 'get', path: '/reports/{id}/figures/{code}/cases', right: 'report.read', summary: 'Berkas di balik satu baris angka, sejauh hak pembacanya', access,
  query: z.object({ by: z.enum(['service', 'district', 'channel', 'stage', 'reason']).optional(), key: z.string().max(100).optional(), cursor: z.coerce.number().int().min(0).default(0) }),
  answer: z.object({
    items: z.array(z.object({
      id: z.string(), reference: z.string(), service: z.string().nullable(), district: z.string().nullable(), channel: z.string().nullable(), outcome: z.string().nullable(),
      inTime: z.boolean().nullable(), officeMinutes: z.number().nullable(), returns: z.int(),
    })),
    hidden: z.int(), all: z.int(), next: z.string().nullable(),
  }),
  async handle(ask, { query: { by, key, cursor } }) {
    const base = await baseOf(ask.unit.tx, idOf(ask))
    const figure = base.figures.find(({ code }) => code === ask.params['code'])
    const found = figure && await figureCases(ask.unit, ask.actor, base, figure, rowOf(by, key), cursor)
    if (!found) return notFound('not-found', words.noSuchReport)
    return ok({
      items: found.items.map(({ id, reference, facts }) => ({
        id, reference, service: facts.service, district: facts.district, channel: facts.channel, outcome: facts.ended?.outcome ?? null, inTime: facts.inTime,
        officeMinutes: facts.officeMinutes, returns: facts.returns.length,
      })),
      hidden: found.hidden, all: found.all, next: cursor + CASES_A_PAGE < found.all ? String(cursor + CASES_A_PAGE) : null,
    })
  },
})

const said = z.string().trim().min(1).max(1_000, words.check.tooLong)

const decide = operation({
  method: 'post', path: '/reports/{id}/decisions', right: 'report.approve', summary: 'Menyetujui angka atau memberi catatan; tanpa `remark` berarti setuju', answer: reportSchema, access,
  body: z.object({ decisions: z.array(z.object({ figure: z.string().max(100), remark: said.optional() })).min(1).max(200) }).openapi('ReportDecisions'),
  async handle(ask, { body: { decisions } }) {
    const done = await decideFigures(ask.unit, ask.actor, idOf(ask), decisions.map(({ figure, remark }) => ({ code: figure, remark })))
    return done.ok ? shownReport(ask.unit.tx, idOf(ask), ask.tools.config.baseUrl) : done
  },
})

const explain = operation({
  method: 'post', path: '/reports/{id}/answers', right: 'report.prepare', summary: 'Menjawab catatan dengan keterangan; `catatan` adalah catatan dinas untuk seluruh laporan', answer: reportSchema, access,
  body: z.object({ answers: z.array(z.object({ figure: z.string().max(100), words: said })).min(1).max(200) }).openapi('ReportAnswers'),
  async handle(ask, { body: { answers } }) {
    const done = await explainFigures(ask.unit, ask.actor, idOf(ask), answers.map(({ figure, words: text }) => ({ code: figure, words: text })))
    return done.ok ? shownReport(ask.unit.tx, idOf(ask), ask.tools.config.baseUrl) : done
  },
})

const sign = operation({
  // The right to sign needs the second factor, which may come with this very request: it is decided within.
  method: 'post', path: '/reports/{id}/sign', right: 'report.read', summary: 'Menandatangani laporan yang sudah dikunci', answer: reportSchema, access, apart: () => true,
  body: z.object({ otp: z.string().max(12).optional(), passphrase: z.string().max(200).optional() }).openapi('ReportSigning'),
  async handle({ tools, actor, params }, { body: { otp, passphrase } }) {
    const id = params['id'] ?? ''
    const proven = otp === undefined ? ok(actor) : await giveSecondFactor(tools, actor, otp)
    if (!proven.ok) return proven
    const allowed = may(proven.value, 'report.sign', await findReportAccess(tools.db, id) ?? {}, tools.clock().epochMilliseconds)
    if (!allowed.ok) return allowed
    const signed = await signReport(tools, proven.value, id, passphrase)
    return signed.ok ? shownReport(tools.db, id, tools.config.baseUrl) : signed
  },
})

const scan = operation({
  method: 'post', path: '/reports/{id}/scan', right: 'report.keep-scan', summary: 'Menyimpan pindaian laporan yang ditandatangani dengan tangan', answer: reportSchema, access, upload: true,
  async handle(ask, { file: sent }) {
    if (!sent) return notFound('not-found', words.scan.needed)
    const kept = await keepReportScan(ask.tools, ask.unit, ask.actor, idOf(ask), sent)
    return kept.ok ? shownReport(ask.unit.tx, idOf(ask), ask.tools.config.baseUrl) : kept
  },
})

const revise = operation({
  method: 'post', path: '/reports/{id}/versions', right: 'report.revise', summary: 'Menyusun versi baru dari versi terakhir yang sudah ditandatangani', answer: reportSchema, status: 201, access,
  apart: () => true, body: z.object({ reason: z.string().trim().min(1, words.revise.needed).max(500, words.revise.tooLong) }).openapi('ReportRevision'),
  async handle({ tools, actor, params }, { body: { reason } }) {
    const made = await reviseReport(tools, actor, params['id'] ?? '', reason)
    return made.ok ? shownReport(tools.db, made.value, tools.config.baseUrl) : made
  },
})

const targets = operation({
  method: 'post', path: '/report-targets', right: 'report.prepare', summary: 'Menetapkan sasaran satu tahun; null menghapus', answer: z.object({ year: z.int() }),
  body: z.object({ year: z.int().min(2000).max(2127), targets: z.record(z.string().max(60), z.number().min(0).max(1e9).nullable()) }).openapi('ReportTargets'),
  async handle({ unit, actor }, { body: { year, targets: goals } }) {
    const done = await setTargets(unit, actor, year, new Map(Object.entries(goals)))
    return done.ok ? ok({ year }) : done
  },
})

export const reportOperations: ApiOperation[] = [list, listPublished, waiting, read, file, cases, decide, explain, sign, scan, revise, targets]

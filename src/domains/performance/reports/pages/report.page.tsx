import { z } from 'zod'
import { ok } from '../../../../kernel/result.ts'
import { type Actor, type Operation, may } from '../../../../kernel/rights.ts'
import type { Unit } from '../../../../platform/db/unit.ts'
import type { Allowed } from '../../../../platform/http/context.ts'
import { page } from '../../../../platform/http/page.ts'
import { levelsOf } from '../../core/approval.ts'
import { REMARKS, type ReportContent } from '../../core/report-content.ts'
import { reportPagesId as t } from '../../messages-report-pages.id.ts'
import { explainFigures } from '../approve.ts'
import { type ItemStand, type KeptFile, type Remark, type ReportCard, contentOf, findReport, findReportAccess, listFiles, listRemarks, listStands, listVersions } from '../store.ts'
import { ReportView } from './report-view.tsx'
import { nameOf, pathOf } from './report-words.tsx'

/** What this reader may do with the report now. */
export type Ways = { check: number; answer: number; explain: boolean; remark: boolean; sign: boolean; scan: boolean; revise: boolean; targets: boolean }

export type ReportModel = { card: ReportCard; content: ReportContent; stands: ItemStand[]; remarks: Remark[]; files: KeptFile[]; versions: ReportCard[]; ways: Ways }

/** A right is there also when only the second factor is still to be given. */
function has(actor: Actor, operation: Operation, { officeId }: ReportCard, unit: Unit): boolean {
  const allowed = may(actor, operation, { officeId }, unit.now.epochMilliseconds)
  return allowed.ok || (allowed.error.kind === 'forbidden' && allowed.error.code === 'step-up-needed')
}

function waysOf({ unit, actor }: Allowed, model: Omit<ReportModel, 'ways'>): Ways {
  const { card, stands, files, versions } = model
  const can = (operation: Operation) => has(actor, operation, card, unit)
  const isDraft = card.state === 'draft'
  const levels: readonly string[] = can('report.approve') ? levelsOf(actor.roles) : []
  const isPrinted = files.some(({ part }) => part === 'print')
  const prepares = isDraft && can('report.prepare')
  return {
    check: isDraft ? stands.filter(({ awaits }) => levels.includes(awaits)).length : 0, answer: prepares ? stands.filter(({ awaits }) => awaits === 'answer').length : 0,
    explain: prepares && stands.some(({ awaits }) => awaits === 'division-head'), remark: prepares, targets: prepares && card.kind === 'yearly',
    sign: (card.state === 'locked' || (card.state === 'signing' && !isPrinted)) && can('report.sign'), scan: card.state === 'signing' && isPrinted && can('report.keep-scan'),
    revise: card.state === 'signed' && versions[0]?.id === card.id && can('report.revise'),
  }
}

async function read(ask: Allowed): Promise<ReportModel | undefined> {
  const { unit: { tx }, params } = ask
  const card = await findReport(tx, params['id'] ?? '')
  if (!card) return undefined
  const model = {
    card, content: await contentOf(tx, card), stands: await listStands(tx, card.id), remarks: await listRemarks(tx, card.id), files: await listFiles(tx, card.id),
    versions: await listVersions(tx, card),
  }
  return { ...model, ways: waysOf(ask, model) }
}

/** One report: how it stands, what to do next, every figure, and the words of the office. */
export const reportPage = page({
  path: '/petugas/laporan/:id',
  right: 'report.read',
  access: ({ unit, params }) => findReportAccess(unit.tx, params['id'] ?? ''),
  fields: z.object({ remarks: z.string().trim().max(4_000, t.check.tooLong) }),
  read,
  view: (model, _ask, form) => ({
    title: nameOf(model.card), variant: 'officer', wrong: form.problems.length > 0, back: { href: `/petugas/laporan?tahun=${model.card.to.slice(0, 4)}`, text: t.back },
    body: <ReportView model={model} form={form} />,
  }),
  async send({ unit, actor, params }, { remarks }, { card }) {
    const allowed = may(actor, 'report.prepare', { officeId: card.officeId }, unit.now.epochMilliseconds)
    if (!allowed.ok) return allowed
    const saved = await explainFigures(unit, actor, params['id'] ?? '', [{ code: REMARKS, words: remarks }])
    return saved.ok ? ok({ goTo: pathOf(card.id) }) : saved
  },
})

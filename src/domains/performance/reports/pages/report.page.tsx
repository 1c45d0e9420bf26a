import { z } from 'zod'
import { ok } from '../../../../kernel/result.ts'
import { may } from '../../../../kernel/rights.ts'
import { page } from '../../../../platform/http/page.ts'
import { REMARKS } from '../../core/report-content.ts'
import { reportPagesId as t } from '../../messages-report-pages.id.ts'
import { explainFigures } from '../approve.ts'
import { findReportAccess } from '../store.ts'
import { readReport } from './report-model.ts'
import { ReportView } from './report-view.tsx'
import { nameOf, pathOf } from './report-words.tsx'

/** One report: how it stands, what to do next, every figure, and the words of the office. */
export const reportPage = page({
  path: '/petugas/laporan/:id',
  right: 'report.read',
  access: ({ unit, params }) => findReportAccess(unit.tx, params['id'] ?? ''),
  fields: z.object({ remarks: z.string().trim().max(4_000, t.check.tooLong) }),
  read: readReport,
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

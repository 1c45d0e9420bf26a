import { z } from 'zod'
import { invalid, ok } from '../../../../kernel/result.ts'
import { page } from '../../../../platform/http/page.ts'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorSummary, problemOf } from '../../../../ui/error-summary.tsx'
import { TextArea } from '../../../../ui/fields/text-area.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { REMARKS } from '../../core/report-content.ts'
import { reportPagesId } from '../../messages-report-pages.id.ts'
import { explainFigures } from '../approve.ts'
import { contentOf, findReport, findReportAccess, listRemarks, listStands } from '../store.ts'
import { Said } from './report-view.tsx'
import { itemOf, nameOf, pathOf } from './report-words.tsx'

const t = reportPagesId.answer
const FIELD = 'keterangan:'
const LONGEST = 1_000

/** Answers to remarks; with `semua` also words about figures that nobody accepted yet, such as goals that were missed. */
export const answerPage = page({
  path: '/petugas/laporan/:id/jawab',
  right: 'report.prepare',
  access: ({ unit, params }) => findReportAccess(unit.tx, params['id'] ?? ''),
  fields: z.record(z.string(), z.unknown()),
  async read({ unit: { tx }, params, query }) {
    const card = await findReport(tx, params['id'] ?? '')
    if (!card) return undefined
    const isAll = query['semua'] !== undefined
    const shown = card.state === 'draft'
      ? (await listStands(tx, card.id)).filter(({ code, awaits }) => awaits === 'answer' || (isAll && awaits === 'division-head' && code !== REMARKS)) : []
    return { card, shown, isAll, content: await contentOf(tx, card), remarks: await listRemarks(tx, card.id) }
  },
  view: ({ card, shown, isAll, content, remarks }, _ask, form) => ({
    title: isAll ? t.add : t.title, variant: 'officer', wrong: form.problems.length > 0, back: { href: pathOf(card.id), text: nameOf(card) },
    body: (
      <>
        <ErrorSummary problems={form.problems} />
        <PageHeading title={isAll ? t.add : t.title} over={nameOf(card)} lead={isAll ? t.addLead : t.lead} />
        {shown.length === 0 ? <EmptyState icon="check" title={t.none} /> : (
          <form method="post" class="stack" noValidate>
            {shown.map((stand) => {
              const item = itemOf(content, stand.code)
              const name = `${FIELD}${stand.code}`
              const typed = form.values[name]
              const held = stand.code === REMARKS ? card.remarks ?? '' : stand.explanation ?? ''
              return (
                <Card key={stand.code} title={item?.name ?? stand.code}>
                  <p class="figure-value">{item?.value}</p>
                  <Said remarks={remarks} stand={stand} />
                  <TextArea name={name} label={t.label} rows={3} maxLength={LONGEST} value={typeof typed === 'string' ? typed : held} error={problemOf(form.problems, name)} />
                </Card>
              )
            })}
            <div class="row"><Button icon="check">{t.save}</Button></div>
          </form>
        )}
      </>
    ),
  }),
  async send({ unit, actor }, values, { card, shown }) {
    const written = shown.flatMap((stand) => {
      const typed = values[`${FIELD}${stand.code}`]
      const words = typeof typed === 'string' ? typed.trim() : ''
      // Words that were there already say nothing new, unless they are the answer to a remark.
      return words === '' || (words === stand.explanation && stand.awaits !== 'answer') ? [] : [{ code: stand.code, words }]
    })
    const tooLong = written.filter(({ words }) => words.length > LONGEST)
    if (tooLong.length > 0) return invalid(tooLong.map(({ code }) => ({ field: `${FIELD}${code}`, message: reportPagesId.check.tooLong })))
    if (written.length === 0) return invalid([{ field: '', message: t.nothing }])
    const saved = await explainFigures(unit, actor, card.id, written)
    return saved.ok ? ok({ goTo: pathOf(card.id) }) : saved
  },
})

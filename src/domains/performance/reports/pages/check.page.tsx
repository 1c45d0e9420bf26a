import { z } from 'zod'
import { type Problem, type Result, invalid, ok } from '../../../../kernel/result.ts'
import type { Allowed } from '../../../../platform/http/context.ts'
import { type Form, page } from '../../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorSummary, problemOf } from '../../../../ui/error-summary.tsx'
import { CheckboxGroup } from '../../../../ui/fields/choices.tsx'
import { TextArea } from '../../../../ui/fields/text-area.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { type Decision, levelsOf } from '../../core/approval.ts'
import type { ReportContent } from '../../core/report-content.ts'
import { reportPagesId } from '../../messages-report-pages.id.ts'
import { decideFigures } from '../approve.ts'
import { type ItemStand, type Remark, type ReportCard, contentOf, findReport, findReportAccess, listRemarks, listStands } from '../store.ts'
import { FigureRows } from './figure.page.tsx'
import { Said } from './report-view.tsx'
import { itemOf, nameOf, pathOf } from './report-words.tsx'

const t = reportPagesId.check

/** So many figures stand on one page: a phone's worth, and each is looked at. */
const AT_ONCE = 6
const LONGEST = 1_000

type Model = { card: ReportCard; content: ReportContent; waiting: ItemStand[]; shown: ItemStand[]; offset: number; remarks: Remark[] }

async function read({ unit: { tx }, actor, params, query }: Allowed): Promise<Model | undefined> {
  const card = await findReport(tx, params['id'] ?? '')
  if (!card) return undefined
  const levels: readonly string[] = levelsOf(actor.roles)
  const waiting = card.state === 'draft' ? (await listStands(tx, card.id)).filter(({ awaits }) => levels.includes(awaits)) : []
  const offset = Math.min(Math.max(0, Math.trunc(Number(query['mulai'] ?? 0)) || 0), Math.max(0, waiting.length - 1))
  return { card, content: await contentOf(tx, card), waiting, offset, shown: waiting.slice(offset, offset + AT_ONCE), remarks: await listRemarks(tx, card.id) }
}

const ACCEPT = 'setuju:'
const REMARK = 'catatan:'

/** What the form says of each figure; both at once is a question, nothing is for later. */
function decisionsOf(values: Record<string, unknown>): Result<Decision[]> {
  const codes = [...new Set(Object.keys(values).flatMap((key) => [ACCEPT, REMARK].flatMap((prefix) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []))))]
  const problems: Problem[] = []
  const decisions = codes.flatMap((code): Decision[] => {
    const typed = values[`${REMARK}${code}`]
    const remark = typeof typed === 'string' ? typed.trim() : ''
    const isAccepted = values[`${ACCEPT}${code}`] !== undefined
    if (isAccepted && remark !== '') problems.push({ field: `${REMARK}${code}`, message: t.both })
    if (remark.length > LONGEST) problems.push({ field: `${REMARK}${code}`, message: t.tooLong })
    return isAccepted ? [{ code }] : remark === '' ? [] : [{ code, remark }]
  })
  if (problems.length > 0) return invalid(problems)
  return decisions.length > 0 ? ok(decisions) : invalid([{ field: '', message: t.nothing }])
}

function FigureCard({ model: { card, content, remarks }, stand, form }: { model: Model; stand: ItemStand; form: Form }) {
  const item = itemOf(content, stand.code)
  const figure = content.figures.find(({ code }) => code === stand.code)
  const change = content.changes?.rows.find(({ code, row }) => code === stand.code && row === '')
  const [accept, remark] = [`${ACCEPT}${stand.code}`, `${REMARK}${stand.code}`]
  const typed = form.values[remark]
  if (!item) return null
  return (
    <Card title={item.name}>
      <p class="figure-value">{item.value}</p>
      <p>{item.meaning}</p>
      {change && <Notice><p>{t.changed(change.before, change.after)}</p></Notice>}
      <Said remarks={remarks} stand={stand} />
      {figure && <Disclosure summary={t.rows}><FigureRows id={card.id} content={content} figure={figure} /></Disclosure>}
      <CheckboxGroup name={accept} label={t.decision} choices={[{ value: 'ya', label: t.accept }]} values={form.values[accept] === undefined ? [] : ['ya']}
        error={problemOf(form.problems, accept)} />
      <Disclosure summary={t.remarkOpen} open={typed !== undefined && typed !== ''}>
        <TextArea name={remark} label={t.remark} hint={t.remarkHint} rows={3} maxLength={LONGEST} value={typeof typed === 'string' ? typed : undefined}
          error={problemOf(form.problems, remark)} />
      </Disclosure>
    </Card>
  )
}

/** Approving on a phone: a few figures at a time, each accepted, remarked or left for later. */
export const checkPage = page({
  path: '/petugas/laporan/:id/periksa',
  right: 'report.approve',
  access: ({ unit, params }) => findReportAccess(unit.tx, params['id'] ?? ''),
  fields: z.record(z.string(), z.unknown()),
  read,
  view(model, _ask, form) {
    const { card, waiting, shown, offset } = model
    const next = offset + AT_ONCE < waiting.length ? offset + AT_ONCE : 0
    return {
      title: t.title, variant: 'officer', wrong: form.problems.length > 0, back: { href: pathOf(card.id), text: nameOf(card) },
      body: (
        <>
          <ErrorSummary problems={form.problems} />
          <PageHeading title={t.title} over={nameOf(card)} lead={waiting.length > 0 ? t.lead(waiting.length) : undefined} />
          {shown.length === 0 ? <EmptyState icon="check" title={t.none} /> : (
            <form method="post" class="stack" noValidate>
              {shown.map((stand) => <FigureCard key={stand.code} model={model} stand={stand} form={form} />)}
              <div class="row">
                <Button icon="check">{t.save}</Button>
                {waiting.length > AT_ONCE && <ButtonLink href={pathOf(card.id, `periksa?mulai=${next}`)} look="link">{t.later}</ButtonLink>}
              </div>
            </form>
          )}
        </>
      ),
    }
  },
  async send({ unit, actor }, values, { card, waiting }) {
    const decisions = decisionsOf(values)
    if (!decisions.ok) return decisions
    const decided = await decideFigures(unit, actor, card.id, decisions.value)
    if (!decided.ok) return decided.error.kind === 'invalid' ? invalid(decided.error.problems.map(({ field, message }) => ({ field: `${ACCEPT}${field}`, message }))) : decided
    return ok({ goTo: waiting.length > decisions.value.length ? pathOf(card.id, 'periksa') : pathOf(card.id) })
  },
})

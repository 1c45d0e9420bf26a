import { z } from 'zod'
import { formatRupiah } from '../../../../kernel/rupiah.ts'
import { longMoment } from '../../../../kernel/wib.ts'
import { type Result, ok } from '../../../../kernel/result.ts'
import type { UnitAsk } from '../../../../platform/http/context.ts'
import { fromDb } from '../../../../platform/db/unit.ts'
import { typedIn } from '../../../../platform/http/form.ts'
import { type Form, type Sent, page } from '../../../../platform/http/page.ts'
import type { Screen } from '../../../../platform/http/route.ts'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { ErrorSummary, problemOf } from '../../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../../ui/fields/choices.tsx'
import { FileField } from '../../../../ui/fields/file-field.tsx'
import { TextArea } from '../../../../ui/fields/text-area.tsx'
import { TextField } from '../../../../ui/fields/text-field.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { Summary, type SummaryRow } from '../../../../ui/summary.tsx'
import { findCooperativeCard } from '../../../cooperatives/index.ts'
import { findPlace, getOffice } from '../../../office/index.ts'
import { findPersonCard, findStandingBusinessCard } from '../../../registry/index.ts'
import { type Answer, type Question, type ServiceDefinition, getDefinition, isAsked } from '../../../services/index.ts'
import { findByLink } from '../../advice-link.ts'
import { type Advice, noteOpened } from '../../advice-store.ts'
import { answerByLink, isUsable } from '../../commands/answer-advice.ts'
import { VERDICTS } from '../../commands/step-input.ts'
import { applicationsId } from '../../messages.id.ts'
import { stepWords } from '../../step-messages.id.ts'
import { type Application, findApplication } from '../../store.ts'

const t = stepWords.outsidePage
const a = stepWords.advice

type Model = { advice: Advice; usable: boolean; application: Application; definition: ServiceDefinition; office: string; about: string; place: string }

/** A person's name as another office may see it: the first letter of each word. */
const maskedName = (name: string): string => name.split(/\s+/).map((word) => `${word.slice(0, 1)}***`).join(' ')

async function aboutWhom({ unit }: UnitAsk, application: Application): Promise<string> {
  if (application.businessId) return (await findStandingBusinessCard(unit.tx, application.businessId))?.name ?? ''
  if (application.cooperativeId) return (await findCooperativeCard(unit.tx, application.cooperativeId))?.name ?? ''
  return maskedName((await findPersonCard(unit.tx, application.ownerId))?.name ?? '')
}

async function read(ask: UnitAsk): Promise<Model | undefined> {
  const { unit, tools, params } = ask
  const advice = await findByLink(unit.tx, tools.keys, params['token'] ?? '')
  const application = advice && await findApplication(unit.tx, advice.applicationId)
  if (!advice || !application) return undefined
  await noteOpened(unit.tx, advice.id, unit.now)
  const place = application.villageCode ? await findPlace(unit.tx, application.villageCode) : undefined
  return {
    advice, application, usable: isUsable(advice, unit.now), definition: await getDefinition(unit.tx, application.definitionId),
    office: (await getOffice(unit.tx, application.officeId)).name, about: await aboutWhom(ask, application), place: place ? `${place.village}, ${place.district}` : '',
  }
}

/** Answers that name nobody: what was written freely is left out, since anything may stand there. */
function plainAnswer(question: Question, answer: Answer | undefined): string | undefined {
  const label = (value: string) => question.options?.find((option) => option.value === value)?.label.id ?? value
  switch (question.type) {
    case 'choice': case 'village': case 'kbli': case 'date': return typeof answer === 'string' ? label(answer) : undefined
    case 'choices': return Array.isArray(answer) ? answer.flatMap((one) => (typeof one === 'string' ? [label(one)] : [])).join('; ') : undefined
    case 'integer': return typeof answer === 'number' ? [String(answer), question.unit?.id].filter(Boolean).join(' ') : undefined
    case 'money': return typeof answer === 'number' ? formatRupiah(answer) : undefined
    default: return undefined
  }
}

function answerRows({ application: { answers }, definition }: Model): SummaryRow[] {
  return definition.questions.filter((question) => isAsked(question, answers)).flatMap((question) => {
    const value = plainAnswer(question, answers[question.key])
    return value === undefined ? [] : [{ label: question.label.id, value }]
  })
}

function AnswerForm({ form }: { form: Form }) {
  return (
    <Card title={t.yours}>
      <form method="post" encType="multipart/form-data" noValidate class="stack">
        <RadioGroup name="verdict" label={a.verdict} choices={VERDICTS.map((value) => ({ value, label: stepWords.verdicts[value] }))} value={typedIn(form, 'verdict')}
          error={problemOf(form.problems, 'verdict')} />
        <TextArea name="answer" label={a.answer} hint={a.answerHint} rows={5} maxLength={2000} value={typedIn(form, 'answer')} error={problemOf(form.problems, 'answer')} />
        <TextField name="by" label={t.name} autoComplete="name" maxLength={120} value={typedIn(form, 'by')} error={problemOf(form.problems, 'by')} />
        <TextField name="position" label={t.position} autoComplete="organization-title" maxLength={120} value={typedIn(form, 'position')} error={problemOf(form.problems, 'position')} />
        <FileField name="file" label={a.file} hint={a.fileHint} accept="application/pdf,image/jpeg,image/png" optional error={problemOf(form.problems, 'file')} />
        <p>{t.once}</p>
        <div><Button icon="check">{t.button}</Button></div>
      </form>
    </Card>
  )
}

const closed = (title: string, more: string): Screen => ({ title, variant: 'public', body: <><PageHeading title={title} /><p>{more}</p></> })

function view(model: Model, ask: UnitAsk, form: Form): Screen {
  const { advice, application, definition, office, about, place } = model
  if (ask.query['terkirim'] !== undefined && advice.answeredAt) return closed(t.done, t.doneMore)
  if (!model.usable) return closed(t.used, t.usedMore)
  const rows = answerRows(model)
  return {
    title: t.title, variant: 'public', wrong: form.problems.length > 0,
    body: (
      <>
        <ErrorSummary problems={form.problems} />
        <PageHeading title={t.title} lead={t.lead(advice.office)} />
        <Notice title={t.asked}><p>{advice.question}</p></Notice>
        <Card>
          <Summary rows={[
            { label: t.from, value: office }, { label: t.service, value: definition.name.id }, { label: t.reference, value: <span class="mono">{application.reference}</span> },
            { label: t.about, value: about }, { label: t.place, value: place }, { label: t.due, value: longMoment(fromDb(advice.dueAt)) },
          ]} />
        </Card>
        {rows.length > 0 && <Card title={t.answers}><Summary rows={rows} /><p class="soft">{t.masked}</p></Card>}
        <AnswerForm form={form} />
      </>
    ),
  }
}

const needed = (field: 'advice' | 'answeredBy' | 'position') => applicationsId.steps.needed[field] ?? applicationsId.steps.textNeeded
const text = (field: 'advice' | 'answeredBy' | 'position', most: number) => z.string().default('').transform((value) => value.trim())
  .pipe(z.string().min(1, needed(field)).max(most, applicationsId.tooLong(most)))

/** Where another office gives its advice, by a signed link and without an account. */
export const advicePage = page({
  path: '/pertimbangan/:token',
  right: 'public',
  limit: { name: 'advice-guesses', counts: 'misses', most: 30, windowMs: 10 * 60_000 },
  fields: z.object({
    verdict: z.enum(VERDICTS, { error: applicationsId.steps.verdictNeeded }), answer: text('advice', 2000), by: text('answeredBy', 120), position: text('position', 120),
    file: z.unknown().optional().transform((given) => (given instanceof File && given.size > 0 ? given : undefined)),
  }),
  read, view,
  async send(ask, { verdict, answer, by, position, file }): Promise<Result<Sent>> {
    const token = ask.params['token'] ?? ''
    const kept = await answerByLink(ask.tools, ask.unit, token, { verdict, answer, answeredBy: by, position, file })
    return kept.ok ? ok({ goTo: `/pertimbangan/${token}?terkirim=ya` }) : kept
  },
})

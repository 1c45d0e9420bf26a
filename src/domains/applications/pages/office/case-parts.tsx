import { Temporal } from 'temporal-polyfill'
import { longDate, longMoment, shortMoment } from '../../../../kernel/wib.ts'
import { fromDb } from '../../../../platform/db/unit.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { StatusTag } from '../../../../ui/status-tag.tsx'
import { Summary } from '../../../../ui/summary.tsx'
import type { CooperativeCard as Cooperative } from '../../../cooperatives/index.ts'
import type { Answers, Question } from '../../../services/index.ts'
import { isAsked } from '../../../services/index.ts'
import { stepWords as t } from '../../step-messages.id.ts'
import type { Survey } from '../../survey-store.ts'
import { answerText } from '../applicant/answer-text.ts'
import type { CaseModel } from './case-model.ts'
import type { CaseParts } from './read-parts.ts'
import { PAGED_STEPS, stepPath } from './step-form.ts'

const when = (date: Date) => shortMoment(fromDb(date))
const nameOf = (parts: CaseParts, id: string | null) => (id === null ? t.survey.anyone : parts.names.get(id) ?? '–')

const answerRows = (questions: readonly Question[], answers: Answers) =>
  questions.filter((one) => isAsked(one, answers)).map((one) => ({ label: one.label.id, value: answerText(one, answers[one.key], 'id') }))

export function CooperativeCard({ cooperative }: { cooperative: Cooperative }) {
  return (
    <Card title={t.subject.cooperative}>
      <Summary rows={[
        { label: t.subject.name, value: <a href={`/petugas/koperasi/${cooperative.id}`}>{cooperative.name}</a> },
        { label: t.subject.registry, value: <span class="mono">{cooperative.registryNumber}</span> },
        { label: t.subject.legalEntity, value: cooperative.legalEntityNumber },
      ]} />
    </Card>
  )
}

function Pictures({ files }: { files: readonly { id: string }[] }) {
  if (files.length === 0) return null
  return <div class="row">{files.map(({ id }, at) => <a key={id} href={`/berkas/${id}`}><img src={`/berkas/${id}`} alt={t.survey.photo(at + 1)} width="160" loading="lazy" /></a>)}</div>
}

function OneSurvey({ survey, parts, questions }: { survey: Survey; parts: CaseParts; questions: readonly Question[] }) {
  const { answers, visitedOn, latitude, longitude } = survey
  return (
    <div class="stack-s">
      <p class="soft">{t.survey.sent(nameOf(parts, survey.surveyorId), when(survey.sentAt))}{survey.reportedAt && ` · ${t.survey.reported(nameOf(parts, survey.reportedBy), when(survey.reportedAt))}`}</p>
      {answers === null ? <p>{t.survey.waiting}</p> : (
        <Summary rows={[
          ...answerRows(questions, answers),
          { label: t.survey.visitedOn, value: visitedOn ? longDate(Temporal.PlainDate.from(visitedOn)) : '' },
          ...(latitude === null || longitude === null ? [] : [{
            label: t.survey.place, value: <span class="mono">{latitude}, {longitude}</span>,
          }]),
        ]} />
      )}
      <Pictures files={parts.beside.filter((file) => file.beside === `survey:${survey.id}`)} />
    </div>
  )
}

function SurveyCard({ parts, questions }: { parts: CaseParts; questions: readonly Question[] }) {
  if (parts.surveys.length === 0) return null
  return <Card title={t.survey.card}>{parts.surveys.map((survey) => <OneSurvey key={survey.id} survey={survey} parts={parts} questions={questions} />)}</Card>
}

/** The link is text to be copied, not a link to be followed: an officer who opened it would answer for somebody else. */
function LinkToSend({ link }: { link: string }) {
  return <Notice title={t.advice.link}><p>{t.advice.linkHint}</p><p class="mono">{link}</p></Notice>
}

function OneAdvice({ advice, parts }: { advice: CaseParts['advices'][number]; parts: CaseParts }) {
  const a = t.advice
  return (
    <div class="stack-s">
      <p class="soft">
        {a.asked(when(advice.askedAt), longMoment(fromDb(advice.dueAt)))}{advice.workingDays !== null && ` · ${a.spent(advice.workingDays)}`} {advice.late && <StatusTag tone="danger" text={a.late} />}
      </p>
      <Summary rows={[
        { label: a.office, value: advice.office }, { label: a.question, value: advice.question },
        ...(advice.verdict === null ? [] : [
          { label: a.verdict, value: t.verdicts[advice.verdict] }, { label: a.answer, value: advice.answer },
          { label: a.name, value: <>{a.answered(advice.answeredBy ?? '', advice.position ?? '', advice.answeredAt ? when(advice.answeredAt) : '')} ({a.ways[advice.way ?? 'link']})</> },
        ]),
      ]} />
      {parts.beside.filter((file) => file.beside === `advice:${advice.id}`).map(({ id }) => <p key={id}><a href={`/berkas/${id}`}>{a.openFile}</a></p>)}
      {advice.answeredAt === null && <p>{advice.isOpen ? (advice.openedAt ? a.opened(when(advice.openedAt)) : a.unopened) : a.closed}</p>}
      {advice.link !== undefined && <LinkToSend link={advice.link} />}
    </div>
  )
}

function AdviceCard({ parts }: { parts: CaseParts }) {
  if (parts.advices.length === 0) return null
  return <Card title={t.advice.card}>{parts.advices.map((advice) => <OneAdvice key={advice.id} advice={advice} parts={parts} />)}</Card>
}

function OutsideCard({ model: { application, definition }, parts: { outside } }: { model: CaseModel; parts: CaseParts }) {
  if (!outside && !application.outcome) return null
  return (
    <Card title={outside ? t.outside.card : t.outside.outcome}>
      <Summary rows={[
        ...(outside ? [{ label: t.outside.place, value: <>{outside.place} <span class="soft">· {t.outside.since(when(outside.at))}</span></> },
          { label: t.outside.reference, value: <span class="mono">{outside.reference}</span> }] : []),
        ...(application.outcome ? answerRows(definition.outcome, application.outcome) : []),
      ]} />
    </Card>
  )
}

/** All that was found, advised and decided beside the papers. */
export function PartsCards({ model, parts }: { model: CaseModel; parts: CaseParts }) {
  return (
    <>
      <SurveyCard parts={parts} questions={model.definition.survey} />
      <AdviceCard parts={parts} />
      <OutsideCard model={model} parts={parts} />
    </>
  )
}

/** Ways to the pages of the steps that ask for more than a button. */
export function StepLinks({ model }: { model: CaseModel }) {
  const links = PAGED_STEPS.filter((step) => model.steps.includes(step))
  if (links.length === 0) return null
  return <div class="row">{links.map((step) => <ButtonLink key={step} href={stepPath(model.application.id, step)} icon="next">{t.page[step].title}</ButtonLink>)}</div>
}

/** How the stage stands by its own limit, apart from what was promised to the applicant. */
export function StageDue({ model: { application: { stageDueAt } }, now }: { model: CaseModel; now: Temporal.Instant }) {
  if (stageDueAt === null) return null
  const due = fromDb(stageDueAt)
  const late = Temporal.Instant.compare(due, now) < 0
  return <p class={late ? '' : 'soft'}>{late ? <b>{t.stage.late(longMoment(due))}</b> : t.stage.due(longMoment(due))}</p>
}

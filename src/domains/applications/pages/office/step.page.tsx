import { z } from 'zod'
import { type Result, conflict, invalid, ok } from '../../../../kernel/result.ts'
import type { Allowed } from '../../../../platform/http/context.ts'
import { type Form, type Sent, page } from '../../../../platform/http/page.ts'
import type { Route } from '../../../../platform/http/route.ts'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { type Question, type ServiceDefinition, getDefinition } from '../../../services/index.ts'
import { addAttachments, listBeside } from '../../attachment-store.ts'
import { keepUpload } from '../../attachments.ts'
import { possibleSteps, stateOf, takeStep } from '../../commands/steps.ts'
import { next, stageOf } from '../../core/life.ts'
import { applicationsId } from '../../messages.id.ts'
import { listAtDesk } from '../../staff-store.ts'
import { stepWords as t } from '../../step-messages.id.ts'
import { findAccess, findApplication } from '../../store.ts'
import { openSurvey } from '../../survey-store.ts'
import { PAGED_STEPS, type PagedStep, onStepPage, readPagedStep, stepPath } from './step-form.ts'
import { StepFields } from './step-fields.tsx'
import type { StepModel } from './step-model.ts'

const caseOf = (applicationId: string): string => `/petugas/permohonan/${applicationId}`

/** Says of an answer that the registry takes it. */
const marked = ({ writes, hint, ...question }: ServiceDefinition['outcome'][number]): Question =>
  ({ ...question, ...(writes || hint ? { hint: { id: [hint?.id, writes && t.outside.writes].filter(Boolean).join(' '), en: hint?.en ?? '' } } : {}) })

async function readStep({ unit, actor, params }: Allowed, step: PagedStep): Promise<StepModel | undefined> {
  const application = await findApplication(unit.tx, params['id'] ?? '')
  if (!application || actor.kind !== 'officer') return undefined
  const definition = await getDefinition(unit.tx, application.definitionId)
  if (!possibleSteps(actor, application, definition).includes(step)) return undefined
  const to = next(step, stateOf(application, definition))
  const survey = step === 'report' ? await openSurvey(unit.tx, application.id) : undefined
  return {
    step, application, definition, now: unit.now,
    questions: step === 'report' ? definition.survey : step === 'complete' ? definition.outcome.map(marked) : [],
    colleagues: step === 'survey' && to ? await listAtDesk(unit, application, stageOf(definition.life, to)?.owners ?? []) : [],
    photos: survey === undefined ? [] : (await listBeside(unit.tx, application.id)).filter((one) => one.beside === `survey:${survey}`).map((one) => one.id),
  }
}

function view(model: StepModel, _ask: Allowed, form: Form) {
  const { title, lead } = t.page[model.step]
  return {
    title, variant: 'officer' as const, wrong: form.problems.length > 0, back: { href: caseOf(model.application.id), text: model.application.reference },
    body: (
      <>
        <ErrorSummary problems={form.problems} />
        <PageHeading title={title} lead={lead} over={<>{model.definition.name.id} · <span class="mono">{model.application.reference}</span></>} />
        <StepFields model={model} form={form} />
      </>
    ),
  }
}

const fileIn = (values: Form['values'], name: string): File | undefined => {
  const file = values[name]
  return file instanceof File && file.size > 0 ? file : undefined
}

/** A picture stays at once, also when the report is not sent yet. */
async function keepPhoto(ask: Allowed, { application, step, photos }: StepModel, values: Form['values']): Promise<Result<Sent>> {
  const file = fileIn(values, 'a-photo')
  if (!file) return invalid([{ field: 'a-photo', message: t.survey.photoNeeded }])
  const survey = await openSurvey(ask.unit.tx, application.id)
  if (survey === undefined) return conflict('not-now', applicationsId.notNow(applicationsId.status[application.status]))
  const kept = await keepUpload(ask.tools, ask.unit, ask.actor, file, 'a-photo', undefined)
  if (!kept.ok) return kept
  await addAttachments(ask.unit.tx, application.id, `survey:${survey}`, [kept.value.id], ask.unit.now, photos.length)
  return ok({ goTo: stepPath(application.id, step) })
}

async function send(ask: Allowed, model: StepModel, values: Form['values']): Promise<Result<Sent>> {
  if (values['act'] === 'photo') return keepPhoto(ask, model, values)
  const said = readPagedStep(model.step, values, model.questions)
  if ('problems' in said) return invalid(said.problems)
  const scan = fileIn(values, 'a-file')
  const kept = scan && await keepUpload(ask.tools, ask.unit, ask.actor, scan, 'a-file', undefined)
  if (kept && !kept.ok) return kept
  const taken = await takeStep(ask.tools, ask.unit, ask.actor, model.application.id, { ...said.input, ...(kept ? { file: kept.value.id } : {}) })
  if (!taken.ok) return taken.error.kind === 'invalid' ? invalid(taken.error.problems.map(onStepPage)) : taken
  return ok({ goTo: `${caseOf(model.application.id)}?langkah=${model.step}` })
}

/** The steps that ask for more than a button, each on a page that also works on a phone at the place itself. */
export const stepPages: Route[] = PAGED_STEPS.map((step) => page({
  path: `/petugas/permohonan/:id/${t.page[step].path}`,
  right: `application.${step}`,
  access: ({ unit, params }) => findAccess(unit.tx, params['id'] ?? ''),
  fields: z.looseObject({ act: z.enum(['step', 'photo']).default('step') }),
  read: (ask) => readStep(ask, step),
  view,
  // What the schema let through is text, lists of text or files, as the form brought them.
  send: (ask, sent, model) => send(ask, model, sent as Form['values']),
}))

import { z } from 'zod'
import { type Result, invalid, ok } from '../../../kernel/result.ts'
import { wibDate } from '../../../kernel/wib.ts'
import { typedIn } from '../../../platform/http/form.ts'
import { type Form, page } from '../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { typedDate } from '../../office/index.ts'
import { type SurveyElement, elementSchema } from '../core/questionnaire.ts'
import { officeId } from '../office-words.id.ts'
import { type Held, questionnaireFor, setQuestionnaire } from '../questionnaire-store.ts'
import { DESK, mayDo, surveyScreen } from './frame.tsx'
import { dayText } from './number-words.ts'

const t = officeId.questionnaire
const PATH = `${DESK}/kuesioner`
const STEPS = [1, 2, 3, 4] as const
const weightName = (key: string) => `weight-${key}`

function Elements({ elements }: Held) {
  return (
    <DataTable caption={t.title} quietCaption rows={elements} rowKey={({ key }) => key} columns={[
      { key: 'name', header: t.name, cell: ({ name }) => name.id }, { key: 'question', header: t.question, cell: ({ question }) => question.id },
      { key: 'ladder', header: t.ladder, cell: ({ ladder }) => ladder.map((step) => step.id).join(' · ') },
      { key: 'weight', header: t.weight, end: true, cell: ({ weight }) => weight ?? t.equal(elements.length) },
    ]} />
  )
}

/** The questionnaire in force. */
export const questionnairePage = page({
  path: PATH,
  right: 'survey.read',
  access: async ({ actor }) => ({ officeId: actor?.officeId ?? '' }),
  read: async ({ unit, actor }) => questionnaireFor(unit.tx, actor.officeId, wibDate(unit.now).toString()),
  view: (held, { actor, query }) => surveyScreen({
    actor, tab: 'questionnaire', title: t.title, lead: t.lead, notice: query['sudah'] === undefined ? undefined : t.saved,
    side: mayDo(actor, 'survey.manage') && <ButtonLink href={`${PATH}/baru`} look="secondary" small>{t.new}</ButtonLink>,
    children: <><h2>{t.version(held.version, dayText(held.validFrom, 'id'))}</h2><p class="soft">{held.basis}</p><Elements {...held} /></>,
  }),
})

function NewElement({ form }: { form: Form }) {
  const field = (name: string, label: string, hint?: string) => <TextField name={name} label={label} hint={hint} maxLength={300} value={typedIn(form, name)} error={problemOf(form.problems, name)} />
  const both = (name: string, label: string) => <>{field(`${name}-id`, label)}{field(`${name}-en`, `${label}, ${t.inEnglish}`)}</>
  return (
    <>
      {field('key', t.key, t.keyHint)}
      {both('name', t.name)}
      {both('question', t.ask)}
      {STEPS.map((step) => <div class="stack" key={step}>{both(`step-${step}`, t.step(step))}</div>)}
      {field('weight-new', t.newWeight)}
    </>
  )
}

const textOf = (fields: Record<string, unknown>, name: string): string => { const value = fields[name]; return typeof value === 'string' ? value.trim() : '' }

/** The elements as typed: those there are with their weights, and the new one. */
function elementsOf(fields: Record<string, unknown>, { elements }: Held): Result<SurveyElement[]> {
  const both = (name: string) => ({ id: textOf(fields, `${name}-id`), en: textOf(fields, `${name}-en`) })
  const weighted = (name: string) => (textOf(fields, name) === '' ? {} : { weight: textOf(fields, name).replace(',', '.') })
  const added = elementSchema.safeParse({ key: textOf(fields, 'key'), name: both('name'), question: both('question'), ladder: STEPS.map((step) => both(`step-${step}`)), ...weighted('weight-new') })
  if (!added.success) {
    const fieldOf = (path: PropertyKey[]) => (path[0] === 'ladder' ? `step-${Number(path[1]) + 1}-${String(path[2] ?? 'id')}` : path.map(String).join('-'))
    return invalid(added.error.issues.map(({ path }) => ({ field: fieldOf(path), message: path[0] === 'key' ? t.keyHint : officeId.plan.textNeeded })))
  }
  return ok([...elements.map(({ weight: _old, ...element }): SurveyElement => ({ ...element, ...weighted(weightName(element.key)) })), added.data])
}

/** A new version with one element more, and weights that total 1. */
export const newQuestionnairePage = page({
  path: `${PATH}/baru`,
  right: 'survey.manage',
  access: async ({ actor }) => ({ officeId: actor?.officeId ?? '' }),
  fields: z.looseObject({ basis: z.string().trim().min(5, officeId.plan.textNeeded).max(500, officeId.plan.textNeeded) }),
  read: async ({ unit, actor }) => questionnaireFor(unit.tx, actor.officeId, wibDate(unit.now).toString()),
  view: ({ elements }, { actor }, form) => surveyScreen({
    actor, tab: 'questionnaire', title: t.new, lead: t.newLead, form, back: { href: PATH, text: t.title },
    children: (
      <form method="post" class="stack prose" noValidate>
        <DateField name="validFrom" label={t.from} value={{ day: typedIn(form, 'validFrom-day'), month: typedIn(form, 'validFrom-month'), year: typedIn(form, 'validFrom-year') }} error={problemOf(form.problems, 'validFrom')} />
        <TextField name="basis" label={t.basis} maxLength={500} value={typedIn(form, 'basis')} error={problemOf(form.problems, 'basis')} />
        <NewElement form={form} />
        {elements.map(({ key, name }) => <TextField key={key} name={weightName(key)} label={t.weightOf(name.id)} width={8} maxLength={13} value={typedIn(form, weightName(key))}
          error={problemOf(form.problems, weightName(key))} />)}
        <div class="row"><Button>{t.save}</Button></div>
      </form>
    ),
  }),
  async send({ unit, actor }, fields, held) {
    const elements = elementsOf(fields, held)
    if (!elements.ok) return elements
    const validFrom = typedDate({ day: textOf(fields, 'validFrom-day'), month: textOf(fields, 'validFrom-month'), year: textOf(fields, 'validFrom-year') }) ?? ''
    if (validFrom === '') return invalid([{ field: 'validFrom', message: t.tomorrow }])
    const done = await setQuestionnaire(unit, actor, { validFrom, basis: fields.basis, elements: elements.value })
    if (done.ok) return ok({ goTo: `${PATH}?sudah=1` })
    // What is wrong with all weights together is shown at the first of them.
    return done.error.kind === 'invalid' ? invalid(done.error.problems.map(({ field, message }) => ({ field: field === 'elements' ? 'weight-new' : field, message }))) : done
  },
})

import type { ComponentChildren } from 'preact'
import type { Form } from '../../../../platform/http/page.ts'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { problemOf } from '../../../../ui/error-summary.tsx'
import { CheckboxGroup } from '../../../../ui/fields/choices.tsx'
import { DateField } from '../../../../ui/fields/date-field.tsx'
import { SelectField } from '../../../../ui/fields/select-field.tsx'
import { TextArea } from '../../../../ui/fields/text-area.tsx'
import { TextField } from '../../../../ui/fields/text-field.tsx'
import type { ServiceDefinition, Words } from '../../core/definition.ts'
import { MESSAGE_STEPS } from '../../core/edited.ts'
import type { Stage } from '../../core/life.ts'
import { OWNERS } from '../../core/life.ts'
import { mayTake } from '../../core/proofs/vocabulary.ts'
import { publishingId } from '../../messages-publishing.id.ts'
import { typedOr } from './frame.tsx'

const t = publishingId.form
const w = publishingId

type Props = { definition: ServiceDefinition; form: Form }
const isRetyped = (form: Form) => Object.keys(form.values).length > 0

const Line = ({ form, name, label, value, hint, width }: { form: Form; name: string; label: string; value: string; hint?: string; width?: 4 }) =>
  <TextField name={name} label={label} value={typedOr(form, name, value)} error={problemOf(form.problems, name)} {...(hint ? { hint } : {})} {...(width ? { width, inputMode: 'numeric' as const } : {})} />

const Lines = ({ form, name, label, value, hint, rows = 4 }: { form: Form; name: string; label: string; value: string; hint?: string; rows?: number }) =>
  <TextArea name={name} label={label} rows={rows} value={typedOr(form, name, value)} error={problemOf(form.problems, name)} {...(hint ? { hint } : {})} />

const Part = ({ title, form, names, children }: { title: string; form: Form; names: readonly string[]; children: ComponentChildren }) => (
  <Disclosure summary={title} open={form.problems.some(({ field }) => names.some((name) => field.startsWith(name)))}><div class="stack prose">{children}</div></Disclosure>
)

const numbers = { days: t.days, intakeOfficeHours: t.intake, correctionDays: t.correction, draftDays: t.draft }

function Limits({ definition: { limits, decree, keywords }, form }: Props) {
  const [year = '', month = '', day = ''] = decree.date.split('-')
  return (
    <Part title={t.limits} form={form} names={['limits', 'decree', 'keywords']}>
      {(['days', 'intakeOfficeHours', 'correctionDays', 'draftDays'] as const).map((one) =>
        <Line key={one} form={form} name={`limits.${one}`} label={numbers[one]} value={String(limits[one])} width={4} {...(one === 'days' ? { hint: t.daysHint } : {})} />)}
      <Line form={form} name="decree.number" label={t.decreeNumber} value={decree.number} />
      <DateField name="decree.date" label={t.decreeDate} error={problemOf(form.problems, 'decree.date')}
        value={{ day: typedOr(form, 'decree.date-day', day), month: typedOr(form, 'decree.date-month', month), year: typedOr(form, 'decree.date-year', year) }} />
      <Lines form={form} name="keywords" label={t.keywords} hint={t.keywordsHint} value={keywords.join('\n')} />
    </Part>
  )
}

/** Who may own a state: whoever may take all that is to be done there. */
const ownersFor = ({ exits, owners }: Stage) => OWNERS.filter((owner) => owners.includes(owner) || exits.every(({ step }) => step === 'withdraw' || mayTake(owner, step)))

const inOffice = (life: readonly Stage[]) => life.filter(({ state, limit }) => 'days' in limit || state === 'submitted')

function Stages({ definition: { life, initials }, form }: Props) {
  return (
    <Part title={t.stages} form={form} names={['life', 'initials', 'advice']}>
      {initials.length > 0 && (
        <SelectField name="initials" label={t.initials} value={typedOr(form, 'initials', initials.join())} error={problemOf(form.problems, 'initials')}
          choices={Object.entries(t.initialsChoices).map(([value, label]) => ({ value, label }))} />
      )}
      {inOffice(life).map((stage) => {
        const name = `life.${stage.state}`
        const state = w.stateNames[stage.state] ?? stage.state
        return (
          <>
            {stage.owners.length === 1 && !stage.exits.some(({ step }) => step === 'initial') && (
              <SelectField name={`${name}.owners`} label={t.stageOwner(state)} value={typedOr(form, `${name}.owners`, stage.owners[0] ?? '')} error={problemOf(form.problems, `${name}.owners`)}
                choices={ownersFor(stage).map((value) => ({ value, label: w.owners[value] ?? value }))} />
            )}
            {'days' in stage.limit && <Line form={form} name={`${name}.limit`} label={t.stageDays(state)} value={String(stage.limit.days)} width={4} />}
          </>
        )
      })}
    </Part>
  )
}

const WordsFields = ({ form, name, label, hint }: { form: Form; name: string; label: Words; hint: Words | undefined }) => (
  <>
    <Line form={form} name={`${name}.label.id`} label={t.labelId} value={label.id} />
    <Line form={form} name={`${name}.label.en`} label={t.labelEn} value={label.en} />
    <Line form={form} name={`${name}.hint.id`} label={t.hintId} value={hint?.id ?? ''} />
    <Line form={form} name={`${name}.hint.en`} label={t.hintEn} value={hint?.en ?? ''} />
  </>
)

const Questions = ({ definition: { questions }, form }: Props) => (
  <Part title={t.questions} form={form} names={['questions']}>
    {questions.map((one, at) => (
      <Card key={one.key} title={one.label.id}>
        <Line form={form} name={`questions.${one.key}.order`} label={t.order} value={String(at + 1)} width={4} />
        <WordsFields form={form} name={`questions.${one.key}`} label={one.label} hint={one.hint} />
      </Card>
    ))}
  </Part>
)

const Requirements = ({ definition: { requirements }, form }: Props) => (
  <Part title={t.requirements} form={form} names={['requirements']}>
    {requirements.map((one) => {
      const name = `requirements.${one.key}`
      const ticked = (part: string, before: boolean) => ((isRetyped(form) ? form.values[`${name}.${part}`] !== undefined : before) ? ['ya'] : [])
      return (
        <Card key={one.key} title={one.label.id}>
          <CheckboxGroup name={`${name}.use`} label={t.use} choices={[{ value: 'ya', label: t.useYes }]} values={ticked('use', true)} />
          <CheckboxGroup name={`${name}.required`} label={t.must} choices={[{ value: 'ya', label: t.mustYes }]} values={ticked('required', one.required)} />
          <WordsFields form={form} name={name} label={one.label} hint={one.hint} />
        </Card>
      )
    })}
  </Part>
)

const reasonLines = (list: ServiceDefinition['reasons']['return']) => list.map(({ code, label }) => `${code} | ${label.id} | ${label.en}`).join('\n')

const Reasons = ({ definition: { reasons, checklist }, form }: Props) => (
  <Part title={`${t.reasons}, ${t.checklist.toLowerCase()}`} form={form} names={['reasons', 'checklist']}>
    <Lines form={form} name="reasons.return" label={w.reasonsReturn} hint={`${t.reasonLines}. ${t.reasonsHint}`} rows={7} value={reasonLines(reasons.return)} />
    <Lines form={form} name="reasons.reject" label={w.reasonsReject} hint={t.reasonLines} rows={7} value={reasonLines(reasons.reject)} />
    <Lines form={form} name="checklist" label={t.checklist} hint={t.checklistHint} rows={7} value={checklist.map(({ id, en }) => `${id} | ${en}`).join('\n')} />
  </Part>
)

const Messages = ({ definition: { messages }, form }: Props) => (
  <Part title={t.messages} form={form} names={['messages']}>
    <p class="hint">{t.messagesHint}</p>
    {MESSAGE_STEPS.flatMap((step) => (['id', 'en'] as const).map((lang) =>
      <Line key={`${step}.${lang}`} form={form} name={`messages.${step}.${lang}`} label={t.messageOf(w.stateNames[step] ?? step, t.lang[lang])} value={messages[step]?.[lang] ?? ''} />))}
  </Part>
)

const Standard = ({ definition: { standard }, form }: Props) => (
  <Part title={t.standard} form={form} names={['standard']}>
    <p class="hint">{t.standardHint}</p>
    {Object.entries(standard).map(([part, text]) =>
      <Lines key={part} form={form} name={`standard.${part}`} label={w.place(`standard.${part}`)} rows={Array.isArray(text) ? 6 : 3} value={Array.isArray(text) ? text.join('\n') : text} />)}
  </Part>
)

/** Where the form has a field; flaws elsewhere are shown in a table. */
export function placesOf({ life, questions, requirements, standard }: ServiceDefinition): string[] {
  const worded = (name: string) => ['label.id', 'label.en', 'hint.id', 'hint.en'].map((part) => `${name}.${part}`)
  return [
    ...Object.keys(numbers).map((one) => `limits.${one}`), 'decree.number', 'decree.date', 'keywords', 'initials', 'reasons.return', 'reasons.reject', 'checklist', 'note',
    ...Object.keys(standard).map((one) => `standard.${one}`), ...MESSAGE_STEPS.flatMap((step) => [`messages.${step}.id`, `messages.${step}.en`]),
    ...inOffice(life).filter(({ limit }) => 'days' in limit).map(({ state }) => `life.${state}.limit`), ...inOffice(life).filter(({ owners }) => owners.length === 1).map(({ state }) => `life.${state}.owners`),
    ...questions.flatMap(({ key }) => worded(`questions.${key}`)), ...requirements.flatMap(({ key }) => worded(`requirements.${key}`)),
  ]
}

/** One form for what an office changes most, closed part by part. */
export const EditForm = ({ definition, form }: Props) => (
  <form method="post" class="stack" noValidate>
    <Limits definition={definition} form={form} />
    <Standard definition={definition} form={form} />
    <Stages definition={definition} form={form} />
    <Questions definition={definition} form={form} />
    <Requirements definition={definition} form={form} />
    <Reasons definition={definition} form={form} />
    <Messages definition={definition} form={form} />
    <p class="soft">{t.other}</p>
    <div class="prose"><TextArea name="note" label={w.note} hint={w.noteHint} rows={3} maxLength={500} value={typedOr(form, 'note', '')} error={problemOf(form.problems, 'note')} /></div>
    <div><Button>{w.propose}</Button></div>
  </form>
)

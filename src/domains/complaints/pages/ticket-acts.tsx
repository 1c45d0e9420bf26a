import type { ComponentChildren } from 'preact'
import { typedIn } from '../../../platform/http/form.ts'
import type { Form } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { CheckboxGroup } from '../../../ui/fields/choices.tsx'
import { FileField } from '../../../ui/fields/file-field.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { citizenId } from '../citizen-words.id.ts'
import { ARCHIVE_REASONS, CATEGORIES, KINDS, MOST_WORDS } from '../core/choices.ts'
import type { OfficeStep } from '../core/life.ts'
import { CLASSES } from '../core/limits.ts'
import { complaintsId } from '../messages.id.ts'
import { DESK } from './paths.ts'
import type { TicketModel } from './ticket-model.ts'

const f = complaintsId.fields

type Props = { model: TicketModel; form: Form }

/** Ids of fields are unique on the page though several forms ask for words: each step has its own. */
const fieldOf = (step: string, field: string) => `${step}-${field}`

function Words({ step, form }: { step: OfficeStep; form: Form }) {
  const name = fieldOf(step, 'words')
  return <TextArea name={name} label={complaintsId.acts[step].note} optional={step === 'verify' || step === 'assign'} rows={step === 'answer' ? 8 : 3} maxLength={MOST_WORDS} value={typedIn(form, name)} error={problemOf(form.problems, name)} />
}

function Select({ step, field, label, choices, form, value, unchosen }: {
  step: OfficeStep; field: string; label: string; choices: { value: string; label: string }[]; form: Form; value?: string | undefined; unchosen?: string
}) {
  const name = fieldOf(step, field)
  return <SelectField name={name} label={label} choices={choices} value={typedIn(form, name) ?? value} error={problemOf(form.problems, name)} {...(unchosen === undefined ? {} : { unchosen })} />
}

const takersOf = ({ takers }: TicketModel) => takers.map((one) => ({ value: one.id, label: `${one.name}, ${one.roles.map((role) => citizenId.roles[role] ?? role).join(', ')}` }))

function VerifyFields({ model, form }: Props) {
  const { ticket, suggested, staff } = model
  return (
    <>
      <Select step="verify" field="kind" label={f.kind} form={form} value={ticket.kind} choices={KINDS.map((value) => ({ value, label: citizenId.kinds[value].name }))} />
      <Select step="verify" field="class" label={f.class} form={form} value={ticket.kind === 'complaint' ? undefined : ticket.kind} choices={CLASSES.map((value) => ({ value, label: complaintsId.classes[value] }))} />
      <Select step="verify" field="category" label={f.category} form={form} value={suggested.category} choices={CATEGORIES.map((value) => ({ value, label: citizenId.categories[value] }))} />
      {suggested.because.length > 0 && <p class="soft">{complaintsId.ticket.suggested(citizenId.categories[suggested.category], suggested.because.join(', '))}</p>}
      <SelectField name="verify-named" label={f.named} hint={f.namedHint} unchosen={f.nobody} choices={staff.map((one) => ({ value: one.id, label: one.name }))} value={typedIn(form, 'verify-named')} />
      {ticket.kind === 'complaint' && (
        <TextField name="verify-cooperative" label={f.cooperative} hint={f.cooperativeHint} optional maxLength={200}
          value={typedIn(form, 'verify-cooperative') ?? (ticket.cooperativeId === null ? ticket.cooperativeName : '')}
          error={problemOf(form.problems, 'verify-cooperative')} />
      )}
      {model.mayAssign && <Select step="verify" field="assignTo" label={f.assignTo} form={form} unchosen={f.later} choices={takersOf(model)} />}
    </>
  )
}

const FIELDS: Partial<Record<OfficeStep, (props: Props) => ComponentChildren>> = {
  verify: VerifyFields,
  assign: ({ model, form }) => <Select step="assign" field="assignTo" label={f.assignTo} form={form} choices={takersOf(model)} />,
  archive: ({ form }) => <Select step="archive" field="reason" label={f.reason} form={form} choices={ARCHIVE_REASONS.map((value) => ({ value, label: complaintsId.reasons[value] }))} />,
  'follow-up': ({ form }) => <CheckboxGroup name="follow-up-shown" label={f.shown} choices={[{ value: 'yes', label: f.shownYes }]} values={typedIn(form, 'follow-up-shown') === 'yes' ? ['yes'] : []} />,
  answer: ({ form }) => <FileField name="answer-file" label={f.file} hint={f.fileHint} optional accept="image/jpeg,image/png,application/pdf" error={problemOf(form.problems, 'answer-file')} />,
}

/** The step that comes next lies open; the others unfold. */
const FIRST: readonly OfficeStep[] = ['verify', 'answer', 'assign']

/** Every step this officer may take now, each a form of its own. */
export function TicketActs({ model, form }: Props) {
  const { steps, ticket } = model
  const first = FIRST.find((step) => steps.includes(step)) ?? steps[0]
  const tried = form.problems[0]?.field.split('-')
  if (steps.length === 0) return <p class="soft">{complaintsId.ticket.none}</p>
  return (
    <>
      {steps.toSorted((a, b) => Number(b === first) - Number(a === first)).map((step) => (
        <Disclosure key={step} summary={complaintsId.acts[step].title} open={step === first || tried?.join('-').startsWith(step) === true}>
          <form method="post" action={`${DESK}/${ticket.id}`} encType="multipart/form-data" class="stack" noValidate>
            {FIELDS[step]?.({ model, form })}
            <Words step={step} form={form} />
            <div><Button name="act" value={step} look={step === first ? 'primary' : 'secondary'}>{complaintsId.acts[step].button}</Button></div>
          </form>
        </Disclosure>
      ))}
      {model.mayExtend && (
        <Disclosure summary={complaintsId.extend.title} open={tried?.[0] === 'extend'}>
          <form method="post" action={`${DESK}/${ticket.id}`} class="stack" noValidate>
            <p>{complaintsId.extend.lead}</p>
            <TextArea name="extend-words" label={complaintsId.extend.note} rows={3} maxLength={1000} value={typedIn(form, 'extend-words')} error={problemOf(form.problems, 'extend-words')} />
            <div><Button name="act" value="extend" look="secondary">{complaintsId.extend.button}</Button></div>
          </form>
        </Disclosure>
      )}
    </>
  )
}

import type { ComponentChildren } from 'preact'
import type { Problem } from '../../../../kernel/result.ts'
import type { Actor } from '../../../../kernel/rights.ts'
import type { Form } from '../../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { problemOf } from '../../../../ui/error-summary.tsx'
import { CheckboxGroup } from '../../../../ui/fields/choices.tsx'
import { SelectField } from '../../../../ui/fields/select-field.tsx'
import { TextArea } from '../../../../ui/fields/text-area.tsx'
import { TextField } from '../../../../ui/fields/text-field.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { type Step, endsInLetter } from '../../core/life.ts'
import { officeWords } from '../../office-messages.id.ts'
import { RemarkText } from './case-files.tsx'
import { type ReturnPart, returnItems, returnParts, ticked, typed } from './case-form.ts'
import type { CaseModel } from './case-model.ts'
import { StepLinks } from './case-parts.tsx'

const t = officeWords

type StepProps = { model: CaseModel; form: Form }

/** Every form of the page says which step it is and which state of the case the officer saw. */
function Version({ model, step }: { model: CaseModel; step: Step }) {
  return (
    <>
      <input type="hidden" name="act" value="step" />
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="version" value={model.application.version} />
    </>
  )
}

function ReturnItem({ part, model, form }: StepProps & { part: ReturnPart }) {
  const { key, label } = part
  const reasons = model.definition.reasons.return.map((one) => ({ value: one.code, label: one.label.id }))
  const note = typed(form.values, `note-${key}`)
  const reason = typed(form.values, `reason-${key}`)
  const isMarked = ticked(form.values, 'item').includes(key) || note !== '' || reason !== ''
  return (
    <Disclosure summary={label} open={isMarked}>
      <div class="choice">
        <input type="checkbox" id={`item-${key}`} name="item" value={key} checked={isMarked} />
        <div><label for={`item-${key}`}>{t.give.tick}<span class="visually-hidden">: {label}</span></label></div>
      </div>
      <SelectField name={`reason-${key}`} label={t.give.reason} choices={reasons} value={reason} error={problemOf(form.problems, `reason-${key}`)} />
      <TextField name={`note-${key}`} label={t.give.note} hint={t.give.noteHint} value={note} maxLength={500} error={problemOf(form.problems, `note-${key}`)} optional />
    </Disclosure>
  )
}

function Preview({ model, form }: StepProps) {
  const items = returnItems(form.values, returnParts(model.definition, model.business !== undefined))
  return (
    <Notice title={t.give.previewTitle} live>
      <p>{t.give.previewLead}</p>
      <RemarkText model={model} remark={{ step: 'return', reasonCode: null, note: typed(form.values, 'return-note') || null, items }} />
    </Notice>
  )
}

const isSent = (form: Form, step: Step): boolean => typed(form.values, 'step') === step

function ReturnForm({ model, form }: StepProps) {
  const groups = Object.groupBy(returnParts(model.definition, model.business !== undefined), (part) => part.group)
  return (
    <Disclosure summary={t.give.title} open={isSent(form, 'return')}>
      <form method="post" class="stack" id="kembalikan">
        <Version model={model} step="return" />
        <p>{t.give.lead}</p>
        {problemOf(form.problems, 'item') && <Notice tone="danger"><p id="item">{problemOf(form.problems, 'item')}</p></Notice>}
        {Object.entries(groups).map(([group, parts]) => (
          <fieldset key={group} class="stack-s">
            <legend><b>{t.give.group[group as ReturnPart['group']]}</b></legend>
            {parts.map((part) => <ReturnItem key={part.key} part={part} model={model} form={form} />)}
          </fieldset>
        ))}
        <TextArea name="return-note" label={t.give.general} hint={t.give.generalHint} rows={2} maxLength={500} optional value={typed(form.values, 'return-note')}
          error={problemOf(form.problems, 'return-note')} />
        {typed(form.values, 'preview') !== '' && <Preview model={model} form={form} />}
        <div class="row">
          <Button look="secondary" name="preview" value="yes">{t.give.preview}</Button>
          <Button>{t.give.button}</Button>
        </div>
      </form>
    </Disclosure>
  )
}

function RejectForm({ model, form }: StepProps) {
  const reasons = model.definition.reasons.reject.map((one) => ({ value: one.code, label: one.label.id }))
  return (
    <Disclosure summary={t.reject.title} open={isSent(form, 'reject')}>
      <form method="post" class="stack" id="tolak">
        <Version model={model} step="reject" />
        <p>{t.reject.lead}</p>
        <SelectField name="reject-reason" label={t.reject.reason} choices={reasons} value={typed(form.values, 'reject-reason')} error={problemOf(form.problems, 'reject-reason')} />
        <TextArea name="reject-note" label={t.reject.note} hint={t.reject.noteHint} rows={3} maxLength={500} value={typed(form.values, 'reject-note')}
          error={problemOf(form.problems, 'reject-note')} />
        <div><Button look="danger">{t.reject.button}</Button></div>
      </form>
    </Disclosure>
  )
}

function VerifyForm({ model, form }: StepProps) {
  return (
    <form method="post" class="stack">
      <Version model={model} step="verify" />
      {model.definition.checklist.length > 0 && <CheckboxGroup name="checked" label={t.steps.checklist} hint={t.steps.checklistHint} values={ticked(form.values, 'checked')}
        choices={model.definition.checklist.map((one, at) => ({ value: String(at + 1), label: one.id }))} error={problemOf(form.problems, 'checked')} />}
      <div><Button icon="check">{t.steps.do.verify}</Button></div>
    </form>
  )
}

/** Why the step of one's role is missing, so that nobody looks for a button that cannot be there. */
function barred({ application }: CaseModel, actor: Actor): string | undefined {
  const holds = (role: string) => actor.roles.some((held) => held.role === role)
  if (application.status === 'accepted' && holds('verifier') && application.enteredBy === actor.accountId) return t.steps.ownEntry
  const own = application.status === 'verified' && application.verifiedBy === actor.accountId
  return own && (holds('division-head') || holds('secretary')) ? t.steps.ownVerification : undefined
}

/** The steps that are possible now for this officer, and no others. */
export function Steps({ model, form, actor }: StepProps & { actor: Actor }) {
  const { steps, application, desk } = model
  const bar = barred(model, actor)
  if (steps.length === 0) return <Card title={t.steps.title}><p>{bar ?? [t.steps.none, ...(desk === '' ? [] : [t.steps.notTurn(desk)])].join(' ')}</p></Card>
  const can = (step: Step) => steps.includes(step)
  const hasDraft = endsInLetter(model.definition.life) && (application.status === 'verified' || application.status === 'initialed')
  return (
    <Card title={t.steps.title}>
      {hasDraft && <p><a href={`/petugas/permohonan/${application.id}/pratinjau.pdf`}>{t.steps.preview}</a></p>}
      {bar && <p>{bar}</p>}
      {can('accept') && <Simple model={model} step="accept">{t.steps.do.accept}</Simple>}
      <StepLinks model={model} />
      {can('verify') && <VerifyForm model={model} form={form} />}
      {can('initial') && <Simple model={model} step="initial">{t.steps.do.initial}</Simple>}
      {can('sign') && <ButtonLink href={`/petugas/tanda-tangan?pilih=${application.id}`} icon="pen">{t.steps.do.sign}</ButtonLink>}
      {can('return') && <ReturnForm model={model} form={form} />}
      {can('reject') && <RejectForm model={model} form={form} />}
    </Card>
  )
}

function Simple({ model, step, children }: { model: CaseModel; step: Step; children: ComponentChildren }) {
  return <form method="post"><Version model={model} step={step} /><Button icon="check">{children}</Button></form>
}

/** Hands the case to somebody; for those who may. */
export function AssignForm({ model, actor, problems }: { model: CaseModel; actor: Actor; problems: readonly Problem[] }) {
  const { application, colleagues, holder } = model
  return (
    <Disclosure summary={t.assign.title} open={problemOf(problems, 'assignee') !== undefined}>
      <form method="post" class="stack">
        <input type="hidden" name="act" value="assign" />
        <input type="hidden" name="version" value={application.version} />
        <p>{holder ? t.assign.now(holder) : t.assign.nobody} {t.assign.lead}</p>
        <SelectField name="assignee" label={t.assign.field} error={problemOf(problems, 'assignee')}
          choices={colleagues.map((one) => ({ value: one.id, label: `${one.name} (${t.roles[one.role] ?? one.role})` }))} />
        <div class="row">
          <Button look="secondary">{t.assign.give}</Button>
          {colleagues.some((one) => one.id === actor.accountId) && <Button look="secondary" name="to" value="me">{t.assign.mine}</Button>}
          {application.assignedTo !== null && <Button look="link" name="to" value="nobody">{t.assign.free}</Button>}
        </div>
      </form>
    </Disclosure>
  )
}

/** The words of a step that is no longer possible, so that they can be copied elsewhere. */
export function LostWords({ model, form }: StepProps) {
  const step = typed(form.values, 'step')
  if (model.steps.some((one) => one === step)) return null
  const said = Object.entries(form.values).flatMap(([name, value]) => (/^(note-|return-note|reject-note)/.test(name) && typeof value === 'string' && value.trim() !== '' ? [value] : []))
  return said.length === 0 ? null : <><p>{t.steps.lostTurn}</p><ul>{said.map((text) => <li key={text}>{text}</li>)}</ul></>
}


import type { ComponentChildren } from 'preact'
import { wibDate } from '../../../../kernel/wib.ts'
import { typedIn } from '../../../../platform/http/form.ts'
import type { Form } from '../../../../platform/http/page.ts'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { problemOf } from '../../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../../ui/fields/choices.tsx'
import { DateField } from '../../../../ui/fields/date-field.tsx'
import { FileField } from '../../../../ui/fields/file-field.tsx'
import { SelectField } from '../../../../ui/fields/select-field.tsx'
import { TextArea } from '../../../../ui/fields/text-area.tsx'
import { TextField } from '../../../../ui/fields/text-field.tsx'
import { Summary } from '../../../../ui/summary.tsx'
import type { Question } from '../../../services/index.ts'
import { VERDICTS } from '../../commands/step-input.ts'
import { officeWords } from '../../office-messages.id.ts'
import { stepWords as t } from '../../step-messages.id.ts'
import { QuestionField } from '../applicant/question-field.tsx'
import type { StepModel } from './step-model.ts'

type Props = { model: StepModel; form: Form }

const error = (form: Form, name: string) => problemOf(form.problems, name)

const Questions = ({ questions, form }: { questions: readonly Question[]; form: Form }) =>
  <>{questions.map((question) => <QuestionField key={question.key} question={question} kept={undefined} form={form} lang="id" heading={false} />)}</>

/** The form of a step; it says which state of the case the officer saw. */
export function StepForm({ model, children }: { model: StepModel; children: ComponentChildren }) {
  return (
    <form method="post" encType="multipart/form-data" noValidate class="stack prose">
      <input type="hidden" name="act" value="step" />
      <input type="hidden" name="seen-version" value={model.application.version} />
      {children}
      <div><Button icon="check">{t.page[model.step].button}</Button></div>
    </form>
  )
}

function Survey({ model, form }: Props) {
  return (
    <StepForm model={model}>
      <SelectField name="who-goes" label={t.survey.who} unchosen={t.survey.anyone} optional value={typedIn(form, 'who-goes')} error={error(form, 'who-goes')}
        choices={model.colleagues.map((one) => ({ value: one.id, label: `${one.name} (${officeWords.roles[one.role] ?? one.role})` }))} />
    </StepForm>
  )
}

/** Pictures go up one by one and stay, whatever happens to the form below: the signal at a workshop is weak. */
function Photos({ model, form }: Props) {
  return (
    <Card title={t.survey.photos}>
      {model.photos.length === 0 && <p>{t.survey.noPhotos}</p>}
      <div class="row">
        {model.photos.map((id, at) => <a key={id} href={`/berkas/${id}`}><img src={`/berkas/${id}`} alt={t.survey.photo(at + 1)} width="120" loading="lazy" /></a>)}
      </div>
      <form method="post" encType="multipart/form-data" noValidate class="stack">
        <input type="hidden" name="act" value="photo" />
        <FileField name="a-photo" label={t.survey.addPhoto} hint={t.survey.photoHint} accept="image/jpeg,image/png" error={error(form, 'a-photo')} />
        <div><Button look="secondary">{t.survey.savePhoto}</Button></div>
      </form>
    </Card>
  )
}

function Report({ model, form }: Props) {
  const today = wibDate(model.now)
  const part = (name: string, fallback: number) => typedIn(form, `visited-on-${name}`) ?? String(fallback)
  return (
    <>
      <Photos model={model} form={form} />
      <StepForm model={model}>
        <Questions questions={model.questions} form={form} />
        <DateField name="visited-on" label={t.survey.visitedOn} value={{ day: part('day', today.day), month: part('month', today.month), year: part('year', today.year) }}
          error={error(form, 'visited-on')} />
        <TextField name="at-latitude" label={t.survey.latitude} hint={t.survey.placeHint} optional autoComplete="off" value={typedIn(form, 'at-latitude')} error={error(form, 'at-latitude')} />
        <TextField name="at-longitude" label={t.survey.longitude} optional autoComplete="off" value={typedIn(form, 'at-longitude')} error={error(form, 'at-longitude')} />
      </StepForm>
    </>
  )
}

function Consult({ model }: Props) {
  const { advice } = model.definition
  return (
    <>
      {advice && (
        <Card><Summary rows={[{ label: t.advice.office, value: advice.office.id }, { label: t.advice.question, value: advice.question.id }]} /><p>{t.advice.days(advice.days)}</p></Card>
      )}
      <StepForm model={model}>{null}</StepForm>
    </>
  )
}

function Advise({ model, form }: Props) {
  return (
    <StepForm model={model}>
      <RadioGroup name="the-verdict" label={t.advice.verdict} choices={VERDICTS.map((value) => ({ value, label: t.verdicts[value] }))} value={typedIn(form, 'the-verdict')}
        error={error(form, 'the-verdict')} />
      <TextArea name="the-advice" label={t.advice.answer} hint={t.advice.answerHint} rows={4} maxLength={2000} value={typedIn(form, 'the-advice')} error={error(form, 'the-advice')} />
      <TextField name="answered-by" label={t.advice.name} autoComplete="off" maxLength={120} value={typedIn(form, 'answered-by')} error={error(form, 'answered-by')} />
      <TextField name="the-position" label={t.advice.position} autoComplete="off" maxLength={120} value={typedIn(form, 'the-position')} error={error(form, 'the-position')} />
      <FileField name="a-file" label={t.advice.file} hint={t.advice.fileHint} accept="application/pdf,image/jpeg,image/png" optional error={error(form, 'a-file')} />
    </StepForm>
  )
}

function Follow({ model, form }: Props) {
  return (
    <StepForm model={model}>
      <TextField name="to-place" label={t.outside.place} hint={t.outside.placeHint} maxLength={200} value={typedIn(form, 'to-place')} error={error(form, 'to-place')} />
      <TextField name="to-reference" label={t.outside.reference} autoComplete="off" maxLength={100} value={typedIn(form, 'to-reference')} error={error(form, 'to-reference')} />
    </StepForm>
  )
}

function Complete({ model, form }: Props) {
  return (
    <StepForm model={model}>
      {model.questions.length === 0 ? <p>{t.outside.noOutcome}</p> : <Questions questions={model.questions} form={form} />}
    </StepForm>
  )
}

/** The fields of one step. */
export function StepFields(props: Props) {
  switch (props.model.step) {
    case 'survey': return <Survey {...props} />
    case 'report': return <Report {...props} />
    case 'consult': return <Consult {...props} />
    case 'advise': return <Advise {...props} />
    case 'follow': return <Follow {...props} />
    case 'complete': return <Complete {...props} />
  }
}

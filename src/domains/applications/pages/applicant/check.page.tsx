import { z } from 'zod'
import { type Problem, invalid, ok } from '../../../../kernel/result.ts'
import type { Allowed } from '../../../../platform/http/context.ts'
import { type Form, page } from '../../../../platform/http/page.ts'
import { Button } from '../../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../../ui/error-summary.tsx'
import { CheckboxGroup } from '../../../../ui/fields/choices.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { Stepper } from '../../../../ui/stepper.tsx'
import { type Place, findPlace } from '../../../office/index.ts'
import { editApplication, isOpen, problemsBeforeSubmit } from '../../commands/draft.ts'
import { takeStep } from '../../commands/steps.ts'
import { AnswersCard, BusinessCardView, PapersCard } from './answers-view.tsx'
import { type CaseFile, accessOf, isEditable, readCase, wordsOf } from './case-file.ts'
import { isStatement, partBefore, pathOf, stepOf } from './form-parts.ts'
import { caseScreen, closedScreen } from './frame.tsx'
import { readAnswer } from './question-field.tsx'

type Model = { file: CaseFile; place: Place | undefined; problems: Problem[] }

const receiptOf = (id: string) => `/permohonan/${id}/tanda-terima`

/** The statements under everything they speak of; of a returned case only those that are open. */
const statementsOf = ({ definition, application }: CaseFile) =>
  definition.questions.filter((one) => isStatement(one) && isOpen(application, definition, one.key))

/** A statement stands on this page, so its line leads to its box; the rest leads to the rows above. */
const placed = (problem: Problem, file: CaseFile): Problem => {
  const key = problem.field.replace(/^answers\./, '')
  return statementsOf(file).some((one) => one.key === key) ? { ...problem, field: key } : problem
}

function Send({ file, ask, form }: { file: CaseFile; ask: Allowed; form: Form }) {
  const t = wordsOf(ask.lang).check
  const { application, definition } = file
  return (
    <form method="post" noValidate class="stack">
      {statementsOf(file).map((one) => (
        <CheckboxGroup key={one.key} name={one.key} label={t.statementTitle} error={problemOf(form.problems, one.key)}
          choices={[{ value: 'yes', label: one.label[ask.lang] }]}
          values={application.answers[one.key] === true || form.values[one.key] === 'yes' ? ['yes'] : []} />
      ))}
      <p>{t.after(definition.limits.days)}</p>
      <div class="row"><Button icon="check">{application.status === 'draft' ? t.send : t.sendAgain}</Button></div>
    </form>
  )
}

/** The last look before sending, and the sending. */
export const checkPage = page({
  path: '/permohonan/:id/periksa',
  right: 'application.submit',
  access: accessOf,
  fields: z.record(z.string(), z.unknown()),
  async read(ask): Promise<Model | undefined> {
    const file = await readCase(ask)
    if (!file) return undefined
    const problems = isEditable(file) ? await problemsBeforeSubmit(ask.unit, file.application, file.definition, ask.lang) : []
    return { file, problems, place: file.business && await findPlace(ask.unit.tx, file.business.villageCode) }
  },
  view({ file, place, problems }, ask, form) {
    if (!isEditable(file)) return closedScreen(ask, file)
    const t = wordsOf(ask.lang).check
    const id = file.application.id
    const before = partBefore(file.state, { kind: 'check' })
    const statements = new Set(statementsOf(file).map((one) => `answers.${one.key}`))
    const owed = problems.filter((one) => !statements.has(one.field))
    return caseScreen(ask, file, {
      title: t.title, wrong: form.problems.length > 0, back: before ? pathOf(id, before) : `/permohonan/${id}`,
      body: (
        <>
          <Stepper {...stepOf(file.state, { kind: 'check' })} part={wordsOf(ask.lang).part.check} />
          <ErrorSummary problems={form.problems} />
          <PageHeading title={t.title} lead={t.lead} />
          {owed.length > 0 && form.problems.length === 0 && (
            <Notice tone="warning" title={t.missing}>
              <ul>{owed.map((one) => <li key={one.field}><a href={`#${one.field}`}>{one.message}</a></li>)}</ul>
            </Notice>
          )}
          <BusinessCardView file={file} place={place} ask={ask} />
          <AnswersCard file={file} lang={ask.lang} changeable />
          <PapersCard file={file} lang={ask.lang} changeable />
          <Send file={file} ask={ask} form={form} />
        </>
      ),
    })
  },
  async send(ask, values, { file }) {
    const { application, definition } = file
    const { id } = application
    // Sent a second time, by a double tap or from another tab: the same receipt as the first time.
    if (!isEditable(file)) return ok({ goTo: file.mayEdit ? receiptOf(id) : `/permohonan/${id}` })
    const stated = Object.fromEntries(statementsOf(file).map((one) => [one.key, readAnswer(one, values) === true]))
    const problems = await problemsBeforeSubmit(ask.unit, { ...application, answers: { ...application.answers, ...stated } }, definition, ask.lang)
    if (problems.length > 0) return invalid(problems.map((one) => placed(one, file)))
    const edited = await editApplication(ask.unit, ask.actor, id, { answers: stated })
    if (!edited.ok) return edited.error.kind === 'conflict' ? ok({ goTo: receiptOf(id) }) : edited
    const sent = await takeStep(ask.tools, ask.unit, ask.actor, id, { step: 'submit' })
    return sent.ok ? ok({ goTo: receiptOf(id) }) : sent
  },
})

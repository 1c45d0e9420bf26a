import { z } from 'zod'
import { invalid, ok } from '../../../../kernel/result.ts'
import type { Allowed } from '../../../../platform/http/context.ts'
import { type Form, page } from '../../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Stepper } from '../../../../ui/stepper.tsx'
import { type Question, checkAnswers, questionsIn } from '../../../services/index.ts'
import { editApplication, isOpen } from '../../commands/draft.ts'
import { answerText } from './answer-text.ts'
import { type CaseFile, accessOf, caseWordsOf, formWordsOf, isEditable, readCase, wordsOf } from './case-file.ts'
import { FROM_CHECK, type FormState, type Part, hasKnownPart, isFromCheck, partAfter, partBefore, pathOf, stepOf } from './form-parts.ts'
import { caseScreen, closedScreen } from './frame.tsx'
import { GroupList } from './group-list.tsx'
import { knownFrom } from './known-from.ts'
import { QuestionField, readAnswer } from './question-field.tsx'

type Model = { file: CaseFile; question: Question; open: boolean }

/** Where one goes after an answer: back to the last look when one came from there, unless the answer raised another question. */
function wayOn(id: string, state: FormState, question: Question, backToCheck: boolean): string {
  const part = partOf(state, question)
  const next = part.kind === 'known' ? part : partAfter(state, part)
  if (!backToCheck) return pathOf(id, next)
  const raised = next.kind === 'question' && state.answers[next.key] === undefined
    && state.definition.questions.some((one) => one.key === next.key && one.showWhen !== undefined && questionsIn(one.showWhen).includes(question.key))
  return raised ? `${pathOf(id, next)}${FROM_CHECK}` : pathOf(id, { kind: 'check' })
}

/** The page a question belongs to in the order of the form: those that are known beforehand share one. */
const partOf = (state: FormState, { key }: Question): Part => (hasKnownPart(state) && key in state.known ? { kind: 'known' } : { kind: 'question', key })

/** What the registry says, above the field in which the applicant says what is right. */
function OurData({ file, question, ask }: { file: CaseFile; question: Question; ask: Allowed }) {
  const said = answerText(question, file.state.known[question.key], ask.lang)
  if (said === undefined) return null
  const t = formWordsOf(ask.lang).known
  return <Notice title={t.ourData(said, knownFrom(file, question, ask))}><p>{t.disputeMore}</p></Notice>
}

function Ask({ file, question, ask, form }: Omit<Model, 'open'> & { ask: Allowed; form: Form }) {
  const t = wordsOf(ask.lang)
  if (question.type === 'group') return <GroupList file={file} question={question} ask={ask} problems={form.problems.map((one) => one.message)} />
  return (
    <form method="post" noValidate class="stack">
      <OurData file={file} question={question} ask={ask} />
      <QuestionField question={question} kept={file.state.answers[question.key]} form={form} lang={ask.lang} />
      <div class="row">
        <Button>{t.next}</Button>
        <ButtonLink href="/permohonan" look="link">{t.later}</ButtonLink>
      </div>
    </form>
  )
}

/** One question of the form. */
export const questionPage = page({
  path: '/permohonan/:id/isi/:question',
  right: 'application.edit',
  access: accessOf,
  fields: z.record(z.string(), z.unknown()),
  async read(ask): Promise<Model | undefined> {
    const file = await readCase(ask)
    const question = file?.definition.questions.find((one) => one.key === ask.params['question'])
    return file && question && { file, question, open: isEditable(file) && isOpen(file.application, file.definition, question.key) }
  },
  view({ file, question, open }, ask, form) {
    if (!open) return closedScreen(ask, file)
    const { application: { id }, state } = file
    const part = partOf(state, question)
    const before = part.kind === 'known' ? part : partBefore(state, part)
    return caseScreen(ask, file, {
      title: question.label[ask.lang], wrong: form.problems.length > 0,
      back: isFromCheck(ask.query) ? pathOf(id, { kind: 'check' }) : before ? pathOf(id, before) : `/permohonan/${id}`,
      body: (
        <>
          <Stepper {...stepOf(state, part)} part={part.kind === 'known' ? formWordsOf(ask.lang).part.known : wordsOf(ask.lang).part.question} />
          {question.type !== 'group' && <ErrorSummary problems={form.problems} />}
          <Ask file={file} question={question} ask={ask} form={form} />
        </>
      ),
    })
  },
  async send(ask, values, { file, question, open }) {
    const { application, state } = file
    if (!open) return ok({ goTo: `/permohonan/${application.id}` })
    const answer = question.type === 'group' ? application.answers[question.key] ?? [] : readAnswer(question, values)
    // On its own page a question is asked, whatever the others say; a follow-up may be answered before it counts.
    const { showWhen: _, ...alone } = question
    const problems = checkAnswers([alone], { [question.key]: answer }, true, caseWordsOf(ask.lang).faults, ask.lang, state.facts)
    if (problems.length > 0) return invalid(problems)
    const edited = await editApplication(ask.unit, ask.tools.keys, ask.actor, application.id, { answers: { [question.key]: answer } })
    if (!edited.ok) return edited
    const now = { ...state, application: edited.value, answers: { ...state.answers, ...edited.value.answers } }
    return ok({ goTo: wayOn(application.id, now, question, isFromCheck(ask.query)) })
  },
})

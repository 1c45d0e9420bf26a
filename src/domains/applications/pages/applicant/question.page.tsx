import { z } from 'zod'
import { invalid, ok } from '../../../../kernel/result.ts'
import { page } from '../../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Stepper } from '../../../../ui/stepper.tsx'
import { type Question, checkAnswers, questionsIn } from '../../../services/index.ts'
import { editApplication, isOpen } from '../../commands/draft.ts'
import { type CaseFile, accessOf, caseWordsOf, isEditable, readCase, wordsOf } from './case-file.ts'
import { FROM_CHECK, type FormState, isFromCheck, partAfter, partBefore, pathOf, stepOf } from './form-parts.ts'
import { caseScreen, closedScreen } from './frame.tsx'
import { QuestionField, readAnswer } from './question-field.tsx'

type Model = { file: CaseFile; question: Question; open: boolean }

/** Where one goes after an answer: back to the last look when one came from there, unless the answer raised another question. */
function wayOn(id: string, state: FormState, question: Question, backToCheck: boolean): string {
  const next = partAfter(state, { kind: 'question', key: question.key })
  if (!backToCheck) return pathOf(id, next)
  const raised = next.kind === 'question' && state.application.answers[next.key] === undefined
    && state.definition.questions.some((one) => one.key === next.key && one.showWhen !== undefined && questionsIn(one.showWhen).includes(question.key))
  return raised ? `${pathOf(id, next)}${FROM_CHECK}` : pathOf(id, { kind: 'check' })
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
    const t = wordsOf(ask.lang)
    const { application: { id, answers }, state } = file
    const part = { kind: 'question', key: question.key } as const
    const before = partBefore(state, part)
    return caseScreen(ask, file, {
      title: question.label[ask.lang], wrong: form.problems.length > 0,
      back: isFromCheck(ask.query) ? pathOf(id, { kind: 'check' }) : before ? pathOf(id, before) : `/permohonan/${id}`,
      body: (
        <>
          <Stepper {...stepOf(state, part)} part={wordsOf(ask.lang).part[part.kind]} />
          <ErrorSummary problems={form.problems} />
          <form method="post" noValidate class="stack">
            <QuestionField question={question} kept={answers[question.key]} form={form} lang={ask.lang} />
            <div class="row">
              <Button>{t.next}</Button>
              <ButtonLink href="/permohonan" look="link">{t.later}</ButtonLink>
            </div>
          </form>
        </>
      ),
    })
  },
  async send(ask, values, { file, question, open }) {
    const { application, state } = file
    if (!open) return ok({ goTo: `/permohonan/${application.id}` })
    const answer = readAnswer(question, values)
    // On its own page a question is asked, whatever the others say; a follow-up may be answered before it counts.
    const { showWhen: _, ...alone } = question
    const problems = checkAnswers([alone], { [question.key]: answer }, true, caseWordsOf(ask.lang).faults, ask.lang)
    if (problems.length > 0) return invalid(problems)
    const edited = await editApplication(ask.unit, ask.actor, application.id, { answers: { [question.key]: answer } })
    if (!edited.ok) return edited
    return ok({ goTo: wayOn(application.id, { ...state, application: edited.value }, question, isFromCheck(ask.query)) })
  },
})

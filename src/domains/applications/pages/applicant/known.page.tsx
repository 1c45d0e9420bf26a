import { z } from 'zod'
import { ok } from '../../../../kernel/result.ts'
import type { Allowed, Language } from '../../../../platform/http/context.ts'
import { page } from '../../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { Stepper } from '../../../../ui/stepper.tsx'
import { StatusTag } from '../../../../ui/status-tag.tsx'
import { Summary } from '../../../../ui/summary.tsx'
import type { Question } from '../../../services/index.ts'
import { editApplication } from '../../commands/draft.ts'
import { noteKnown } from '../../commands/known.ts'
import { answerText } from './answer-text.ts'
import { type CaseFile, accessOf, formWordsOf, isEditable, readCase, wordsOf } from './case-file.ts'
import { hasKnownPart, partAfter, pathOf, stepOf } from './form-parts.ts'
import { caseScreen, closedScreen } from './frame.tsx'
import { knownFrom } from './known-from.ts'

const PART = { kind: 'known' } as const

/** One thing that is known: the value, where we have it from, and whether the applicant says otherwise. */
function KnownValue({ file, question, ask }: { file: CaseFile; question: Question; ask: Pick<Allowed, 'lang' | 'actor'> }) {
  const { lang } = ask
  const t = formWordsOf(lang).known
  const said = answerText(question, file.state.known[question.key], lang) ?? ''
  if (file.form.settled.states[question.key] !== 'disputed') return <>{said}<br /><span class="soft">{t.since(knownFrom(file, question, ask))}</span></>
  return (
    <>
      {answerText(question, file.state.answers[question.key], lang)} <StatusTag tone="warning" text={t.tag} />
      <br /><span class="soft">{t.disputed(said)}</span>
    </>
  )
}

const knownQuestions = ({ definition, state }: CaseFile): Question[] => definition.questions.filter((one) => one.key in state.known)

const rowsOf = (file: CaseFile, ask: Pick<Allowed, 'lang' | 'actor'>) => knownQuestions(file).map((question) => ({
  label: question.label[ask.lang], value: <KnownValue file={file} question={question} ask={ask} />,
  change: pathOf(file.application.id, { kind: 'question', key: question.key }), changeText: formWordsOf(ask.lang).known.notThis,
}))

const titleOf = (lang: Language) => formWordsOf(lang).known.title

/** What the registry already knows: one tap takes it over, and each value can be said to be wrong in its place. */
export const knownPage = page({
  path: '/permohonan/:id/diketahui',
  right: 'application.edit',
  access: accessOf,
  fields: z.object({}),
  read: readCase,
  view(file, ask, form) {
    if (!isEditable(file) || !hasKnownPart(file.state)) return closedScreen(ask, file)
    const t = formWordsOf(ask.lang)
    return caseScreen(ask, file, {
      title: titleOf(ask.lang), back: `/permohonan/${file.application.id}`, wrong: form.problems.length > 0,
      body: (
        <>
          <Stepper {...stepOf(file.state, PART)} part={t.part.known} />
          <ErrorSummary problems={form.problems} />
          <PageHeading title={t.known.title} lead={t.known.lead} />
          <Card><Summary rows={rowsOf(file, ask)} /></Card>
          <form method="post" class="stack">
            <div class="row">
              <Button icon="check">{t.known.confirm}</Button>
              <ButtonLink href="/permohonan" look="link">{wordsOf(ask.lang).later}</ButtonLink>
            </div>
          </form>
        </>
      ),
    })
  },
  async send(ask, _fields, file) {
    const { application, definition, form, state } = file
    if (!isEditable(file) || !hasKnownPart(state)) return ok({ goTo: `/permohonan/${application.id}` })
    const taken = Object.fromEntries(Object.keys(state.known).flatMap((key) => {
      const answer = form.settled.answers[key]
      return answer === undefined ? [] : [[key, answer]]
    }))
    const edited = await editApplication(ask.unit, ask.tools.keys, ask.actor, application.id, { answers: taken })
    if (!edited.ok) return edited
    await noteKnown(ask.unit, application.id, definition, form)
    return ok({ goTo: pathOf(application.id, partAfter(state, PART)) })
  },
})

import { z } from 'zod'
import { type Result, invalid, ok } from '../../../../kernel/result.ts'
import type { Allowed } from '../../../../platform/http/context.ts'
import { type Form, page } from '../../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { Stepper } from '../../../../ui/stepper.tsx'
import { type Answers, type Entry, type Question, isAsked, isEntries } from '../../../services/index.ts'
import { editApplication, isOpen } from '../../commands/draft.ts'
import { type CaseFile, accessOf, formWordsOf, isEditable, readCase, wordsOf } from './case-file.ts'
import { entryProblems, markOf } from './entry-mark.ts'
import { FROM_CHECK, isFromCheck, pathOf, stepOf } from './form-parts.ts'
import { caseScreen, closedScreen } from './frame.tsx'
import { entriesOf, entryPath } from './group-list.tsx'
import { QuestionField, readAnswer } from './question-field.tsx'

/** `at`: which entry, from 0; the one after the last is a new one. */
type Model = { file: CaseFile; question: Question; entries: Entry[]; at: number; open: boolean }

const isNew = ({ entries, at }: Model) => at >= entries.length
const listPath = (model: Model, ask: Allowed): string =>
  `${pathOf(model.file.application.id, { kind: 'question', key: model.question.key })}${isFromCheck(ask.query) ? FROM_CHECK : ''}`

/** What was typed, as an entry. A question of the entry that is not asked has no answer. */
function readEntry({ question, file }: Model, values: Record<string, unknown>): Entry {
  const typed: Entry = {}
  for (const one of question.of ?? []) {
    const answer = readAnswer(one, values)
    const plain = isEntries(answer) ? [] : answer
    if (plain !== '' && !(Array.isArray(plain) && plain.length === 0)) typed[one.key] = plain
  }
  const around: Answers = { ...file.state.answers, ...typed }
  return Object.fromEntries(Object.entries(typed).filter(([key]) => question.of?.some((one) => one.key === key && isAsked(one, around, file.state.facts))))
}

async function keep(ask: Allowed, { file, question }: Model, entries: Entry[]): Promise<Result<unknown>> {
  return editApplication(ask.unit, ask.tools.keys, ask.actor, file.application.id, { answers: { [question.key]: entries } })
}

/** Fields of an entry. One that depends on another answer of the same entry says so by being optional: without script all are shown. */
function Fields({ model, ask, form }: { model: Model; ask: Allowed; form: Form }) {
  const kept = model.entries[model.at] ?? {}
  const around: Answers = { ...model.file.state.answers, ...kept }
  const shown = (model.question.of ?? []).map((one) => (one.showWhen ? { ...one, required: false } : one))
  return (
    <>
      {shown.map((one) => (
        <QuestionField key={one.key} question={one} kept={around[one.key]} form={form} lang={ask.lang} heading={false} />
      ))}
    </>
  )
}

/** One entry of a list in the form: added, changed or taken out, on a page of its own. */
export const entryPage = page({
  path: '/permohonan/:id/isi/:question/:entry',
  right: 'application.edit',
  access: accessOf,
  fields: z.record(z.string(), z.unknown()),
  async read(ask): Promise<Model | undefined> {
    const file = await readCase(ask)
    const question = file?.definition.questions.find((one) => one.key === ask.params['question'] && one.type === 'group')
    if (!file || !question) return undefined
    const entries = entriesOf(file, question)
    const at = ask.params['entry'] === 'baru' ? entries.length : Number(ask.params['entry']) - 1
    if (!Number.isInteger(at) || at < 0 || at > entries.length) return undefined
    return { file, question, entries, at, open: isEditable(file) && isOpen(file.application, file.definition, question.key) }
  },
  view(model, ask, form) {
    const { file, question, at, open } = model
    if (!open) return closedScreen(ask, file)
    const t = formWordsOf(ask.lang).group
    const title = isNew(model) ? t.adding(question.label[ask.lang]) : t.changing(at + 1, question.label[ask.lang])
    return caseScreen(ask, file, {
      title, wrong: form.problems.length > 0, back: listPath(model, ask),
      body: (
        <>
          <Stepper {...stepOf(file.state, { kind: 'question', key: question.key })} part={wordsOf(ask.lang).part.question} />
          <ErrorSummary problems={form.problems} />
          <PageHeading title={title} />
          <form method="post" noValidate class="stack">
            <input type="hidden" name="_seen" value={markOf(model.entries)} />
            <Fields model={model} ask={ask} form={form} />
            <div class="row">
              <Button>{t.save}</Button>
              <Button look="secondary" name="_then" value="more">{t.saveMore}</Button>
              {isNew(model) ? <ButtonLink href={listPath(model, ask)} look="link">{t.back}</ButtonLink>
                : <Button look="link" name="_then" value="remove">{t.removeThis}</Button>}
            </div>
          </form>
        </>
      ),
    })
  },
  async send(ask, values, model) {
    const { file, question, entries, at, open } = model
    if (!open) return ok({ goTo: `/permohonan/${file.application.id}` })
    // The list has changed since the page was shown: by a double tap it holds this entry already, from another tab it holds another.
    if (values['_seen'] !== markOf(entries)) return ok({ goTo: listPath(model, ask) })
    if (values['_then'] === 'remove') {
      const removed = await keep(ask, model, entries.toSpliced(at, 1))
      return removed.ok ? ok({ goTo: listPath(model, ask) }) : removed
    }
    const entry = readEntry(model, values)
    const problems = entryProblems(question, entry, file.state.answers, file.state.facts, ask.lang)
    if (problems.length > 0) return invalid(problems)
    const kept = await keep(ask, model, entries.toSpliced(at, 1, entry))
    if (!kept.ok && kept.error.kind === 'invalid') return invalid(kept.error.problems.map((one) => ({ ...one, field: one.field.split('.').at(-1) ?? one.field })))
    if (!kept.ok) return kept
    const more = values['_then'] === 'more' && (question.most === undefined || at + 1 < question.most)
    return ok({ goTo: more ? entryPath(file.application.id, question, 'baru', isFromCheck(ask.query)) : listPath(model, ask) })
  },
})

import { z } from 'zod'
import { type Problem, invalid, ok } from '../../../../kernel/result.ts'
import type { Allowed, Language } from '../../../../platform/http/context.ts'
import { type Form, page } from '../../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../../ui/error-summary.tsx'
import { CheckboxGroup } from '../../../../ui/fields/choices.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { Stepper } from '../../../../ui/stepper.tsx'
import type { Place } from '../../../office/index.ts'
import { type LookedOver, editApplication, isOpen, lookOver } from '../../commands/draft.ts'
import { coSignerOf } from '../../co-sign.ts'
import { takeStep } from '../../commands/steps.ts'
import { AnswersCard, PapersCard, SubjectCard } from './answers-view.tsx'
import { type CaseFile, accessOf, formWordsOf, isEditable, placeOf, readCase, wordsOf } from './case-file.ts'
import { PaperForm, readPaper } from './paper-form.tsx'
import { isStatement, partBefore, pathOf, stepOf } from './form-parts.ts'
import { caseScreen, closedScreen } from './frame.tsx'
import { readAnswer } from './question-field.tsx'

/** `unsigned`: a second member of the board has still to sign before it can be sent. */
type Model = { file: CaseFile; unsigned: boolean; place: Place | undefined; looked: Omit<LookedOver, 'form'> }

const receiptOf = (id: string) => `/permohonan/${id}/tanda-terima`

/** The statements under everything they speak of; of a returned case only those that are open. */
const statementsOf = ({ definition, application }: CaseFile) =>
  definition.questions.filter((one) => isStatement(one) && isOpen(application, definition, one.key))

/** A statement stands on this page, so its line leads to its box; the rest leads to the rows above. */
const placed = (problem: Problem, file: CaseFile, lang: Language): Problem => {
  const [where, key = '', at] = problem.field.split('.')
  if (where !== 'answers') return problem
  if (statementsOf(file).some((one) => one.key === key)) return { ...problem, field: key }
  // The entries of a list share one row here; which of them it is stands in the sentence.
  return at === undefined ? problem : { field: `answers.${key}`, message: `${formWordsOf(lang).group.nth(Number(at) + 1)}: ${problem.message}` }
}

const warningName = (code: string): string => `warning-${code}`

function Send({ file, ask, form, looked }: Pick<Model, 'file' | 'looked'> & { ask: Allowed; form: Form }) {
  const t = wordsOf(ask.lang).check
  const { application, definition } = file
  return (
    <form method="post" noValidate class="stack">
      {looked.warnings.map(({ code, message }) => (
        <CheckboxGroup key={code} name={warningName(code)} label={message} error={problemOf(form.problems, warningName(code))}
          choices={[{ value: 'yes', label: formWordsOf(ask.lang).warning.yes }]} values={form.values[warningName(code)] === 'yes' ? ['yes'] : []} />
      ))}
      {statementsOf(file).map((one) => (
        <CheckboxGroup key={one.key} name={one.key} label={t.statementTitle} error={problemOf(form.problems, one.key)}
          choices={[{ value: 'yes', label: one.label[ask.lang] }]}
          values={application.answers[one.key] === true || form.values[one.key] === 'yes' ? ['yes'] : []} />
      ))}
      {ask.actor.kind === 'officer' && application.status === 'draft' && <PaperForm form={form} />}
      <p>{t.after(definition.limits.days)}</p>
      <div class="row"><Button icon="check">{application.status === 'draft' ? t.send : t.sendAgain}</Button></div>
    </form>
  )
}

/** Instead of sending: who has to sign first, and where. */
function NotSigned({ file, ask }: { file: CaseFile; ask: Allowed }) {
  const t = wordsOf(ask.lang).coSign
  const isSender = ask.actor.personId === file.application.ownerId
  return (
    <div id="coSign" tabindex={-1}>
      <Notice tone="warning" title={t.needed}>
        <p>{isSender ? t.neededMore : t.lead}</p>
        <p><ButtonLink href={`/permohonan/${file.application.id}/tanda-tangan-kedua`} icon="pen">{t.toSign}</ButtonLink></p>
      </Notice>
    </div>
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
    const looked = isEditable(file) ? await lookOver({ unit: ask.unit, keys: ask.tools.keys, lang: ask.lang }, file.application, file.definition) : { stops: [], warnings: [] }
    // What an officer types in from paper was signed on that paper.
    const mustBeSigned = file.definition.coSigned && ask.actor.kind === 'citizen' && isEditable(file)
    const unsigned = mustBeSigned && await coSignerOf(ask.unit.tx, file.application) === undefined
    return { file, looked, unsigned, place: await placeOf(ask, file) }
  },
  view({ file, place, looked, unsigned }, ask, form) {
    if (!isEditable(file)) return closedScreen(ask, file)
    const t = wordsOf(ask.lang).check
    const id = file.application.id
    const before = partBefore(file.state, { kind: 'check' })
    const statements = new Set(statementsOf(file).map((one) => `answers.${one.key}`))
    const owed = looked.stops.filter((one) => !statements.has(one.field)).map((one) => placed(one, file, ask.lang))
    return caseScreen(ask, file, {
      title: t.title, wrong: form.problems.length > 0, back: before ? pathOf(id, before) : `/permohonan/${id}`,
      body: (
        <>
          <Stepper {...stepOf(file.state, { kind: 'check' })} part={wordsOf(ask.lang).part.check} />
          <ErrorSummary problems={form.problems} />
          <PageHeading title={t.title} lead={t.lead} />
          {owed.length > 0 && form.problems.length === 0 && (
            <Notice tone="warning" title={t.missing}>
              <ul>{owed.map((one) => <li key={`${one.field} ${one.message}`}><a href={`#${one.field}`}>{one.message}</a></li>)}</ul>
            </Notice>
          )}
          <SubjectCard file={file} place={place} ask={ask} />
          <AnswersCard file={file} lang={ask.lang} changeable />
          <PapersCard file={file} lang={ask.lang} changeable />
          {unsigned ? <NotSigned file={file} ask={ask} /> : <Send file={file} ask={ask} form={form} looked={looked} />}
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
    const looking = { unit: ask.unit, keys: ask.tools.keys, lang: ask.lang }
    const { stops, warnings, form } = await lookOver(looking, { ...application, answers: { ...application.answers, ...stated } }, definition)
    const unseen = warnings.filter((one) => values[warningName(one.code)] !== 'yes')
      .map((one) => ({ field: warningName(one.code), message: formWordsOf(ask.lang).warning.needed }))
    if (stops.length + unseen.length > 0) return invalid([...stops.map((one) => placed(one, file, ask.lang)), ...unseen])
    const paper = ask.actor.kind === 'officer' && application.status === 'draft' ? readPaper(values) : ok(undefined)
    if (!paper.ok) return paper
    const confirmedWarnings = [...form.notes.confirmedWarnings, ...warnings.map((one) => one.code)]
    const edited = await editApplication(ask.unit, ask.tools.keys, ask.actor, id, { answers: stated, confirmedWarnings, received: paper.value })
    if (!edited.ok) return edited.error.kind === 'conflict' ? ok({ goTo: receiptOf(id) }) : edited
    const sent = await takeStep(ask.tools, ask.unit, ask.actor, id, { step: 'submit' })
    if (!sent.ok && sent.error.kind === 'invalid') return invalid(sent.error.problems.map((one) => placed(one, file, ask.lang)), sent.error.code)
    return sent.ok ? ok({ goTo: receiptOf(id) }) : sent
  },
})

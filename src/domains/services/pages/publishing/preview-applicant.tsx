import { isRecord } from '../../../../kernel/json.ts'
import { formatRupiah } from '../../../../kernel/rupiah.ts'
import { Card } from '../../../../ui/card.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import type { Answer } from '../../core/answer.ts'
import type { EntryQuestion, Question, ServiceDefinition } from '../../core/definition.ts'
import { factsId } from '../../messages-facts.id.ts'
import { publishingId as t } from '../../messages-publishing.id.ts'
import { conditionText } from './condition-text.ts'

type Asked = (Question | EntryQuestion) & { example?: Answer }

/** The answers of one entry, in the order in which they are asked. */
const entryText = (group: Asked, entry: Readonly<Record<string, unknown>>): string =>
  ('of' in group ? group.of ?? [] : []).filter(({ key }) => entry[key] !== undefined).map((one) => `${one.label.id} ${answerText(one, entry[one.key])}`).join(', ')

/** An answer in words, for an example. */
export function answerText(question: Asked, answer: unknown): string {
  const label = (value: unknown) => question.options?.find((one) => one.value === value)?.label.id ?? String(value)
  if (typeof answer === 'boolean') return answer ? t.yes : t.no
  if (typeof answer === 'number') return question.type === 'money' ? formatRupiah(answer) : `${answer}${question.unit ? ` ${question.unit.id}` : ''}`
  if (!Array.isArray(answer)) return label(answer)
  return answer.map((one: unknown) => (isRecord(one) ? entryText(question, one) : label(one))).join('; ')
}

/** One question as it is asked, read only, with what is behind it. */
export function QuestionCard({ question, asked, title }: { question: Asked; asked: readonly Asked[]; title?: string }) {
  const group = 'of' in question ? question.of : undefined
  return (
    <Card {...(title ? { title } : {})}>
      <p><b>{question.label.id}</b>{!question.required && <span class="soft"> ({t.optional})</span>}</p>
      {question.hint && <p class="soft">{question.hint.id}</p>}
      {question.options && <div class="prose"><ul>{question.options.map((option) => <li key={option.value}>{option.label.id}</li>)}</ul></div>}
      {group && 'most' in question && <p class="soft">{t.entries(question.least, question.most)}</p>}
      {group && (
        <div class="prose">
          <ul>{group.map((inner) => <li key={inner.key}>{inner.label.id}{inner.showWhen && <span class="soft"> ({t.onlyWhen} {conditionText(inner.showWhen, group)})</span>}</li>)}</ul>
        </div>
      )}
      {question.example !== undefined && <p class="soft">{t.exampleAnswer}: {answerText(question, question.example)}</p>}
      {question.prefill && <p class="soft">{t.known(factsId[question.prefill][0])}</p>}
      {question.showWhen && <p class="soft">{t.onlyWhen} {conditionText(question.showWhen, asked)}</p>}
    </Card>
  )
}

const Papers = ({ definition: { requirements, questions }, title }: { definition: ServiceDefinition; title: string }) => (
  <Card title={title}>
    <p><b>{t.papers}</b></p>
    <div class="prose">
      <ul>
        {requirements.map((one) => {
          const notes = [
            ...(one.required ? [] : [t.optional]), ...(one.oneOf ? [t.oneOf] : []), ...(one.metBy ? [t.metBy(factsId[one.metBy][0])] : []),
            ...(one.showWhen ? [`${t.onlyWhenPaper} ${conditionText(one.showWhen, questions)}`] : []),
          ]
          return <li key={one.key}>{one.label.id}{notes.length > 0 && <span class="soft"> ({notes.join('; ')})</span>}{one.hint && <><br /><span class="soft">{one.hint.id}</span></>}</li>
        })}
      </ul>
    </div>
  </Card>
)

/** What the applicant goes through, page by page, with the example answers. */
export function ApplicantPreview({ definition }: { definition: ServiceDefinition }) {
  const { eligibility, questions, checks, requirements } = definition
  const pages = questions.length + (requirements.length > 0 ? 1 : 0)
  return (
    <>
      {eligibility.length > 0 && (
        <Card title={t.who}>
          <p class="soft">{t.whoLead}</p>
          <div class="prose"><ul>{eligibility.map((one) => <li key={one.code}>{one.words.id} <span class="soft">({conditionText(one.when, [])})</span></li>)}</ul></div>
        </Card>
      )}
      {questions.map((question, at) => <QuestionCard key={question.key} question={question} asked={questions} title={t.step(at + 1, pages)} />)}
      {requirements.length > 0 && <Papers definition={definition} title={t.step(pages, pages)} />}
      {checks.length > 0 && (
        <Card title={t.checksTitle}>
          <div class="prose">
            <ul>{checks.map((one) => <li key={one.code}>{one.words.id} <span class="soft">({one.level === 'stop' ? t.stop : t.warn}: {conditionText(one.when, questions)})</span></li>)}</ul>
          </div>
        </Card>
      )}
      {pages === 0 && <EmptyState icon="file" title={t.none} />}
    </>
  )
}

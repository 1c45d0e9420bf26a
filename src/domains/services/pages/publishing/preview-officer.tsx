import { Card } from '../../../../ui/card.tsx'
import { type Column, DataTable } from '../../../../ui/data-table.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Summary } from '../../../../ui/summary.tsx'
import type { ServiceDefinition } from '../../core/definition.ts'
import type { Stage } from '../../core/life.ts'
import { isFact } from '../../core/facts.ts'
import { factsId } from '../../messages-facts.id.ts'
import { publishingId as t } from '../../messages-publishing.id.ts'
import { QuestionCard, answerText } from './preview-applicant.tsx'

export const limitText = ({ limit }: Stage): string => ('days' in limit ? t.days_(limit.days) : 'officeHours' in limit ? t.hours(limit.officeHours) : t.rest(limit.restDays))
const stateText = (state: string) => t.stateNames[state] ?? state

const STAGES: Column<Stage>[] = [
  { key: 'stage', header: t.stage, names: true, cell: (one) => <>{stateText(one.state)}<br /><small class="soft mono">{one.state}</small></> },
  { key: 'owner', header: t.owner, cell: (one) => one.owners.map((owner) => t.owners[owner] ?? owner).join(', ') },
  { key: 'limit', header: t.limit, cell: limitText },
  { key: 'exits', header: t.exits, cell: (one) => one.exits.map(({ step, to }) => `${t.stepNames[step] ?? step} → ${stateText(to)}`).join('; ') },
]

const Words = ({ title, items }: { title: string; items: readonly string[] }) => <Card title={title}><div class="prose"><ul>{items.map((one) => <li key={one}>{one}</li>)}</ul></div></Card>

/** What the office does with a request: whose turn, how long, what is looked at, and why it may end otherwise. */
export function OfficerPreview({ definition }: { definition: ServiceDefinition }) {
  const { life, checklist, reasons, survey, outcome, advice, scoring } = definition
  return (
    <>
      <h2>{t.stages}</h2>
      <DataTable caption={t.stagesCaption} quietCaption columns={STAGES} rows={life} rowKey={(one) => one.state} />
      {checklist.length > 0 && <Words title={t.checklist} items={checklist.map((one) => one.id)} />}
      {advice && <Card title={t.advice}><p><b>{advice.office.id}</b>: {advice.question.id} <span class="soft">{t.days_(advice.days)}</span></p></Card>}
      {scoring && (
        <Card title={t.scoring}>
          <p>{t.panel(scoring.panel, scoring.passMark)}</p>
          <div class="prose">
            <ul>{scoring.criteria.map((one) => <li key={one.key}><b>{one.label.id}</b> ({t.criterion(one.weight)}): {one.levels.map((level) => `${level.points} ${level.label.id}`).join('; ')}</li>)}</ul>
          </div>
        </Card>
      )}
      {survey.length > 0 && <h2>{t.survey}</h2>}
      {survey.map((one) => <QuestionCard key={one.key} question={one} asked={survey} />)}
      {outcome.length > 0 && <h2>{t.outcome}</h2>}
      {outcome.map((one) => <QuestionCard key={one.key} question={one} asked={outcome} />)}
      <Words title={t.reasonsReturn} items={reasons.return.map((one) => one.label.id)} />
      <Words title={t.reasonsReject} items={reasons.reject.map((one) => one.label.id)} />
    </>
  )
}

/** The text of the letter with examples in its places. A number stands without its unit: the text has it. */
function filled(text: string, { questions }: ServiceDefinition): string {
  return text.replace(/\{([^{}]+)\}/g, (whole, name: string) => {
    const question = questions.find(({ key }) => name === `answers.${key}`)
    if (question) return question.type === 'integer' ? String(question.example) : answerText(question, question.example)
    return isFact(name) ? factsId[name][1] : whole
  })
}

/** The letter, as far as the definition itself words it. */
export function LetterPreview({ definition }: { definition: ServiceDefinition }) {
  const { letter } = definition
  if (!letter) return <Notice><p>{t.noLetter}</p></Notice>
  return (
    <Card title={letter.kind.id}>
      {letter.sections.length === 0 && letter.body.length === 0 ? <p>{t.ownTemplate}</p> : <p class="soft">{t.letterLead}</p>}
      {letter.sections.map((section) => (
        <div key={section.lead}>
          <p>{filled(section.lead, definition)}</p>
          <Summary rows={section.rows.map(({ label, value }) => ({ label, value: filled(value, definition) }))} />
        </div>
      ))}
      {letter.body.map((paragraph) => <p key={paragraph}>{filled(paragraph, definition)}</p>)}
      <p class="soft mono">{letter.template} · {letter.class}</p>
    </Card>
  )
}

import type { Actor } from '../../../kernel/rights.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { FIELD_NAMES, RESPONDENT_FIELDS } from '../core/respondent.ts'
import { citizenId } from '../messages.id.ts'
import { officeId } from '../office-words.id.ts'
import type { Held } from '../questionnaire-store.ts'
import { DESK, surveyScreen } from './frame.tsx'

const t = officeId.blank
const LINE = '…………………………………………'

/** The sheet as it is printed: each answer on its line with the number that is typed in for it. */
export const blankScreen = ({ elements }: Held, actor: Actor): Screen => surveyScreen({
  actor, tab: 'paper', title: t.title, lead: t.lead, back: { href: `${DESK}/kertas`, text: t.back },
  children: (
    <>
      <p class="no-print soft">{t.print}</p>
      <p>{t.service}: {LINE}<br />{t.day}: {LINE}</p>
      <div class="prose">
        <ol>
          {elements.map(({ key, question, ladder }) => (
            <li key={key}><b>{question.id}</b><br />{ladder.map((step, at) => <span key={step.id}>☐&nbsp;{at + 1}.&nbsp;{step.id} &emsp;</span>)}</li>
          ))}
        </ol>
        <p><b>{t.suggestion}</b>: {LINE}{LINE}</p>
        <p><b>{t.about}</b></p>
        <ul>
          {FIELD_NAMES.map((field) => (
            <li key={field}>{citizenId.fields[field].label}: {RESPONDENT_FIELDS[field].map((value) => <span key={value}>☐&nbsp;{citizenId.fields[field].values[value]} &emsp;</span>)}</li>
          ))}
        </ul>
      </div>
    </>
  ),
})

import type { Allowed } from '../../../../platform/http/context.ts'
import { Card } from '../../../../ui/card.tsx'
import { Checklist, type ChecklistItem } from '../../../../ui/checklist.tsx'
import { type Standing, ruleText } from '../../../services/index.ts'
import { formWordsOf } from './case-file.ts'

const LOOK: Record<Standing['state'], ChecklistItem['state']> = { met: 'met', unmet: 'missing', unknown: 'doubtful' }

/** What must hold of the applicant, told before he fills in anything. */
export function EligibilityCard({ standing, of, ask }: { standing: readonly Standing[]; of: { name: string; path?: string }; ask: Allowed }) {
  if (standing.length === 0) return null
  const t = formWordsOf(ask.lang).eligibility
  const refused = standing.some((one) => one.state === 'unmet')
  const items = standing.map((one): ChecklistItem => ({
    state: LOOK[one.state], says: t.state[one.state], label: one.state === 'met' ? ruleText(one.words[ask.lang]) : one.words[ask.lang],
    ...(one.state === 'unknown' ? { note: <p>{t.unknownMore}</p> } : {}),
  }))
  return (
    <Card title={refused ? t.titleNo : t.title}>
      <p class="soft">{t.for(of.name)}. {t.lead}</p>
      <Checklist items={items} />
      {of.path !== undefined && standing.some((one) => one.state !== 'met') && <p><a href={of.path}>{t.fix}</a></p>}
    </Card>
  )
}

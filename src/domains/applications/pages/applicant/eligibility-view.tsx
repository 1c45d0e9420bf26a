import type { Allowed, Language } from '../../../../platform/http/context.ts'
import { Card } from '../../../../ui/card.tsx'
import { Checklist, type ChecklistItem } from '../../../../ui/checklist.tsx'
import type { Standing } from '../../../services/index.ts'
import { businessPath } from './answers-view.tsx'
import { formWordsOf } from './case-file.ts'

const LOOK: Record<Standing['state'], ChecklistItem['state']> = { met: 'met', unmet: 'missing', unknown: 'doubtful' }

/** Of a rule that is fulfilled only what it says, without what to do where it is not: its first sentence. */
const toldOf = ({ state, words }: Standing, lang: Language) => ({ label: state === 'met' ? words[lang].replace(/(?<=\p{L}\p{L}\.) .*$/su, '') : words[lang] })

/** What must hold of the applicant, told before he fills in anything. */
export function EligibilityCard({ standing, of, ask }: { standing: readonly Standing[]; of: { name: string; businessId?: string }; ask: Allowed }) {
  if (standing.length === 0) return null
  const t = formWordsOf(ask.lang).eligibility
  const refused = standing.some((one) => one.state === 'unmet')
  const items = standing.map((one): ChecklistItem => ({
    state: LOOK[one.state], says: t.state[one.state], ...toldOf(one, ask.lang), ...(one.state === 'unknown' ? { note: <p>{t.unknownMore}</p> } : {}),
  }))
  return (
    <Card title={refused ? t.titleNo : t.title}>
      <p class="soft">{t.for(of.name)}. {t.lead}</p>
      <Checklist items={items} />
      {of.businessId !== undefined && standing.some((one) => one.state !== 'met') && <p><a href={businessPath(ask, of.businessId)}>{t.fix}</a></p>}
    </Card>
  )
}

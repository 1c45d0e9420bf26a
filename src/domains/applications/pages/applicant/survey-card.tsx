import type { Language } from '../../../../platform/http/context.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { wordsOf } from './case-file.ts'

/** The survey for who was served; gone once its time is over. */
export function SurveyCard({ path, state, lang }: { path: string; state: 'open' | 'spent' | 'expired'; lang: Language }) {
  const t = wordsOf(lang).survey
  if (state === 'expired') return null
  return (
    <Card title={t.title}>
      {state === 'spent' ? <p>{t.spent}</p> : <><p>{t.open}</p><div class="row"><ButtonLink href={path} look="secondary">{t.fill}</ButtonLink></div></>}
    </Card>
  )
}

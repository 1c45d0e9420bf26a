import { longMoment } from '../../../kernel/wib.ts'
import type { Language } from '../../../platform/http/context.ts'
import { Summary } from '../../../ui/summary.tsx'
import type { Breach } from '../breach-store.ts'
import { breachNotice } from '../breach-words.id.ts'

/** The notice as its person reads it: data, when and how, handling and recovery. Source: UU 27/2022 Pasal 46 */
export function BreachNotice({ breach, lang }: { breach: Breach; lang: Language }) {
  const t = breachNotice[lang]
  return (
    <>
      <Summary rows={[
        { label: t.reference, value: breach.reference },
        { label: t.discovered, value: longMoment(breach.discoveredAt) },
        { label: t.data, value: <ul>{breach.dataKinds.map((kind) => <li key={kind}>{t.kinds[kind]}</li>)}</ul> },
        { label: t.happened, value: breach.happened },
        { label: t.handling, value: breach.handling },
      ]} />
      <p class="soft">{t.ask}</p>
    </>
  )
}

import type { Language } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { findHomeOffice } from '../../office/index.ts'
import { CATALOGUE } from '../core/figures.ts'
import { HISTORY } from '../core/history.ts'
import { dayText, wordsFor } from '../figure-text.ts'

function Definition({ figure, lang }: { figure: (typeof CATALOGUE)[number]; lang: Language }) {
  const { figures, owner, definitions: t } = wordsFor(lang)
  const { code, unit, events, split, version } = figure
  const { name, what, formula } = figures[code]
  return (
    <section class="card" id={code}>
      <h2>{name}</h2>
      <Summary rows={[
        { label: t.what, value: what },
        { label: t.formula, value: formula },
        { label: t.unit, value: t.units[unit] },
        { label: t.split, value: split.length === 0 ? t.noSplit : split.map((one) => t.dimensions[one]).join(', ') },
        { label: t.events, value: events.join(', ') },
        { label: t.owner, value: owner[figure.owner] },
        { label: t.code, value: <code>{code}</code> },
        { label: t.version, value: version },
        { label: t.history, value: HISTORY[code].map((one) => t.since(one.version, dayText(one.since, lang), t[one.note])).join('; ') },
      ]} />
    </section>
  )
}

/** What each figure of the processing means: for everybody, with its versions. */
export const definitionsPage = page({
  path: '/kinerja/definisi',
  right: 'public',
  cacheSeconds: 60,
  read: ({ unit }) => findHomeOffice(unit.tx),
  view(office, { lang }): Screen {
    const t = wordsFor(lang).definitions
    return {
      title: t.title, variant: 'public', back: { href: '/kinerja', text: t.back },
      body: (
        <>
          <PageHeading title={t.title} over={office.name} lead={t.lead} />
          <p class="soft">{t.inReports}</p>
          {CATALOGUE.map((figure) => <Definition key={figure.code} figure={figure} lang={lang} />)}
        </>
      ),
    }
  },
})

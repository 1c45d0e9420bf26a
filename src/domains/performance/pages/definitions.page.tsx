import type { Language } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { findHomeOffice } from '../../office/index.ts'
import { type AnyFigureCode, CATALOGUE } from '../core/figures.ts'
import { HISTORY } from '../core/history.ts'
import { OBJECTION_FIGURES } from '../core/objection-figures.ts'
import { dayText, wordsFor } from '../figure-text.ts'

type Defined = Pick<(typeof CATALOGUE)[number], 'unit' | 'events' | 'split' | 'version' | 'owner'> & { code: string }

/** @param history every version with its day and what changed, in words */
function Definition({ figure, told, history, lang }: { figure: Defined; told: { name: string; what: string; formula: string }; history?: string; lang: Language }) {
  const { owner, definitions: t } = wordsFor(lang)
  const { code, unit, events, split, version } = figure
  return (
    <section class="card" id={code}>
      <h2>{told.name}</h2>
      <Summary rows={[
        { label: t.what, value: told.what },
        { label: t.formula, value: told.formula },
        { label: t.unit, value: t.units[unit] },
        { label: t.split, value: split.length === 0 ? t.noSplit : split.map((one) => t.dimensions[one]).join(', ') },
        { label: t.events, value: events.join(', ') },
        { label: t.owner, value: owner[figure.owner] },
        { label: t.code, value: <code>{code}</code> },
        { label: t.version, value: version },
        ...(history === undefined ? [] : [{ label: t.history, value: history }]),
      ]} />
    </section>
  )
}

function historyOf(code: AnyFigureCode, lang: Language): string {
  const { definitions: t } = wordsFor(lang)
  return HISTORY[code].map((one) => t.since(one.version, dayText(one.since, lang), t[one.note])).join('; ')
}

/** What each figure of the processing means: for everybody, with its versions. */
export const definitionsPage = page({
  path: '/kinerja/definisi',
  right: 'public',
  cacheSeconds: 60,
  read: ({ unit }) => findHomeOffice(unit.tx),
  view(office, { lang }): Screen {
    const { figures, boardFigures, definitions: t } = wordsFor(lang)
    return {
      title: t.title, variant: 'public', back: { href: '/kinerja', text: t.back },
      body: (
        <>
          <PageHeading title={t.title} over={office.name} lead={t.lead} />
          <p class="soft">{t.inReports}</p>
          {CATALOGUE.map((figure) => <Definition key={figure.code} figure={figure} told={figures[figure.code]} history={historyOf(figure.code, lang)} lang={lang} />)}
          <h2>{t.onBoard}</h2>
          <p class="soft">{t.onBoardMore}</p>
          {OBJECTION_FIGURES.map((figure) => <Definition key={figure.code} figure={figure} told={boardFigures[figure.code]} lang={lang} />)}
        </>
      ),
    }
  },
})

import { closesOn, quarterOf, surveyPeriod } from '../core/survey-period.ts'
import { wibDate } from '../../../kernel/wib.ts'
import { page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { ChartPatterns } from '../../../ui/row-chart.tsx'
import { findHomeOffice } from '../../office/index.ts'
import { releasedSuggestions } from '../suggestion-store.ts'
import { listPublications } from '../survey-results.ts'
import { citizenWords } from '../words.ts'
import { namesFor } from './names.ts'
import { dayText, periodText } from './number-words.ts'
import { ResultsView, Trend } from './results-view.tsx'
import { DONE, RESULTS } from './sheet.page.tsx'

const TREND = 12

/** The published results of the survey, for everybody. They change only when a quarter is closed. */
export const resultsPage = page({
  path: RESULTS,
  right: 'public',
  cacheSeconds: 60,
  async read({ unit, query, lang }) {
    const office = await findHomeOffice(unit.tx)
    if (!office) return undefined
    const publications = await listPublications(unit.tx, office.id)
    const asked = query['periode'] ?? ''
    const at = asked === '' ? publications[0] : publications.find(({ period }) => period.key === asked)
    if (asked !== '' && !at) return undefined
    const running = surveyPeriod(quarterOf(wibDate(unit.now)))
    return {
      office, publications, at, names: await namesFor(unit.tx, office.id, unit.now, lang), nextOn: running && closesOn(running).toString(),
      suggestions: at ? await releasedSuggestions(unit.tx, office.id, at.period.key) : [],
    }
  },
  view({ office, publications, at, names, nextOn, suggestions }, { lang }): Screen {
    const t = citizenWords(lang).results
    const links = <p><a href={DONE}>{t.done}</a></p>
    if (!at) {
      return {
        title: t.title, variant: 'public',
        body: <><PageHeading title={t.title} over={office.name} lead={t.lead} /><EmptyState icon="chart" title={t.none}>{nextOn && <p>{t.noneMore(dayText(nextOn, lang))}</p>}</EmptyState>{links}</>,
      }
    }
    return {
      title: `${t.title}, ${periodText(at.period, lang)}`, variant: 'public',
      body: (
        <>
          <ChartPatterns />
          <PageHeading title={t.title} over={office.name} lead={t.lead} />
          <form action={RESULTS} class="search">
            <SelectField name="periode" label={t.period} value={at.period.key} choices={publications.map(({ period }) => ({ value: period.key, label: periodText(period, lang) }))} />
            <Button look="secondary">{t.show}</Button>
          </form>
          <h2>{periodText(at.period, lang)}</h2>
          <ResultsView results={at.results} names={names} lang={lang} />
          <p><a href={`${RESULTS}/${at.period.key}.csv`} download>{t.csv}</a>{at.results.figures?.index && <> · <a href={`${RESULTS}/${at.period.key}.pdf`} download>{t.poster}</a></>}</p>
          {suggestions.length > 0 && <section class="card"><h2>{t.suggestions}</h2><ul>{suggestions.map((words) => <li key={words}>{words}</li>)}</ul></section>}
          <Trend lang={lang} rows={publications.filter(({ period }) => period.kind === at.period.kind).slice(0, TREND)
            .map(({ period, results }) => ({ key: period.key, name: periodText(period, lang), href: `${RESULTS}?periode=${period.key}`, results }))} />
          {links}
          <p class="soft">{t.definition(at.results.definition, at.results.questionnaire)}</p>
        </>
      ),
    }
  },
})

import { quarterOf, closesOn } from '../core/survey-period.ts'
import { wibDate } from '../../../kernel/wib.ts'
import { page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { ChartPatterns } from '../../../ui/row-chart.tsx'
import { officeId as t } from '../office-words.id.ts'
import { listPeriods, listPublications, readResults } from '../survey-results.ts'
import { citizenId } from '../messages.id.ts'
import { DESK, surveyScreen } from './frame.tsx'
import { namesFor } from './names.ts'
import { countText, dayText, periodText } from './number-words.ts'
import { ResultsView, Trend } from './results-view.tsx'
import { RESULTS } from './sheet.page.tsx'

/** Results by period as they stand, for officers: as published, or of the sheets that are told so far. */
export const deskPage = page({
  path: DESK,
  right: 'survey.read',
  access: async ({ actor }) => ({ officeId: actor?.officeId ?? '' }),
  async read({ unit, actor, query }) {
    const key = query['periode'] || quarterOf(wibDate(unit.now))
    const at = await readResults(unit.tx, actor.officeId, key)
    return at && {
      at, periods: await listPeriods(unit.tx, actor.officeId, unit.now), names: await namesFor(unit.tx, actor.officeId, unit.now, 'id'),
      trend: (await listPublications(unit.tx, actor.officeId)).filter(({ period }) => period.kind === at.period.kind).slice(0, 12),
    }
  },
  view({ at: { period, results, received, closedOn }, periods, names, trend }, { actor }) {
    const w = citizenId.results
    return surveyScreen({
      actor, tab: 'results', title: t.desk.title, lead: t.desk.lead,
      children: (
        <>
          <ChartPatterns />
          <form action={DESK} class="search">
            <SelectField name="periode" label={w.period} value={period.key} choices={periods.map((one) => ({ value: one.key, label: periodText(one, 'id') }))} />
            <Button look="secondary">{w.show}</Button>
          </form>
          <h2>{periodText(period, 'id')}</h2>
          <p>{closedOn ? t.desk.closed(dayText(closedOn, 'id')) : `${t.desk.open(dayText(closesOn(period).toString(), 'id'))} ${t.desk.received(countText(received, 'id'), countText(results.respondents, 'id'))}`}</p>
          <ResultsView results={results} names={names} lang="id" />
          {!results.profile && <p class="soft">{period.kind === 'year' ? t.desk.noProfileYear : t.desk.noProfile}</p>}
          {trend.length > 0 && <Trend lang="id" rows={trend.map((one) => ({ key: one.period.key, name: periodText(one.period, 'id'), href: `${DESK}?periode=${one.period.key}`, results: one.results }))} />}
          <p><a href={closedOn ? `${RESULTS}?periode=${period.key}` : RESULTS}>{t.desk.public}</a>
            {closedOn && results.figures?.index && <> · <a href={`${RESULTS}/${period.key}.pdf`} download>{w.poster}</a></>}</p>
          <p class="soft">{w.definition(results.definition, results.questionnaire)}</p>
        </>
      ),
    })
  },
})

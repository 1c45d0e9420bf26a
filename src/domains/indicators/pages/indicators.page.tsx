import { Temporal } from 'temporal-polyfill'
import { longDate, wibDate } from '../../../kernel/wib.ts'
import type { Language } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { Card } from '../../../ui/card.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { listDivisions } from '../../office/index.ts'
import { INDICATORS, type Indicator } from '../core/catalogue.ts'
import type { Value } from '../core/figures.ts'
import { valueText, wordsFor } from '../number-text.ts'
import { type OpenData, openData, publishedCounts, tableOf } from '../open-data.ts'
import { periodText } from '../open-files.ts'

type Shown = { indicator: Indicator; division: string; value: Value | undefined; period: string; lang: Language }

function IndicatorCard({ indicator, division, value, period, lang }: Shown) {
  const t = wordsFor(lang)
  const { name, concept, definition, formula } = t.texts[indicator.code]
  return (
    <Card title={name}>
      <Summary rows={[
        { label: t.list.value(period), value: value ? <b>{valueText(value, indicator.unit, lang)}</b> : t.list.officersOnly },
        { label: t.fields.definition, value: definition },
        { label: t.fields.formula, value: formula },
        { label: t.fields.concept, value: concept },
        { label: t.fields.unit, value: t.units[indicator.unit] },
        { label: t.fields.source, value: t.sources[indicator.source] },
        { label: t.fields.frequency, value: indicator.open ? t.frequencyOpen : t.frequency },
        { label: t.fields.level, value: t.levels[indicator.level] },
        { label: t.fields.classes, value: [t.byArea, ...indicator.classes.map((one) => t.classes[one])].join(', ') },
        { label: t.fields.division, value: division },
        { label: t.fields.since, value: longDate(Temporal.PlainDate.from(indicator.since)) },
        { label: t.fields.code, value: <code>{indicator.code}</code> },
      ]} />
    </Card>
  )
}

const valueOf = (data: OpenData, { open, source, compute }: Indicator, today: Temporal.PlainDate) =>
  (open ? compute({ counts: publishedCounts(data, source, data.places.regency.code) ?? new Map(), today }) : undefined)

function periodOf(data: OpenData, { source }: Indicator, lang: Language): string {
  const table = tableOf(data, source)
  return table ? periodText(table, lang) : ''
}

/** The catalogue of indicators for everybody: what each number means, and its published value for the regency. */
export const indicatorsPage = page({
  path: '/data/indikator',
  right: 'public',
  cacheSeconds: 60,
  async read({ tools, unit }) {
    const data = await openData(tools, unit.tx)
    if (!data) return undefined
    const today = wibDate(unit.now)
    const divisions = new Map((await listDivisions(unit.tx, data.office.id, today)).map(({ id, name }) => [id, name]))
    return { data, today, divisions }
  },
  view({ data, today, divisions }, { lang }): Screen {
    const t = wordsFor(lang)
    return {
      title: t.list.title, variant: 'public', back: { href: '/data', text: t.list.all },
      body: (
        <>
          <PageHeading title={t.list.title} over={data.office.name} lead={t.list.lead} />
          {INDICATORS.map((indicator) => (
            <IndicatorCard key={indicator.code} indicator={indicator} division={divisions.get(indicator.division) ?? data.office.name}
              value={valueOf(data, indicator, today)} period={periodOf(data, indicator, lang)} lang={lang} />
          ))}
        </>
      ),
    }
  },
})

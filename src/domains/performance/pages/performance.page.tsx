import type { Language } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Figure } from '../../../ui/figure.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { ChartPatterns, RowChart, ShareBar } from '../../../ui/row-chart.tsx'
import type { AnyFigureCode } from '../core/figures.ts'
import type { PublishedMonth } from '../core/publish-month.ts'
import { LOAD, SECTIONS, SUMMARY, type SectionId } from '../core/sections.ts'
import { countText, dayText, monthText, toldText, unitOf, wordsFor } from '../figure-text.ts'
import type { KeptMonth } from '../months-store.ts'
import { type PublicMonths, publicMonths, publishedMonth } from '../public-months.ts'
import { Section, Versions } from './section.tsx'

/** How many months are drawn beside each other. */
const TREND = 12
const SECTION_IDS = Object.keys(SECTIONS) as SectionId[]

type Shown = { data: PublicMonths; at: KeptMonth; published: PublishedMonth }

function Cards({ codes, published, lang }: { codes: readonly AnyFigureCode[]; published: PublishedMonth; lang: Language }) {
  const t = wordsFor(lang)
  return (
    <div class="grid">
      {codes.map((code) => {
        const all = published[code]?.all
        return (
          <Figure key={code} label={t.figures[code].name} value={all === 'hidden' ? t.few : toldText(all, unitOf(code), lang)} isWord={typeof all !== 'number'}
            meaning={t.figures[code].what} foot={<a href={`/kinerja/definisi#${code}`}>{t.version(code, published[code]?.version ?? 0)}</a>} />
        )
      })}
    </div>
  )
}

function Chooser({ data, at, lang }: Pick<Shown, 'data' | 'at'> & { lang: Language }) {
  const t = wordsFor(lang)
  return (
    <form action="/kinerja" class="search">
      <SelectField name="bulan" label={t.month} value={at.month} choices={data.months.map(({ month }) => ({ value: month, label: monthText(month, lang) }))} />
      <Button look="secondary">{t.show}</Button>
    </form>
  )
}

function Trend({ data, published, lang }: Pick<Shown, 'data' | 'published'> & { lang: Language }) {
  const t = wordsFor(lang)
  const rows = data.months.slice(0, TREND).map(({ month }) => {
    const told = data.onTime.get(month)
    return {
      key: month, label: <a href={`/kinerja?bulan=${month}`}>{monthText(month, lang)}</a>, text: told === 'hidden' ? t.notShown : toldText(told, 'share', lang),
      ...(typeof told === 'number' ? { bar: <ShareBar part={told / 1000} /> } : {}),
    }
  })
  return (
    <section class="card" id="bulan">
      <h2>{t.trend}</h2>
      <RowChart title={t.trendTitle} rows={rows} legend={[{ sample: <ShareBar part={1} />, text: t.legend.on }, { sample: <ShareBar part={0} />, text: t.legend.late }]} />
      <p><a href="/kinerja/per-bulan.csv" download>{t.csv(t.trend)}</a></p>
      <Versions codes={['tepat-waktu']} published={published} lang={lang} />
    </section>
  )
}

function Months({ data, at, published, lang }: Shown & { lang: Language }) {
  const t = wordsFor(lang)
  return (
    <>
      <Chooser data={data} at={at} lang={lang} />
      {at.isFinal ? <p>{t.final(dayText(at.through, lang))}</p> : <Notice tone="warning"><p>{t.running(dayText(at.through, lang))}</p></Notice>}
      <h2>{t.summary}: {monthText(at.month, lang)}</h2>
      <Cards codes={SUMMARY} published={published} lang={lang} />
      <p class="soft">{t.clock}</p>
      <h2>{t.load}</h2>
      <Cards codes={LOAD} published={published} lang={lang} />
      <p><a href={`/kinerja/${at.month}/ringkasan.csv`} download>{t.csv(t.summary)}</a></p>
      <Trend data={data} published={published} lang={lang} />
      {SECTION_IDS.map((section) => <Section key={section} section={section} month={at.month} published={published} data={data} lang={lang} />)}
      <p class="soft">{t.hidden}</p>
      <p class="soft">{t.place(countText(at.lastSeq, lang))} <a href="/log/roots">{t.roots}</a></p>
    </>
  )
}

/** The office's performance for everybody: a month at a time, nothing but what follows from the log. */
export const performancePage = page({
  path: '/kinerja',
  right: 'public',
  cacheSeconds: 60,
  async read({ tools, unit, query }) {
    const data = await publicMonths(tools, unit.tx)
    if (!data) return undefined
    const asked = query['bulan']
    const at = asked === undefined || asked === '' ? data.months[0] : data.months.find(({ month }) => month === asked)
    if (!at) return data.months.length === 0 ? { data } : undefined
    const published = await publishedMonth(tools, unit.tx, data.office.id, at)
    return published ? { data, at, published } : undefined
  },
  view(model: Pick<Shown, 'data'> & Partial<Shown>, { lang }): Screen {
    const t = wordsFor(lang)
    const { data, at, published } = model
    return {
      title: at ? `${t.title}, ${monthText(at.month, lang)}` : t.title, variant: 'public',
      body: (
        <>
          <ChartPatterns />
          <PageHeading title={t.title} over={data.office.name} lead={t.lead} />
          {at && published ? <Months data={data} at={at} published={published} lang={lang} /> : <EmptyState title={t.none}><p>{t.noneMore}</p></EmptyState>}
          <p><a href="/kinerja/definisi">{t.meaning}</a></p>
        </>
      ),
    }
  },
})

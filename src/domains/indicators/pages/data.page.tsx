import { longMoment } from '../../../kernel/wib.ts'
import type { Language } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Summary } from '../../../ui/summary.tsx'
import type { IndicatorWords } from '../messages.id.ts'
import { numberText, wordsFor } from '../number-text.ts'
import { type OpenData, type PublishedSet, openData } from '../open-data.ts'
import { LICENCE, periodText } from '../open-files.ts'

function SetCard({ published, t, lang }: { published: PublishedSet; t: IndicatorWords; lang: Language }) {
  const { set, updatedAt } = published
  const words = t.sets[set.id]
  return (
    <Card title={words.title} side={<span class="soft">{t.data.rows(numberText(set.rows.length, lang))}</span>}>
      <p>{words.about}</p>
      <p class="soft">{t.data.period}: {periodText(published, lang)}. {t.data.updated}: {longMoment(updatedAt)}.</p>
      <div class="row">
        <ButtonLink href={`/data/${set.id}.csv`} look="secondary" icon="download">{t.data.csv}</ButtonLink>
        <ButtonLink href={`/data/${set.id}.json`} look="link">{t.data.json}</ButtonLink>
      </div>
      <Disclosure summary={t.data.columns}>
        <DataTable caption={t.data.columns} quietCaption rows={set.columns} rowKey={(name) => name} columns={[
          { key: 'name', header: t.data.column, cell: (name) => <code>{name}</code> },
          { key: 'meaning', header: t.data.meaning, cell: (name) => t.columns[name] ?? '' },
        ]} />
      </Disclosure>
    </Card>
  )
}

function About({ data, t }: { data: OpenData; t: IndicatorWords }) {
  return (
    <Summary rows={[
      { label: t.data.producer, value: data.office.name },
      { label: t.data.spatial, value: `${data.places.regency.name} (${data.places.regency.code})` },
      { label: t.data.frequency, value: t.frequencyOpen },
      { label: t.data.licence, value: <a href={LICENCE} rel="license">{t.data.licenceName}</a> },
    ]} />
  )
}

/** What the office publishes: each table with what it means, of when it tells, and under which licence. */
export const dataPage = page({
  path: '/data',
  right: 'public',
  cacheSeconds: 60,
  read: ({ tools, unit }) => openData(tools, unit.tx),
  view(data, { lang }): Screen {
    const t = wordsFor(lang)
    return {
      title: t.data.title, variant: 'public',
      body: (
        <>
          <PageHeading title={t.data.title} over={data.office.name} lead={t.data.lead} />
          <About data={data} t={t} />
          <Notice><p>{t.data.hidden}</p></Notice>
          {data.sets.map((one) => <SetCard key={one.set.id} published={one} t={t} lang={lang} />)}
          <p><a href="/data/indikator">{t.data.indicators}</a></p>
          <p><a href="/data/katalog.json">{t.data.machine}</a></p>
        </>
      ),
    }
  },
})

import type { Language } from '../../../platform/http/context.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { type ChartRow, ReachBar, RowChart, ShareBar } from '../../../ui/row-chart.tsx'
import type { AnyFigureCode } from '../core/figures.ts'
import type { PublishedMonth, Told } from '../core/publish-month.ts'
import { FIGURES_OF, type SectionId, groupsOf, toldOf } from '../core/sections.ts'
import { countText, hoursText, toldText, unitOf, wordsFor } from '../figure-text.ts'
import type { PublicMonths } from '../public-months.ts'
import { nameOf } from './names.ts'

type SectionProps = { section: SectionId; month: string; published: PublishedMonth; data: PublicMonths; lang: Language }

/** How many reasons are drawn; the table has all. */
const MOST_REASONS = 10

const shown = (told: Told): number | undefined => (typeof told === 'number' ? told : undefined)

/** The figures with their versions, each a link to what it means. */
export function Versions({ codes, published, lang }: { codes: readonly AnyFigureCode[]; published: PublishedMonth; lang: Language }) {
  const t = wordsFor(lang)
  return (
    <p class="soft">
      {codes.flatMap((code, at) => [at > 0 ? ' · ' : '', <a key={code} href={`/kinerja/definisi#${code}`}>{t.version(code, published[code]?.version ?? 0)}</a>])}
    </p>
  )
}

function onTimeRows({ published, data, section, lang }: SectionProps, keys: readonly string[]): ChartRow[] {
  return keys.map((key) => {
    const told = toldOf(published, section, 'tepat-waktu', key)
    const part = shown(told)
    return { key, label: nameOf(data, section, key, lang), text: toldText(told, 'share', lang), ...(part === undefined ? {} : { bar: <ShareBar part={part / 1000} /> }) }
  })
}

function timeRows({ published, data, section, lang }: SectionProps, keys: readonly string[]): ChartRow[] {
  const t = wordsFor(lang)
  const [half, nine, last] = section === 'tahap' ? ['tahap-median', 'tahap-p90', 'tahap-terlama'] as const : ['waktu-median', 'waktu-p90', 'waktu-terlama'] as const
  const told = (code: AnyFigureCode, key: string) => toldOf(published, section, code, key)
  const most = Math.max(1, ...keys.map((key) => shown(told(last, key)) ?? 0))
  return keys.map((key) => {
    const label = nameOf(data, section, key, lang)
    const [a, b, c] = [half, nine, last].map((code) => shown(told(code, key)))
    if (a === undefined || b === undefined || c === undefined) return { key, label, text: toldText(told(half, key), 'minutes', lang) }
    return {
      key, label, text: t.reach(hoursText(a, lang), hoursText(b, lang), hoursText(c, lang)), bar: <ReachBar middle={a / most} most={b / most} last={c / most} />,
    }
  })
}

function reasonRows({ published, data, section, lang }: SectionProps, keys: readonly string[]): ChartRow[] {
  const told = (key: string) => toldOf(published, section, 'sebab-dikembalikan', key)
  const most = Math.max(1, ...keys.map((key) => shown(told(key)) ?? 0))
  return keys.slice(0, MOST_REASONS).map((key) => {
    const count = shown(told(key))
    return {
      key, label: nameOf(data, section, key, lang), text: count === undefined ? toldText(told(key), 'count', lang) : wordsFor(lang).times(countText(count, lang)),
      ...(count === undefined ? {} : { bar: <ReachBar middle={count / most} most={count / most} last={count / most} /> }),
    }
  })
}

function Charts(props: SectionProps & { keys: readonly string[] }) {
  const { section, keys, lang } = props
  const t = wordsFor(lang)
  if (section === 'sebab') return <RowChart title={t.reasonTitle} legend={[]} rows={reasonRows(props, keys)} />
  const reach = [
    { sample: <ReachBar middle={1} most={1} last={1} />, text: t.legend.half }, { sample: <ReachBar middle={0} most={1} last={1} />, text: t.legend.nine },
    { sample: <ReachBar middle={0} most={0} last={1} />, text: t.legend.last },
  ]
  const time = <RowChart title={section === 'tahap' ? t.stageTime : t.time} legend={reach} rows={timeRows(props, keys)} />
  if (section === 'tahap') return time
  const share = [{ sample: <ShareBar part={1} />, text: t.legend.on }, { sample: <ShareBar part={0} />, text: t.legend.late }]
  return <div class="split"><RowChart title={t.onTime} legend={share} rows={onTimeRows(props, keys)} />{time}</div>
}

function Table({ section, published, data, lang, keys }: SectionProps & { keys: readonly string[] }) {
  const t = wordsFor(lang)
  const { title, group } = t.sections[section]
  return (
    <DataTable caption={title} quietCaption rows={keys} rowKey={(key) => key} columns={[
      { key: 'group', header: group, cell: (key) => nameOf(data, section, key, lang) },
      ...FIGURES_OF[section].map((code) => ({
        key: code, header: t.short[code] ?? code, end: true, cell: (key: string) => toldText(toldOf(published, section, code, key), unitOf(code), lang),
      })),
    ]} />
  )
}

/** One part of the page: its charts, the same as a table and as a file, and the versions of its figures. */
export function Section(props: SectionProps) {
  const { section, published, data, month, lang } = props
  const t = wordsFor(lang)
  const { title } = t.sections[section]
  const keys = groupsOf(published, section, (key) => nameOf(data, section, key, lang))
  if (keys.length === 0) return null
  return (
    <section class="card" id={section}>
      <h2>{title}</h2>
      <Charts {...props} keys={keys} />
      <Disclosure summary={t.table(title)}><Table {...props} keys={keys} /></Disclosure>
      <p><a href={`/kinerja/${month}/${section}.csv`} download>{t.csv(title)}</a></p>
      <Versions codes={FIGURES_OF[section]} published={published} lang={lang} />
    </section>
  )
}

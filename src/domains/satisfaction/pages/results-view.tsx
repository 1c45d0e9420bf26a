import type { Language } from '../../../platform/http/context.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Figure } from '../../../ui/figure.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { type ChartRow, ReachBar, RowChart } from '../../../ui/row-chart.tsx'
import { type ElementLine, type Results, type ServiceLine, UNTOLD } from '../core/results.ts'
import { FIELD_NAMES, RESPONDENT_FIELDS } from '../core/respondent.ts'
import { citizenWords } from '../words.ts'
import { countText, decimalText, indexText, noIndexReason, sampleText } from './number-words.ts'

export type Names = { elements: ReadonlyMap<string, string>; services: ReadonlyMap<string, string> }
type Shown = { results: Results; names: Names; lang: Language }

/** A value of 25 to 100 as a bar from its beginning. */
const ValueBar = ({ value }: { value: string }) => {
  const part = Math.max(0, (Number(value) - 25) / 75)
  return <ReachBar middle={part} most={part} last={part} />
}

function IndexFigure({ results, lang }: Omit<Shown, 'names'>) {
  const t = citizenWords(lang).results
  const category = results.figures?.category
  return (
    <Figure label={t.index} value={indexText(results, lang)} isWord={!results.figures?.index} meaning={noIndexReason(results, lang) ?? t.indexMeaning}
      foot={category ? <b>{t.categories[category]}</b> : null} />
  )
}

function SampleFigure({ results: { respondents, minimal, served }, lang }: Omit<Shown, 'names'>) {
  const t = citizenWords(lang).results
  return (
    <Figure label={t.respondents} value={sampleText(respondents, minimal.least, lang)}
      meaning={served === 0 ? t.noneServed : t.sample(countText(served, lang), countText(minimal.least, lang))}
      foot={(
        <>
          {minimal.printed !== undefined && <>{t.printed(countText(minimal.byFormula, lang), countText(minimal.printed, lang))} </>}
          {respondents < minimal.least && t.tooFewForLeast}
        </>
      )} />
  )
}

function MarginFigure({ results: { figures }, lang }: Omit<Shown, 'names'>) {
  const t = citizenWords(lang).results
  const margin = figures?.margin
  return (
    <Figure label={t.margin} value={margin ? t.plusMinus(decimalText(margin.points.toFixed(2), lang)) : t.noMargin} isWord={!margin} meaning={t.marginMeaning}
      foot={margin ? <>{margin.isRough && <>{t.rough} </>}{!margin.isFinite && t.infinite}</> : null} />
  )
}

function ElementTable({ elements, caption, names, lang }: { elements: readonly ElementLine[]; caption: string } & Omit<Shown, 'results'>) {
  const t = citizenWords(lang).results
  const value = (text: string | null) => (text === null ? t.notShown : decimalText(text, lang))
  return (
    <DataTable caption={caption} quietCaption rows={elements} rowKey={({ key }) => key} columns={[
      { key: 'element', header: t.element, cell: ({ key }) => names.elements.get(key) ?? key }, { key: 'n', header: t.answered, end: true, cell: (one) => countText(one.n, lang) },
      { key: 'nrr', header: t.nrr, end: true, cell: (one) => value(one.nrr) }, { key: 'weighted', header: t.weighted, end: true, cell: (one) => value(one.weighted) },
      { key: 'converted', header: t.converted, end: true, cell: (one) => value(one.converted) }, { key: 'letter', header: t.letter, cell: (one) => one.category ?? t.notShown },
    ]} />
  )
}

function Elements({ results: { figures }, names, lang }: Shown) {
  const t = citizenWords(lang).results
  if (!figures) return null
  const name = (key: string) => names.elements.get(key) ?? key
  const rows = figures.elements.map(({ key, converted, category }): ChartRow => ({
    key, label: name(key), text: converted === null ? t.notShown : `${decimalText(converted, lang)} (${category ?? ''})`, ...(converted === null ? {} : { bar: <ValueBar value={converted} /> }),
  }))
  const isPlain = figures.elements.length === 9
  return (
    <section class="card" id="unsur">
      <h2>{t.elements}</h2>
      <RowChart title={t.trendTitle} legend={[]} rows={rows} />
      {figures.lowest.length > 0 && <><h3>{t.lowest}</h3><div class="prose"><ol>{figures.lowest.map((key) => <li key={key}>{name(key)}</li>)}</ol></div></>}
      <Disclosure summary={t.table}><ElementTable elements={figures.elements} caption={t.elements} names={names} lang={lang} /></Disclosure>
      <p class="soft">{t.weightNote(isPlain ? t.weightNinth : '')}</p>
    </section>
  )
}

function Services({ results: { services }, names, lang }: Shown) {
  const t = citizenWords(lang).results
  if (services.length === 0) return null
  const name = (code: string) => names.services.get(code) ?? code
  const told = (say: (one: Exclude<ServiceLine['told'], 'hidden'>) => string) => (one: ServiceLine) => (one.told === 'hidden' ? t.notShown : say(one.told))
  return (
    <section class="card" id="layanan">
      <h2>{t.services}</h2>
      <DataTable caption={t.services} quietCaption rows={services} rowKey={({ code }) => code} columns={[
        { key: 'service', header: t.service, cell: ({ code }) => name(code) }, { key: 'served', header: t.served, end: true, cell: (one) => countText(one.served, lang) },
        { key: 'respondents', header: t.respondents, end: true, cell: told((one) => sampleText(one.respondents, one.least, lang)) },
        { key: 'index', header: t.converted, end: true, cell: told((one) => (one.index === null ? t.noIndex : decimalText(one.index, lang))) },
        { key: 'letter', header: t.letter, cell: told((one) => one.category ?? '') },
        { key: 'margin', header: t.margin, end: true, cell: told((one) => (one.margin ? t.plusMinus(decimalText(one.margin.points.toFixed(2), lang)) : t.noMargin)) },
      ]} />
      {services.map(({ code, told: one }) => (one === 'hidden' || one.respondents === 0 ? null : (
        <Disclosure key={code} summary={`${t.elements}: ${name(code)}`}><ElementTable elements={one.elements} caption={`${t.elements}: ${name(code)}`} names={names} lang={lang} /></Disclosure>
      )))}
    </section>
  )
}

function Profile({ results: { profile }, lang }: Omit<Shown, 'names'>) {
  const { results: t, fields } = citizenWords(lang)
  const told = FIELD_NAMES.flatMap((field) => {
    const counts = profile?.[field]
    if (!counts) return []
    const values = [...RESPONDENT_FIELDS[field], UNTOLD].flatMap((value) => {
      const n = counts[value]
      return n === undefined || n === 0 ? [] : [`${fields[field].values[value] ?? t.untold}: ${n === null ? t.notShown : countText(n, lang)}`]
    })
    return [{ label: fields[field].label, value: <>{values.map((text, at) => <>{at > 0 && <br />}{text}</>)}</> }]
  })
  return told.length === 0 ? null : <section class="card" id="profil"><h2>{t.profile}</h2><Summary rows={told} /></section>
}

/** Results of one period, for officers and for everybody alike. */
export function ResultsView(shown: Shown) {
  return (
    <>
      <div class="grid"><IndexFigure {...shown} /><SampleFigure {...shown} /><MarginFigure {...shown} /></div>
      <Elements {...shown} />
      <Services {...shown} />
      <Profile {...shown} />
    </>
  )
}

export type TrendRow = { key: string; name: string; href: string; results: Results }

/** The index of several periods beside each other. */
export function Trend({ rows, lang }: { rows: readonly TrendRow[]; lang: Language }) {
  const t = citizenWords(lang).results
  return (
    <section class="card" id="tren">
      <h2>{t.trend}</h2>
      <RowChart title={t.trendTitle} legend={[]} rows={rows.map(({ key, name, href, results }) => ({
        key, label: <a href={href}>{name}</a>, text: `${indexText(results, lang)}${results.figures?.category ? ` (${results.figures.category})` : ''}`,
        ...(results.figures?.index ? { bar: <ValueBar value={results.figures.index} /> } : {}),
      }))} />
      <Disclosure summary={t.table}>
        <DataTable caption={t.trend} quietCaption rows={rows} rowKey={({ key }) => key} columns={[
          { key: 'period', header: t.period, cell: ({ name }) => name }, { key: 'index', header: t.index, end: true, cell: ({ results }) => indexText(results, lang) },
          { key: 'letter', header: t.letter, cell: ({ results }) => results.figures?.category ?? t.notShown },
          { key: 'n', header: t.respondents, end: true, cell: ({ results: { respondents, minimal } }) => sampleText(respondents, minimal.least, lang) },
        ]} />
      </Disclosure>
    </section>
  )
}

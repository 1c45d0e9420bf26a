import { shortMoment } from '../../kernel/wib.ts'
import { Temporal } from 'temporal-polyfill'
import type { Language } from '../../platform/http/context.ts'
import { toHtml } from '../../ui/document.tsx'
import type { Held, HeldRow } from './held-store.ts'
import { type HeldWords, heldWords } from './held-words.ts'

const STYLE = 'body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#111}h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem;border-bottom:2px solid #073f3a}'
  + 'section>div{border-bottom:1px solid #ccc;padding:.6rem 0}dl{margin:0;display:grid;grid-template-columns:minmax(9rem,14rem) 1fr;gap:.1rem 1rem}dt{color:#444}dd{margin:0;overflow-wrap:anywhere}'
  + 'small{color:#444}@media(max-width:30rem){dl{grid-template-columns:1fr}dd{margin-bottom:.4rem}}'

/** `registryNumber` becomes `registry number`, `annual_sales` `annual sales`, where no word for people is known. */
const nameOf = (key: string, words: HeldWords): string => words.keys[key] ?? key.replaceAll('_', ' ').replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

function textOf(value: unknown, words: HeldWords): string {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'string' && MOMENT.test(value)) {
    const at = value.endsWith('Z') || /[+-]\d\d:?\d\d$/.test(value) ? value : `${value}Z`
    return shortMoment(Temporal.Instant.from(at))
  }
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map((one) => textOf(one, words)).join('; ')
  if (typeof value === 'object') return Object.entries(value).map(([key, one]) => `${nameOf(key, words)}: ${textOf(one, words)}`).join('; ') || '–'
  return words.values[String(value)] ?? String(value)
}

const Row = ({ row, words }: { row: HeldRow; words: HeldWords }) => (
  <div>
    {row.at && <small>{textOf(row.at, words)}</small>}
    <dl>{Object.entries(row.body).filter(([, value]) => value !== null).map(([key, value]) => [<dt key={key}>{nameOf(key, words)}</dt>, <dd key={`${key} value`}>{textOf(value, words)}</dd>])}</dl>
  </div>
)

/** What is held on a person, as a page of its own that needs nothing else: to be kept, printed, read by anybody. */
export function heldDocument(held: Held, { office, madeAt, lang }: { office: string; madeAt: Temporal.Instant; lang: Language }): string {
  const words = heldWords(lang)
  const { id: _id, officeId: _office, version: _version, ...person } = held.person
  return toHtml(
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{words.title(held.person.name)}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <h1>{words.title(held.person.name)}</h1>
        <p>{words.lead(office, shortMoment(madeAt))}</p>
        <section><h2>{words.identity}</h2><Row row={{ at: null, body: person }} words={words} /></section>
        {held.parts.map(({ part, rows }) => (
          <section key={part}>
            <h2>{words.parts[part]} ({rows.length})</h2>
            {rows.length === 0 ? <p>{words.nothing}</p> : rows.map((row) => <Row key={`${row.at} ${JSON.stringify(row.body)}`} row={row} words={words} />)}
          </section>
        ))}
      </body>
    </html>,
  )
}

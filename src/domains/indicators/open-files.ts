import { createHash } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { formatInstant, longDate, longMoment } from '../../kernel/wib.ts'
import type { Language } from '../../platform/http/context.ts'
import { INDICATORS } from './core/catalogue.ts'
import { type OpenSet, csvOf, recordsOf } from './core/open-sets.ts'
import { indicatorsId as t } from './messages.id.ts'
import { wordsFor } from './number-text.ts'
import type { OpenData, PublishedSet } from './open-data.ts'

export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/'
const MONTHLY = 'http://purl.org/cld/freq/monthly'

/** Of when the numbers of a table tell, in words. */
export function periodText({ period, updatedAt }: PublishedSet, lang: Language): string {
  const words = wordsFor(lang).data
  if (period.kind === 'month-end') return words.monthEnd(longDate(period.day))
  return period.kind === 'live' ? longMoment(updatedAt) : words.provisional(longMoment(updatedAt))
}

/** The same for machines: a day, or a moment. */
export const periodCode = ({ period, updatedAt }: PublishedSet): string =>
  (period.kind === 'month-end' ? period.day.toString() : formatInstant(updatedAt))

const changedAt = ({ sets }: OpenData): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(Math.max(...sets.map(({ updatedAt }) => updatedAt.epochMilliseconds)))

const described = ({ columns }: OpenSet) => columns.map((name) => ({ name, description: t.columns[name] ?? '' }))

function datasetOf(data: OpenData, published: PublishedSet, baseUrl: string) {
  const { set, period, updatedAt } = published
  const url = `${baseUrl}/data/${set.id}`
  return {
    '@type': 'dcat:Dataset', '@id': url, 'dct:identifier': set.id, 'dct:title': t.sets[set.id].title,
    'dct:description': `${t.sets[set.id].about} ${t.data.hidden}`, 'dct:license': LICENCE, 'dct:publisher': data.office.name,
    'dct:spatial': data.places.regency.code, 'dct:accrualPeriodicity': MONTHLY, 'dct:temporal': periodCode(published),
    'dct:modified': formatInstant(updatedAt), isProvisional: period.kind === 'provisional', columns: described(set),
    'dcat:distribution': (['csv', 'json'] as const).map((kind) => ({
      '@type': 'dcat:Distribution', 'dcat:downloadURL': `${url}.${kind}`, 'dcat:mediaType': kind === 'csv' ? 'text/csv' : 'application/json',
    })),
  }
}

/** The catalogue for machines, after DCAT: every set and every indicator with its metadata. */
function catalogueOf(data: OpenData, baseUrl: string) {
  return {
    '@context': { dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/' },
    '@type': 'dcat:Catalog', '@id': `${baseUrl}/data`, 'dct:title': `${t.data.title}, ${data.office.name}`, 'dct:description': t.data.lead,
    'dct:publisher': data.office.name, 'dct:license': LICENCE, 'dct:modified': formatInstant(changedAt(data)),
    'dcat:dataset': data.sets.map((one) => datasetOf(data, one, baseUrl)),
    indicators: INDICATORS.map(({ compute: _formula, ...told }) => ({ ...told, ...t.texts[told.code] })),
  }
}

function wholeSet(data: OpenData, published: PublishedSet) {
  const { set, period, updatedAt } = published
  return {
    id: set.id, title: t.sets[set.id].title, description: t.sets[set.id].about, note: t.data.hidden, license: LICENCE,
    publisher: data.office.name, spatial: data.places.regency.code, asOf: periodCode(published), isProvisional: period.kind === 'provisional',
    updatedAt: formatInstant(updatedAt),
    columns: described(set), rows: recordsOf(set),
  }
}

type File = { body: string; type: string; etag: string; updatedAt: Temporal.Instant }
const made = new WeakMap<PublishedSet | OpenData, Map<string, File>>()

const fileOf = (body: string, type: string, updatedAt: Temporal.Instant): File =>
  ({ body, type, updatedAt, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` })

const JSON_TYPE = 'application/json; charset=utf-8'

function make(data: OpenData, published: PublishedSet | undefined, kind: string, baseUrl: string): File {
  if (!published) return fileOf(`${JSON.stringify(catalogueOf(data, baseUrl), undefined, 1)}\n`, JSON_TYPE, changedAt(data))
  if (kind === 'json') return fileOf(`${JSON.stringify(wholeSet(data, published))}\n`, JSON_TYPE, published.updatedAt)
  // The mark at the beginning tells spreadsheets that this is UTF-8.
  return fileOf(`\uFEFF${csvOf(published.set)}`, 'text/csv; charset=utf-8', published.updatedAt)
}

/** One published file by its name, made once for as long as its numbers stand. */
export function openFile(data: OpenData, name: string, baseUrl: string): File | undefined {
  const [id = '', kind = ''] = name.split('.')
  const published = data.sets.find(({ set }) => set.id === id)
  if (!published && name !== 'katalog.json') return undefined
  const files = made.get(published ?? data) ?? new Map<string, File>()
  made.set(published ?? data, files)
  const file = files.get(kind) ?? make(data, published, kind, baseUrl)
  files.set(kind, file)
  return file
}

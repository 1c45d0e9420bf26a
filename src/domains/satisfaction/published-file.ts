import { readFileSync } from 'node:fs'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { OutColumn, OutRow } from '../../platform/sheets/write.ts'
import { writeCsv } from '../../platform/sheets/write-csv.ts'
import type { Tools } from '../../platform/tools.ts'
import { qrSvg } from '../../platform/typeset/qr.ts'
import { getOffice } from '../office/index.ts'
import type { Publication } from './survey-results.ts'
import type { ElementLine } from './core/results.ts'
import { citizenId } from './messages.id.ts'
import { officeId as words } from './office-words.id.ts'
import type { Names } from './pages/results-view.tsx'
import { countText, decimalText, indexText, periodText } from './pages/number-words.ts'

const COLUMNS = (['masa', 'dari', 'sampai', 'ditutup', 'menurut', 'kode', 'nama', 'dijawab', 'layanan_selesai', 'minimal', 'nrr', 'nrr_tertimbang', 'nilai', 'mutu', 'galat', 'definisi', 'kuesioner'] as const)
  .map((name): OutColumn => ({ name, title: name, kind: ['dijawab', 'layanan_selesai', 'minimal', 'nrr', 'nrr_tertimbang', 'nilai', 'galat', 'definisi', 'kuesioner'].includes(name) ? 'number' : 'text' }))

const number = (text: string | null | undefined): number | null => (text === null || text === undefined ? null : Number(text))

function rowsOf({ period, closedOn, results }: Publication, names: Names): OutRow[] {
  const { figures, definition, questionnaire } = results
  const head = [period.key, period.from, period.to, closedOn]
  const tail = [definition, questionnaire]
  const elementRow = (by: string) => ({ key, n, nrr, weighted, converted, category }: ElementLine): OutRow =>
    [...head, by, key, names.elements.get(key) ?? key, n, null, null, number(nrr), number(weighted), number(converted), category, null, ...tail]
  return [
    [...head, 'semua', '', '', results.respondents, results.served, results.minimal.least, null, null, number(figures?.index), figures?.category ?? null, figures?.margin?.points ?? null, ...tail],
    ...(figures?.elements ?? []).map(elementRow('unsur')),
    ...results.services.flatMap(({ code, served, told }): OutRow[] => (told === 'hidden'
      ? [[...head, 'layanan', code, names.services.get(code) ?? code, null, served, null, null, null, null, citizenId.results.notShown, null, ...tail]]
      : [[...head, 'layanan', code, names.services.get(code) ?? code, told.respondents, served, told.least, null, null, number(told.index), told.category, told.margin?.points ?? null, ...tail],
        ...told.elements.map(elementRow(`unsur ${code}`))])),
  ]
}

/** A published result as CSV, one line for all, each element and each service. */
export async function publishedCsv(publication: Publication, names: Names): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of writeCsv(COLUMNS, rowsOf(publication, names), { delimiter: ',', bom: true })) parts.push(part)
  return Buffer.concat(parts)
}

const TEMPLATE = 'skm-poster-v1.typ'
const template = readFileSync(new URL(`templates/${TEMPLATE}`, import.meta.url))

/** The poster to hang up: value, letter, respondents, period. The same result gives the same bytes. */
export async function posterPdf(tools: Tools, db: Db | Tx, officeId: string, { period, closedOn, results }: Publication, names: Names): Promise<Buffer> {
  const office = await getOffice(db, officeId)
  const t = words.poster
  const address = `${tools.config.baseUrl}/skm/hasil?periode=${period.key}`
  const [year = 0, month = 0, day = 0] = closedOn.split('-').map(Number)
  const { figures } = results
  return tools.typesetter.render(TEMPLATE, {
    words: t, office: { government: office.government, name: office.name, address: `${office.address} ${office.postalCode}`, contactLines: [], emblemPath: '/emblem.svg', emblemAlt: 'Lambang' },
    dated: { year, month, day }, draft: false, mode: tools.config.demo ? 'test' : 'wet-ink', number: '', period: periodText(period, 'id'), index: indexText(results, 'id'), category: figures?.category ?? '',
    categoryText: figures?.category ? citizenId.results.categories[figures.category] : '', address, qrSvg: qrSvg(address),
    facts: [
      { label: t.respondents, value: countText(results.respondents, 'id') }, { label: t.least, value: countText(results.minimal.least, 'id') },
      { label: t.served, value: countText(results.served, 'id') }, { label: t.period, value: periodText(period, 'id') },
    ],
    elements: (figures?.elements ?? []).map(({ key, converted, category }) => ({ name: names.elements.get(key) ?? key, value: converted === null ? '-' : decimalText(converted, 'id'), letter: category ?? '' })),
  }, { [`/${TEMPLATE}`]: template })
}

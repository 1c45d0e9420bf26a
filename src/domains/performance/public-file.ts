import { createHash } from 'node:crypto'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { OutColumn, OutRow } from '../../platform/sheets/write.ts'
import { writeCsv } from '../../platform/sheets/write-csv.ts'
import type { Tools } from '../../platform/tools.ts'
import { CATALOGUE, type AnyFigureCode, versionOf } from './core/figures.ts'
import type { PublishedMonth, Told } from './core/publish-month.ts'
import { FIGURES_OF, LOAD, SECTIONS, SUMMARY, type SectionId, groupsOf, toldOf } from './core/sections.ts'
import { unitOf } from './figure-text.ts'
import type { KeptMonth } from './months-store.ts'
import { nameOf } from './pages/names.ts'
import { type PublicMonths, publicMonths, publishedMonth } from './public-months.ts'
import { publicId as t } from './public-words.id.ts'

const w = t.csvWords
const NUMBERS = new Set(['entri_log', 'versi', 'nilai'])
const COLUMNS = w.columns.map((name): OutColumn => ({ name, title: name, kind: NUMBERS.has(name) ? 'number' : 'text' }))

type Group = { by: string; key: string; name: string }
const ALL: Group = { by: w.all, key: '', name: '' }

/** One number of one group: a line that says all that is needed to use it alone. */
function rowOf({ month, through, isFinal, lastSeq, root }: KeptMonth, { by, key, name }: Group, code: AnyFigureCode, version: number, told: Told | undefined): OutRow {
  const unit = unitOf(code)
  const value = typeof told !== 'number' ? null : unit === 'share' ? told / 10 : told
  return [month, through, isFinal ? w.yes : w.no, lastSeq, root, by, key, name, code, version, w.units[unit], value, told === 'hidden' ? t.notShown : told === null || told === undefined ? t.noData : '']
}

function sectionRows(data: PublicMonths, at: KeptMonth, published: PublishedMonth, section: SectionId): OutRow[] {
  return groupsOf(published, section, (key) => nameOf(data, section, key, 'id')).flatMap((key) => FIGURES_OF[section].map((code) =>
    rowOf(at, { by: section, key, name: nameOf(data, section, key, 'id') }, code, published[code]?.version ?? 0, toldOf(published, section, code, key))))
}

/** All that is published for all cases of a month; the codes in the order of the catalogue. */
function summaryRows(at: KeptMonth, published: PublishedMonth): OutRow[] {
  const codes = new Set<string>([...SUMMARY, ...LOAD])
  return CATALOGUE.flatMap(({ code }) => (codes.has(code) ? [rowOf(at, ALL, code, published[code]?.version ?? 0, published[code]?.all)] : []))
}

const trendRows = ({ months, onTime }: PublicMonths): OutRow[] =>
  months.map((at) => rowOf(at, ALL, 'tepat-waktu', versionOf('tepat-waktu'), onTime.get(at.month)))

const isSection = (name: string): name is SectionId => name in SECTIONS

async function rowsOf(tools: Tools, db: Db | Tx, name: string, month: string | undefined): Promise<OutRow[] | undefined> {
  const data = await publicMonths(tools, db)
  if (!data) return undefined
  if (month === undefined) return name === 'per-bulan' ? trendRows(data) : undefined
  const at = data.months.find((one) => one.month === month)
  const published = at && await publishedMonth(tools, db, data.office.id, at)
  if (!published) return undefined
  if (name === 'ringkasan') return summaryRows(at, published)
  return isSection(name) ? sectionRows(data, at, published, name) : undefined
}

/** A published file of figures as CSV, with its mark. Undefined: there is no such file. */
export async function publicFile(tools: Tools, db: Db | Tx, name: string, month: string | undefined): Promise<{ body: Buffer; etag: string } | undefined> {
  const rows = await rowsOf(tools, db, name, month)
  if (!rows) return undefined
  const parts: Uint8Array[] = []
  for await (const part of writeCsv(COLUMNS, rows, { delimiter: ',', bom: true })) parts.push(part)
  const body = Buffer.concat(parts)
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` }
}

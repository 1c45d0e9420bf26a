import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Temporal } from 'temporal-polyfill'
import { longDate } from '../../../kernel/wib.ts'
import { rootLine } from '../../../platform/log/chain.ts'
import { canonical } from '../../../platform/log/entry.ts'
import { type OutSheet, writeXlsxSheets } from '../../../platform/sheets/write-xlsx.ts'
import type { Tools } from '../../../platform/tools.ts'
import { qrSvg } from '../../../platform/typeset/qr.ts'
import { type ReportContent, rowKey } from '../core/report-content.ts'
import { type Cell, type ReportTable, cellText, reportTables, rowText } from '../core/report-tables.ts'
import { reportsId as words } from '../messages-reports.id.ts'
import type { Frame } from './frame.ts'

export type ReportFiles = { json: Buffer; xlsx: Buffer; pdf: Buffer }

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const TEMPLATE = 'laporan-v1.typ'
const template = readFileSync(new URL('../templates/laporan-v1.typ', import.meta.url))

/** The JSON file: the canonical text with a line feed. `report verify` reads its figures and leaves the rest alone. */
export const jsonOf = (content: ReportContent): Buffer => Buffer.from(`${canonical(content)}\n`)

const day = (iso: string) => longDate(Temporal.PlainDate.from(iso))

function aboutLines(content: ReportContent, jsonSha256: string): [string, string][] {
  const { period, log } = content
  return [
    [words.about.period, `${words.period(period.kind, period.key)} (${day(period.from)} – ${day(period.to)})`],
    [words.about.reference, content.reference], [words.about.version, content.version === 0 ? words.about.fromLog : String(content.version)],
    [words.about.log, words.about.entries(log.firstSeq, log.lastSeq)], [words.about.root, log.root],
    [words.about.registry, content.registry?.note ?? words.about.noRegistry], [words.about.json, jsonSha256], [words.about.verify, words.about.howTo],
  ]
}

/** One row a figure: what it means, in which version, from which events, who answers for it. */
function definitions({ figures, registry }: ReportContent): ReportTable {
  const { columns: c } = words
  return {
    id: 'definisi', title: words.tables.definisi,
    columns: [c.code, c.version, c.figure, c.definition, c.formula, c.events, c.owner].map((title) => ({ title, kind: 'text' })),
    rows: [
      ...figures.map(({ code, version, definition: { name, what, formula, events, owner } }): Cell[] => [code, String(version), name, what, formula, events.join(', '), owner]),
      ...(registry?.figures ?? []).map(({ code, name, definition, formula, division }): Cell[] => [code, words.registryVersion, name, definition, formula, words.registrySource, division]),
    ],
  }
}

/** Every row of every figure as it stands in the JSON, for those who go on counting. */
function everything({ figures, names }: ReportContent): OutSheet {
  const { columns: c } = words
  return {
    sheet: words.tables.semua,
    columns: [['code', c.code, 'text'], ['row', c.row, 'text'], ['label', c.definition, 'text'], ['unit', c.of, 'text'], ['value', c.value, 'number'], ['part', c.part, 'number'], ['whole', c.whole, 'number']]
      .map(([name = '', title = '', kind]) => ({ name, title, kind: kind === 'number' ? 'number' : 'text' })),
    rows: figures.flatMap(({ code, unit, rows }) => rows.map((row) => [code, rowKey(row), rowText(names, rowKey(row)), unit, row.value, row.part ?? null, row.whole ?? null])),
  }
}

const unitNote = (table: ReportTable, index: number): string => {
  const cell = table.rows[0]?.[index]
  return typeof cell === 'object' ? words.measures[cell.unit] : ''
}

const sheetOf = (table: ReportTable): OutSheet => ({
  sheet: words.sheets[table.id] ?? table.title,
  columns: table.columns.map(({ title, kind }, index) => {
    const unit = table.id === 'ringkasan' || table.id === 'sasaran' || table.id === 'registri' ? '' : unitNote(table, index)
    return { name: `${table.id}-${index}`, title: unit === '' ? title : `${title} (${unit})`, kind }
  }),
  rows: table.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.value))),
})

/** The workbook: a sheet for every table, all rows of all figures, and what each means. The same content gives the same bytes. */
export async function xlsxOf(content: ReportContent, jsonSha256: string): Promise<Buffer> {
  const about: OutSheet = {
    sheet: words.about.title, columns: [{ name: 'key', title: words.about.what, kind: 'text' }, { name: 'value', title: words.about.says, kind: 'text' }],
    rows: [[words.about.report, content.title], ...aboutLines(content, jsonSha256), ...(content.remarks === null ? [] : [[words.remarks, content.remarks]])],
  }
  const chunks: Uint8Array[] = []
  for await (const chunk of writeXlsxSheets([about, ...reportTables(content).map(sheetOf), everything(content), sheetOf(definitions(content))])) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** How far each bar goes, in thousandths of the longest (of a share: of the whole). */
function barsOf({ bars, rows }: ReportTable): number[] | null {
  if (bars === undefined || rows.length < 2) return null
  const cells = rows.map((row) => row[bars])
  const values = cells.map((cell) => (typeof cell === 'object' ? cell.value ?? 0 : 0))
  const most = cells.some((cell) => typeof cell === 'object' && cell.unit === 'percent') ? 100 : Math.max(1, ...values)
  return values.map((value) => Math.round((value * 1000) / most))
}

const printed = (table: ReportTable) => ({
  id: table.id, title: table.title, columns: table.columns, rows: table.rows.map((row) => row.map(cellText)),
  bars: barsOf(table), barsOf: table.bars === undefined ? '' : table.columns[table.bars]?.title ?? '',
  labels: table.rows.map(([first = '']) => cellText(first)), shown: table.rows.map((row) => cellText(row[table.bars ?? 0] ?? '')),
})

/** What the page is typeset from; the page prints the hash of the JSON, so that one signature binds both. */
function pageData(content: ReportContent, frame: Frame, jsonSha256: string) {
  const [year, month, dayOfMonth] = frame.issuedOn.split('-').map(Number)
  const { period } = content
  return {
    ...frame, title: content.title, number: content.reference, dated: { year, month, day: dayOfMonth }, issuedOn: day(frame.issuedOn),
    verification: null, period: words.period(period.kind, period.key), days: `${day(period.from)} – ${day(period.to)}`, remarks: content.remarks,
    about: aboutLines(content, jsonSha256), rootLine: rootLine({ day: period.to, ...content.log }), tables: reportTables(content).map(printed), definitions: printed(definitions(content)),
    changedFrom: content.changes ? words.changedFrom(content.changes.version, content.changes.reason) : null, registryNote: content.registry?.note ?? '',
    qrSvg: qrSvg(frame.checkAddress), words: words.page,
  }
}

/** The page as it goes to the signer. The same content and frame give the same bytes. */
export function pdfOf(tools: Pick<Tools, 'typesetter'>, content: ReportContent, frame: Frame, jsonSha256: string): Promise<Buffer> {
  return tools.typesetter.render(TEMPLATE, pageData(content, frame, jsonSha256), { [`/${TEMPLATE}`]: template })
}

/** All three files of a report. */
export async function filesOf(tools: Pick<Tools, 'typesetter'>, content: ReportContent, frame: Frame): Promise<ReportFiles> {
  const json = jsonOf(content)
  const hash = sha256(json)
  return { json, xlsx: await xlsxOf(content, hash), pdf: await pdfOf(tools, content, frame, hash) }
}

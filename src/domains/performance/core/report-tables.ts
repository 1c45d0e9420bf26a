import { reportsId as words } from '../messages-reports.id.ts'
import { performanceId } from '../messages.id.ts'
import type { Dimension, FigureCode, PartFigureCode } from './figures.ts'
import { type DefinedFigure, type Names, REMARKS, type ReportBase, type ReportContent, numberOf, registryCode } from './report-content.ts'
import { type MeasureUnit, measureText, registryUnit } from './report-numbers.ts'

/** A number with its unit; null where there is none. */
export type Measure = { unit: MeasureUnit; value: number | null }
export type Cell = string | Measure

/** A table of a report, the same on paper, in the workbook and on the page. */
export type ReportTable = {
  /** Name of its sheet, at most 28 characters. */
  id: string
  title: string
  columns: { title: string; kind: 'text' | 'number' }[]
  rows: Cell[][]
  /** Column whose numbers are also drawn as bars. */
  bars?: number
}

export const cellText = (cell: Cell): string => (typeof cell === 'string' ? cell : measureText(cell.unit, cell.value))

const unitOf = ({ unit }: Pick<DefinedFigure, 'unit'>): MeasureUnit => (unit === 'share' ? 'percent' : unit)
const text = (title: string) => ({ title, kind: 'text' as const })
const number = (title: string) => ({ title, kind: 'number' as const })

type Shown = FigureCode | PartFigureCode

const BY_PLACE: readonly Shown[] = [
  'masuk', 'selesai', 'tepat-waktu', 'periksa-tepat-waktu', 'sekali-jalan', 'waktu-median', 'waktu-p90', 'waktu-terlama', 'terbuka', 'terlambat-terbuka',
]
const BY_SERVICE: readonly Shown[] = ['terbit', 'ditolak', 'ditarik', 'dikembalikan-dua-kali', 'waktu-pemohon-median']

/** Every table of a report, in the order in which they are printed. A table that would be empty is left out. */
export function reportTables(content: ReportContent): ReportTable[] {
  return [
    summary(content), targets(content), split(content, 'service', BY_PLACE, 'layanan'), split(content, 'service', BY_SERVICE, 'hasil'),
    split(content, 'district', BY_PLACE, 'kecamatan'), split(content, 'channel', BY_PLACE, 'kanal'),
    stages(content), reasons(content), registry(content), notes(content), changes(content),
  ].filter(({ rows }) => rows.length > 0)
}

function summary({ figures }: ReportBase): ReportTable {
  return {
    id: 'ringkasan', title: words.tables.ringkasan, columns: [text(words.columns.figure), number(words.columns.value), text(words.columns.of)],
    rows: figures.map(({ definition, rows: [row], ...figure }) => [
      definition.name, { unit: unitOf(figure), value: row ? numberOf(figure.unit, row) : null },
      figure.unit === 'share' && row ? words.partOf(row.part ?? 0, row.whole ?? 0) : words.units[figure.unit],
    ]),
  }
}

function targets({ targets, notes: held }: ReportContent): ReportTable {
  const nameOf = (code: string) => nameOfFigure(code) ?? code
  return {
    id: 'sasaran', title: words.tables.sasaran,
    columns: [text(words.columns.figure), number(words.columns.target), number(words.columns.result), text(words.columns.met), text(words.columns.explanation)],
    rows: targets.map(({ code, target, result, isMet, better, unit }) => [
      nameOf(code), { unit: unitOf({ unit }), value: target }, { unit: unitOf({ unit }), value: result },
      `${isMet === null ? words.met.unknown : isMet ? words.met.yes : words.met.no} (${words.better[better]})`, held.find((note) => note.code === code)?.words ?? '',
    ]),
  }
}

export const nameOfRow = (names: Names, dimension: Dimension, key: string): string => names[dimension][key] ?? key

function split({ figures, names }: ReportBase, dimension: Dimension, codes: readonly Shown[], id: 'layanan' | 'hasil' | 'kecamatan' | 'kanal'): ReportTable {
  const shown = codes.flatMap((code) => figures.find((one) => one.code === code) ?? [])
  const keys = [...new Set(shown.flatMap(({ rows }) => rows.flatMap(({ by }) => by[dimension] ?? [])))].toSorted((a, b) => (a < b ? -1 : 1))
  return {
    id, title: words.tables[id], columns: [text(words.columns[dimension]), ...shown.map(({ code }) => number(words.short[code]))], ...(id === 'hasil' ? {} : { bars: 3 }),
    rows: keys.map((key) => [nameOfRow(names, dimension, key), ...shown.map((figure): Measure => {
      const row = figure.rows.find(({ by }) => by[dimension] === key)
      return { unit: unitOf(figure), value: row ? numberOf(figure.unit, row) : figure.unit === 'count' ? 0 : null }
    })]),
  }
}

function stages({ figures, names }: ReportBase): ReportTable {
  const [median, p90] = (['tahap-median', 'tahap-p90'] as const).map((code) => figures.find((one) => one.code === code))
  const minutesAt = (figure: DefinedFigure | undefined, stage: string): Measure => ({ unit: 'minutes', value: figure?.rows.find(({ by }) => by.stage === stage)?.value ?? null })
  const met = (median?.rows ?? []).flatMap(({ by }) => by.stage ?? [])
  return {
    id: 'tahap', title: words.tables.tahap, columns: [text(words.columns.stage), number(words.short['tahap-median']), number(words.short['tahap-p90'])], bars: 1,
    rows: met.map((stage) => [nameOfRow(names, 'stage', stage), minutesAt(median, stage), minutesAt(p90, stage)]),
  }
}

function reasons({ figures, names }: ReportBase): ReportTable {
  const rows = figures.find(({ code }) => code === 'sebab-dikembalikan')?.rows ?? []
  return {
    id: 'sebab', title: words.tables.sebab, columns: [text(words.columns.reason), number(words.columns.times)], bars: 1,
    rows: rows.flatMap(({ by: { reason }, value }): Cell[][] => (reason === undefined ? [] : [[nameOfRow(names, 'reason', reason), { unit: 'count', value }]])),
  }
}

function registry({ registry: held }: ReportBase): ReportTable {
  return {
    id: 'registri', title: words.tables.registri, columns: [text(words.columns.indicator), number(words.columns.value), text(words.columns.definition)],
    rows: (held?.figures ?? []).map((one) => [one.name, one.state === 'number' ? { unit: registryUnit(one), value: one.value } : words.states[one.state], one.definition]),
  }
}

const isKnown = (code: string): code is Shown => code in performanceId.figures
const nameOfFigure = (code: string): string | undefined => (isKnown(code) ? performanceId.figures[code].name : undefined)

/** The name of a figure of the log or of the registry by the code under which it is approved. */
export const nameOfItem = ({ registry: held }: Pick<ReportBase, 'registry'>, code: string): string =>
  (code === REMARKS ? words.remarks : nameOfFigure(code)) ?? held?.figures.find((one) => registryCode(one.code) === code)?.name ?? code

function notes(content: ReportContent): ReportTable {
  return { id: 'keterangan', title: words.tables.keterangan, columns: [text(words.columns.figure), text(words.columns.explanation)],
    rows: content.notes.map((note) => [nameOfItem(content, note.code), note.words]) }
}

function changes(content: ReportContent): ReportTable {
  const { names, changes: held } = content
  return { id: 'perubahan', title: words.tables.perubahan, columns: [text(words.columns.figure), text(words.columns.row), text(words.columns.before), text(words.columns.after)],
    rows: (held?.rows ?? []).map(({ code, row, before, after }) => [nameOfItem(content, code), rowText(names, row), before, after]) }
}

const DIMENSIONS: readonly Dimension[] = ['service', 'district', 'channel', 'stage', 'reason']

/** A row's key in words: `{"district":"35.15.05"}` is the name of that district. */
export function rowText(names: Names, key: string): string {
  if (key === '' || key === 'version') return key === '' ? words.whole : words.definitionVersion
  for (const dimension of DIMENSIONS) {
    const prefix = `{"${dimension}":"`
    if (key.startsWith(prefix)) return nameOfRow(names, dimension, key.slice(prefix.length, -2))
  }
  return key
}

import { performanceId as words } from '../messages.id.ts'
import { FIGURES, type Figure, type FigureCode, type FigureRow, type FigureUnit, PART_FIGURES, type PartFigureCode } from './figures.ts'
import type { ProcessingReport } from './report.ts'

/** What a figure means, as it is printed with it. */
export type Definition = { name: string; what: string; formula: string; events: readonly string[]; owner: string }
export type DefinedFigure = Figure & { definition: Definition }

/** A number out of the registry as it was published on a day: it does not follow from the log. */
export type RegistryFigure = {
  code: string; name: string; unit: 'business' | 'percent' | 'person' | 'cooperative' | 'rupiah'
  value: number | null; state: 'number' | 'none' | 'hidden' | 'no-earlier'; definition: string; formula: string; division: string
}
export type Registry = { day: string; isProvisional: boolean; note: string; figures: RegistryFigure[] }

/** What the codes in the rows are called, so that the file can be read by itself. */
export type Names = { service: Record<string, string>; district: Record<string, string>; channel: Record<string, string>; stage: Record<string, string>; reason: Record<string, string> }

/** A row that reads otherwise than in the version before; `row` names it as in the file, '' for the whole. */
export type Change = { code: string; row: string; before: string; after: string }
export type Changes = { version: number; reason: string; rows: Change[] }

/** What the program counted when it drafted the report. It never changes. */
export type ReportBase = Omit<ProcessingReport, 'figures'> & {
  format: 'ditakopum-report-1'; version: number; reference: string; title: string; draftedOn: string
  figures: DefinedFigure[]; registry: Registry | null; names: Names; changes: Changes | null
}

export type Note = { code: string; words: string }
/** A goal of the year against what came out. `isMet` is null when there was nothing to measure. */
export type TargetLine = { code: string; unit: FigureUnit; better: 'more' | 'less'; target: number; result: number | null; isMet: boolean | null }

/** The whole report: what was counted and what the office says about it. Its canonical text is the JSON file. */
export type ReportContent = ReportBase & { notes: Note[]; remarks: string | null; targets: TargetLine[] }

const ALL = [...FIGURES, ...PART_FIGURES]

export function definitionOf(code: FigureCode | PartFigureCode): Definition {
  const found = ALL.find((one) => one.code === code)
  if (!found) throw new RangeError(`no figure ${code}`)
  return { ...words.figures[code], events: found.events, owner: words.owner[found.owner] }
}

export const defined = (figures: readonly Figure[]): DefinedFigure[] => figures.map((figure) => ({ ...figure, definition: definitionOf(figure.code) }))

/** The office's own words about the whole report pass the chain like a figure. */
export const REMARKS = 'catatan'

/** The codes under which the chain approves: every figure of the log and of the registry by itself, and the office's words. */
export const approvalCodes = ({ figures, registry }: Pick<ReportBase, 'figures' | 'registry'>): string[] =>
  [...figures.map(({ code }) => code), ...(registry?.figures ?? []).map(({ code }) => registryCode(code)), REMARKS]

export const registryCode = (code: string): string => `registri:${code}`

/** `LAP/2026-10/1`: kind, period and version, the same whenever it is made. */
export const referenceOf = (key: string, version: number): string => `LAP/${key}/${version}`

/** A share in per cent, rounded once to two decimals; null with nothing to divide by. */
export const percentOf = ({ part = 0, whole = 0 }: Pick<FigureRow, 'part' | 'whole'>): number | null => (whole === 0 ? null : Math.round((part * 10_000) / whole) / 100)

/** What a row says as one number: per cent of a share, else its value. */
export const numberOf = (unit: FigureUnit, row: FigureRow): number | null => (unit === 'share' ? percentOf(row) : row.value)

export const rowKey = ({ by }: Pick<FigureRow, 'by'>): string => (Object.keys(by).length === 0 ? '' : JSON.stringify(by))

const saidOf = (unit: FigureUnit, row: FigureRow): string => (unit === 'share' ? `${row.part ?? 0}/${row.whole ?? 0}` : String(row.value))
const ABSENT = '-'

/** Every row that two versions of a report tell differently, figure by figure in the order of the catalogue; beside numbers also definitions. */
export function changesBetween(before: Pick<ReportBase, 'figures' | 'registry'>, after: Pick<ReportBase, 'figures' | 'registry'>): Change[] {
  const codes = [...new Set([...after.figures, ...before.figures].map(({ code }) => code))]
  const processing = codes.flatMap((code) => {
    const [old, now] = [before, after].map(({ figures }) => figures.find((one) => one.code === code))
    const version = old?.version === now?.version ? [] : [{ code, row: 'version', before: String(old?.version ?? ABSENT), after: String(now?.version ?? ABSENT) }]
    return [...version, ...rowChanges(code, rowsOf(old), rowsOf(now))]
  })
  return [...processing, ...rowChanges('', registryRows(before.registry), registryRows(after.registry)).map(({ row, ...rest }) => ({ ...rest, code: row, row: '' }))]
}

const rowsOf = (figure: Figure | undefined) => new Map((figure?.rows ?? []).map((row) => [rowKey(row), saidOf(figure?.unit ?? 'count', row)]))
const registryRows = (registry: Registry | null) => new Map((registry?.figures ?? []).map(({ code, value, state }) => [registryCode(code), value === null ? state : String(value)]))

function rowChanges(code: string, old: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): Change[] {
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((row) => {
    const [before, after] = [old.get(row) ?? ABSENT, now.get(row) ?? ABSENT]
    return before === after ? [] : [{ code, row, before, after }]
  })
}

/** Figures for which the office sets itself a goal for the year, and which way is good. Shares in per cent, time in minutes of office time. */
export const TARGETS = [
  { code: 'masuk', better: 'more' }, { code: 'selesai', better: 'more' }, { code: 'tepat-waktu', better: 'more' }, { code: 'periksa-tepat-waktu', better: 'more' },
  { code: 'sekali-jalan', better: 'more' }, { code: 'waktu-median', better: 'less' }, { code: 'waktu-p90', better: 'less' }, { code: 'terlambat-terbuka', better: 'less' },
] as const satisfies readonly { code: FigureCode; better: 'more' | 'less' }[]

/** The goals of a year held against what the report counts. */
export function targetLines(base: ReportBase, held: ReadonlyMap<string, number>): TargetLine[] {
  return TARGETS.flatMap(({ code, better }) => {
    const [target, figure] = [held.get(code), base.figures.find((one) => one.code === code)]
    const [row] = figure?.rows ?? []
    if (target === undefined || !figure || !row) return []
    const result = numberOf(figure.unit, row)
    return [{ code, unit: figure.unit, better, target, result, isMet: result === null ? null : better === 'more' ? result >= target : result <= target }]
  })
}

/** Goals that were missed and about which the office says nothing yet: the report cannot be approved without. */
export const unexplained = (targets: readonly TargetLine[], notes: readonly Note[]): string[] =>
  targets.filter(({ isMet, code }) => isMet === false && !notes.some((note) => note.code === code)).map(({ code }) => code)

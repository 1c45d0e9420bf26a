import { importsId as t } from '../messages.id.ts'
import { contentMatches, contentShare } from './column-content.ts'
import { headingKey, namesOf } from './column-names.ts'
import type { World } from './cell-reader.ts'
import { fieldRule, isSum } from './fields.ts'
import type { RecordKind } from './fields.ts'
import type { Layout, LayoutColumn } from './layout.ts'
import { headingOptions } from './mapping.ts'
import type { MappedColumn } from './mapping.ts'
import { presetOf } from './presets.ts'
import type { PresetName } from './presets.ts'
import { dateOrderOf } from './read-dates.ts'
import type { Cell, Row } from './row.ts'
import { classifyRow } from './row-class.ts'

/** A column and the field it most likely fills, with why, in words for a clerk, and some of what is in it. */
export type ProposedColumn = MappedColumn & {
  /** 0 to 1; below 0.7 a person should look. */
  confidence: number
  by: 'preset' | 'name' | 'typing' | 'part' | 'content' | 'none'
  reason: string
  samples: string[]
}

export type Proposal = { kind: RecordKind; preset?: PresetName; columns: ProposedColumn[] }

type Candidate = { field: string | null; score: number; by: ProposedColumn['by']; reason: string }
type Column = LayoutColumn & { cells: Cell[]; candidates: Candidate[] }

/** Below this a guess would rather mislead than help. */
const LEAST = 0.4
const MOST_SAMPLES = 5

/**
 * Proposes which column is which: by the list's known form, by its headings, by slips of the hand in them, by what is in the columns.
 * No field is given to two columns, save those that are added up; a column that lost says to which.
 * @param rows rows of the sheet, the first hundred or so; those that are no data are passed over
 * @param kind the register, when a person has said it; guessed otherwise
 */
export function proposeColumns(layout: Layout, rows: readonly Row[], world: World, kind: RecordKind = guessKind(layout)): Proposal {
  const data = rows.filter((row) => classifyRow(row, layout).kind === 'data')
  const preset = kind === 'business' ? presetOf(layout.columns.map(({ header }) => header)) : undefined
  const columns = layout.columns.map((column): Column => {
    const cells = data.flatMap((row) => row.cells[column.at] ?? []).filter(({ text }) => text.trim() !== '')
    const known = preset?.fieldOf(column.header)
    const candidates = preset && known !== undefined
      ? [{ field: known, score: 1, by: 'preset' as const, reason: known === null ? t.columns.presetSkips : t.columns.preset[preset.name] }]
      : candidatesFor(kind, column, cells, world)
    return { ...column, cells, candidates }
  })
  const chosen = assign(kind, columns)
  return {
    kind, ...(preset ? { preset: preset.name } : {}),
    columns: columns.map((column) => proposed(kind, column, chosen.get(column.at) ?? unknownColumn(column))),
  }
}

const unknownColumn = ({ cells }: Column): Candidate =>
  ({ field: null, score: 0, by: 'none', reason: cells.length === 0 ? t.columns.empty : t.columns.unknown })

function candidatesFor(kind: RecordKind, column: LayoutColumn, cells: readonly Cell[], world: World): Candidate[] {
  const names = [...namesOf(kind, column.parts.join(' ')), ...lastPartNames(kind, column)]
  const byName = names.map(({ target, score, by, word }): Candidate => {
    if (target === 'skip') return { field: null, score, by, reason: t.columns.skipped }
    const share = contentShare(kind, target, column, cells, world)
    const weighed = Math.min(0.99, score + evidence(share, cells.length))
    return { field: target, score: weighed, by, reason: nameReason(by, column.header, word, share) }
  })
  const byContent = contentMatches(kind, cells, world).map(({ field, score, fits, of }): Candidate =>
    ({ field, score, by: 'content', reason: t.columns.content(fits, of, t.shapes[field] ?? '') }))
  const best = new Map<string | null, Candidate>()
  for (const one of [...byName, ...byContent]) if (one.score > (best.get(one.field)?.score ?? 0)) best.set(one.field, one)
  return [...best.values()].filter(({ score }) => score >= LEAST).sort((a, b) => b.score - a.score)
}

/** Under a double heading the lower one may say it alone: "Identitas / No KTP". It weighs a little less. */
function lastPartNames(kind: RecordKind, { parts }: LayoutColumn): ReturnType<typeof namesOf> {
  const last = parts.at(-1)
  return parts.length < 2 || last === undefined ? [] : namesOf(kind, last).map((match) => ({ ...match, score: match.score - 0.1 }))
}

/** What is in a column weighs for or against what its heading says. An empty column gives way to a filled one. */
function evidence(share: number | undefined, cells: number): number {
  if (cells === 0) return -0.15
  if (share === undefined) return 0
  if (share >= 0.6) return 0.03
  return share <= 0.25 && cells >= 3 ? -0.35 : -0.1
}

const nameReason = (by: 'name' | 'typing' | 'part', header: string, word: string, share: number | undefined): string => {
  const reason = t.columns[by](header, word)
  return share !== undefined && share <= 0.25 ? `${reason} ${t.columns.butContent}` : reason
}

/** The surest pairs of column and field first; every loser is told who took its field and tries its next best. */
function assign(kind: RecordKind, columns: readonly Column[]): Map<number, Candidate> {
  const pairs = columns.flatMap((column) => column.candidates.map((candidate) => ({ column, candidate })))
    .sort((a, b) => b.candidate.score - a.candidate.score || b.column.cells.length - a.column.cells.length || a.column.at - b.column.at)
  const chosen = new Map<number, Candidate>()
  const taken = new Map<string, Column>()
  const lost = new Map<number, string>()
  for (const { column, candidate } of pairs) {
    if (chosen.has(column.at)) continue
    const { field } = candidate
    const winner = field === null || fieldRule(kind, field)?.repeats ? undefined : taken.get(field)
    if (winner && field !== null) {
      if (!lost.has(column.at)) lost.set(column.at, t.columns.conflict(t.fields[field] ?? field, winner.header))
      continue
    }
    if (field !== null) taken.set(field, column)
    const conflict = lost.get(column.at)
    chosen.set(column.at, conflict === undefined ? candidate : { ...candidate, reason: `${conflict} ${candidate.reason}` })
  }
  for (const [at, reason] of lost) if (!chosen.has(at)) chosen.set(at, { field: null, score: 0, by: 'none', reason })
  return chosen
}

function proposed(kind: RecordKind, column: Column, { field, score, by, reason }: Candidate): ProposedColumn {
  const texts = column.cells.map(({ text }) => text.trim())
  const { factor, year } = headingOptions(column.header)
  const form = field === null ? undefined : fieldRule(kind, field)?.form
  return {
    at: column.at, header: column.header, field, confidence: Math.round(score * 100) / 100, by,
    reason: isWithoutPeriod(field, column.header) ? `${reason} ${t.columns.noPeriod}` : reason,
    samples: [...new Set(texts)].slice(0, MOST_SAMPLES),
    ...(isSum(form) && factor !== undefined ? { factor } : {}),
    ...(isSum(form) && year !== undefined ? { year } : {}),
    ...(form === 'date' || form === 'birth' ? { dateOrder: dateOrderOf(texts) } : {}),
  }
}

const isWithoutPeriod = (field: string | null, header: string): boolean =>
  (field === 'annualSales' || field === 'monthlySales') && !/\b(?:tahun|bulan|bruto)\b/.test(headingKey(header))

// Fields of which only one of the registers knows; "Omzet" and "Karyawan" stand in both kinds of lists.
const TELLING: Record<RecordKind, ReadonlySet<string>> = {
  cooperative: new Set([
    'cooperativeNumber', 'legalEntityNumber', 'legalEntityDate', 'amendmentNumber', 'chair', 'secretary', 'treasurer', 'members',
    'membersMale', 'membersFemale', 'meetingOn', 'meetingHeld', 'netSurplus', 'turnover', 'principalSaving', 'mandatorySaving', 'kind',
    'ownCapital', 'outsideCapital', 'savingsLicenceNumber', 'certificateGrade',
  ]),
  business: new Set([
    'owner.name', 'owner.nationalId', 'owner.gender', 'owner.birthDate', 'brand', 'annualSales', 'monthlySales', 'mainProduct',
    'description', 'pirt', 'halalNumber', 'workersPaidMale', 'workersPaidFemale', 'statedScale', 'startedOn', 'legalForm',
  ]),
}

/** Which register a list is of, by its headings and its title, where "Dinas Koperasi" stands for the office and says nothing. */
export function guessKind(layout: Layout): RecordKind {
  let weight = layout.titles.some(({ text }) => /koperasi/i.test(text.replace(/dinas\s+koperasi[\w\s,&]*/i, ''))) ? 1 : 0
  for (const { parts } of layout.columns) {
    const heading = parts.join(' ')
    const [cooperative, business] = [namesOf('cooperative', heading)[0], namesOf('business', heading)[0]]
    // A heading that both registers know says nothing.
    const isCooperative = cooperative !== undefined && cooperative.score >= 0.8 && TELLING.cooperative.has(cooperative.target)
    const isBusiness = business !== undefined && business.score >= 0.5 && TELLING.business.has(business.target)
    if (isCooperative && !isBusiness) weight += 1
    if (isBusiness && !isCooperative) weight -= 1
    const word = headingKey(heading)
    if (cooperative?.target === 'name' && /\bkoperasi\b/.test(word)) weight += 2
    if (business?.target === 'name' && /\b(?:usaha|umkm|perusahaan|toko)\b/.test(word)) weight -= 2
  }
  return weight > 0 ? 'cooperative' : 'business'
}

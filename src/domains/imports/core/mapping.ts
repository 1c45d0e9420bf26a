import { headingKey } from './column-names.ts'
import type { DateOrder } from './read-dates.ts'
import type { RecordKind } from './fields.ts'

/**
 * One column and the field it fills; null leaves it out. `factor`: what a bare figure stands for, by its heading ("juta");
 * `year`: the year its heading names ("Omzet 2023"); `dateOrder`: how its days are written.
 */
export type MappedColumn = { at: number; header: string; field: string | null; factor?: number; year?: number; dateOrder?: DateOrder }

export type Mapping = { kind: RecordKind; columns: MappedColumn[] }

/** A mapping as it is kept for the next file of the same sender: columns are found again by their headings. */
export type KeptMapping = { kind: RecordKind; columns: Omit<MappedColumn, 'at'>[] }

export const keptOf = ({ kind, columns }: Mapping): KeptMapping =>
  ({ kind, columns: columns.map(({ at: _at, ...column }) => column) })

/**
 * What stays the same in the lists of one sender: their headings, whatever the order of the columns, abbreviations, capitals, years.
 * Two lists with one fingerprint are filled in alike.
 */
export const fingerprintOf = (headers: readonly string[]): string =>
  headers.map(headingKey).filter((key) => key !== '').sort().join('|')

/** `missing`: headings kept that this file has not; `added`: columns of this file nobody has decided on yet. */
export type Applied = { mapping: Mapping; missing: string[]; added: { at: number; header: string }[] }

/** Lays a kept mapping over the columns of a new file. Years and units are read from the new headings; new columns are left out. */
export function applyMapping(columns: readonly { at: number; header: string }[], kept: KeptMapping): Applied {
  const waiting = new Map<string, Omit<MappedColumn, 'at'>[]>()
  for (const column of kept.columns) {
    const key = keyOf(column.header)
    waiting.set(key, [...(waiting.get(key) ?? []), column])
  }
  const applied: Applied = { mapping: { kind: kept.kind, columns: [] }, missing: [], added: [] }
  for (const { at, header } of columns) {
    const found = waiting.get(keyOf(header))?.shift()
    if (!found) applied.added.push({ at, header })
    const { factor, year } = headingOptions(header)
    const { year: _keptYear, factor: keptFactor, ...decided } = found ?? { header, field: null }
    const unit = factor ?? keptFactor
    const figures = { ...(unit === undefined ? {} : { factor: unit }), ...(year === undefined ? {} : { year }) }
    applied.mapping.columns.push({ ...decided, at, header, ...figures })
  }
  applied.missing = [...waiting.values()].flat().map(({ header }) => header)
  return applied
}

// A heading of which nothing is left ("Rp") is still itself.
const keyOf = (header: string) => headingKey(header) || header.trim().toLowerCase()

/** What a heading says of its figures: "Omzet (juta) 2023" stands for millions, in that year. */
export function headingOptions(header: string): { factor?: number; year?: number } {
  const small = header.toLowerCase()
  const factor = /\b(?:miliar|milyar)\b/.test(small) ? 1e9
    : /\b(?:juta|jutaan|jt)\b|000[.,]000\s*\)?$/.test(small) ? 1e6
      : /\b(?:ribu|ribuan|rb)\b|(?:rp\.?\s*|\(|x\s*|dalam\s+|['’])[.,]?0{3}\s*\)?/.test(small) ? 1e3 : undefined
  const year = /\b((?:19|20)\d{2})\b/.exec(small)?.[1]
  return { ...(factor === undefined ? {} : { factor }), ...(year === undefined ? {} : { year: Number(year) }) }
}

import { type Area, LEAST, protectAreas } from '../../../kernel/protect-areas.ts'
import type { AnyFigureCode, Dimension, Figure, FigureRow } from './figures.ts'

/** What is told of one group: a number, `hidden` where it would point at few people, `null` when there is nothing to measure. */
export type Told = number | 'hidden' | null

/**
 * A figure as everybody may see it: for all, and by what it is split. Counts, whole minutes of office time, and shares in tenths of a percent
 * (`1000` is all), rounded once.
 */
export type PublishedFigure = { version: number; all: Told; by: Partial<Record<Dimension, Record<string, Told>>> }
export type PublishedMonth = Partial<Record<AnyFigureCode, PublishedFigure>>

/** Figures that stand and fall together: each is made of as many cases as `size` says. */
type Family = {
  codes: readonly AnyFigureCode[]
  split: readonly Dimension[]
  /** The figure whose value, or whole, is the number of cases in a group. */
  size: AnyFigureCode
  /** A part of what this family is made of: where the greater one is hidden, this is too. */
  within?: AnyFigureCode
}

const PLACES = ['service', 'district', 'channel'] as const

/**
 * What is published, and by which number of cases it is protected. How many of them were late or sent back says something of the office, not of
 * who applied; so a group is shown whole, also when few of it were late, or not at all.
 */
const FAMILIES: readonly Family[] = [
  { codes: ['masuk'], split: PLACES, size: 'masuk' },
  { codes: ['selesai', 'sekali-jalan'], split: PLACES, size: 'selesai' },
  { codes: ['tepat-waktu', 'waktu-median', 'waktu-p90', 'waktu-terlama'], split: PLACES, size: 'tepat-waktu', within: 'selesai' },
  { codes: ['periksa-tepat-waktu'], split: PLACES, size: 'periksa-tepat-waktu' },
  { codes: ['terbuka'], split: PLACES, size: 'terbuka' },
  { codes: ['terlambat-terbuka'], split: [], size: 'terlambat-terbuka' },
  { codes: ['tahap-berkas', 'tahap-median', 'tahap-p90', 'tahap-terlama'], split: ['stage'], size: 'tahap-berkas' },
  { codes: ['sebab-dikembalikan'], split: ['reason'], size: 'sebab-dikembalikan' },
  { codes: ['langkah', 'petugas-aktif'], split: [], size: 'petugas-aktif' },
]

/** Stands for the cases of no named group: known by subtraction, so protected like one. */
const REST = '?'
const ALL = '*'

const sizeOf = (row: FigureRow | undefined): number => row?.whole ?? row?.value ?? 0

function told({ unit, value, part, whole }: FigureRow & Pick<Figure, 'unit'>): number | null {
  if (unit !== 'share') return value
  return part === undefined || !whole ? null : Math.round((part * 1000) / whole)
}

const totalOf = (figure: Figure | undefined) => figure?.rows.find(({ by }) => Object.keys(by).length === 0)
const rowsBy = (figure: Figure | undefined, dimension: Dimension) =>
  new Map((figure?.rows ?? []).flatMap((row): [string, FigureRow][] => (row.by[dimension] === undefined ? [] : [[row.by[dimension], row]])))

/** The groups of a family that must not be shown, so that none of few cases can be told, nor be computed from the others and the whole. */
function hiddenGroups(size: Figure | undefined, dimension: Dimension, within: ReadonlySet<string>): ReadonlySet<string> {
  const sizes = new Map([...rowsBy(size, dimension)].map(([key, row]) => [key, sizeOf(row)]))
  const sum = [...sizes.values()].reduce((all, n) => all + n, 0)
  const total = sizeOf(totalOf(size))
  // One return may name several things: then the groups say nothing of the rest.
  if (dimension !== 'reason') sizes.set(REST, Math.max(0, total - sum))
  const root: Area = { code: ALL, children: [...sizes.keys()].map((code) => ({ code })) }
  return protectAreas(root, (code) => [code === ALL ? total : sizes.get(code) ?? 0], new Set([...within, REST]))
}

/** The figures of a month without what would point at few people. Exact computation from one month is what is protected. */
export function publishMonth(figures: readonly Figure[]): PublishedMonth {
  const figure = (code: AnyFigureCode) => figures.find((one) => one.code === code)
  const hidden = new Map<string, ReadonlySet<string>>()
  const shown: PublishedMonth = {}
  for (const { codes, split, size, within } of FAMILIES) {
    const isFew = sizeOf(totalOf(figure(size))) > 0 && sizeOf(totalOf(figure(size))) < LEAST
    for (const dimension of split) hidden.set(`${size} ${dimension}`, hiddenGroups(figure(size), dimension, hidden.get(`${within} ${dimension}`) ?? new Set()))
    for (const code of codes) {
      const one = figure(code)
      if (!one) continue
      const total = totalOf(one)
      const by = split.map((dimension): [Dimension, Record<string, Told>] => {
        const isHidden = (key: string) => hidden.get(`${size} ${dimension}`)?.has(key) ?? true
        return [dimension, Object.fromEntries([...rowsBy(one, dimension)].map(([key, row]) => [key, isHidden(key) ? 'hidden' : told({ ...row, unit: one.unit })]))]
      })
      shown[code] = { version: one.version, all: isFew ? 'hidden' : total ? told({ ...total, unit: one.unit }) : null, by: Object.fromEntries(by) }
    }
  }
  return shown
}

import type { Temporal } from 'temporal-polyfill'
import { type Counts, type Value, growth, named, percent, share, total } from './figures.ts'

/** What an indicator is computed from: the counts of one area, those of a year before where there are any, and the day. */
export type Basis = { counts: Counts; before?: Counts | undefined; today: Temporal.PlainDate }

export type Unit = 'business' | 'percent' | 'person' | 'cooperative' | 'rupiah'
export type Level = 'village' | 'district' | 'regency'

/**
 * One published number (indikator): how it is computed and who answers for it. Its name, concept, definition and formula in words lie in
 * the messages under the same code. Source of the fields: metadata of indicators in Satu Data Indonesia (Perpres 39/2019).
 */
export type Indicator = {
  code: IndicatorCode
  unit: Unit
  source: 'registry' | 'cooperatives'
  /** The smallest area it is computed for; larger ones follow. */
  level: Level
  /** How it may be split, beside by area. */
  classes: readonly ('kbli' | 'gender' | 'scale')[]
  /** The division (bidang) that answers for it. */
  division: 'usaha-mikro' | 'koperasi'
  /** Day since which it is defined like this. */
  since: string
  /** May everybody see it, small numbers hidden? The others are for officers. */
  open: boolean
  compute: (basis: Basis) => Value
}

export type IndicatorCode = (typeof CODES)[number]

const CODES = [
  'usaha-mikro-aktif', 'pertumbuhan-usaha-mikro', 'pemilik-perempuan', 'ber-nib', 'ber-pirt', 'ber-halal', 'ber-merek', 'ber-bpom',
  'digital', 'naik-kelas', 'tenaga-kerja', 'terverifikasi', 'perlu-pemutakhiran', 'bertitik-lokasi',
  'koperasi-aktif', 'koperasi-rat-tepat-waktu', 'koperasi-sehat', 'kdkmp-beroperasi', 'koperasi-aset', 'koperasi-shu', 'koperasi-anggota',
] as const

/** Active micro businesses (usaha mikro): the whole of most shares below. */
export const MICRO = ['scale.micro'] as const
/** Active businesses above the upper bound of micro. */
const OUTGROWN = ['scale.small', 'scale.medium', 'scale.large'] as const
export const WORKERS = ['workers.paid-male', 'workers.paid-female', 'workers.unpaid-male', 'workers.unpaid-female'] as const

const SINCE = '2026-11-24'

/** After so many whole months a record needs to be confirmed anew. */
const FRESH_MONTHS = 12

/**
 * Share of micro businesses last confirmed in a month that ended more than twelve months ago. Whole months: in November 2026 what was
 * confirmed in October 2025 or before is due, what was confirmed in November 2025 is not yet.
 */
export function staleShare({ counts, today }: Basis): Value {
  const oldestFresh = today.toPlainYearMonth().subtract({ months: FRESH_MONTHS }).toString()
  const months = named(counts, 'confirmed.')
  if (months.some(([, n]) => n === null)) return { kind: 'hidden' }
  const sum = (held: typeof months) => held.reduce((all, [, n]) => all + (n ?? 0), 0)
  return percent(sum(months.filter(([month]) => month < oldestFresh)), sum(months))
}

const business = (code: IndicatorCode, unit: Unit, compute: Indicator['compute'], more: Partial<Indicator> = {}): Indicator => ({
  code, unit, source: 'registry', level: 'village', classes: [], division: 'usaha-mikro', since: SINCE, open: true, compute, ...more,
})
const cooperative = (code: IndicatorCode, unit: Unit, compute: Indicator['compute'], more: Partial<Indicator> = {}): Indicator => ({
  code, unit, source: 'cooperatives', level: 'regency', classes: [], division: 'koperasi', since: SINCE, open: false, compute, ...more,
})
const shareOfMicro = (measure: string): Indicator['compute'] => ({ counts }) => share(counts, [measure], MICRO)

/** Every indicator of the office, in the order in which they are shown. */
export const INDICATORS: readonly Indicator[] = [
  business('usaha-mikro-aktif', 'business', ({ counts }) => total(counts, MICRO), { classes: ['kbli', 'gender'] }),
  business('pertumbuhan-usaha-mikro', 'percent',
    ({ counts, before }) => growth(total(counts, MICRO), before && total(before, MICRO)), { open: false }),
  business('pemilik-perempuan', 'percent', shareOfMicro('owner.female')),
  business('ber-nib', 'percent', shareOfMicro('nib')),
  business('ber-pirt', 'percent', shareOfMicro('pirt')),
  business('ber-halal', 'percent', shareOfMicro('halal')),
  business('ber-merek', 'percent', shareOfMicro('trademark')),
  business('ber-bpom', 'percent', shareOfMicro('bpom')),
  business('digital', 'percent', shareOfMicro('digital')),
  business('naik-kelas', 'business', ({ counts }) => total(counts, OUTGROWN), { classes: ['scale'], open: false }),
  business('tenaga-kerja', 'person', ({ counts }) => total(counts, WORKERS), { classes: ['gender'] }),
  business('terverifikasi', 'percent', shareOfMicro('verified'), { open: false }),
  business('perlu-pemutakhiran', 'percent', staleShare, { open: false }),
  business('bertitik-lokasi', 'percent', shareOfMicro('located'), { open: false }),
  cooperative('koperasi-aktif', 'cooperative', ({ counts }) => total(counts, ['cooperative.active']), { level: 'district', open: true }),
  cooperative('koperasi-rat-tepat-waktu', 'percent',
    ({ counts }) => share(counts, ['cooperative.meeting-on-time'], ['cooperative.meeting-owed'])),
  cooperative('koperasi-sehat', 'percent', ({ counts }) => share(counts, ['cooperative.healthy'], ['cooperative.examined'])),
  cooperative('kdkmp-beroperasi', 'percent', ({ counts }) => share(counts, ['kdkmp.running'], ['kdkmp.all']), { level: 'district', open: true }),
  cooperative('koperasi-aset', 'rupiah', ({ counts }) => total(counts, ['cooperative.assets'])),
  cooperative('koperasi-shu', 'rupiah', ({ counts }) => total(counts, ['cooperative.net-surplus'])),
  cooperative('koperasi-anggota', 'person', ({ counts }) => total(counts, ['cooperative.members']), { level: 'district', open: true }),
]

export const findIndicator = (code: string): Indicator | undefined => INDICATORS.find((one) => one.code === code)

const DEPTH: Record<Level, number> = { regency: 2, district: 3, village: 4 }

/** Is the indicator computed for areas as small as the one with this code? */
export const isComputedFor = ({ level }: Indicator, areaCode: string): boolean => areaCode.split('.').length <= DEPTH[level]

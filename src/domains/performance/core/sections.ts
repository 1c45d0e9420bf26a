import { STAGES } from './case-facts.ts'
import { CATALOGUE, type AnyFigureCode, type Dimension } from './figures.ts'
import type { PublishedMonth, Told } from './publish-month.ts'

/** Parts of the public page, by the last word of the address of their file. */
export const SECTIONS = {
  layanan: 'service', kecamatan: 'district', kanal: 'channel', tahap: 'stage', sebab: 'reason',
} as const satisfies Record<string, Dimension>
export type SectionId = keyof typeof SECTIONS

const OF_PLACES = ['masuk', 'selesai', 'tepat-waktu', 'periksa-tepat-waktu', 'waktu-median', 'waktu-p90', 'waktu-terlama', 'sekali-jalan', 'terbuka'] as const

/** The figures of each part, in the order of the columns of its table. */
export const FIGURES_OF: Record<SectionId, readonly AnyFigureCode[]> = {
  layanan: OF_PLACES, kecamatan: OF_PLACES, kanal: OF_PLACES, tahap: ['tahap-berkas', 'tahap-median', 'tahap-p90', 'tahap-terlama'], sebab: ['sebab-dikembalikan'],
}

/** For all, as cards: what was reached, and what there was to do. */
export const SUMMARY = ['tepat-waktu', 'waktu-median', 'waktu-p90', 'waktu-terlama', 'sekali-jalan', 'periksa-tepat-waktu'] as const
export const LOAD = ['masuk', 'selesai', 'terbuka', 'terlambat-terbuka', 'langkah', 'petugas-aktif'] as const

/** The groups of a part in the order in which people look for them: by name, stages as a file meets them, reasons as told by their number. */
export function groupsOf(month: PublishedMonth, section: SectionId, nameOf: (key: string) => string): string[] {
  const dimension = SECTIONS[section]
  const keys = [...new Set(FIGURES_OF[section].flatMap((code) => Object.keys(month[code]?.by[dimension] ?? {})))]
  if (section === 'tahap') return STAGES.filter((stage) => keys.includes(stage))
  const count = (key: string) => {
    const told = month['sebab-dikembalikan']?.by.reason?.[key]
    return typeof told === 'number' ? told : 0
  }
  return keys.toSorted((a, b) => (section === 'sebab' ? count(b) - count(a) : 0) || nameOf(a).localeCompare(nameOf(b), 'id'))
}

const COUNTS: ReadonlySet<AnyFigureCode> = new Set(CATALOGUE.filter(({ unit }) => unit === 'count').map(({ code }) => code))

/** What is told of a group; of a group without cases there were none, and nothing to measure. */
export const toldOf = (month: PublishedMonth, section: SectionId, code: AnyFigureCode, key: string): Told =>
  month[code]?.by[SECTIONS[section]]?.[key] ?? (COUNTS.has(code) ? 0 : null)

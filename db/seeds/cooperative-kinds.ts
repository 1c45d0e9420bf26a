import type { Cooperative } from '../../src/domains/cooperatives/index.ts'
import type { Chance } from './chance.ts'

/** A way in which cooperatives of one sort are named, with what goes with the name. Weights are estimates, not statistics. */
export type Sort = Pick<Cooperative, 'kind' | 'group' | 'pattern'> & {
  weight: number
  names: readonly string[]
  /** Members, and assets for one member in rupiah. */
  members: readonly [number, number]
  assetsEach: readonly [number, number]
  hasSavingsUnit?: boolean
  womenShare: number
}

const MILLION = 1_000_000

/** `{kata}` stands for one of the words of reference/names, `{desa}` for the village. */
export const SORTS: readonly Sort[] = [
  {
    weight: 24, kind: 'savings-and-loan', group: 'other', pattern: 'conventional', womenShare: 0.5, members: [25, 900],
    assetsEach: [1 * MILLION, 12 * MILLION],
    names: ['KSP {kata} {kata}', 'Koperasi Simpan Pinjam {kata} {kata}', 'KSP "{kata} {kata}"', 'Koperasi Simpan-Pinjam "{kata}"'],
  },
  {
    weight: 10, kind: 'savings-and-loan', group: 'other', pattern: 'sharia', womenShare: 0.5, members: [30, 1500],
    assetsEach: [1 * MILLION, 9 * MILLION],
    names: ['KSPPS {kata} {kata}', 'Koperasi Simpan Pinjam dan Pembiayaan Syariah {kata}', 'KSPPS BMT {kata}'],
  },
  {
    weight: 20, kind: 'savings-and-loan', group: 'women', pattern: 'conventional', womenShare: 1, members: [20, 120],
    assetsEach: [300_000, 2 * MILLION],
    names: ['Kopwan {kata} {desa}', 'Koperasi Wanita {kata} {kata}', 'KOPERASI WANITA {kata} {desa}'],
  },
  {
    weight: 16, kind: 'consumer', group: 'multi-purpose', pattern: 'conventional', womenShare: 0.45, members: [25, 400],
    assetsEach: [1 * MILLION, 6 * MILLION], hasSavingsUnit: true,
    names: ['KSU {kata} {kata}', 'Koperasi Serba Usaha {kata}', 'Koperasi Serba-Usaha "{kata} {kata}"'],
  },
  {
    weight: 14, kind: 'consumer', group: 'employees', pattern: 'conventional', womenShare: 0.4, members: [30, 1200],
    assetsEach: [2 * MILLION, 14 * MILLION], hasSavingsUnit: true,
    names: ['Koperasi Karyawan {kata} {kata}', 'Kopkar {kata}', 'Primkop {kata}', 'KPRI {kata} {desa}'],
  },
  {
    weight: 3, kind: 'consumer', group: 'school', pattern: 'conventional', womenShare: 0.6, members: [25, 300],
    assetsEach: [200_000, MILLION], names: ['Koperasi Sekolah {kata} {desa}'],
  },
  {
    weight: 3, kind: 'consumer', group: 'boarding-school', pattern: 'sharia', womenShare: 0.4, members: [30, 500],
    assetsEach: [500_000, 3 * MILLION], names: ['Kopontren {kata}', 'Koperasi Pondok Pesantren {kata} {kata}'],
  },
  {
    weight: 2, kind: 'consumer', group: 'market', pattern: 'conventional', womenShare: 0.6, members: [30, 400],
    assetsEach: [MILLION, 4 * MILLION], hasSavingsUnit: true, names: ['Koperasi Pasar {kata}', 'Koppas {kata} {desa}'],
  },
  {
    weight: 3, kind: 'producer', group: 'kud', pattern: 'conventional', womenShare: 0.25, members: [100, 2500],
    assetsEach: [500_000, 3 * MILLION], hasSavingsUnit: true, names: ['KUD {kata} {kata}', 'KUD {kata}'],
  },
  {
    weight: 3, kind: 'producer', group: 'fishers', pattern: 'conventional', womenShare: 0.2, members: [25, 200],
    assetsEach: [500_000, 4 * MILLION], names: ['Koperasi Produsen Nelayan {kata} {desa}', 'Koperasi Produsen Tambak {kata}'],
  },
  {
    weight: 1, kind: 'marketing', group: 'other', pattern: 'conventional', womenShare: 0.5, members: [20, 150],
    assetsEach: [MILLION, 5 * MILLION], names: ['Koperasi Pemasaran {kata} {kata}'],
  },
  {
    weight: 1, kind: 'service', group: 'other', pattern: 'conventional', womenShare: 0.3, members: [20, 250],
    assetsEach: [MILLION, 5 * MILLION], names: ['Koperasi Jasa {kata} {kata}', 'Koperasi Jasa Angkutan {kata}'],
  },
]

/** The Koperasi Desa/Kelurahan Merah Putih: one in each village, all since May and June 2025. */
export const KDKMP: Sort = {
  weight: 0, kind: 'consumer', group: 'kdkmp', pattern: 'conventional', womenShare: 0.45, members: [20, 420], assetsEach: [30_000, 400_000],
  hasSavingsUnit: true,
  names: [],
}

/** One of the sorts, by its weight. */
export function drawSort(chance: Chance): Sort {
  let at = chance.next() * SORTS.reduce((sum, { weight }) => sum + weight, 0)
  for (const sort of SORTS) {
    at -= sort.weight
    if (at < 0) return sort
  }
  return SORTS[0] ?? KDKMP
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']
const padded = (value: number, length: number) => String(value).padStart(length, '0')

/** A legal entity number as it was written in its time. @param date `2017-05-08` */
export function legalEntityNumber(chance: Chance, date: string): string {
  const [year = 0, month = 1] = date.split('-').map(Number)
  if (year >= 2019) return `AHU-${padded(chance.between(1, 39_999), 7)}.AH.01.${year >= 2025 ? '29' : '26'}.TAHUN ${year}`
  if (year >= 2014) return `${padded(chance.between(1, 99_999), 6)}/BH/M.KUKM.2/${ROMAN[month - 1]}/${year}`
  if (year >= 1999) return `518/BH/XVI.24/${chance.between(1, 999)}/${year}`
  return `${chance.between(1000, 9999)}${chance.share(0.5) ? 'A' : ''}/BH/${year >= 1990 ? 'KWK.13'
    : 'II'}/${chance.between(1, 40)}-${padded(year % 100, 2)}`
}

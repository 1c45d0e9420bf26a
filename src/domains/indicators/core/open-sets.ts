import { MICRO, WORKERS } from './catalogue.ts'
import { type Counts, type Value, share, total } from './figures.ts'
import type { Area } from '../../../kernel/protect-areas.ts'
import type { Publication } from './publish.ts'

/** Text, a number, or null where the number is not shown. */
export type Cell = string | number | null

/** One published table. Columns are Indonesian, as people open them in a spreadsheet; their meaning lies in the messages. */
export type OpenSet = { id: SetId; columns: readonly string[]; rows: readonly (readonly Cell[])[] }

export type SetId =
  | 'usaha-mikro-desa' | 'usaha-mikro-kecamatan' | 'legalitas-usaha-mikro' | 'usaha-mikro-kbli' | 'usaha-skala' | 'koperasi-kecamatan'

type Named = { code: string; name: string }

/** The regency with the names of its areas, and the titles of activities by `version.division`. */
export type Places = {
  regency: Named
  districts: readonly (Named & { villages: readonly Named[] })[]
  divisions: ReadonlyMap<string, { title: string; category: string }>
}

export const treeOf = ({ regency, districts }: Places): Area => ({
  code: regency.code, children: districts.map(({ code, villages }) => ({ code, children: villages.map((village) => ({ code: village.code })) })),
})

const cellOf = (value: Value): number | null => (value.kind === 'number' ? value.value : null)

const PERMITS = [['nib', 'nib'], ['pirt', 'pirt'], ['halal', 'halal'], ['merek', 'trademark'], ['bpom', 'bpom']] as const
const SCALES = [
  ['mikro', 'scale.micro'], ['kecil', 'scale.small'], ['menengah', 'scale.medium'], ['besar', 'scale.large'],
  ['belum-diketahui', 'scale.unknown'],
] as const

/** All published tables of one publication, in the order in which they are listed. */
export function openSets({ counts, activities }: Publication, places: Places): OpenSet[] {
  const countsOf = (code: string): Counts => counts.get(code) ?? new Map()
  const cell = (code: string, measures: readonly string[]) => cellOf(total(countsOf(code), measures))
  const nameOf = new Map(places.districts.map(({ code, name }) => [code, name]))
  const districts = [...places.districts.map(({ code, name }) => ({ code, name })), { code: places.regency.code, name: '' }]
  const permits = (code: string) => PERMITS.map(([, measure]) => cell(code, [measure]))

  return [
    {
      id: 'usaha-mikro-desa',
      columns: [
        'kode_wilayah', 'kecamatan', 'desa', 'usaha_mikro', 'pemilik_perempuan', ...PERMITS.map(([name]) => `ber_${name}`), 'digital', 'tenaga_kerja',
      ],
      rows: places.districts.flatMap(({ name, villages }) => villages.map((village): Cell[] => [
        village.code, name, village.name, cell(village.code, MICRO), cell(village.code, ['owner.female']), ...permits(village.code),
        cell(village.code, ['digital']), cell(village.code, WORKERS),
      ])),
    },
    {
      id: 'usaha-mikro-kecamatan',
      columns: ['kode_wilayah', 'kecamatan', 'usaha_mikro', 'pemilik_perempuan', 'digital', 'tenaga_kerja'],
      rows: districts.map(({ code, name }): Cell[] => [
        code, name, cell(code, MICRO), cell(code, ['owner.female']), cell(code, ['digital']), cell(code, WORKERS),
      ]),
    },
    {
      id: 'legalitas-usaha-mikro',
      columns: ['kode_wilayah', 'kecamatan', 'jenis', 'jumlah', 'usaha_mikro', 'persen'],
      rows: districts.flatMap(({ code, name }) => PERMITS.map(([kind, measure]): Cell[] => [
        code, name, kind, cell(code, [measure]), cell(code, MICRO), cellOf(share(countsOf(code), [measure], MICRO)),
      ])),
    },
    {
      id: 'usaha-mikro-kbli',
      columns: ['kode_wilayah', 'kecamatan', 'kbli_versi', 'kbli_kategori', 'kbli_golongan_pokok', 'uraian', 'usaha_mikro'],
      rows: activities.map(({ area, version, division, n }): Cell[] => {
        const { title = '', category = '' } = places.divisions.get(`${version}.${division}`) ?? {}
        return [area, nameOf.get(area) ?? '', version, category, division, title, n]
      }),
    },
    {
      id: 'usaha-skala',
      columns: ['kode_wilayah', 'kecamatan', 'skala', 'usaha'],
      rows: districts.flatMap(({ code, name }) => SCALES.map(([kind, measure]): Cell[] => [code, name, kind, cell(code, [measure])])),
    },
  ]
}

const quoted = (cell: Cell) => {
  const text = cell === null ? '' : String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** As CSV: UTF-8, comma, a header, lines ended by CRLF; what is not shown is empty. Source: RFC 4180 */
export const csvOf = ({ columns, rows }: OpenSet): string => [columns, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('')

/** The rows as objects by column. */
export const recordsOf = ({ columns, rows }: OpenSet): Record<string, Cell>[] =>
  rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])))

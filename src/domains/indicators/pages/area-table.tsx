import { Bar } from '../../../ui/bar.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { type Indicator, type IndicatorCode, INDICATORS } from '../core/catalogue.ts'
import { dashboardId as w, indicatorsId as t } from '../messages.id.ts'
import { valueText } from '../number-text.ts'
import type { Place } from '../store.ts'
import { type Board, basisOf } from './board.ts'

/** Indicators that stand in the table of areas; all are in the figures above with their meaning. */
const IN_TABLE: ReadonlySet<IndicatorCode> = new Set([
  'usaha-mikro-aktif', 'pertumbuhan-usaha-mikro', 'pemilik-perempuan', 'ber-nib', 'digital', 'naik-kelas', 'perlu-pemutakhiran',
])

/** Without numbers of a year ago a column of growth would say so in every row; the sentence above says it once. */
const isShown = ({ code }: Indicator, { before }: Board) => IN_TABLE.has(code) && (before !== undefined || code !== 'pertumbuhan-usaha-mikro')

const microOf = (board: Board, code: string) => board.countsOf(code).get('scale.micro') ?? 0

/** Villages that are no more are shown as long as a record names them, so that the table adds up. */
const shownPlaces = (board: Board): Place[] =>
  board.tree.inside.filter(({ code, isGone }) => !isGone || board.countsOf(code).size > 0)

/** The areas within the present one, each a step down; the bar compares their active micro businesses. */
export function AreaTable({ board }: { board: Board }) {
  const places = shownPlaces(board)
  const most = Math.max(1, ...places.map(({ code }) => microOf(board, code)))
  const isRegency = board.tree.level === 'regency'
  const columns: Column<Place>[] = [
    {
      key: 'place', header: isRegency ? w.district : w.village,
      cell: ({ code, name, isGone }) => <a href={`/petugas/dasbor?wilayah=${code}`}>{name}{isGone && ` (${w.gone})`}</a>,
    },
    ...INDICATORS.filter((one) => isShown(one, board)).map((indicator): Column<Place> => ({
      key: indicator.code, header: w.short[indicator.code] ?? t.texts[indicator.code].name, end: true,
      cell: ({ code }) => (
        <>
          {valueText(indicator.compute(basisOf(board, indicator.source, code)), indicator.unit, 'id')}
          {indicator.code === 'usaha-mikro-aktif' && <Bar part={microOf(board, code) / most} />}
        </>
      ),
    })),
  ]
  return (
    <div class="stack-s">
      <DataTable caption={isRegency ? w.districts : w.villages} columns={columns} rows={places} rowKey={({ code }) => code} />
      <p class="soft">{w.source(t.sources.registry, board.asOf)}</p>
    </div>
  )
}

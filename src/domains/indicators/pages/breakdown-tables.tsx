import { Bar } from '../../../ui/bar.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { MICRO, WORKERS } from '../core/catalogue.ts'
import { named, percent, total } from '../core/figures.ts'
import { dashboardId as w, indicatorsId as t } from '../messages.id.ts'
import { numberText, valueText } from '../number-text.ts'
import type { Board } from './board.ts'

type Row = { key: string; name: string; note?: string; n: number; of: number }

/** A name, its number, and its part of the whole as text and bar. */
const columnsOf = (name: string, number: string): Column<Row>[] => [
  { key: 'name', header: name, cell: (row) => <>{row.name}{row.note && <small class="soft"> {row.note}</small>}</> },
  { key: 'n', header: number, end: true, cell: ({ n }) => numberText(n, 'id') },
  {
    key: 'part', header: w.part, end: true,
    cell: ({ n, of }) => <>{valueText(percent(n, of), 'percent', 'id')}<Bar part={of === 0 ? 0 : n / of} /></>,
  },
]

const rowsOf = (rows: readonly Omit<Row, 'of'>[]): Row[] => {
  const of = rows.reduce((sum, { n }) => sum + n, 0)
  return rows.map((one) => ({ ...one, of }))
}

/** A table of parts, with where its numbers come from. */
function Parts({ board, caption, columns, rows }: { board: Board; caption: string; columns: Column<Row>[]; rows: readonly Row[] }) {
  return (
    <div class="stack-s">
      <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ key }) => key} />
      <p class="soft">{w.source(t.sources.registry, board.asOf)}</p>
    </div>
  )
}

const countsOf = ({ countsOf, tree }: Board) => countsOf(tree.place.code)
const numberOf = (board: Board, measure: string) => countsOf(board).get(measure) ?? 0

const MOST_ACTIVITIES = 12

/** What the active micro businesses do: the most frequent divisions, the others together. */
export function ActivityTable({ board }: { board: Board }) {
  const titles = new Map(board.divisions.map(({ version, code, title }) => [`${version}.${code}`, title]))
  const held = named(countsOf(board), 'kbli.').map(([key, n]) => {
    const [version = '', code = ''] = key.split('.')
    return { key, n: n ?? 0, name: `${code} ${titles.get(key) ?? ''}`, note: w.kbliVersion(version) }
  }).toSorted((a, b) => b.n - a.n || a.key.localeCompare(b.key))
  const sum = (rows: typeof held) => rows.reduce((all, { n }) => all + n, 0)
  const others = held.slice(MOST_ACTIVITIES)
  const unknown = numberOf(board, 'scale.micro') - sum(held)
  const rows = [
    ...held.slice(0, MOST_ACTIVITIES),
    ...(others.length > 0 ? [{ key: 'others', name: w.kbliOthers(others.length), n: sum(others) }] : []),
    ...(unknown > 0 ? [{ key: 'unknown', name: w.noKbli, n: unknown }] : []),
  ]
  return <Parts board={board} caption={w.kbli} columns={columnsOf(w.activity, w.microBusinesses)} rows={rowsOf(rows)} />
}

/** Every record of the area by its status, the active ones by scale too. */
export function StatusTable({ board }: { board: Board }) {
  const all = named(countsOf(board), 'status.').reduce((sum, [, n]) => sum + (n ?? 0), 0)
  const rows = Object.entries(w.statuses).map(([key, name]): Row => ({ key, name, n: numberOf(board, key), of: all }))
  return <Parts board={board} caption={w.status} columns={columnsOf(w.statusOf, w.records)} rows={rows} />
}

/** Who works in the active micro businesses. */
export function WorkerTable({ board }: { board: Board }) {
  const counts = countsOf(board)
  const known = total(counts, ['workers.known'])
  return (
    <>
      <Parts board={board} caption={w.workers} columns={columnsOf(w.workersOf, w.people)}
        rows={rowsOf(WORKERS.map((key) => ({ key, name: w.workerKinds[key] ?? '', n: numberOf(board, key) })))} />
      <p class="soft">{w.workersKnown(valueText(known, 'business', 'id'), valueText(total(counts, MICRO), 'business', 'id'))}</p>
    </>
  )
}

/** The decades before this one, then single years. */
const STEPS = [2000, 2010, 2020] as const

/** When the active micro businesses began. */
export function StartTable({ board }: { board: Board }) {
  const years = named(countsOf(board), 'started.').map(([year, n]): [number, number] => [Number(year), n ?? 0])
  const between = (first: number, last: number) => years.reduce((sum, [year, n]) => (year >= first && year <= last ? sum + n : sum), 0)
  const recent = Array.from({ length: board.today.year - STEPS[2] + 1 }, (_, at) => STEPS[2] + at)
  const rows = [
    { key: 'before', name: w.before(STEPS[0]), n: between(0, STEPS[0] - 1) },
    { key: 'first', name: w.from(STEPS[0], STEPS[1] - 1), n: between(STEPS[0], STEPS[1] - 1) },
    { key: 'second', name: w.from(STEPS[1], STEPS[2] - 1), n: between(STEPS[1], STEPS[2] - 1) },
    ...recent.map((year) => ({ key: String(year), name: String(year), n: between(year, year) })),
  ]
  const unknown = numberOf(board, 'scale.micro') - rows.reduce((sum, { n }) => sum + n, 0)
  return (
    <Parts board={board} caption={w.started} columns={columnsOf(w.startedAt, w.microBusinesses)}
      rows={rowsOf(unknown > 0 ? [...rows, { key: 'unknown', name: w.startedUnknown, n: unknown }] : rows)} />
  )
}

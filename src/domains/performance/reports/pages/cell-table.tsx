import { type Column, DataTable } from '../../../../ui/data-table.tsx'
import { type Cell, type ReportTable, cellText } from '../../core/report-tables.ts'

type Line = { cells: Cell[]; key: string }

/** A table of a report as it is printed. */
export function CellTable({ table }: { table: ReportTable }) {
  const lines = table.rows.map((cells, index): Line => ({ cells, key: String(index) }))
  const columns = table.columns.map(({ title, kind }, index): Column<Line> =>
    ({ key: String(index), header: title, end: kind === 'number', cell: ({ cells }) => cellText(cells[index] ?? '') }))
  return <DataTable caption={table.title} columns={columns} rows={lines} rowKey={({ key }) => key} />
}

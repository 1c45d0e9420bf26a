import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import { Say } from './language.ts'

export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => ComponentChildren
  /** The cell that names the row; the first column when none says so. */
  names?: boolean
  /** Numbers and money stand at the end. */
  end?: boolean
  /** Hides the column's name on screen ("Pilih", "Tindakan"). */
  quiet?: boolean
  /** Link that sorts by this column; `now` is the present order. */
  sort?: { href: string; now?: 'ascending' | 'descending' | undefined }
}

type DataTableProps<Row> = {
  caption: string
  /** The caption is only for those who listen, because a heading above says the same. */
  quietCaption?: boolean
  columns: Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Shown instead of a table without rows. */
  empty?: ComponentChildren
}

/** A list of like things. On a phone every row becomes a card; the roles keep it a table for screen readers even then. */
export function DataTable<Row>({ caption, quietCaption, columns, rows, rowKey, empty }: DataTableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>
  const namesRow = columns.find((column) => column.names) ?? columns[0]
  return (
    <div class="table-box">
      <table class={quietCaption ? 'table table-quiet' : 'table'} role="table">
        <caption class={quietCaption ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">{columns.map((column) => <Header key={column.key} column={column} />)}</tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr role="row" key={rowKey(row)}>
              {columns.map((column) => column === namesRow
                ? <th role="rowheader" scope="row" key={column.key}>{column.cell(row)}</th>
                : <Cell key={column.key} column={column}>{column.cell(row)}</Cell>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell<Row>({ column, children }: { column: Column<Row>; children: ComponentChildren }) {
  return (
    <td role="cell" class={column.end ? 'end' : undefined} data-label={column.quiet ? undefined : column.header}>
      <div>{children}</div>
    </td>
  )
}

function Header<Row>({ column: { header, end, quiet, sort } }: { column: Column<Row> }) {
  return (
    <th role="columnheader" scope="col" class={end ? 'end' : undefined} aria-sort={sort?.now}>
      {sort
        ? <a href={sort.href}>{header}{sort.now && <Order now={sort.now} />}</a>
        : <span class={quiet ? 'visually-hidden' : undefined}>{header}</span>}
    </th>
  )
}

function Order({ now }: { now: 'ascending' | 'descending' }) {
  const up = now === 'ascending'
  return (
    <>
      <Icon name={up ? 'up' : 'down'} />
      <span class="visually-hidden"><Say>{(w) => `, ${up ? w.sortedUp : w.sortedDown}`}</Say></span>
    </>
  )
}

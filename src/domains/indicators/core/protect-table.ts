import { LEAST } from '../../../kernel/protect-areas.ts'

/**
 * A table of counts with its sums: every row adds up to its total, every column to its own. The totals of the rows are published
 * elsewhere: whether they are hidden is given; those of the columns are published only here.
 */
export type CountTable = {
  rows: readonly string[]; columns: readonly string[]; n: (row: string, column: string) => number; hiddenRows: ReadonlySet<string>
}

/** The row that holds the totals of the columns. */
export const ALL_ROWS = '*'
const ROW_TOTAL = '#'

/** One cell. Drawn as a line between its row and its column: it can be computed exactly when it is the only way between two parts. */
type Cell = { row: string; column: string; n: number }

export const cellKey = (row: string, column: string): string => `${row}\n${column}`
const isTelling = (n: number) => n > 0 && n < LEAST

/** The lines whose removal cuts the drawing in two (bridges), by depth-first search. Source: Tarjan 1974. */
function bridges(cells: readonly Cell[]): Cell[] {
  const ends = (cell: Cell): [string, string] => [`r ${cell.row}`, `c ${cell.column}`]
  const lines = new Map<string, Cell[]>()
  for (const cell of cells) for (const end of ends(cell)) lines.set(end, [...(lines.get(end) ?? []), cell])
  const reached = new Map<string, number>()
  const found: Cell[] = []
  const visit = (node: string, from: Cell | undefined): number => {
    const mine = reached.size
    reached.set(node, mine)
    let lowest = mine
    for (const cell of lines.get(node) ?? []) {
      if (cell === from) continue
      const [row, column] = ends(cell)
      const other = row === node ? column : row
      const before = reached.get(other)
      const low = before ?? visit(other, cell)
      if (before === undefined && low > mine) found.push(cell)
      lowest = Math.min(lowest, low)
    }
    return lowest
  }
  for (const node of lines.keys()) if (!reached.has(node)) visit(node, undefined)
  return found
}

/** A row or a column: its cells add up to a total that a reader knows, or not. A column counts its own total among its cells. */
type Line = { cells: readonly Cell[]; isSumKnown: (isHidden: (cell: Cell) => boolean) => boolean }

function linesOf(table: CountTable): Line[] {
  const sumOf = (column: string) => table.rows.reduce((sum, row) => sum + table.n(row, column), 0)
  const totals = table.columns.map((column): Cell => ({ row: ALL_ROWS, column, n: sumOf(column) }))
  const rows = table.rows.map((row) => table.columns.map((column): Cell => ({ row, column, n: table.n(row, column) })))
  return [
    ...rows.map((cells, at) => ({ cells, isSumKnown: () => !table.hiddenRows.has(table.rows[at] ?? '') })),
    { cells: totals, isSumKnown: () => true },
    ...totals.map((total, at) => ({
      cells: [...rows.flatMap((row) => row[at] ?? []), total], isSumKnown: (isHidden: (cell: Cell) => boolean) => !isHidden(total),
    })),
  ]
}

/** Smallest first; cells with nothing in them help least and come last. */
const byUse = (a: Cell, b: Cell) =>
  Number(a.n === 0) - Number(b.n === 0) || a.n - b.n || cellKey(a.row, a.column).localeCompare(cellKey(b.row, b.column))

/**
 * Which cells must not be shown, so that no hidden count follows from rows and columns: none stands alone in its row or column or between
 * two groups, and the hidden ones of a row or column together are not few.
 * @returns keys made by `cellKey`; the total of a column is in the row `ALL_ROWS`
 */
export function protectTable(table: CountTable): ReadonlySet<string> {
  const lines = linesOf(table)
  const hidden = new Map<string, Cell>()
  const hide = (cell: Cell) => hidden.set(cellKey(cell.row, cell.column), cell)
  const isHidden = (cell: Cell) => hidden.has(cellKey(cell.row, cell.column))
  for (const cell of lines.flatMap(({ cells }) => cells)) if (isTelling(cell.n) || table.hiddenRows.has(cell.row)) hide(cell)

  const isWeak = ({ cells, isSumKnown }: Line): boolean => {
    const told = cells.filter(isHidden)
    return told.length === 1 || (isSumKnown(isHidden) && isTelling(told.reduce((sum, { n }) => sum + n, 0)))
  }
  /** Too little is hidden in this line: its next cell goes too. */
  const mend = ({ cells }: Line): boolean => {
    const next = cells.filter((cell) => !isHidden(cell)).toSorted(byUse)[0]
    if (next) hide(next)
    return next !== undefined
  }
  const hiddenTotals: Cell[] = [...table.hiddenRows].map((row) => ({ row, column: ROW_TOTAL, n: 0 }))
  const exposed = () => bridges([...hidden.values(), ...hiddenTotals]).filter(({ column }) => column !== ROW_TOTAL)
  for (;;) {
    const weak = lines.filter((line) => isWeak(line) && mend(line))
    const bridged = weak.length > 0 ? [] : exposed().filter((cell) => lines.some((line) => line.cells.includes(cell) && mend(line)))
    if (weak.length + bridged.length === 0) return new Set(hidden.keys())
  }
}

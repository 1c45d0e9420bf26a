import { isHeading } from './column-names.ts'
import { columnLetters, textAt } from './row.ts'
import type { Merge, Row } from './row.ts'
import { filledCells, isAnswer, isNumbering, isUnitRow } from './row-words.ts'
import { carry, placesIn } from './section.ts'
import type { SectionContext } from './section.ts'

/** A column with a heading, or with something in it. `parts`: its headings from top to bottom; `header`: joined, `Tenaga Kerja / L`. */
export type LayoutColumn = { at: number; header: string; parts: string[] }

/**
 * Where the table of a sheet stands. `headerRows` are row numbers, empty when the sheet begins with its data at once.
 * `context`: what its titles say of all rows. `orderColumn`: the one that only counts the rows.
 */
export type Layout = {
  titles: { number: number; text: string }[]
  headerRows: number[]
  firstDataRow: number
  columns: LayoutColumn[]
  context: SectionContext
  orderColumn?: number
}

const DEEPEST_HEADER = 40
const MOST_HEADER_ROWS = 3
/** A group heading spans a few columns; what spans more is a title. */
const WIDEST_GROUP = 8
const LONGEST_HEADING = 120

type Grid = { rows: readonly Row[]; merges: readonly Merge[]; width: number }
type Block = { from: number; rows: number[]; columns: LayoutColumn[]; score: number }

/**
 * Finds the table in the first rows of a sheet: titles above it, one to three rows of headings (merged or not), units, numbering.
 * @param firstRows the first 60 or so, in their order
 */
export function findLayout(firstRows: readonly Row[], merges: readonly Merge[] = []): Layout {
  const width = Math.max(0, ...firstRows.map((row) => (filledCells(row).at(-1)?.at ?? -1) + 1))
  const grid: Grid = { rows: firstRows, merges, width }
  let best: Block | undefined
  for (const from of firstRows.slice(0, DEEPEST_HEADER).keys()) {
    for (const block of blocksFrom(grid, from)) if (!best || block.score > best.score) best = block
  }
  return best && best.score > 0 ? layoutOf(grid, best) : withoutHeader(grid)
}

/** Every block of headings that can begin with this row: the row, then the rows that can only stand under it. */
function blocksFrom(grid: Grid, from: number): Block[] {
  const top = grid.rows[from]
  if (!top) return []
  const filled = headingCells(grid, top)
  if (filled.length < 2 || isNumbering(filled.map(({ cell }) => cell))) return []
  // Rows of data are most of what is looked at; their answers give them away.
  if (filled.filter(({ cell }) => isAnswer(cell)).length > filled.length * 0.3) return []
  const blocks = [blockOf(grid, [from])]
  for (let last = from; blocks.length < MOST_HEADER_ROWS && standsUnder(grid, from, last); last += 1) {
    blocks.push(blockOf(grid, Array.from({ length: last + 2 - from }, (_, more) => from + more)))
  }
  return blocks
}

/** Cells that can be headings: not those of a title merged over most of the sheet. */
const headingCells = (grid: Grid, row: Row) => filledCells(row).filter(({ at }) => {
  const merge = mergeAt(grid, row.number, at)
  return !merge || merge.lastColumn - merge.firstColumn < Math.max(WIDEST_GROUP, grid.width * 0.6)
})

const mergeAt = ({ merges }: Grid, number: number, at: number) =>
  merges.find(({ firstRow, lastRow, firstColumn, lastColumn }) =>
    number >= firstRow && number <= lastRow && at >= firstColumn && at <= lastColumn)

/** Can the next row belong to the headings above it? It splits a group, carries units, or lies in the same merged cells. */
function standsUnder(grid: Grid, from: number, last: number): boolean {
  const [above, next] = [grid.rows[last], grid.rows[last + 1]]
  if (!above || !next) return false
  const filled = filledCells(next)
  if (filled.length === 0 || filled.some(({ cell }) => isAnswer(cell) || cell.text.length > 60)) return false
  const cells = filled.map(({ cell }) => cell)
  if (isNumbering(cells)) return false
  if (isUnitRow(cells)) return true
  const top = grid.rows[from]
  const isJoined = ({ firstRow, lastRow }: Merge) =>
    top !== undefined && firstRow >= top.number && firstRow <= above.number && lastRow >= next.number
  if (grid.merges.some(isJoined)) return true
  const inGroup = filled.filter(({ at }) => groupOver(grid, from, last, at))
  const strays = filled.filter(({ at, cell }) => !inGroup.some((one) => one.at === at) && !isUnitRow([cell]))
  const known = inGroup.filter(({ at, cell: { text } }) => isHeading(text) || isHeading(`${groupText(grid, from, last, at)} ${text}`)).length
  return inGroup.length > 0 && strays.length <= filled.length * 0.2 && (known > 0 || strays.length === 0) && known >= inGroup.length * 0.4
}

/** Is the column under a heading that spans more columns than its own? */
function groupOver(grid: Grid, from: number, last: number, at: number): boolean {
  for (let place = last; place >= from; place -= 1) {
    const row = grid.rows[place]
    if (!row) continue
    const merge = mergeAt(grid, row.number, at)
    if (merge && merge.lastColumn > merge.firstColumn) return true
    if (textAt(row, at) !== '') return textAt(row, at + 1) === '' && textAt(grid.rows[last + 1] ?? row, at + 1) !== ''
  }
  return spreadText(grid, from, at) !== ''
}

/** The lowest heading above this place that is its own or its group's. */
function groupText(grid: Grid, from: number, last: number, at: number): string {
  for (let place = last; place >= from; place -= 1) {
    const row = grid.rows[place]
    const text = row && (textAt(row, at) || spreadText(grid, place, at))
    if (text) return text
  }
  return ''
}

/** The heading of a group over this column: the nearest text to the left in a row where this column has none of its own. */
function spreadText(grid: Grid, place: number, at: number): string {
  const row = grid.rows[place]
  if (!row) return ''
  const merge = mergeAt(grid, row.number, at)
  if (merge) return textAt(grid.rows.find(({ number }) => number === merge.firstRow) ?? row, merge.firstColumn)
  for (let left = at - 1; left >= 0 && at - left < WIDEST_GROUP; left -= 1) {
    if (mergeAt(grid, row.number, left)) return ''
    const text = textAt(row, left)
    if (text !== '') return text
  }
  return ''
}

function blockOf(grid: Grid, places: number[]): Block {
  const columns: LayoutColumn[] = []
  for (let at = 0; at < grid.width; at += 1) {
    const parts = partsAt(grid, places, at)
    if (parts.length > 0) columns.push({ at, header: parts.join(' / '), parts })
  }
  const from = places[0] ?? 0
  return { from, rows: places, columns, score: scoreOf(grid, places, columns) }
}

function partsAt(grid: Grid, places: readonly number[], at: number): string[] {
  const parts: string[] = []
  const lowest = grid.rows[places.at(-1) ?? 0]
  for (const place of places) {
    const row = grid.rows[place]
    if (!row) continue
    const own = textAt(row, at).replace(/\s+/g, ' ')
    // A heading spreads over its neighbours only where a lower heading tells them apart.
    const isUpper = places.length > 1 && row !== lowest
    const hasLower = isUpper && lowest !== undefined && textAt(lowest, at) !== ''
    const isSpread = own === '' && (hasLower || mergeAt(grid, row.number, at) !== undefined)
    const text = isSpread ? spreadText(grid, place, at).replace(/\s+/g, ' ') : own
    if (text !== '' && parts.at(-1) !== text) parts.push(text)
  }
  return parts
}

/** Known headings count most, answers among them count against; so does a heading that runs over many words. */
function scoreOf(grid: Grid, places: readonly number[], columns: readonly LayoutColumn[]): number {
  let score = 0
  const seen = new Set<string>()
  for (const { header, parts, at } of columns) {
    const last = parts.at(-1) ?? ''
    const cells = places.map((place) => grid.rows[place]?.cells[at]).filter((cell) => cell !== undefined)
    if (cells.some((cell) => isAnswer(cell))) score -= 2
    else if (header.length > LONGEST_HEADING) score -= 1
    else if (seen.has(header)) score -= 0.2
    else score += isHeading(header) ? 3 : isHeading(last) ? 2.5 : 0.1
    seen.add(header)
  }
  return known(columns) ? score : Math.min(score, 0)
}

/** Two known headings make a row of headings; one alone does when nearly nothing else stands beside it. */
const known = (columns: readonly LayoutColumn[]): boolean => {
  const sure = columns.filter(({ header, parts }) => isHeading(header) || isHeading(parts.at(-1) ?? '')).length
  return sure >= 2 || (sure === 1 && columns.length <= 4)
}

function layoutOf(grid: Grid, block: Block): Layout {
  const lastHeader = block.rows.at(-1) ?? block.from
  const headerRows = block.rows.map((place) => grid.rows[place]?.number ?? 0)
  const titles = titlesOf(grid.rows.slice(0, block.from))
  const headed = new Map(block.columns.map((column) => [column.at, column]))
  const columns = columnsInUse(grid, lastHeader + 1).map((at) => headed.get(at) ?? { at, header: '', parts: [] })
  const all = [...new Map([...block.columns, ...columns].map((column) => [column.at, column])).values()].sort((a, b) => a.at - b.at)
  const order = all.find(({ header }) => /^(?:no|nomor|no\.? ?urut|nomor urut|urut|#)\.?$/i.test(header.trim()))
  const context = titles.map(({ text }) => placesIn(text)).filter((found) => found !== undefined).reduce(carry, {})
  return {
    titles, headerRows, firstDataRow: (grid.rows[lastHeader]?.number ?? 0) + 1, columns: all.map(named), context,
    ...(order ? { orderColumn: order.at } : {}),
  }
}

/** A column without a heading is called by its letters, as in the sheet. */
const named = (column: LayoutColumn): LayoutColumn => (column.header === '' ? { ...column, header: columnLetters(column.at) } : column)

const titlesOf = (rows: readonly Row[]): Layout['titles'] => rows.flatMap((row) => {
  const texts = new Set(filledCells(row).map(({ cell }) => cell.text.trim()))
  return texts.size === 0 ? [] : [{ number: row.number, text: [...texts].join(' ') }]
})

function columnsInUse(grid: Grid, from: number): number[] {
  const used = new Set<number>()
  for (const row of grid.rows.slice(from)) {
    const filled = filledCells(row)
    if (!isNumbering(filled.map(({ cell }) => cell))) for (const { at } of filled) used.add(at)
  }
  return [...used].sort((a, b) => a - b)
}

/** A sheet without headings: its columns are told by what is in them. Lonely cells at the top are titles. */
function withoutHeader(grid: Grid): Layout {
  const from = grid.rows.findIndex((row) => filledCells(row).length >= Math.min(2, grid.width))
  const start = Math.max(from, 0)
  const titles = titlesOf(grid.rows.slice(0, start))
  const context = titles.map(({ text }) => placesIn(text)).filter((found) => found !== undefined).reduce(carry, {})
  const columns = columnsInUse(grid, start).map((at) => named({ at, header: '', parts: [] }))
  return { titles, headerRows: [], firstDataRow: grid.rows[start]?.number ?? 1, columns, context }
}

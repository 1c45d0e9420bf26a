import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Area, LEAST, protectAreas } from '../../../kernel/protect-areas.ts'
import { ALL_ROWS, cellKey, protectTable } from './protect-table.ts'
import { publication } from './publish.ts'

/** An equation among cells that every reader knows: the parts add up to the whole. */
type Equation = { whole: string; parts: string[] }

const PRIME = 2_147_483_647n
const modulo = (n: bigint) => ((n % PRIME) + PRIME) % PRIME
function inverse(n: bigint): bigint {
  let [power, base, result] = [PRIME - 2n, modulo(n), 1n]
  for (; power > 0n; power >>= 1n) {
    if (power & 1n) result = modulo(result * base)
    base = modulo(base * base)
  }
  return result
}

/** The hidden cells that follow from the visible ones: by elimination, an equation with a single hidden cell is left. */
function computable(equations: readonly Equation[], hidden: ReadonlySet<string>): string[] {
  const columns = [...hidden]
  const rows = equations.map(({ whole, parts }) => columns.map((cell) => modulo(BigInt(parts.filter((one) => one === cell).length) - BigInt(Number(cell === whole)))))
  let rank = 0
  const pivots: number[] = []
  for (let column = 0; column < columns.length; column += 1) {
    const at = rows.findIndex((row, place) => place >= rank && row[column] !== 0n)
    const pivot = rows[at]
    if (!pivot) continue
    rows.splice(at, 1)
    rows.splice(rank, 0, pivot)
    const factor = inverse(pivot[column] ?? 1n)
    for (const [place, one] of pivot.entries()) pivot[place] = modulo(one * factor)
    for (const [place, row] of rows.entries()) {
      const times = row[column] ?? 0n
      if (place !== rank && times !== 0n) for (const [other, one] of row.entries()) row[other] = modulo(one - times * (pivot[other] ?? 0n))
    }
    pivots.push(column)
    rank += 1
  }
  return pivots.flatMap((column, row) => (rows[row]?.filter((one) => one !== 0n).length === 1 ? [columns[column] ?? ''] : []))
}

const SHARES = ['owner.female', 'nib', 'pirt', 'halal', 'trademark', 'bpom', 'digital']
const DIVISIONS = ['kbli.2020.10', 'kbli.2020.47', 'kbli.2020.56']

/** A small regency with counts that are few, many or none, and activities that add up to the businesses. */
const regencies = fc.array(fc.array(fc.record({
  activities: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 60 })), { minLength: 3, maxLength: 3 }),
  shares: fc.array(fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 7, maxLength: 7 }),
}), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 }).map((drawn) => {
  const counts = new Map<string, Map<string, number>>()
  const add = (code: string, measure: string, n: number) => {
    const held = counts.get(code) ?? new Map<string, number>()
    counts.set(code, held.set(measure, (held.get(measure) ?? 0) + n))
  }
  const root = {
    code: 'r',
    children: drawn.map((villages, d) => ({
      code: `d${d}`,
      children: villages.map(({ activities, shares }, v) => {
        const whole = activities.reduce((sum, n) => sum + n, 0)
        for (const code of ['r', `d${d}`, `d${d}v${v}`]) {
          add(code, 'scale.micro', whole)
          for (const [at, share] of shares.entries()) add(code, SHARES[at] ?? '', Math.round(whole * share))
          for (const [at, n] of activities.entries()) add(code, DIVISIONS[at] ?? '', n)
        }
        return { code: `d${d}v${v}` }
      }),
    })),
  }
  return { root, countsOf: (code: string): ReadonlyMap<string, number> => counts.get(code) ?? new Map() }
})

const flat = (area: Area): Area[] => [area, ...(area.children ?? []).flatMap(flat)]

/** All that a reader of every published set knows about how the cells hang together. */
function whatAddsUp(root: Area, measures: readonly string[]): Equation[] {
  const cell = (area: string, measure: string) => `${area} ${measure}`
  const areas = flat(root)
  const down = (measure: string) => areas.filter(({ children }) => children)
    .map(({ code, children = [] }) => ({ whole: cell(code, measure), parts: children.map((child) => cell(child.code, measure)) }))
  const apart = measures.flatMap((measure) => areas.map(({ code }) => ({
    whole: cell(code, 'scale.micro'), parts: [cell(code, measure), cell(code, `not ${measure}`)],
  })))
  return [...[...measures, ...measures.map((one) => `not ${one}`), 'scale.micro'].flatMap(down), ...apart]
}

test('no hidden number of the published sets follows from the visible ones by adding and subtracting', () => {
  fc.assert(fc.property(regencies, ({ root, countsOf }) => {
    const { counts, activities } = publication(root, countsOf)
    const hidden = new Set<string>()
    for (const [code, held] of counts) {
      const isHidden = (measure: string) => held.get(measure) === null
      if (isHidden('scale.micro')) hidden.add(`${code} scale.micro`)
      for (const one of SHARES) if (isHidden(one)) hidden.add(`${code} ${one}`).add(`${code} not ${one}`)
    }
    for (const { area, version, division, n } of activities) if (n === null) hidden.add(`${area} kbli.${version}.${division}`)
    const districts = root.children.map(({ code }) => code)
    const byActivity: Equation[] = [
      ...DIVISIONS.map((one) => ({ whole: `r ${one}`, parts: districts.map((code) => `${code} ${one}`) })),
      ...['r', ...districts].map((code) => ({ whole: `${code} scale.micro`, parts: DIVISIONS.map((one) => `${code} ${one}`) })),
    ]

    const found = computable([...whatAddsUp(root, SHARES), ...byActivity], hidden)

    const isFilled = (cell: string) => {
      const [code = '', ...words] = cell.split(' ')
      const n = countsOf(code).get(words.at(-1) ?? '') ?? 0
      return (words.length === 2 ? (countsOf(code).get('scale.micro') ?? 0) - n : n) > 0
    }
    assert.deepEqual(found.filter(isFilled), [])
  }), { numRuns: 300 })
})

test('a number from one to four is never published, nor what is left of a whole when that is one to four', () => {
  fc.assert(fc.property(regencies, ({ root, countsOf }) => {
    const { counts, activities } = publication(root, countsOf)

    for (const held of counts.values()) {
      const whole = held.get('scale.micro')
      for (const one of SHARES) {
        const n = held.get(one)
        if (typeof n !== 'number') continue
        assert.ok(n === 0 || n >= LEAST)
        assert.ok(typeof whole === 'number' && (whole - n === 0 || whole - n >= LEAST))
      }
    }
    assert.ok(activities.every(({ n }) => n === null || n >= LEAST))
  }))
})

test('what is hidden in one district taken together is never a small number', () => {
  fc.assert(fc.property(regencies, ({ root, countsOf }) => {
    const { counts } = publication(root, countsOf)

    for (const { code, children } of root.children) {
      for (const one of ['scale.micro', ...SHARES]) {
        const whole = counts.get(code)?.get(one)
        if (typeof whole !== 'number') continue
        const shown = children.map((child) => counts.get(child.code)?.get(one)).filter((n) => typeof n === 'number')
        const rest = whole - shown.reduce((sum, n) => sum + n, 0)
        assert.ok(rest === 0 || rest >= LEAST, `${code} ${one}: ${rest}`)
      }
    }
  }))
})

test('a lone small village takes the smallest other one with it', () => {
  const root = { code: 'd', children: [{ code: 'a' }, { code: 'b' }, { code: 'c' }] }
  const n: Record<string, number> = { a: 3, b: 40, c: 12, d: 55 }

  const hidden = protectAreas(root, (code) => [n[code] ?? 0])

  assert.deepEqual([...hidden], ['a', 'c'])
})

test('numbers of five and more stand as they are', () => {
  const root = { code: 'd', children: [{ code: 'a' }, { code: 'b' }] }
  const n: Record<string, number> = { a: 5, b: 0, d: 5 }

  assert.equal(protectAreas(root, (code) => [n[code] ?? 0]).size, 0)
})

test('a cell hidden by two crossing sums is protected by a rectangle of cells', () => {
  const n: Record<string, number[]> = { x: [3, 20, 30], y: [40, 50, 60], z: [70, 80, 90] }
  const table = { rows: ['x', 'y', 'z'], columns: ['0', '1', '2'], n: (row: string, column: string) => n[row]?.[Number(column)] ?? 0, hiddenRows: new Set<string>() }

  const hidden = protectTable(table)

  assert.deepEqual([...hidden].toSorted(), [cellKey('x', '0'), cellKey('x', '1'), cellKey('y', '0'), cellKey('y', '1')].toSorted())
  assert.ok(!hidden.has(cellKey(ALL_ROWS, '0')))
})

test('a cell that is the only way between two groups of hidden cells is not left to be computed', () => {
  const few = new Set(['0 0', '0 1', '1 0', '1 1', '2 2', '2 3', '3 2', '3 3', '0 2'])
  const places = ['0', '1', '2', '3']
  const table = { rows: places, columns: places, n: (row: string, column: string) => (few.has(`${row} ${column}`) ? 4 : 50), hiddenRows: new Set<string>() }
  const equations = [
    ...places.map((row) => ({ whole: `total of ${row}`, parts: places.map((column) => cellKey(row, column)) })),
    ...places.map((column) => ({ whole: cellKey(ALL_ROWS, column), parts: places.map((row) => cellKey(row, column)) })),
  ]
  assert.deepEqual(computable(equations, new Set([...few].map((cell) => cell.replace(' ', '\n')))), [cellKey('0', '2')])

  const hidden = protectTable(table)

  assert.deepEqual(computable(equations, hidden), [])
})

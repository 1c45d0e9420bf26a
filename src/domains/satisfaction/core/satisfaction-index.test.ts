import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { COLUMNS, answersReader } from './answers-file.ts'
import { type Fraction, decimals, fraction, hundredths, readFraction, twoDecimals } from './fraction.ts'
import { OBLIGATORY } from './questionnaire.ts'
import { type Answers, type Score, type Tally, categoryOf, count, equalWeights, lowest, surveyResult } from './satisfaction-index.ts'

const KEYS: readonly string[] = OBLIGATORY
const resultOf = (sheets: readonly Answers[]) => {
  const tallies = new Map<string, Tally>()
  for (const sheet of sheets) count(tallies, sheet)
  return surveyResult(equalWeights(KEYS), tallies)
}
const full = (score: Score): Answers => Object.fromEntries(KEYS.map((key) => [key, score]))

/** Full sheets whose answers sum to `sum`: all threes, and so many fours or twos. */
function sheetsOf(number: number, sum: number): Answers[] {
  let over = sum - number * 9 * 3
  return Array.from({ length: number }, () => Object.fromEntries(KEYS.map((key): [string, Score] => {
    if (over === 0) return [key, 3]
    over -= Math.sign(over)
    return [key, over >= 0 && sum > number * 27 ? 4 : 2]
  })))
}

test('44 full sheets whose answers sum to 1,449 give 91.48, and not the 90.56 of weights rounded to 0.11', () => {
  const sheets = sheetsOf(44, 1449)

  const { index, category, elements } = resultOf(sheets)

  assert.equal(sheets.flatMap((sheet) => Object.values(sheet)).reduce((sum, one) => sum + one, 0), 1449)
  assert.deepEqual([index, category], ['91.48', 'A'])
  assert.deepEqual(elements.map(({ n }) => n), Array(9).fill(44))
  assert.equal(twoDecimals(fraction(1449n * 11n * 25n, 4400n)), '90.56')
})

test('a value of two decimals falls on its side of each border', () => {
  const at: [string, number][] = [['D', 2500], ['D', 6499], ['C', 6500], ['C', 7660], ['B', 7661], ['B', 8830], ['A', 8831], ['A', 10_000]]

  for (const [category, value] of at) assert.equal(categoryOf(fraction(value, 100)), category, String(value))
})

test('the letter follows the value as it is told: half a hundredth below a border rounds up to it, less does not', () => {
  for (const [border, above, below] of [[6500, 'C', 'D'], [7661, 'B', 'C'], [8831, 'A', 'B']] as const) {
    assert.equal(categoryOf(fraction(border * 10 - 5, 1000)), above)
    assert.equal(categoryOf(fraction(border * 100 - 51, 10_000)), below)
  }
})

test('all fours are exactly 100.00 and all ones 25.00, whatever their number', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), (n) => {
    assert.deepEqual([resultOf(Array<Answers>(n).fill(full(4))).index, resultOf(Array<Answers>(n).fill(full(1))).index], ['100.00', '25.00'])
  }))
})

test('without an answer to an element there is no index, but what was answered is told', () => {
  const [none, one, all] = [resultOf([]), resultOf([{ fee: 4 }]), resultOf([full(3)])]

  assert.deepEqual([none.index, none.category, one.index, one.category], [undefined, undefined, undefined, undefined])
  assert.deepEqual(one.elements.map(({ n }) => n), [0, 0, 0, 1, 0, 0, 0, 0, 0])
  assert.equal(one.elements[3]?.nrr && twoDecimals(one.elements[3].nrr), '4.00')
  assert.equal(all.index, '75.00')
})

test('an element is divided by those who answered it', () => {
  const { elements, index } = resultOf([full(4), { ...full(4), time: 1 }, { requirements: 1 }])

  assert.deepEqual(elements.map(({ n, sum }) => [n, sum]).slice(0, 3), [[3, 9], [2, 8], [2, 5]])
  // (3 + 2.5 + 7 × 4) / 9 × 25
  assert.equal(index, '93.06')
})

const score = fc.constantFrom<Score>(1, 2, 3, 4)
const sheet = fc.record(Object.fromEntries(KEYS.map((key) => [key, score])), { requiredKeys: [] }) as fc.Arbitrary<Answers>

/** The same by another way: over one common denominator, with the digits written out by long division. */
function reference(sheets: readonly Answers[]): string | undefined {
  const means = KEYS.map((key): Fraction => {
    const given = sheets.flatMap((one) => one[key] ?? [])
    return { n: BigInt(given.reduce((sum, value) => sum + value, 0)), d: BigInt(given.length) }
  })
  if (means.some(({ d }) => d === 0n)) return undefined
  const common = means.reduce((product, { d }) => product * d, 1n)
  const top = means.reduce((sum, { n, d }) => sum + n * (common / d), 0n) * 25n
  const [whole, left] = [top / (common * 9n), top % (common * 9n)]
  const thousandths = (left * 1000n) / (common * 9n)
  return String(Number(whole * 1000n + thousandths + 5n) / 1000).replace(/^(\d+)(?:\.(\d{0,2})\d*)?$/, (_all, units: string, parts = '') => `${units}.${String(parts).padEnd(2, '0')}`)
}

test('the index equals that of an independent computation', () => {
  fc.assert(fc.property(fc.array(sheet, { maxLength: 30 }), (sheets) => assert.equal(resultOf(sheets).index, reference(sheets))))
})

test('the order of the sheets does not matter', () => {
  fc.assert(fc.property(fc.array(sheet, { minLength: 1, maxLength: 20 }).chain((sheets) => fc.tuple(fc.constant(sheets), fc.shuffledSubarray(sheets, { minLength: sheets.length }))), ([sheets, shuffled]) => {
    assert.deepEqual(resultOf(shuffled), resultOf(sheets))
  }))
})

test('one better answer never lowers the index', () => {
  fc.assert(fc.property(fc.array(fc.record(Object.fromEntries(KEYS.map((key) => [key, score]))), { minLength: 1, maxLength: 12 }), fc.nat(), fc.constantFrom(...KEYS), (sheets, at, key) => {
    const better = sheets.map((one, index): Answers => (index === at % sheets.length && (one[key] ?? 4) < 4 ? { ...one, [key]: ((one[key] ?? 3) + 1) as Score } : one))
    assert.ok(Number(resultOf(better).index) >= Number(resultOf(sheets).index))
  }))
})

test('the lowest elements are those with the lowest means, answered ones only', () => {
  const { elements } = resultOf([{ ...full(4), time: 1, fee: 2, complaints: 3 }])

  assert.deepEqual(lowest(elements, 3).map(({ key }) => key), ['time', 'fee', 'complaints'])
  assert.deepEqual(lowest(resultOf([{ fee: 2 }]).elements, 3).map(({ key }) => key), ['fee'])
})

test('half a hundredth is rounded up, and a weight is read exactly', () => {
  assert.deepEqual([fraction(5, 1000), fraction(4, 1000), fraction(1, 3)].map(twoDecimals), ['0.01', '0.00', '0.33'])
  assert.equal(hundredths(fraction(9148, 100)), 9148n)
  assert.equal(decimals(fraction(11, 27), 3), '0.407')
  assert.deepEqual(['1/9', '0,1', '0.25', '1', '0', '1/0', '10/9', '-1', 'satu', '1.5'].map((text) => readFraction(text) !== undefined),
    [true, true, true, true, false, false, false, false, false, false])
})

const fileOf = (rows: readonly string[][]) => {
  const reader = answersReader()
  rows.forEach((cells, at) => reader.push({ line: at + 1, cells }))
  return reader.end()
}

test('a file may have a title above, its columns in any order, and others beside', () => {
  const read = fileOf([['Survei 2026'], ['hari', ...COLUMNS.toReversed().map((one) => one.toUpperCase())], ['1', ...Array<string>(9).fill('3')], ['2', ...Array<string>(9).fill('')], ['3', ' 4 ']])

  assert.ok(read.ok)
  assert.deepEqual([read.result.respondents, read.result.blank, read.result.index], [2, 1, '76.39'])
  assert.deepEqual(read.result.elements.map(({ key, n }) => `${key} ${n}`).slice(-2), ['u8 1', 'u9 2'])
})

test('wrong values are refused with their line and column, and a missing or doubled column by its name', () => {
  const wrong = fileOf([[...COLUMNS], ['5', '1', '2', '3', '4', '1', '2', '0', 'baik'], Array<string>(9).fill('4')])
  const missing = fileOf([COLUMNS.slice(0, 8), Array<string>(8).fill('4')])
  const twice = fileOf([[...COLUMNS, 'U3'], Array<string>(10).fill('4')])

  assert.deepEqual(wrong, { ok: false, fault: { kind: 'values', count: 3, wrong: [{ line: 2, column: 'u1', value: '5' }, { line: 2, column: 'u8', value: '0' }, { line: 2, column: 'u9', value: 'baik' }] } })
  assert.deepEqual(missing, { ok: false, fault: { kind: 'no-columns', missing: ['u9'] } })
  assert.deepEqual(twice, { ok: false, fault: { kind: 'column-twice', column: 'u3' } })
  assert.deepEqual(fileOf([]), { ok: false, fault: { kind: 'no-columns', missing: [...COLUMNS] } })
})

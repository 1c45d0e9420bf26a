import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatRupiah, readRupiah, spellNumber, spellRupiah } from './rupiah.ts'
import type { RupiahRefused } from './rupiah.ts'

const READ: [typed: string, amount: number][] = [
  ['1500000', 1_500_000], ['1.500.000', 1_500_000], ['Rp1.234.567,-', 1_234_567], ['Rp. 1.234.567,00', 1_234_567],
  ['rp 5.000.000.-', 5_000_000], ['Rp5.000,=', 5_000], ['IDR 750000', 750_000], ['500,- rupiah', 500], [' 28,000 ', 28_000],
  ['1,234,567.00', 1_234_567], ['28000.00', 28_000], ['1 500 000', 1_500_000],
  ['1\u00a0500\u00a0000', 1_500_000], ['1. 500. 000', 1_500_000],
  ['0', 0], ['Rp0', 0], ['1500,0', 1_500], ['2 juta', 2_000_000], ['2,5 jt', 2_500_000], ['2.5JT', 2_500_000], ['0,5 juta', 500_000],
  ['500rb', 500_000], ['Rp 500 ribu,-', 500_000], ['150k', 150_000], ['1,5 miliar', 1_500_000_000], ['1.75 milyar', 1_750_000_000],
  ['1 miliar 250 juta', 1_250_000_000], ['2jt500rb', 2_500_000], ['1,2345 juta', 1_234_500], ['3 triliun', 3e12], ['1500 jt', 1.5e9],
  ['９００', 900],
]

const REFUSED: [typed: string, code: RupiahRefused][] = [
  ['', 'empty'], ['   ', 'empty'], ['tidak tahu', 'not-a-number'], ['dua juta', 'not-a-number'],
  ['Rp', 'not-a-number'],
  ['5 apel', 'not-a-number'], ['5 constructor', 'not-a-number'], ['-', 'not-a-number'], ['9'.repeat(61), 'not-a-number'],
  ['-5000', 'negative'], ['Rp-5.000', 'negative'],
  ['- Rp 5.000', 'negative'], ['(5.000)', 'negative'], ['−2 juta', 'negative'], ['1500,50', 'fraction'], ['1,5', 'fraction'],
  ['0,0005 rb', 'fraction'], ['1.5', 'ambiguous'], ['10.00', 'ambiguous'], ['100.00', 'ambiguous'],
  ['1.50.000', 'ambiguous'], ['1.500.00', 'ambiguous'],
  ['1.234,567', 'ambiguous'], ['1,234.567', 'ambiguous'], ['0.500', 'ambiguous'],
  ['081200000001', 'ambiguous'], ['1.500 juta', 'ambiguous'],
  ['1,500 juta', 'ambiguous'], ['1.500.000 juta', 'ambiguous'], ['2 juta 500', 'ambiguous'], ['1-2 juta', 'ambiguous'],
  ['2 M', 'ambiguous'],
  ['5 T', 'ambiguous'], ['500 ribu 2 juta', 'ambiguous'], ['2 juta 1500 ribu', 'ambiguous'], ['2 juta 1000 ribu', 'ambiguous'],
  ['9999999999999999', 'too-large'],
  ['9008 triliun', 'too-large'], ['9007 triliun 999 miliar', 'too-large'],
]

for (const [typed, amount] of READ) {
  test(`a person who types "${typed}" means ${amount} rupiah`, () => {
    assert.deepEqual(readRupiah(typed), { ok: true, value: amount })
  })
}

for (const [typed, code] of REFUSED) {
  test(`"${typed.slice(0, 20)}" is not taken for a sum: ${code}`, () => {
    assert.deepEqual(readRupiah(typed), { ok: false, error: code })
  })
}

test('a sum as the office prints it is read back as the same sum, however it ends', () => {
  fc.assert(fc.property(fc.nat(Number.MAX_SAFE_INTEGER), fc.constantFrom('', ',-', ',00', ',--', ' rupiah'), (amount, end) => {
    assert.deepEqual(readRupiah(formatRupiah(amount) + end), { ok: true, value: amount })
  }))
})

test('whatever is pasted into a money field gets an answer, and a sum is always whole and not below zero', () => {
  const anything = fc.oneof(fc.string({ maxLength: 80 }), fc.stringMatching(/^[-Rp0-9., jtmrb()]{0,60}$/))

  fc.assert(fc.property(anything, (text) => {
    const read = readRupiah(text)
    assert.ok(!read.ok || (Number.isSafeInteger(read.value) && read.value >= 0), text)
  }), { numRuns: 2000 })
})

test('sums are printed with dots and without a space', () => {
  const printed = [0, 7, 999, 1_000, 1_500_000, 9_007_199_254_740_991, -28_000].map(formatRupiah)

  assert.deepEqual(printed, ['Rp0', 'Rp7', 'Rp999', 'Rp1.000', 'Rp1.500.000', 'Rp9.007.199.254.740.991', '-Rp28.000'])
})

test('half a rupiah is a mistake of the program, not a sum to print', () => {
  assert.throws(() => formatRupiah(0.5), RangeError)
  assert.throws(() => spellRupiah(Number.NaN), RangeError)
  assert.throws(() => spellRupiah(2 ** 53), RangeError)
})

const NINES = 'sembilan ratus sembilan puluh sembilan'
const EVERY_NINE = `${['triliun', 'miliar', 'juta', 'ribu'].map((scale) => `${NINES} ${scale}`).join(' ')} ${NINES}`

const SPELLED: [value: number, words: string][] = [
  [0, 'nol'], [1, 'satu'], [10, 'sepuluh'], [11, 'sebelas'], [12, 'dua belas'], [19, 'sembilan belas'], [20, 'dua puluh'],
  [21, 'dua puluh satu'], [99, 'sembilan puluh sembilan'], [100, 'seratus'], [101, 'seratus satu'], [111, 'seratus sebelas'],
  [200, 'dua ratus'], [1_000, 'seribu'], [1_001, 'seribu satu'], [1_100, 'seribu seratus'], [2_000, 'dua ribu'], [11_000, 'sebelas ribu'],
  [100_000, 'seratus ribu'], [101_000, 'seratus satu ribu'], [1_000_000, 'satu juta'],
  [1_001_000, 'satu juta seribu'],
  [1_500_000, 'satu juta lima ratus ribu'], [2_000_000_000, 'dua miliar'], [1e12, 'satu triliun'], [1e15, 'seribu triliun'],
  [-5, 'minus lima'],
  [999_999_999_999_999, EVERY_NINE],
]

for (const [value, words] of SPELLED) {
  test(`a letter spells ${value} as "${words.slice(0, 40)}"`, () => {
    assert.equal(spellNumber(value), words)
    assert.equal(spellRupiah(value), `${words} rupiah`)
  })
}

const VALUES: Record<string, number> = {
  nol: 0, satu: 1, dua: 2, tiga: 3, empat: 4, lima: 5, enam: 6, tujuh: 7, delapan: 8, sembilan: 9,
  sepuluh: 10, sebelas: 11,
}

/** Adds up spelled words the way a reader does, left to right. */
function readWords(words: string): number {
  const scales: Record<string, number> = { ribu: 1e3, juta: 1e6, miliar: 1e9, triliun: 1e12 }
  let [total, group, digit] = [0, 0, 0]
  for (const word of words.split(' ')) {
    if (word === 'belas') digit += 10
    else if (word === 'puluh' || word === 'ratus') [group, digit] = [group + digit * (word === 'puluh' ? 10 : 100), 0]
    else if (word === 'seratus') group += 100
    else if (word === 'seribu') total += 1000
    else if (scales[word]) [total, group, digit] = [total + (group + digit) * scales[word], 0, 0]
    else digit += VALUES[word] ?? Number.NaN
  }
  return total + group + digit
}

test('every spelled number below a thousand triliun adds up to itself again', () => {
  fc.assert(fc.property(fc.oneof(fc.nat(2_000), fc.nat(2_000_000), fc.nat(999_999_999_999_999)), (value) => {
    assert.equal(readWords(spellNumber(value)), value)
  }), { numRuns: 2000 })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatRupiah } from '../../../kernel/rupiah.ts'
import { readMoney } from './read-money.ts'
import type { MoneyOptions } from './read-money.ts'

/** What a sum is read as, in short: the amount, with its period, its note or its fault. */
function told(text: string, options?: MoneyOptions): string {
  const read = readMoney(text, options)
  if (!read.ok) return `${read.error.doubtful ? 'doubt' : 'fault'} ${read.error.code}`
  if (read.value.kind !== 'value') return read.value.kind === 'empty' ? 'empty' : read.value.reason
  const { value: { amount, period }, note } = read.value
  return [String(amount), period, note?.code].filter((part) => part !== undefined).join(' ')
}

test('a sum is read as lists write it', () => {
  const table: [string, string][] = [
    ['Rp1.234.567,-', '1234567'], ['Rp. 1.234.567', '1234567'], [' 28,000 ', '28000'], ['28.000', '28000'], ['1500000', '1500000'],
    ['1,5 juta', '1500000'], ['1.5jt', '1500000'], ['2 jt', '2000000'], ['500 rb', '500000'], ['500rb', '500000'], ['IDR 750.000', '750000'],
    ['1 miliar 250 juta', '1250000000'], ['1.234.567,50', '1234568 cents'], ['1,234,567.49', '1234567 cents'], ["'2500000", '2500000'],
    ['Rp 1.2 M', '1200000000 miliar'], ['2 M', '2000000000 miliar'], ['3jt/bln', '3000000 month'], ['Rp 36 juta per tahun', '36000000 year'],
    ['5.000.000/bulan', '5000000 month'], ['60 jt/thn', '60000000 year'], ['± 5 juta', '5000000 rough'], ['sekitar 2 jt/bln', '2000000 month rough'],
    ['0', '0'], ['nihil', '0'], ['Tidak ada', '0'], ['-', 'empty'], ['', 'empty'], ['n/a', 'empty'],
    ['tidak tahu', 'unknown'], ['Tdk tau', 'unknown'], ['menolak', 'refused'], ['Tidak bersedia', 'refused'], ['rahasia', 'refused'],
  ]
  for (const [text, expected] of table) assert.equal(told(text), expected, text)
})

test('a sum with two readings is doubtful, what is no sum is refused', () => {
  const table: [string, string][] = [
    ['1-2 juta', 'doubt range'], ['1 jt - 2 jt', 'doubt range'], ['500.000 s/d 1.000.000', 'doubt range'], ['1.50.000', 'doubt ambiguous'],
    ['1.500 juta', 'doubt ambiguous'], ['50rb/hari', 'doubt other-period'], ['2 juta per minggu', 'doubt other-period'],
    ['-500', 'fault negative'], ['(500.000)', 'fault negative'], ['banyak', 'fault not-a-sum'], ['2.5E+15', 'fault rounded'],
    ['99999999999999999', 'fault too-large'],
  ]
  for (const [text, expected] of table) assert.equal(told(text), expected, text)
})

test('a heading in millions or thousands multiplies bare figures only', () => {
  const table: [string, MoneyOptions, string][] = [
    ['15', { factor: 1e6 }, '15000000'], ['1,5', { factor: 1e6 }, '1500000'], ['1.5', { factor: 1e6, isNumber: true }, '1500000'],
    ['1.234', { factor: 1e6, isNumber: true }, '1234000'], ['1.250', { factor: 1e6 }, '1250000000'], ['2 jt', { factor: 1e6 }, '2000000'],
    ['750', { factor: 1e3 }, '750000'], ['1.500', { factor: 1e3 }, '1500000'], ['12.5', { factor: 1e9, isNumber: true }, '12500000000'],
    ['5000000', { factor: 1e6 }, 'doubt factor'], ['25.000.000', { factor: 1e3 }, 'doubt factor'], ['0', { factor: 1e6 }, '0'],
    ['1234567.5', { isNumber: true }, '1234568 cents'], ['1500000', { isNumber: true }, '1500000'],
  ]
  for (const [text, options, expected] of table) assert.equal(told(text, options), expected, `${text} ${JSON.stringify(options)}`)
})

test('a refusal quotes what was found and says what to do', () => {
  const read = readMoney('lumayan')

  assert.equal(read.ok ? '' : read.error.sentence, '"lumayan" bukan jumlah uang. Tulis angka rupiah lengkap, misalnya 1500000.')
})

test('a sum written in any usual way is read back', () => {
  const amount = fc.integer({ min: 0, max: 9_000_000_000_000 })
  const commas = (sum: number) => String(sum).replace(/\B(?=(\d{3})+$)/g, ',')

  fc.assert(fc.property(amount, (sum) => {
    for (const text of [formatRupiah(sum), `${formatRupiah(sum)},-`, ` ${commas(sum)} `, String(sum), `Rp ${formatRupiah(sum).slice(2)},00`]) {
      assert.equal(told(text), String(sum), text)
    }
  }))
  fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), (sum) => assert.equal(told(`${String(sum / 10).replace('.', ',')} jt`), String(sum * 100_000))))
})

test('no text at all breaks the reader', () => {
  fc.assert(fc.property(fc.string({ maxLength: 80 }), (text) => typeof told(text) === 'string'))
})

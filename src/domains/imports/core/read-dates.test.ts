import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { dateOrderOf, readBirth, readDate } from './read-dates.ts'
import type { DateOrder } from './read-dates.ts'

function told(text: string, order?: DateOrder): string {
  const read = readDate(text, { thisYear: 2026, ...(order ? { order } : {}) })
  if (!read.ok) return `${read.error.doubtful ? 'doubt' : 'fault'} ${read.error.code}`
  if (read.value.kind !== 'value') return read.value.kind
  const { iso, precision } = read.value.value
  return precision === 'day' ? iso : `${iso} ${precision}`
}

test('a day is read in the notations lists use', () => {
  const table: [string, string][] = [
    ['2023-03-01', '2023-03-01'], ['2023/3/1', '2023-03-01'], ['2023-03-01T08:30', '2023-03-01'], ['2023-03-01 00:00:00', '2023-03-01'],
    ['01/03/2023', '2023-03-01'], ['1-3-23', '2023-03-01'], ['1.3.2023', '2023-03-01'], ['01/03/2023 14:05', '2023-03-01'],
    ['1 Maret 2023', '2023-03-01'], ['11 September 2024', '2024-09-11'], ['01-Mar-23', '2023-03-01'], ['1 Nopember 2019', '2019-11-01'],
    ['17 Agt 2020', '2020-08-17'], ['5 Peb 2018', '2018-02-05'], ['March 1, 2023', '2023-03-01'], ['Rabu, 1 Maret 2023', '2023-03-01'],
    ['Mar-23', '2023-03-01 month'], ['Maret 2023', '2023-03-01 month'], ['20230301', '2023-03-01'], ['44986', '2023-03-01'], ['44986.75', '2023-03-01'],
    ['2015', '2015-01-01 year'], ['Tahun 2015', '2015-01-01 year'], ['th. 2015', '2015-01-01 year'], ["'2015", '2015-01-01 year'],
    ['12/5/98', '1998-05-12'], ['12/5/26', '2026-05-12'], ['12/5/27', '1927-05-12'], ['-', 'empty'], ['', 'empty'], ['lupa', 'unstated'],
    ['29/02/2024', '2024-02-29'],
  ]
  for (const [text, expected] of table) assert.equal(told(text), expected, text)
})

test('a day in no calendar is refused, one with two readings is doubtful', () => {
  const table: [string, string][] = [
    ['29/02/2023', 'fault no-such-day'], ['31/04/2023', 'fault no-such-day'], ['2023-13-01', 'fault no-such-day'], ['0/3/2023', 'fault no-such-day'],
    ['23-Mar', 'doubt no-year'], ['kemarin', 'fault not-a-date'], ['3', 'fault not-a-date'], ['999999', 'fault not-a-date'],
    ['1 Foo 2023', 'fault not-a-date'], ['03/25/2023', 'doubt date-order'],
  ]
  for (const [text, expected] of table) assert.equal(told(text), expected, text)
})

test('the column decides whether the day or the month comes first', () => {
  assert.equal(dateOrderOf(['01/03/2023', '25/03/2023', '2023-04-01']), 'dmy')
  assert.equal(dateOrderOf(['3/1/2023', '3/25/2023 10:00', 'Maret 2023']), 'mdy')
  assert.equal(dateOrderOf(['25/03/2023', '03/25/2023']), 'mixed')
  assert.equal(dateOrderOf(['01/03/2023']), 'dmy')

  assert.equal(told('3/1/2023', 'mdy'), '2023-03-01')
  assert.equal(told('25/3/2023', 'mdy'), 'doubt date-order')
  assert.equal(told('3/1/2023', 'mixed'), 'doubt date-order')
  assert.equal(told('3/25/2023', 'mixed'), '2023-03-25')
  assert.equal(told('4/4/2023', 'mixed'), '2023-04-04')
})

test('place and day of birth are parted', () => {
  const table: [string, unknown][] = [
    ['Sidoarjo, 12 Mei 1980', { place: 'Sidoarjo', date: '1980-05-12' }], ['SIDOARJO 12-05-1980', { place: 'SIDOARJO', date: '1980-05-12' }],
    ['Surabaya/1-1-75', { place: 'Surabaya', date: '1975-01-01' }], ['Sidoarjo', { place: 'Sidoarjo' }], ['12/05/1980', { date: '1980-05-12' }],
  ]
  for (const [text, expected] of table) {
    const read = readBirth(text, { thisYear: 2026 })
    assert.deepEqual(read.ok && read.value.kind === 'value' ? read.value.value : read, expected, text)
  }
})

test('every day of two centuries is read back from every notation', () => {
  const epoch = Temporal.PlainDate.from('1930-01-01')
  const months = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember']
  const two = (part: number) => String(part).padStart(2, '0')

  fc.assert(fc.property(fc.integer({ min: 0, max: 62_000 }), (days) => {
    const date = epoch.add({ days })
    const { year, month, day } = date
    const iso = date.toString()
    const serial = Temporal.PlainDate.from('1899-12-30').until(date, { largestUnit: 'day' }).days
    const texts = [iso, `${two(day)}/${two(month)}/${year}`, `${day}-${month}-${year}`, `${day} ${months[month - 1]} ${year}`, String(serial), iso.replaceAll('-', '')]
    for (const text of texts) assert.equal(told(text), iso, text)
    assert.equal(told(`${month}/${day}/${year}`, 'mdy'), iso)
  }))
})

test('no text at all breaks the reader', () => {
  fc.assert(fc.property(fc.string({ maxLength: 60 }), (text) => typeof told(text) === 'string'))
})

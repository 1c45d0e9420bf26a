import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { KINDS } from './choices.ts'
import { type Listed, NEEDED, READ_COLUMNS, readRow, writeRow } from './exchange.ts'

const row = {
  no_lapor: '7788990', tanggal: '2026-11-09', klasifikasi: 'Permintaan Informasi', isi: 'Mohon daftar koperasi aktif tahun 2025.',
}

test('a row of LAPOR! is read with its own words for what it is', () => {
  const read = readRow(row)
  assert.ok(read.ok)
  assert.deepEqual([read.value.kind, read.value.receivedOn.toString(), read.value.place], ['information', '2026-11-09', ''])
})

const WRONG: [string, Partial<Record<(typeof READ_COLUMNS)[number], string>>, string[]][] = [
  ['without a number', { no_lapor: ' ' }, ['number']], ['of a day that is none', { tanggal: '2026-02-30' }, ['date']],
  ['with a day in another order', { tanggal: '09/11/2026' }, ['date']],
  ['of an unknown class', { klasifikasi: 'curhat' }, ['kind']], ['that says nothing', { isi: 'ok' }, ['words']],
  ['empty', { no_lapor: '', tanggal: '', klasifikasi: '', isi: '' }, ['number', 'date', 'kind', 'words']],
]
for (const [what, change, problems] of WRONG) {
  test(`a row ${what} is refused, with all that is wrong`, () => {
    const read = readRow({ ...row, ...change })
    assert.deepEqual(read.ok ? [] : read.error, problems)
  })
}

test('what is needed is among what is read', () => assert.ok(NEEDED.every((column) => READ_COLUMNS.some((other) => other === column))))

test('what was written reads the same again', () => {
  const text = (least: number, most: number) => fc.string({ minLength: least, maxLength: most }).map((one) => one.trim()).filter((one) => one.length >= least)
  const listed: fc.Arbitrary<Listed> = fc.record({
    laporNumber: text(1, 60),
    receivedOn: fc.integer({ min: 0, max: 20_000 }).map((days) => Temporal.PlainDate.from('1990-01-01').add({ days })),
    kind: fc.constantFrom(...KINDS),
    words: text(10, 200), wanted: text(0, 100), place: text(0, 100), regionCode: text(0, 13),
    serviceCode: text(0, 6).map((one) => one.toUpperCase().trim()), cooperative: text(0, 50),
  })
  fc.assert(fc.property(listed, (one) => {
    const read = readRow(writeRow(one))
    assert.ok(read.ok)
    assert.deepEqual({ ...read.value, receivedOn: read.value.receivedOn.toString() }, { ...one, receivedOn: one.receivedOn.toString() })
  }))
})

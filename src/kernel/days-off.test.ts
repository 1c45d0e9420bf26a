import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysOffFromRows } from './days-off.ts'

test('the published list becomes days off in order, whatever other columns it has', () => {
  const rows = [
    { date: '2026-12-25', name: 'Kelahiran Yesus Kristus (Natal)', kind: 'libur_nasional', hari: 'Jumat', dasar: 'SKB' },
    { date: '2026-12-24', name: ' Cuti Bersama ', kind: 'cuti_bersama' },
    { date: '2026-12-09', name: 'Hari Pemungutan Suara', kind: 'lokal' },
  ]

  assert.deepEqual(daysOffFromRows(rows), {
    ok: true,
    value: [
      { date: '2026-12-09', name: 'Hari Pemungutan Suara', kind: 'local' },
      { date: '2026-12-24', name: 'Cuti Bersama', kind: 'joint-leave' },
      { date: '2026-12-25', name: 'Kelahiran Yesus Kristus (Natal)', kind: 'national' },
    ],
  })
})

test('a list with mistakes is refused whole, and every mistake is named with its row', () => {
  const rows = [
    { date: '2026-12-25', name: 'Natal', kind: 'libur_nasional' },
    { date: '25-12-2026', name: 'Natal', kind: 'libur_nasional' },
    { date: '2026-02-29', name: 'Hari kabisat', kind: 'lokal' },
    { date: '2026-12-26', name: ' ', kind: 'cuti_bersama' },
    { date: '2026-12-27', name: 'Libur', kind: 'libur' },
    { date: '2026-12-25', name: 'Natal lagi', kind: 'lokal' },
    {},
  ]

  assert.deepEqual(daysOffFromRows(rows), {
    ok: false,
    error: [
      { row: 2, code: 'bad-date' }, { row: 3, code: 'bad-date' }, { row: 4, code: 'no-name' }, { row: 5, code: 'unknown-kind' },
      { row: 6, code: 'date-twice' }, { row: 7, code: 'bad-date' },
    ],
  })
})

test('a word that every JavaScript object knows is still no kind of day off', () => {
  const read = daysOffFromRows([{ date: '2026-12-25', name: 'Natal', kind: 'constructor' }])

  assert.deepEqual(read, { ok: false, error: [{ row: 1, code: 'unknown-kind' }] })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkNumberPattern, formatLetterNumber } from './letter-number.ts'

const fields = { classification: '500.3.7', sequence: 239, unit: '438.5.14', year: 2026 }

test('a number is written by the office’s pattern', () => {
  const table: [string, string][] = [
    ['{klas}/{urut}/{unit}/{tahun}', '500.3.7/239/438.5.14/2026'],
    ['{klas}/{urut:4}/{unit}/{tahun}', '500.3.7/0239/438.5.14/2026'],
    ['{urut:2}/SKUM/{tahun}', '239/SKUM/2026'],
  ]
  for (const [pattern, number] of table) assert.deepEqual(formatLetterNumber(pattern, fields), { ok: true, value: number })
})

test('a pattern without sequence or year could give one number twice and is refused', () => {
  assert.deepEqual(checkNumberPattern('{klas}/{unit}/{tahun}'), { ok: false, error: { kind: 'field-missing', field: 'urut' } })
  assert.deepEqual(checkNumberPattern('{klas}/{urut}/{unit}'), { ok: false, error: { kind: 'field-missing', field: 'tahun' } })
})

test('a pattern with a field nobody knows, or with characters that do not travel, is refused', () => {
  assert.deepEqual(checkNumberPattern('{urut}/{tahun}/{bulan}'), { ok: false, error: { kind: 'unknown-field', field: 'bulan' } })
  assert.deepEqual(checkNumberPattern('{urut:9}/{tahun}'), { ok: false, error: { kind: 'unknown-field', field: 'urut:9' } })
  for (const pattern of ['{urut}/{tahun}§', '{urut}\\{tahun}', '{urut}/{tahun}{', '{urut}/{tahun}\n']) {
    assert.equal(checkNumberPattern(pattern).ok, false, pattern)
  }
})

test('a number longer than the letter code can carry whole is refused', () => {
  const long = formatLetterNumber('{klas}/{urut}/{unit}/{tahun}', { ...fields, unit: '438.5.14.1.2.3.4.5.6.7.8' })

  assert.deepEqual(long, { ok: false, error: { kind: 'too-long', most: 40 } })
})

test('a field with a value that cannot be is refused', () => {
  for (const [field, value] of [['sequence', 0], ['sequence', 1.5], ['year', 26], ['unit', ''], ['classification', '500/3']] as const) {
    const number = formatLetterNumber('{klas}/{urut}/{unit}/{tahun}', { ...fields, [field]: value })
    assert.deepEqual(number, { ok: false, error: { kind: 'bad-value', field } })
  }
})

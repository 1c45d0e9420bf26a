import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseBusinessNumber } from './business-number.ts'

test('a NIB keeps its leading zeros', () => {
  assert.deepEqual(parseBusinessNumber('0012 0300 00000'), { ok: true, value: '0012030000000' })
})

test('a NIB of another length or with letters is refused', () => {
  assert.deepEqual(parseBusinessNumber('912030000000'), { ok: false, error: 'wrong-length' })
  assert.deepEqual(parseBusinessNumber('91203000000000'), { ok: false, error: 'wrong-length' })
  assert.deepEqual(parseBusinessNumber('NIB9120300000'), { ok: false, error: 'not-digits' })
})

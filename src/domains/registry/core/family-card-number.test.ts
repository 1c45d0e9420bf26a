import assert from 'node:assert/strict'
import { test } from 'node:test'
import { familyCardWarnings, parseFamilyCardNumber } from './family-card-number.ts'

test('a family card number is read with or without spaces', () => {
  assert.deepEqual(parseFamilyCardNumber('3515 0801 0215 0000'), { ok: true, value: '3515080102150000' })
})

test('a family card number of another length or with letters is refused', () => {
  assert.deepEqual(parseFamilyCardNumber('351508010215000'), { ok: false, error: 'wrong-length' })
  assert.deepEqual(parseFamilyCardNumber('35150801O2150000'), { ok: false, error: 'not-digits' })
})

test('a NIK typed as family card number is pointed out, not refused', () => {
  const digits = '3515084102900000'

  const warnings = familyCardWarnings(digits, digits)

  assert.deepEqual(warnings, ['sample-number', 'same-as-national-id'])
})

test('a family card number without a possible date of issue is pointed out', () => {
  assert.deepEqual(familyCardWarnings('3515084102150001'), ['no-such-date'])
  assert.deepEqual(familyCardWarnings('3515083113150001'), ['no-such-date'])
  assert.deepEqual(familyCardWarnings('3515083112150001'), [])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { differsFromNationalId, formatTaxNumber, parseTaxNumber } from './tax-number.ts'

const accepted: [text: string, digits: string, form: string][] = [
  ['12.345.678.9-012.000', '123456789012000', 'old'],
  ['123456789012000', '123456789012000', 'old'],
  ['0123456789012000', '0123456789012000', 'body'],
  ['3515 0812 0390 0000', '3515081203900000', 'person'],
]

for (const [text, digits, form] of accepted) {
  test(`the tax number ${text} is accepted in the form "${form}"`, () => {
    assert.deepEqual(parseTaxNumber(text), { ok: true, value: { digits, form } })
  })
}

const refused: [text: string, fault: string][] = [
  ['12345678901200', 'wrong-length'],
  ['12345678901234567', 'wrong-length'],
  ['0123456789012000000001', 'branch-number'],
  ['12.345.678.9-O12.000', 'not-digits'],
]

for (const [text, fault] of refused) {
  test(`the tax number ${text} is refused: ${fault}`, () => {
    assert.deepEqual(parseTaxNumber(text), { ok: false, error: fault })
  })
}

test('a tax number of 15 digits is shown as on its card', () => {
  assert.equal(formatTaxNumber({ digits: '123456789012000', form: 'old' }), '12.345.678.9-012.000')
  assert.equal(formatTaxNumber({ digits: '3515081203900000', form: 'person' }), '3515081203900000')
})

test('only a tax number in the form of a NIK is compared with the NIK', () => {
  assert.equal(differsFromNationalId({ digits: '3515081203900000', form: 'person' }, '3515081203910000'), true)
  assert.equal(differsFromNationalId({ digits: '3515081203900000', form: 'person' }, '3515081203900000'), false)
  assert.equal(differsFromNationalId({ digits: '123456789012000', form: 'old' }, '3515081203900000'), false)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseHomeIndustryNumber } from './home-industry-number.ts'

for (const text of ['2063515010001-30', 'P-IRT No. 2063515010001-30', 'PIRT 206351501000130', 'SPP-IRT: 206 3515 01 0001 30']) {
  test(`the P-IRT number "${text}" is read with its year of expiry`, () => {
    assert.deepEqual(parseHomeIndustryNumber(text), { ok: true, value: { digits: '206351501000130', expiresIn: 2030 } })
  })
}

test('a P-IRT number of another length or with other letters is refused', () => {
  assert.deepEqual(parseHomeIndustryNumber('P-IRT 206351501000'), { ok: false, error: 'wrong-length' })
  assert.deepEqual(parseHomeIndustryNumber('MD 206351501000130'), { ok: false, error: 'not-digits' })
})

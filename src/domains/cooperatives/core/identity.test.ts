import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  legalEntityKey, maskTaxNumber, parseBodyTaxNumber, parseBusinessNumber, parseCooperativeNumber, parseTelephone,
} from './identity.ts'

test('a legal entity number of any era is one number however it is typed', () => {
  const pairs = [
    ['518/BH/XVI.24/12/2003', ' 518 / bh / xvi.24 / 12 / 2003 '], ['AHU-0001234.AH.01.29.TAHUN 2025', 'ahu–0001234.ah.01.29.tahun2025'],
    ['003456/BH/M.KUKM.2/V/2017', '003456/BH/M.KUKM.2/V/2017\u00a0'],
  ]

  for (const [one, other] of pairs) assert.equal(legalEntityKey(one ?? ''), legalEntityKey(other ?? ''))
  assert.notEqual(legalEntityKey('518/BH/1'), legalEntityKey('518/BH/11'))
})

test('numbers of a body are read as written and refused with their fault', () => {
  const cases = [
    [parseCooperativeNumber('3515.0800 10001'), '3515080010001'], [parseCooperativeNumber('35A5'), 'not-digits'],
    [parseCooperativeNumber(''), 'not-digits'],
    [parseBodyTaxNumber('01.234.567.8-901.234'), '012345678901234'], [parseBodyTaxNumber('0012345678901234'), '0012345678901234'],
    [parseBodyTaxNumber('3515051506750000'), 'of-a-person'], [parseBodyTaxNumber('12345'), 'wrong-length'],
    [parseBodyTaxNumber('abc'), 'not-digits'],
    [parseBusinessNumber('1234 5678 90123'), '1234567890123'], [parseBusinessNumber('123'), 'wrong-length'],
    [parseTelephone('(031) 8912345'), '+62318912345'], [parseTelephone('0812-0000-0002'), '+6281200000002'],
    [parseTelephone('+62 31 8912345'), '+62318912345'],
    [parseTelephone('0310'), 'wrong-length'], [parseTelephone('kantor'), 'not-digits'],
  ] as const

  for (const [read, expected] of cases) assert.equal(read.ok ? read.value : read.error, expected)
})

test('a masked tax number shows neither its middle nor its length as stars alone', () => {
  assert.equal(maskTaxNumber('012345678901234'), '01**********234')
})

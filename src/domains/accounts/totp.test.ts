import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matchingStep, secretBytes, secretText, totpCodeAt } from './totp.ts'

/** Source: RFC 6238, appendix B, the last six of eight figures. */
const SECRET = secretText(new TextEncoder().encode('12345678901234567890'))
const VECTORS = [[59, '287082'], [1111111109, '081804'], [1111111111, '050471'], [1234567890, '005924'], [2000000000, '279037'], [20000000000, '353130']] as const

test('the codes are those of RFC 6238', () => {
  for (const [seconds, code] of VECTORS) assert.equal(totpCodeAt(SECRET, seconds * 1000), code)
})

test('a clock that is one step off still fits, two steps do not', () => {
  const secret = secretBytes(SECRET)
  const code = totpCodeAt(SECRET, 3_000_000)

  const matches = [-60, -30, 0, 30, 60].map((seconds) => matchingStep(secret, 3_000_000 + seconds * 1000, undefined, code) !== undefined)

  assert.deepEqual(matches, [false, true, true, true, false])
})

test('what is no code of six figures matches nothing', () => {
  for (const typed of ['', 'abcdef', '12345', '1234567']) assert.equal(matchingStep(secretBytes(SECRET), 3_000_000, undefined, typed), undefined)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { CODE_SPACE, CODE_TRIES, codeState, codeText, parseCode } from './one-time-code.ts'

const SENT = Temporal.Instant.from('2026-11-11T09:00:00+07:00')
const EXPIRES = SENT.add({ minutes: 5 })

const CASES = [
  ['fresh', { tries: 0, used: false }, SENT, 'open'],
  ['a millisecond before the end', { tries: 0, used: false }, EXPIRES.subtract({ milliseconds: 1 }), 'open'],
  ['at the end', { tries: 0, used: false }, EXPIRES, 'expired'],
  ['after four wrong tries', { tries: CODE_TRIES - 1, used: false }, SENT, 'open'],
  ['after five wrong tries', { tries: CODE_TRIES, used: false }, SENT, 'no-tries-left'],
  ['used', { tries: 0, used: true }, SENT, 'used'],
  ['used and long over', { tries: 0, used: true }, EXPIRES.add({ hours: 24 }), 'used'],
] as const

for (const [name, held, now, expected] of CASES) {
  test(`a code that is ${name} is ${expected}`, () => {
    assert.equal(codeState({ ...held, expiresAt: EXPIRES }, now), expected)
  })
}

test('every drawn number is six figures that can be typed back, with blanks too', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: CODE_SPACE - 1 }), (drawn) => {
    const text = codeText(drawn)

    assert.match(text, /^\d{6}$/)
    assert.equal(parseCode(` ${text.slice(0, 3)} ${text.slice(3)} `), text)
    assert.equal(Number(text), drawn)
  }))
})

test('what is no number of six figures is no code', () => {
  for (const typed of ['', '12345', '1234567', 'abcdef', '١٢٣٤٥٦']) assert.equal(parseCode(typed), undefined, typed)
  for (const drawn of [-1, CODE_SPACE, 1.5]) assert.throws(() => codeText(drawn), RangeError)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { differByFew, isOneSlip, letterMask } from './slips.ts'

const judged: [string, string, boolean][] = [
  ['kerupuk', 'kerupk', true], ['kerupuk', 'kerupukk', true], ['kerupuk', 'kerapuk', true], ['kerupuk', 'kerupku', true],
  ['kerupuk', 'ekrupuk', true], ['kerupuk', 'kerupuk', false], ['kerupuk', 'kripik', false], ['kerupuk', 'kekurup', false],
  ['', 'a', true], ['', '', false], ['ab', 'ba', true],
]

for (const [one, other, expected] of judged) {
  test(`"${one}" and "${other}" are ${expected ? '' : 'not '}one slip apart`, () => {
    assert.equal(isOneSlip(one, other), expected)
    assert.equal(isOneSlip(other, one), expected)
  })
}

test('the quick look at the letters never hides a slip', () => {
  const text = fc.string({ unit: fc.constantFrom(...'abcdefghij'), maxLength: 8 })
  fc.assert(
    fc.property(text, fc.nat(8), fc.constantFrom('a', 'j', ''), (word, at, letter) => {
      const slipped = word.slice(0, at) + letter + word.slice(at + 1)

      if (isOneSlip(word, slipped)) assert.ok(differByFew(letterMask(word), letterMask(slipped)))
    }),
    { numRuns: 500 },
  )
})

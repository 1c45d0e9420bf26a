import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { shadeBands, shadeOf } from './shades.ts'

test('the bands of a map have round edges', () => {
  assert.deepEqual(shadeBands([645, 1299, 2109]).map(({ above, upTo }) => [above, upTo]), [[0, 600], [600, 1200], [1200, 1800], [1800, 2400]])
  assert.deepEqual(shadeBands([3]).map(({ upTo }) => upTo), [1, 2, 3, 4])
})

test('where nothing is, nothing is shaded', () => {
  assert.deepEqual(shadeBands([0, 0]), [])
  assert.equal(shadeOf(0, shadeBands([12])), 0)
})

test('every number above zero has a shade, and a larger one never a lighter shade', () => {
  fc.assert(fc.property(fc.array(fc.nat(2_000_000), { minLength: 2, maxLength: 30 }), (numbers) => {
    const bands = shadeBands(numbers)
    const shades = numbers.toSorted((a, b) => a - b).map((n) => shadeOf(n, bands))

    assert.ok(numbers.every((n) => (n > 0) === (shadeOf(n, bands) > 0)))
    assert.deepEqual(shades, shades.toSorted())
  }))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closestWords } from './word-slips.ts'

const words = ['kapuk', 'krupuk', 'kerupuk', 'keripik', 'kopi', 'tahu', 'sandal', 'jahit']

const typed: [string, string[]][] = [
  ['kerupk', ['kerupuk']],
  ['krpuk', ['krupuk']],
  ['kerrupuk', ['kerupuk']],
  ['sendal', ['sandal']],
  ['jhait', ['jahit']],
  ['kopii', ['kopi']],
  ['thu', []],
  ['bengkel', []],
]

for (const [slip, meant] of typed) {
  test(`"${slip}" is read as ${meant.join(', ') || 'no known word'}`, () => {
    assert.deepEqual(closestWords(slip, words).map(({ word }) => word), meant)
  })
}

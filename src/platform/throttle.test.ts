import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp } from '../apps/testing.ts'
import { countTry, forgiveTries } from './throttle.ts'

test('tries are counted while successes elsewhere forget them', async (t) => {
  const { tools } = await freshApp(t)
  const limit = { name: 'of-test', most: 1000, windowMs: 60_000 }

  const verdicts = await Promise.all(Array.from({ length: 200 }, async (_, at) => {
    const counted = await countTry(tools, limit, 'kadis')
    if (at % 2 === 0) await forgiveTries(tools, limit, 'kadis')
    return counted
  }))

  assert.ok(verdicts.every(({ allowed }) => allowed))
})

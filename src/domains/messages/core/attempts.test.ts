import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LEAST_AGE_MS, MOST_ATTEMPTS, SECRET_LASTS_MS, isGivenUp, pauseMs } from './attempts.ts'

test('pauses between attempts double from half a minute and never pass three hours', () => {
  const middle = Array.from({ length: 12 }, (_, at) => pauseMs(at + 1, false, 0.5) / 1_000)

  assert.deepEqual(middle.slice(0, 5), [30, 60, 120, 240, 480])
  assert.equal(middle.at(-1), 7_200)
  assert.equal(pauseMs(12, false, 0.999_999_99), 10_800_000)
})

test('chance spreads the next attempt by half up and down', () => {
  assert.equal(pauseMs(1, false, 0), 15_000)
  assert.equal(pauseMs(1, false, 0.999_99), 45_000)
})

test('a one-time code is tried several times while it can still be used', () => {
  const unlucky = Array.from({ length: 4 }, (_, at) => pauseMs(at + 1, true, 1)).reduce((sum, ms) => sum + ms)

  assert.ok(unlucky < SECRET_LASTS_MS)
})

test('a message is given up only after twelve attempts and more than a day: every provider may be down for one', () => {
  const day = 24 * 3_600_000

  assert.equal(isGivenUp(MOST_ATTEMPTS, LEAST_AGE_MS), true)
  assert.equal(isGivenUp(MOST_ATTEMPTS - 1, 10 * day), false)
  assert.equal(isGivenUp(200, day), false)
})

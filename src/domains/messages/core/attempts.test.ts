import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MOST_ATTEMPTS, SECRET_LASTS_MS, pauseMs } from './attempts.ts'

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

test('a message is given up after four to thirteen hours: a gateway may be down for a night', () => {
  const total = (chance: number) => Array.from({ length: MOST_ATTEMPTS - 1 }, (_, at) => pauseMs(at + 1, false, chance)).reduce((sum, ms) => sum + ms) / 3_600_000

  assert.ok(total(0) > 4 && total(1) < 13, `${total(0)} to ${total(1)}`)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { type Counted, countOne, mayTry, verdict } from './throttle.ts'

const limit = { most: 3, windowMs: 60_000 }
const start = Temporal.Instant.from('2026-11-11T09:00:00+07:00')

function tried(times: number): Counted {
  let held = countOne(limit, undefined, start)
  for (let n = 1; n < times; n++) held = countOne(limit, held, start)
  return held
}

test('as many tries as the limit says are allowed, one more is not', () => {
  assert.deepEqual(verdict(limit, tried(3)), { allowed: true })
  assert.deepEqual(verdict(limit, tried(4)), { allowed: false, retryAt: start.add({ minutes: 1 }) })
})

test('who used up all tries may not begin another one until the window is over', () => {
  const over = start.add({ minutes: 1 })

  assert.deepEqual(mayTry(limit, undefined, start), { allowed: true })
  assert.deepEqual(mayTry(limit, tried(2), start), { allowed: true })
  assert.deepEqual(mayTry(limit, tried(3), start), { allowed: false, retryAt: over })
  assert.deepEqual(mayTry(limit, tried(3), over), { allowed: true })
})

test('after the window the count begins anew', () => {
  const later = start.add({ minutes: 1 })

  assert.deepEqual(countOne(limit, tried(9), later), { windowStart: later, count: 1 })
})

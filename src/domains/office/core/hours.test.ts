import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatHours, readHours } from './hours.ts'

test('hours are read as people write them, and refused when they cannot be hours of a day', () => {
  const table = [
    ['07.30-16.00', { opens: 450, closes: 960 }], ['7:30 – 16:00', { opens: 450, closes: 960 }], ['08.00 s.d. 15.00', { opens: 480, closes: 900 }], ['', null], ['  ', null],
    ['00.00-24.00', { opens: 0, closes: 1440 }], ['16.00-07.30', undefined], ['08.00-08.00', undefined], ['25.00-26.00', undefined], ['07.60-16.00', undefined], ['pagi', undefined], ['23.00-24.30', undefined],
  ] as const

  for (const [text, expected] of table) assert.deepEqual(readHours(text), expected, text)
})

test('what is written is read back the same', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 1, max: 1440 }), (opens, span) => {
    const hours = { opens, closes: Math.min(1440, opens + span) }
    assert.deepEqual(readHours(formatHours(hours)), hours)
  }))
})

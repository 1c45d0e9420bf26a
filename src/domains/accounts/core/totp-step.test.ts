import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stepsToTry } from './totp-step.ts'

const at = (step: number, seconds = 0) => (step * 30 + seconds) * 1000

test('the code of now, of the step before and of the one after may be given', () => {
  assert.deepEqual(stepsToTry(at(100), undefined), [100, 99, 101])
  assert.deepEqual(stepsToTry(at(100, 29.999), undefined), [100, 99, 101])
})

test('a step that was used is spent with all before it', () => {
  assert.deepEqual(stepsToTry(at(100), 99), [100, 101])
  assert.deepEqual(stepsToTry(at(100), 100), [101])
  assert.deepEqual(stepsToTry(at(100), 101), [])
  assert.deepEqual(stepsToTry(at(100), 0), [100, 99, 101])
})

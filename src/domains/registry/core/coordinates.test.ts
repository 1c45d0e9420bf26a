import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkCoordinates, distanceM } from './coordinates.ts'
import type { Coordinates } from './coordinates.ts'

const jabon = { latitude: -7.55, longitude: 112.8 }

const judged: [what: string, point: Coordinates, problems: string[], warnings: string[]][] = [
  ['a point in Jabon', jabon, [], []],
  ['the western edge of the regency', { latitude: -7.44, longitude: 112.4567 }, [], []],
  ['0,0 of a device without a fix', { latitude: 0, longitude: 0 }, ['null-island'], []],
  ['latitude and longitude exchanged', { latitude: 112.8, longitude: -7.55 }, ['swapped'], []],
  ['degrees that do not exist', { latitude: 95, longitude: 112.8 }, ['out-of-range'], []],
  ['a point in Surabaya', { latitude: -7.25, longitude: 112.75 }, [], ['outside-area']],
  ['a latitude without its minus', { latitude: 7.55, longitude: 112.8 }, [], ['sign-missing']],
  ['an accuracy of 100 m', { ...jabon, accuracyM: 100 }, [], []],
  ['an accuracy of 101 m', { ...jabon, accuracyM: 101 }, [], ['inaccurate']],
]

for (const [what, point, problems, warnings] of judged) {
  test(`${what}: ${[...problems, ...warnings].join(', ') || 'nothing to say'}`, () => {
    const check = checkCoordinates(point)

    assert.deepEqual(check.problems.map((finding) => finding.code), problems)
    assert.deepEqual(check.warnings.map((finding) => finding.code), warnings)
  })
}

test('exchanged coordinates come back in the right order', () => {
  const { problems } = checkCoordinates({ latitude: 112.8, longitude: -7.55 })

  assert.deepEqual(problems, [{ code: 'swapped', meant: jabon }])
})

test('a hundredth of a degree to the north is 1,112 metres', () => {
  const north = { latitude: jabon.latitude + 0.01, longitude: jabon.longitude }

  assert.equal(Math.round(distanceM(jabon, north)), 1112)
  assert.equal(distanceM(jabon, jabon), 0)
})

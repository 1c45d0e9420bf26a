import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NO_MAP, neighbourMap } from './neighbours.ts'

const [kupang, dukuhsari, tambak, waru] = ['35.15.05.2006', '35.15.05.2007', '35.15.05.2008', '35.15.18.2015']

test('villages touch both ways, whichever way the pair is written, and none touches itself', () => {
  const map = neighbourMap([[kupang, dukuhsari], [dukuhsari, kupang], [tambak, kupang], [kupang, kupang]])

  assert.ok(map.areNeighbours(kupang, dukuhsari) && map.areNeighbours(dukuhsari, kupang) && map.areNeighbours(kupang, tambak))
  assert.ok(!map.areNeighbours(kupang, kupang) && !map.areNeighbours(dukuhsari, tambak))
  assert.deepEqual([...map.neighboursOf(kupang)].toSorted(), [dukuhsari, tambak])
})

test('a village that is not on the map has no neighbours', () => {
  const map = neighbourMap([[kupang, dukuhsari]])

  assert.deepEqual(map.neighboursOf(waru), [])
  assert.ok(!map.areNeighbours(waru, kupang))
  assert.ok(!NO_MAP.areNeighbours(kupang, dukuhsari))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { duplicateKeys, duplicateLookups } from './duplicates-keys.ts'
import { type DuplicateSide, prepareSide } from './duplicates-side.ts'
import { NO_MAP, type VillageMap, neighbourMap } from './neighbours.ts'

const [here, beside, far] = ['35.15.05.2001', '35.15.05.2002', '35.15.01.2001']
const map = neighbourMap([[here, beside]])

const filed: DuplicateSide = {
  name: 'Kerupuk Sumber Rejeki', villageCode: here, kbli: '10794', ownerName: 'Siti Aminah', product: 'kerupuk udang',
  address: 'Jalan Melati No. 12', nationalId: 'index-1', phone: '+6281200000011', nib: '9120000000001', familyCard: 'card-1',
}
/** A record that shares nothing with the filed one but what is given. */
const stranger = (shared: Partial<DuplicateSide>): DuplicateSide =>
  ({ name: 'Bengkel Delta', villageCode: far, kbli: '45407', ownerName: 'Bambang Purnomo', ...shared })

const shared = (side: DuplicateSide, by: VillageMap = map) => {
  const keys = new Set(duplicateKeys(filed))
  return duplicateLookups(side, by).filter((key) => keys.has(key))
}

const found: [what: string, side: DuplicateSide][] = [
  ['the same NIK, wherever', stranger({ nationalId: 'index-1' })],
  ['the same phone, wherever', stranger({ phone: '+6281200000011' })],
  ['the same NIB, wherever', stranger({ nib: '9120000000001' })],
  ['the same family card, wherever', stranger({ familyCard: 'card-1' })],
  ['the name in another spelling, in the village', stranger({ name: 'UD Sumber Rezeki', villageCode: here })],
  ['the name with a word lost and the trade, in the village', stranger({ name: 'Krupuk Rejeki', villageCode: here })],
  ['the owner in another spelling, in the village', stranger({ ownerName: 'Hj. St. Aminah', villageCode: here })],
  ['the house, in the village', stranger({ address: 'Jl melati 12', villageCode: here })],
  ['the name, in a village beside', stranger({ name: 'Toko Rejeki Sumber', villageCode: beside })],
]

for (const [what, side] of found) test(`a record is found by ${what}`, () => assert.notDeepEqual(shared(side), []))

const notFound: [what: string, side: DuplicateSide][] = [
  ['a stranger in the village', stranger({ villageCode: here })],
  ['one of the same trade in the village', stranger({ name: 'Kerupuk Delta', product: 'kerupuk udang', villageCode: here })],
  ['one with a plain word of the name and another trade', stranger({ name: 'Bengkel Rejeki', villageCode: here })],
  ['the same name far away', stranger({ name: filed.name })],
  ['the house number in a village beside', stranger({ address: 'Jalan Melati 12', villageCode: beside })],
]

for (const [what, side] of notFound) test(`not compared with a record: ${what}`, () => assert.deepEqual(shared(side), []))

test('without a map the villages beside are not searched', () => {
  assert.deepEqual(shared(stranger({ name: 'Sumber Rejeki', villageCode: beside }), NO_MAP), [])
})

test('what one record finds, the other finds too', () => {
  const side = fc.record({
    name: fc.constantFrom('Sumber Rejeki', 'Kerupuk Tini', 'Toko', 'Tini', 'Warung Siti Aminah'),
    villageCode: fc.constantFrom(here, beside, far), kbli: fc.constant('10794'), ownerName: fc.constantFrom('Siti Aminah', 'Tini', ''),
    product: fc.constantFrom('kerupuk', 'oli'), phone: fc.constantFrom('+62812', undefined),
  })
  fc.assert(
    fc.property(side, side, (a, b) => {
      const finds = (one: DuplicateSide, other: DuplicateSide) => {
        const keys = new Set(duplicateKeys(other))
        return duplicateLookups(one, map).some((key) => keys.has(key))
      }
      assert.equal(finds(a, b), finds(b, a))
    }),
    { numRuns: 300 },
  )
})

test('a record that was made ready has the same keys', () => {
  assert.deepEqual(duplicateKeys(prepareSide(filed)), duplicateKeys(filed))
})

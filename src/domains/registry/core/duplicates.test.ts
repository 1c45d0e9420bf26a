import assert from 'node:assert/strict'
import { test } from 'node:test'
import { duplicateKeys } from './duplicates-keys.ts'
import { scoreDuplicate } from './duplicates.ts'
import type { DuplicateSide } from './duplicates.ts'

const siti: DuplicateSide = {
  name: 'Kerupuk Sumber Rejeki',
  villageCode: '35.15.05.2001',
  kbli: '10794',
  kbliVersion: '2020',
  nationalId: '3515055203900000',
  phone: '+6281200000011',
  ownerName: 'Siti Aminah',
}

const other = (overrides: Partial<DuplicateSide>): DuplicateSide => ({ ...siti, ...overrides })
const stranger = { nationalId: '3515051001850000', phone: '+6281200000099', ownerName: 'Bambang Purnomo' }

const bare: DuplicateSide = { name: siti.name, villageCode: siti.villageCode, kbli: '10793', kbliVersion: '2020' }

const judged: [what: string, second: DuplicateSide, verdict: string][] = [
  ['the same business entered twice', other({}), 'probable'],
  ['the same business in another spelling', other({ name: 'UD. Krupuk Sumber Rezeki' }), 'probable'],
  ['a second business of the same owner', other({ name: 'Jahit Aminah', kbli: '14120' }), 'none'],
  ['one business registered by husband and wife', other({ nationalId: stranger.nationalId, ownerName: 'Bambang Purnomo' }), 'probable'],
  ['the same business with one wrong digit in the NIK', other({ nationalId: '3515055203910000', phone: undefined }), 'probable'],
  ['the same business with two digits exchanged in the NIK', other({ nationalId: '3515055230900000', phone: undefined }), 'probable'],
  ['a name that many bear, in the same village and trade', other(stranger), 'review'],
  ['a name that many bear, in another village', other({ ...stranger, villageCode: '35.15.01.2001' }), 'none'],
  ['another business of another owner next door', other({ ...stranger, name: 'Bengkel Delta Motor', kbli: '45407' }), 'none'],
  ['a record of which only name, village and trade are known', bare, 'probable'],
]

for (const [what, second, verdict] of judged) {
  test(`${what}: ${verdict}`, () => {
    const found = scoreDuplicate(siti, second)

    assert.equal(found.verdict, verdict, JSON.stringify(found))
  })
}

test('the parts of the explanation add up to the log-odds of the score', () => {
  const found = scoreDuplicate(siti, other({ name: 'Kerupuk Rejeki' }))

  const sum = found.parts.reduce((total, part) => total + part.adds, 0)

  assert.ok(Math.abs(found.base + sum - Math.log(found.score / (1 - found.score))) < 1e-9)
})

test('of the signs for one owner only the strongest counts', () => {
  const { parts } = scoreDuplicate(siti, other({}))

  const adding = parts.filter((part) => part.adds > 0).map((part) => part.part)

  assert.deepEqual(adding, ['name', 'same-national-id', 'village', 'activity', 'trade'])
})

test('two points less than 50 metres apart are one place, farther ones count less, and the metres are told', () => {
  const here = other({ latitude: -7.55, longitude: 112.8 })
  const near = other({ latitude: -7.5504, longitude: 112.8 })
  const far = other({ latitude: -7.5505, longitude: 112.8 })

  const distances = [near, far].map((point) => scoreDuplicate(here, point).parts.find((part) => part.part === 'distance'))

  assert.deepEqual(distances.map((part) => [part?.agreement, part?.metres]), [[1, 44], [0.4, 56]])
})

test('a neighbouring village counts less than the same one, and more than a far one', () => {
  const neighbour = other({ villageCode: '35.15.05.2002' })

  const same = scoreDuplicate(siti, siti).score
  const beside = scoreDuplicate(siti, neighbour, { areNeighbours: () => true }).score
  const far = scoreDuplicate(siti, neighbour).score

  assert.ok(same > beside && beside > far)
})

test('activities of two KBLI versions are not compared', () => {
  const found = scoreDuplicate(siti, other({ kbliVersion: '2025' }))

  assert.ok(!found.parts.some((part) => part.part === 'activity'))
})

test('the order of the two records does not matter', () => {
  const second = other({ ...stranger, name: 'Krupuk Sumber' })

  assert.equal(scoreDuplicate(siti, second).score, scoreDuplicate(second, siti).score)
})

test('records are looked up by owner, by phone and by the sound of the name in the village', () => {
  const spelledOtherwise = duplicateKeys(other({ ...stranger, name: 'UD Krupuk Sumber Rezeki' }))

  const shared = duplicateKeys(siti).filter((key) => spelledOtherwise.includes(key))

  assert.ok(shared.length > 0)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { duplicateScore, duplicateVerdict, scoreDuplicate } from './duplicates.ts'
import type { DuplicateSide } from './duplicates.ts'
import { prepareSide } from './duplicates-side.ts'
import { NO_MAP } from './neighbours.ts'

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
const home = {
  address: 'Jalan Melati No. 12', rt: '003', rw: '002', familyCard: '3515051204050000',
  nib: '9120000000001', latitude: -7.55,
  longitude: 112.8,
}
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
  ['the same business without its class of the KBLI', other({ kbli: '' }), 'probable'],
  ['a list that wrote the owner for the name', other({ name: 'Siti Aminah', product: 'kerupuk udang' }), 'probable'],
]

for (const [what, second, verdict] of judged) {
  test(`${what}: ${verdict}`, () => {
    const found = scoreDuplicate(siti, second)

    assert.equal(found.verdict, verdict, JSON.stringify(found))
  })
}

test('one owner at one place may run two businesses: everything about the owner and the place agrees, and it is no double', () => {
  const crackers = other(home)
  const tailor = other({ ...home, name: 'Jahit Melati', kbli: '14120', product: 'jahit kebaya' })

  assert.equal(scoreDuplicate(crackers, tailor).verdict, 'none')
})

test('every respect in which something is known is explained', () => {
  const found = scoreDuplicate(other(home), other({ ...home, name: 'Kerupuk Rejeki', nib: undefined }))

  assert.deepEqual(found.parts.map((part) => part.part), [
    'name', 'same-national-id', 'same-phone', 'same-family-card', 'owner-name',
    'village', 'address', 'hamlet', 'distance', 'activity', 'trade',
  ])
})

test('of the signs for one owner only the strongest counts', () => {
  const { parts } = scoreDuplicate(other(home), other(home))

  const owner = new Set(['same-national-id', 'same-nib', 'same-phone', 'same-family-card', 'owner-name'])
  const signs = parts.filter(({ part }) => owner.has(part))

  assert.equal(signs.length, 5)
  assert.deepEqual(signs.filter(({ adds }) => adds !== 0).map(({ part }) => part), ['same-national-id'])
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

  assert.ok(same > beside && beside > far, `${same} ${beside} ${far}`)
})

test('activities of two KBLI versions are not compared; of an unknown version they are', () => {
  const activityIn = (kbliVersion: string | undefined) =>
    scoreDuplicate(siti, other({ kbliVersion })).parts.find(({ part }) => part === 'activity')

  assert.equal(activityIn('2025'), undefined)
  assert.equal(activityIn(undefined)?.agreement, 1)
})

test('two records without a class of the KBLI do not agree in it', () => {
  const { parts } = scoreDuplicate(other({ kbli: '' }), other({ kbli: '' }))

  assert.ok(!parts.some(({ part }) => part === 'activity'))
})

test('RT and RW are read out of the address', () => {
  const asFields = other({ address: 'Jalan Melati 12', rt: '003', rw: '002' })
  const written = ['Jl. Melati No.12 RT 3/2', 'Jln melati no 12 RT.03/RW.02', 'JL MELATI 12 rt 003 rw 002']

  const found = written.map((address) => scoreDuplicate(asFields, other({ address })))

  for (const { parts } of found) {
    assert.deepEqual(parts.filter(({ part }) => part === 'address' || part === 'hamlet').map(({ agreement }) => agreement), [1, 1])
  }
})

test('a wife named as the business of her husband is seen', () => {
  const hers = other({ name: 'Dapur Ratnasari', ownerName: 'Purwanti Ratnasari' })
  const his = other({ ...stranger, name: 'Purwanti Ratnasari' })

  assert.equal(scoreDuplicate(hers, his).parts.find(({ part }) => part === 'name')?.agreement, 1)
})

const optional = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined })
const anySide: fc.Arbitrary<DuplicateSide> = fc.record({
  name: fc.constantFrom(
    'Kerupuk Bu Tini', 'UD Sumber Rejeki', 'Toko', 'Warung Siti Aminah', 'Bengkel Delta', 'Krupuk Tini Jaya', '', 'Fitri Ani', 'Fitriani',
  ),
  villageCode: fc.constantFrom('35.15.05.2001', '35.15.05.2002', '35.15.01.2001'),
  kbli: fc.constantFrom('10794', '10793', '45407', ''), kbliVersion: optional('2020', '2025'),
  nationalId: optional('3515055203900000', '3515055203910000', '3515051001850000'), phone: optional('+62812', '+62813'),
  ownerName: optional('Siti Aminah', 'St. Aminah', 'Aminah', 'Moch. Soekardjo', 'M. Sukarjo'), nib: optional('91', '92'),
  familyCard: optional('a', 'b'), product: optional('kerupuk udang', 'ganti oli'),
  address: optional('Jl. Melati 12 RT 3/2', 'Jalan Melati No 12', 'Jalan Mawar', ''), rt: optional('003', '4'), rw: optional('2'),
  latitude: optional(-7.55, -7.5502, -7.56), longitude: optional(112.8, 112.81),
})

test('whatever the records, the order of the two does not matter and the parts add up to the log-odds of the score', () => {
  fc.assert(
    fc.property(anySide, anySide, fc.boolean(), (a, b, areNeighbours) => {
      const map = { areNeighbours: () => areNeighbours }
      const [there, back] = [scoreDuplicate(a, b, map), scoreDuplicate(b, a, map)]

      assert.equal(there.score, back.score)
      assert.equal(there.score, duplicateScore(prepareSide(a), prepareSide(b), map))
      assert.ok(there.score > 0 && there.score < 1)
      const logOdds = there.parts.reduce((total, part) => total + part.adds, there.base)
      assert.ok(Math.abs(logOdds - Math.log(there.score / (1 - there.score))) < 1e-9)
    }),
    { numRuns: 400 },
  )
})

test('a record that tells enough is the double of itself', () => {
  for (const enough of [siti, other(home), other({ nationalId: undefined, phone: undefined })]) {
    const ready = prepareSide(enough)

    assert.equal(duplicateVerdict(duplicateScore(ready, ready, NO_MAP)), 'probable')
  }
})

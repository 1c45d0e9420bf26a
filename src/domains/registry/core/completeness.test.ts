import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import type { BusinessRequest } from './business-record.ts'
import { qualityOf } from './completeness.ts'
import type { QualityFacts } from './completeness.ts'

const complete: BusinessRequest = {
  owner: {
    nationalId: '3515055203900000', name: 'Siti Aminah', phone: '+6281200000011', gender: 'female', familyCardNumber: '3515050102150000',
  },
  name: 'Kerupuk Bu Siti', villageCode: '35.15.05.2001', address: 'Jalan Raya Kupang 12', kbli: '10794', mainProduct: 'kerupuk udang',
  startedOn: '2019-03-10', capital: 20_000_000, annualSales: 150_000_000, salesYear: 2025,
  nib: '9120300000000', npwp: '3515055203900000', latitude: -7.55, longitude: 112.8,
}

const known: QualityFacts = {
  asOf: Temporal.PlainDate.from('2026-11-12'), hasConsent: true, hasPhoto: true, confirmedOn: Temporal.PlainDate.from('2026-11-12'),
}

const without = (...fields: string[]): BusinessRequest => {
  const left = { ...complete }
  for (const field of fields) Reflect.deleteProperty(left, field)
  return left
}

test('a record with everything, confirmed today, has 100 points and no gap', () => {
  const quality = qualityOf(complete, known)

  assert.deepEqual(quality, {
    score: 100, points: { mandatory: 40, identifiers: 25, location: 15, freshness: 20 }, missing: [], needsUpdate: false,
  })
})

const gaps: [what: string, record: BusinessRequest, facts: Partial<QualityFacts>, score: number, missing: string[]][] = [
  ['without NIB', without('nib'), {}, 94, ['nib']],
  ['without photo', complete, { hasPhoto: false }, 93, ['photo']],
  ['without point', without('latitude', 'longitude'), {}, 92, ['latitude']],
  ['without main product', without('mainProduct'), {}, 97, ['mainProduct']],
  ['without consent', complete, { hasConsent: false }, 97, ['consent']],
  ['never confirmed', complete, { confirmedOn: null }, 80, ['confirmedOn']],
  ['without owner', without('owner'), {}, 75, [
    'owner.nationalId', 'owner.name', 'owner.phone', 'owner.nationalId', 'owner.phone', 'owner.familyCardNumber',
  ]],
]

for (const [what, record, facts, score, missing] of gaps) {
  test(`a record ${what} has ${score} points and says what is missing`, () => {
    const quality = qualityOf(record, { ...known, ...facts })

    assert.equal(quality.score, score)
    assert.deepEqual(quality.missing.map(({ field }) => field), missing)
  })
}

test('a refused answer earns nothing and is marked, so that nobody asks twice', () => {
  const record: BusinessRequest = { ...complete, annualSales: null, unknown: { annualSales: 'refused' } }

  const quality = qualityOf(record, known)

  assert.deepEqual(quality.missing, [{ part: 'mandatory', field: 'annualSales', unstated: true }])
})

test('a NIK that disagrees with the gender is not a checked identifier', () => {
  const owner = { nationalId: '3515051203900000', name: 'Siti Aminah', phone: '+6281200000011', gender: 'female' } as const
  const record: BusinessRequest = { ...complete, owner }

  const quality = qualityOf(record, known)

  assert.deepEqual(quality.missing.map(({ field }) => field), ['owner.nationalId', 'owner.familyCardNumber'])
})

const ages: [confirmedOn: string, points: number, needsUpdate: boolean][] = [
  ['2025-11-12', 20, false],
  ['2025-11-11', 20, true],
  ['2025-05-12', 10, true],
  ['2024-11-12', 0, true],
  ['2020-01-01', 0, true],
]

for (const [confirmedOn, points, needsUpdate] of ages) {
  test(`a record last confirmed on ${confirmedOn} has ${points} points for freshness`, () => {
    const quality = qualityOf(complete, { ...known, confirmedOn: Temporal.PlainDate.from(confirmedOn) })

    assert.equal(Math.round(quality.points.freshness), points)
    assert.equal(quality.needsUpdate, needsUpdate)
  })
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { checkBusiness, kbliVersionOf, scaleOfBusiness } from './business-check.ts'
import type { BusinessContext } from './business-check.ts'
import type { BusinessRequest, Owner } from './business-record.ts'

const siti: Owner = { nationalId: '3515055203900000', name: 'Siti Aminah', phone: '+6281200000011', gender: 'female' }

const kerupuk: BusinessRequest = {
  owner: siti,
  name: 'Kerupuk Bu Siti',
  villageCode: '35.15.05.2001',
  address: 'Jalan Raya Kupang 12',
  kbli: '10794',
  startedOn: '2019-03-10',
  capital: 20_000_000,
  annualSales: 150_000_000,
  salesYear: 2025,
}

const office: BusinessContext = {
  asOf: Temporal.PlainDate.from('2026-11-12'),
  villageStatus: (code) => (code === '35.15.05.2001' ? 'active' : code === '35.15.04.2010' ? 'former' : 'unknown'),
  kbliVersionsOf: (code) => (code === '10794' ? ['2020', '2025'] : code === '47115' ? ['2025'] : []),
}

const check = (change: Partial<BusinessRequest>, context: Partial<BusinessContext> = {}) =>
  checkBusiness({ ...kerupuk, ...change }, { ...office, ...context })

test('a plain business of a made-up owner passes with "nomor contoh" alone', () => {
  const found = check({})

  assert.deepEqual(found.problems, [])
  assert.deepEqual(found.warnings.map(({ field, code }) => [field, code]), [['owner.nationalId', 'sample-number']])
  assert.match(found.warnings[0]?.message ?? '', /Nomor contoh/)
})

const impossible: [what: string, change: Partial<BusinessRequest>, field: string][] = [
  ['a village of another office', { villageCode: '35.78.01.1001' }, 'villageCode'],
  ['a village under the mud', { villageCode: '35.15.04.2010' }, 'villageCode'],
  ['a KBLI that does not exist', { kbli: '99999' }, 'kbli'],
  ['a KBLI of 2025 said to be of 2020', { kbli: '47115', kbliVersion: '2020' }, 'kbli'],
  ['a start tomorrow', { startedOn: '2026-11-13' }, 'startedOn'],
  ['sales of next year', { salesYear: 2027 }, 'salesYear'],
  ['sales without their year', { salesYear: null }, 'salesYear'],
  ['no capital and no reason', { capital: null }, 'capital'],
  ['no sales and no reason', { annualSales: null }, 'annualSales'],
  ['a capital and a reason why there is none', { unknown: { capital: 'refused' } }, 'capital'],
  ['a NIB issued tomorrow', { nibDate: '2026-11-13' }, 'nibDate'],
  ['the point 0,0', { latitude: 0, longitude: 0 }, 'latitude'],
  ['exchanged coordinates', { latitude: 112.8, longitude: -7.55 }, 'latitude'],
  ['a latitude without longitude', { latitude: -7.55 }, 'longitude'],
  ['an owner born tomorrow', { owner: { ...siti, birthDate: '2026-11-13' } }, 'owner.birthDate'],
]

for (const [what, change, field] of impossible) {
  test(`${what} is a problem at ${field}`, () => {
    const found = check(change)

    assert.deepEqual(found.problems.map((problem) => problem.field), [field])
  })
}

const doubtful: [what: string, change: Partial<BusinessRequest>, code: string, isWarned: boolean][] = [
  ['a start today', { startedOn: '2026-11-12' }, 'started-long-ago', false],
  ['a start on 31 December 1899', { startedOn: '1899-12-31' }, 'started-long-ago', true],
  ['sales of the running year', { salesYear: 2026 }, 'sales-year-not-over', true],
  ['sales of a year before the start', { salesYear: 2018 }, 'sales-before-start', true],
  ['monthly sales exactly 30 % below', { annualSales: 156_000_000, monthlySales: 10_000_000 }, 'sales-differ-from-monthly', false],
  ['monthly sales a rupiah further off', { annualSales: 156_000_001, monthlySales: 10_000_000 }, 'sales-differ-from-monthly', true],
  ['yearly sales 30 % short', { annualSales: 84_000_000, monthlySales: 10_000_000 }, 'sales-differ-from-monthly', false],
  ['yearly sales a rupiah shorter', { annualSales: 83_999_999, monthlySales: 10_000_000 }, 'sales-differ-from-monthly', true],
  ['no sales at all', { annualSales: 0, monthlySales: 0 }, 'sales-differ-from-monthly', false],
  ['sales of Rp99.999', { annualSales: 99_999 }, 'maybe-millions', true],
  ['sales of Rp100.000', { annualSales: 100_000 }, 'maybe-millions', false],
  ['a capital of Rp20', { capital: 20 }, 'maybe-millions', true],
  ['a capital of zero', { capital: 0 }, 'zero-capital', true],
  ['sales of zero in a going business', { annualSales: 0 }, 'zero-sales', true],
  ['sales of zero in the first year', { annualSales: 0, startedOn: '2026-10-01', salesYear: 2026 }, 'zero-sales', false],
  ['sales of two billion', { annualSales: 2_000_000_000 }, 'outgrown', false],
  ['sales of two billion and one rupiah', { annualSales: 2_000_000_001 }, 'outgrown', true],
  ['a point in Surabaya', { latitude: -7.25, longitude: 112.75 }, 'outside-area', true],
  ['a vague point', { latitude: -7.55, longitude: 112.8, accuracyM: 150 }, 'inaccurate', true],
  ['an owner of 16', { owner: { ...siti, birthDate: '2009-11-13' } }, 'under-17', true],
  ['an owner of 17', { owner: { ...siti, birthDate: '2009-11-12' } }, 'under-17', false],
  ['an owner of 16 who is married', { owner: { ...siti, birthDate: '2009-11-13', maritalStatus: 'married' } }, 'under-17', false],
  ['an owner of 16 by the NIK alone', { owner: { ...siti, nationalId: '3515055311090000' } }, 'under-17', true],
  ['a man with the NIK of a woman', { owner: { ...siti, gender: 'male' } }, 'gender-differs', true],
  ['another birth date than in the NIK', { owner: { ...siti, birthDate: '1990-03-13' } }, 'birth-date-differs', true],
  ['the NIK as family card number', { owner: { ...siti, familyCardNumber: siti.nationalId } }, 'same-as-national-id', true],
  ['the tax number of another person', { npwp: '3515055203910000' }, 'tax-number-differs', true],
  ['the owner as tax payer', { npwp: siti.nationalId }, 'tax-number-differs', false],
  ['a NIB in another name', { nibName: 'Bambang Purnomo' }, 'nib-name-differs', true],
  ['a NIB in the same name, spelled otherwise', { nibName: 'Hj. St. Aminah' }, 'nib-name-differs', false],
  ['a P-IRT number of last year', { pirt: '206351501000125' }, 'permit-expired', true],
  ['a P-IRT number of this year', { pirt: '206351501000126' }, 'permit-expired', false],
]

for (const [what, change, code, isWarned] of doubtful) {
  test(`${what} passes ${isWarned ? 'with' : 'without'} the warning "${code}"`, () => {
    const found = check(change)

    assert.deepEqual(found.problems, [])
    assert.equal(found.warnings.some((warning) => warning.code === code), isWarned, JSON.stringify(found.warnings))
  })
}

test('a refused answer is taken as such', () => {
  const found = check({ annualSales: null, salesYear: null, unknown: { annualSales: 'refused' } })

  assert.deepEqual(found.problems, [])
})

test('a phone that other owners have too is pointed out', () => {
  const codes = check({}, { otherOwnersWithPhone: 3 }).warnings.map((warning) => warning.code)

  assert.ok(codes.includes('phone-shared'))
})

test('the person of the account is checked when the record carries no owner', () => {
  const { owner: _left, ...record } = kerupuk

  const found = checkBusiness(record, { ...office, owner: { ...siti, gender: 'male' } })

  assert.ok(found.warnings.some((warning) => warning.code === 'gender-differs'))
})

test('a code that only KBLI 2025 has is taken as one of 2025 when the record does not say', () => {
  const { problems } = check({ kbli: '47115' })

  assert.deepEqual(problems, [])
  assert.equal(kbliVersionOf({ kbli: '47115' }, ['2025']), '2025')
  assert.equal(kbliVersionOf({ kbli: '10794' }, ['2020', '2025']), '2020')
})

test('the scale of a record follows from its amounts', () => {
  assert.equal(scaleOfBusiness(kerupuk, office.asOf)?.criterion, 'annualSales')
  assert.equal(scaleOfBusiness({ ...kerupuk, capital: null, annualSales: null }, office.asOf), undefined)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choiceLabels, registryMessages as t } from '../messages.id.ts'
import * as choices from './business-choices.ts'
import { businessChangeSchema, businessRequestSchema, ownerSchema } from './business-record.ts'

const siti = { nationalId: '3515055203900000', name: 'Siti Aminah', phone: '081200000011', gender: 'female' }

const kerupuk = {
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

const without = (key: string) => Object.fromEntries(Object.entries(kerupuk).filter(([name]) => name !== key))

function problemsOf(record: unknown): { field: string; message: string }[] {
  const parsed = businessRequestSchema.safeParse(record)
  return parsed.success ? [] : parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message }))
}

test('the required answers alone make a business', () => {
  assert.deepEqual(problemsOf(kerupuk), [])
})

test('a citizen leaves the owner out', () => {
  assert.deepEqual(problemsOf(without('owner')), [])
})

for (const key of ['name', 'villageCode', 'address', 'kbli', 'startedOn', 'capital', 'annualSales', 'salesYear'] as const) {
  test(`a business without ${key} is asked for it with its own sentence`, () => {
    assert.deepEqual(problemsOf(without(key)), [{ field: key, message: t.fields[key] }])
  })
}

test('numbers of the state are kept in their plain form', () => {
  const written = {
    ...siti, nationalId: '3515 0552 0390 0000', phone: '0812-0000-0011', npwp: '12.345.678.9-012.000', name: '  Siti\n Aminah ',
    email: ' siti@contoh.id ',
  }

  const owner = ownerSchema.parse(written)

  assert.equal(owner.nationalId, '3515055203900000')
  assert.equal(owner.phone, '+6281200000011')
  assert.equal(owner.npwp, '123456789012000')
  assert.equal(owner.name, 'Siti Aminah')
  assert.equal(owner.email, 'siti@contoh.id')
})

const refused: [what: string, change: object, field: string, message: string][] = [
  ['an empty name', { name: '   ' }, 'name', t.fields.name],
  ['a name of signs only', { name: '-' }, 'name', t.fields.letters],
  ['a NIK with month 13', { owner: { ...siti, nationalId: '3515055213900000' } }, 'owner.nationalId', t.nationalId['wrong-month']],
  ['an empty NIK', { owner: { ...siti, nationalId: '' } }, 'owner.nationalId', t.nationalId.needed],
  ['a fixed-line phone', { owner: { ...siti, phone: '0318900000' } }, 'owner.phone', t.phone['not-mobile']],
  ['another gender code', { owner: { ...siti, gender: 'L' } }, 'owner.gender', t.fields.gender],
  ['a village without its dots', { villageCode: '3515052001' }, 'villageCode', t.fields.villageForm],
  ['a KBLI of four digits', { kbli: '1079' }, 'kbli', t.fields.kbliForm],
  ['half a rupiah', { capital: 0.5 }, 'capital', t.fields.money],
  ['a capital below zero', { capital: -1 }, 'capital', t.fields.money],
  ['money as text', { annualSales: '150 juta' }, 'annualSales', t.fields.money],
  ['a day that is in no calendar', { startedOn: '2023-02-29' }, 'startedOn', t.fields.date],
  ['a NIB of twelve digits', { nib: '912030000000' }, 'nib', t.businessNumber['wrong-length']],
  ['an unknown kind of place', { placeKind: 'rumah' }, 'placeKind', t.fields.choice],
  ['a reason that is none', { unknown: { capital: 'malas' } }, 'unknown.capital', ''],
]

for (const [what, change, field, message] of refused) {
  test(`${what} is refused at ${field} with what to do`, () => {
    const problems = problemsOf({ ...kerupuk, ...change })

    assert.deepEqual(problems.map((problem) => problem.field), [field])
    if (message) assert.equal(problems[0]?.message, message)
    assert.doesNotMatch(problems[0]?.message ?? '', /expected|Invalid|must/)
  })
}

test('"tidak tahu", "menolak", empty and zero are four different answers', () => {
  const answers = [
    { ...kerupuk, capital: null, unknown: { capital: 'unknown' } },
    { ...kerupuk, capital: null, unknown: { capital: 'refused' } },
    { ...kerupuk, capital: 0 },
  ]

  const kept = answers.map((answer) => businessRequestSchema.parse(answer))

  assert.deepEqual(kept.map(({ capital, unknown }) => [capital, unknown?.capital]), [[null, 'unknown'], [null, 'refused'], [0, undefined]])
})

test('a change carries only what changes and fills nothing in', () => {
  const change = businessChangeSchema.parse({ brand: 'Delta', owner: { phone: '081200000012' } })

  assert.deepEqual(change, { brand: 'Delta', owner: { phone: '+6281200000012' } })
})

const lists: [keyof typeof choiceLabels, readonly string[]][] = [
  ['gender', choices.GENDERS],
  ['education', choices.EDUCATION_LEVELS],
  ['maritalStatus', choices.MARITAL_STATUSES],
  ['placeKind', choices.PLACE_KINDS],
  ['placeOwnership', choices.PLACE_OWNERSHIPS],
  ['legalForm', choices.LEGAL_FORMS],
  ['status', choices.BUSINESS_STATUSES],
  ['productionMethod', choices.PRODUCTION_METHODS],
  ['bookkeeping', choices.BOOKKEEPINGS],
  ['capitalSources', choices.CAPITAL_SOURCES],
  ['marketAreas', choices.MARKET_AREAS],
  ['salesChannels', choices.SALES_CHANNELS],
  ['coordinatesSource', choices.COORDINATES_SOURCES],
  ['unknown', choices.UNSTATED_REASONS],
]

for (const [field, codes] of lists) {
  test(`every answer to ${field} has its Indonesian label, in the order of the code book`, () => {
    assert.deepEqual(Object.keys(choiceLabels[field]), codes)
  })
}

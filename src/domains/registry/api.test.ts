import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp } from '../../apps/testing.ts'
import { aBusiness, aBusinessRequest, anOwner } from './testing.ts'

const SITI = '081200000001'
const WAHYU = '081200000002'

test('an owner enters a business once and gets its number, scale and criterion', async (t) => {
  const app = await freshApp(t)
  const siti = await app.api(SITI)

  const { status, body } = await siti.post('/businesses', aBusinessRequest())

  assert.equal(status, 201)
  assert.match(body.registryNumber, /^3515-2026-\d{6}$/)
  assert.deepEqual([body.scale, body.scaleCriterion, body.kbliVersion, body.districtCode, body.source, body.status],
    ['micro', 'annualSales', '2020', '35.15.05', 'self', 'active'])
  assert.deepEqual((await siti.get(`/businesses/${body.id}`)).body.registryNumber, body.registryNumber)
})

const boundaries = [
  ['sales of exactly 2 miliar', 2_000_000_000, 'micro'],
  ['one rupiah more', 2_000_000_001, 'small'],
] as const

for (const [what, annualSales, scale] of boundaries) {
  test(`${what} make a business ${scale}`, async (t) => {
    const app = await freshApp(t)

    const made = await aBusiness(app, { annualSales })

    assert.deepEqual([made.scale, made.scaleCriterion], [scale, 'annualSales'])
  })
}

test('a business begun this year is scaled by its capital', async (t) => {
  const app = await freshApp(t)

  const made = await aBusiness(app, { startedOn: '2026-05-01', salesYear: 2026, capital: 1_000_000_001, annualSales: 5_000_000 })

  assert.deepEqual([made.scale, made.scaleCriterion], ['small', 'capital'])
})

test('a citizen who gives another owner is refused, the own NIK is taken', async (t) => {
  const app = await freshApp(t)
  const siti = await app.api(SITI)

  const other = await siti.post('/businesses', aBusinessRequest({ owner: anOwner() }))
  const own = await siti.post('/businesses', aBusinessRequest({ owner: anOwner({ nationalId: '3515055203800000', name: 'Siti Aminah',
    gender: 'female' }) }))

  assert.deepEqual([other.status, other.body.code], [422, 'owner-mismatch'])
  assert.equal(other.body.problems[0].field, 'owner')
  assert.equal(own.status, 201)
})

test('an officer must say whose business it is; the owner is stored once', async (t) => {
  const app = await freshApp(t)
  const counter = await app.api('loket')

  const without = await counter.post('/businesses', aBusinessRequest())
  const first = await counter.post('/businesses', aBusinessRequest({ owner: anOwner() }))
  const second = await counter.post('/businesses', aBusinessRequest({ owner: anOwner({ phone: '081200000078',
    familyCardNumber: '3515051506050000' }), name: 'Warung Marsudi' }))

  assert.deepEqual([without.status, without.body.problems[0].field], [422, 'owner'])
  assert.equal(first.body.ownerId, second.body.ownerId)
  assert.equal(second.body.owner.phone, first.body.owner.phone)
  assert.equal(second.body.owner.familyCardNumber, '3515********0000')
  assert.ok(second.body.warnings.some(({ code }: { code: string }) => code === 'owner-phone-differs'))
})

test('numbers are masked in every answer', async (t) => {
  const app = await freshApp(t)
  const counter = await app.api('loket')
  const made = await counter.post('/businesses', aBusinessRequest({ owner: anOwner({ npwp: '3515051506750000' }),
    npwp: '3515051506750000' }))

  const answers = [made, await counter.get(`/businesses/${made.body.id}`), await counter.get('/businesses'),
    await counter.patch(`/businesses/${made.body.id}`, { brand: 'Delta' })]

  for (const { body } of answers) assert.doesNotMatch(JSON.stringify(body), /3515051506750000|81200000077/)
  assert.equal(made.body.owner.nationalId, '3515********0000')
  assert.equal(made.body.owner.phone, '0812*****077')
})

test('the database holds no NIK in the clear, nor does a version or the log', async (t) => {
  const app = await freshApp(t)
  await aBusiness(app, { owner: anOwner({ npwp: '3515051506750000' }), npwp: '3515051506750000' }, 'loket')

  const rows = [
    await app.db.selectFrom('registry.people').selectAll().execute(), await app.db.selectFrom('registry.businesses').selectAll().execute(),
    await app.db.selectFrom('registry.changes').selectAll().execute(),
      await app.db.selectFrom('log.events').selectAll().execute(),
  ]

  assert.doesNotMatch(JSON.stringify(rows), /3515051506750000/)
})

const refused = [
  ['a village that is no more', { villageCode: '35.15.05.2012' }, 'villageCode'],
  ['a village of another regency', { villageCode: '35.78.01.1001' }, 'villageCode'],
  ['an activity that does not exist', { kbli: '99999' }, 'kbli'],
  ['a left-over of the OSS list', { kbli: '61925' }, 'kbli'],
  ['a start in the future', { startedOn: '2030-01-01' }, 'startedOn'],
  ['a capital that nobody stated and no reason', { capital: null }, 'capital'],
] as const

for (const [what, change, field] of refused) {
  test(`${what} is refused at ${field}`, async (t) => {
    const app = await freshApp(t)

    const { status, body } = await (await app.api(SITI)).post('/businesses', aBusinessRequest(change))

    assert.deepEqual([status, body.problems?.map((problem: { field: string }) => problem.field)], [422, [field]])
  })
}

test('what may be true passes with a warning', async (t) => {
  const app = await freshApp(t)

  const made = await aBusiness(app, { annualSales: 48, capital: 15, latitude: 7.45, longitude: 112.7, startedOn: '1890-01-01' })

  const codes = made.warnings.map(({ code }) => code)
  for (const code of ['maybe-millions', 'started-long-ago', 'sample-number', 'sign-missing']) assert.ok(codes.includes(code),
    `${code} in ${codes}`)
})

test('"tidak tahu" is kept apart from zero, and both amounts unknown give no scale', async (t) => {
  const app = await freshApp(t)

  const made = await aBusiness(app, { capital: null, annualSales: null, salesYear: null, unknown: { capital: 'unknown',
    annualSales: 'refused' } })

  assert.deepEqual([made.scale, made.capital, made.unknown], [null, null, { capital: 'unknown', annualSales: 'refused' }])
})

test('a village officer enters and sees only what lies in his village', async (t) => {
  const app = await freshApp(t)
  const village = await app.api('desa')
  const elsewhere = await aBusiness(app, { villageCode: '35.15.05.2003' })

  const inside = await village.post('/businesses', aBusinessRequest({ owner: anOwner() }))
  const outside = await village.post('/businesses', aBusinessRequest({ owner: anOwner(), villageCode: '35.15.05.2003' }))
  const list = await village.get('/businesses?limit=200')

  assert.deepEqual([inside.status, inside.body.source], [201, 'village'])
  assert.deepEqual([outside.status, outside.body.code], [403, 'outside-your-area'])
  assert.deepEqual(list.body.items.map(({ id }: { id: string }) => id), [inside.body.id])
  for (const reply of [await village.get(`/businesses/${elsewhere.id}`), await village.patch(`/businesses/${elsewhere.id}`, { brand: 'X' }),
    await village.patch(`/businesses/${inside.body.id}`, { villageCode: '35.15.05.2003' }),
    await village.post(`/businesses/${elsewhere.id}/reveal`, { fields: ['phone'], purpose: 'contact' })]) {
    assert.deepEqual([reply.status, reply.body.code], [403, 'outside-your-area'])
  }
})

test('who may not, may not: another owner, a signer, nobody', async (t) => {
  const app = await freshApp(t)
  const made = await aBusiness(app)
  const [wahyu, head, admin] = [await app.api(WAHYU), await app.api('kadis'), await app.api('admin')]

  const replies = [
    await wahyu.get(`/businesses/${made.id}`), await wahyu.patch(`/businesses/${made.id}`, { brand: 'X' }),
      await head.patch(`/businesses/${made.id}`, { brand: 'X' }),
    await head.post('/businesses', aBusinessRequest({ owner: anOwner() })), await admin.get('/businesses'),
    await wahyu.post(`/businesses/${made.id}/reveal`, { fields: ['nationalId'], purpose: 'contact' }),
  ]
  const nobody = await app.visitor.get(`/api/v1/businesses/${made.id}`)

  assert.deepEqual(replies.map(({ status }) => status), [403, 403, 403, 403, 403, 403])
  assert.equal(nobody.status, 401)
  assert.deepEqual((await wahyu.get('/businesses')).body.items, [])
  assert.equal((await head.get('/businesses')).body.items.length, 1)
  assert.equal((await head.get('/businesses/nothing')).status, 404)
})

test('the same key and body enter one business, another body is refused', async (t) => {
  const app = await freshApp(t)
  const siti = await app.api(SITI)

  const [one, two] = await Promise.all([1, 2].map(() => siti.post('/businesses', aBusinessRequest(), { 'idempotency-key': 'k1' })))
  const other = await siti.post('/businesses', aBusinessRequest({ name: 'Lain' }), { 'idempotency-key': 'k1' })

  assert.equal(one?.body.id, two?.body.id)
  assert.equal(other.status, 409)
  assert.equal((await siti.get('/businesses')).body.items.length, 1)
})

test('a second business of the same owner is another business', async (t) => {
  const app = await freshApp(t)

  const [one, two] = [await aBusiness(app), await aBusiness(app, { name: 'Jahit Siti', kbli: '14120' })]

  assert.equal(one.ownerId, two.ownerId)
  assert.notEqual(one.registryNumber, two.registryNumber)
})

test('a change is a new version; an old version is a conflict with the present state', async (t) => {
  const app = await freshApp(t)
  const siti = await app.api(SITI)
  const made = await aBusiness(app)

  const changed = await siti.patch(`/businesses/${made.id}`, { annualSales: 2_000_000_001, version: 1 })
  const stale = await siti.patch(`/businesses/${made.id}`, { name: 'Lain', version: 1 })
  const nothing = await siti.patch(`/businesses/${made.id}`, { name: made.name })

  assert.deepEqual([changed.status, changed.body.version, changed.body.scale], [200, 2, 'small'])
  assert.deepEqual([stale.status, stale.body.code, stale.body.present.version, stale.body.present.name], [409, 'changed-meanwhile', 2,
    made.name])
  assert.equal(nothing.body.version, 2)
  const versions = await app.db.selectFrom('registry.changes').select('seq').where('subject_id', '=',
    made.id).orderBy('seq').execute()
  assert.deepEqual(versions.map(({ seq }) => seq), [1, 2])
})

test('an amount becomes unknown and known again, and an optional answer is emptied', async (t) => {
  const app = await freshApp(t)
  const siti = await app.api(SITI)
  const made = await aBusiness(app, { nib: '9120301234567' })

  const unknown = await siti.patch(`/businesses/${made.id}`, { unknown: { annualSales: 'refused' }, clear: ['nib'] })
  const known = await siti.patch(`/businesses/${made.id}`, { annualSales: 60_000_000, salesYear: 2025 })

  assert.deepEqual([unknown.body.annualSales, unknown.body.unknown, unknown.body.scaleCriterion, unknown.body.nib], [null,
    { annualSales: 'refused' }, 'capital', undefined])
  assert.deepEqual([known.body.annualSales, known.body.unknown, known.body.scaleCriterion], [60_000_000, undefined, 'annualSales'])
})

test('an officer who changes a verified fact takes the verification away, with a brand it stays', async (t) => {
  const app = await freshApp(t)
  const made = await aBusiness(app)
  const counter = await app.api('loket')
  await app.db.updateTable('registry.businesses').set({ verified_by: made.ownerId, verified_at: new Date(0) }).where('id', '=', made.id).execute()

  const brand = await counter.patch(`/businesses/${made.id}`, { brand: 'Delta' })
  const sales = await counter.patch(`/businesses/${made.id}`, { annualSales: 50_000_000 })

  assert.notEqual(brand.body.verifiedAt, null)
  assert.equal(sales.body.verifiedAt, null)
})

test('a phone is not changed on the way, a NIK only by those who see the card', async (t) => {
  const app = await freshApp(t)
  const made = await aBusiness(app)
  const [siti, counter] = [await app.api(SITI), await app.api('loket')]

  const phone = await siti.patch(`/businesses/${made.id}`, { owner: { phone: '081200000099' } })
  const byOwner = await siti.patch(`/businesses/${made.id}`, { owner: { nationalId: '3515055203810000' } })
  const taken = await counter.patch(`/businesses/${made.id}`, { owner: { nationalId: '3515180907850000' } })
  const byCounter = await counter.patch(`/businesses/${made.id}`, { owner: { nationalId: '3515055203810000' } })

  assert.deepEqual([phone, byOwner, taken].map(({ status, body }) => [status, body.problems[0].field]),
    [[422, 'owner.phone'], [422, 'owner.nationalId'], [422, 'owner.nationalId']])
  assert.equal(byCounter.status, 200)
})

test('whole numbers are given for a purpose, and every look leaves a trace', async (t) => {
  const app = await freshApp(t)
  const made = await aBusiness(app)
  const verifier = await app.api('verifikator')

  const none = await verifier.post(`/businesses/${made.id}/reveal`, { fields: ['nationalId'] })
  const given = await verifier.post(`/businesses/${made.id}/reveal`, { fields: ['nationalId', 'phone'], purpose: 'verification' })

  assert.equal(none.status, 422)
  assert.deepEqual(given.body, { nationalId: '3515055203800000', phone: '+6281200000001' })
  const reads = await app.db.selectFrom('log.reads').select('body').orderBy('seq').execute()
  assert.deepEqual(reads.map(({ body }) => JSON.parse(body)).map(({ what, kind, for: whose }) => [what, kind, whose]),
    [['person.reveal', 'nationalId for verification', made.ownerId], ['person.reveal', 'phone for verification', made.ownerId]])
})

test('an officer who reads a business leaves a trace, its owner none', async (t) => {
  const app = await freshApp(t)
  const made = await aBusiness(app)

  await (await app.api(SITI)).get(`/businesses/${made.id}`)
  await (await app.api('data')).get(`/businesses/${made.id}`)

  const reads = await app.db.selectFrom('log.reads').select('body').execute()
  assert.deepEqual(reads.map(({ body }) => JSON.parse(body).role), ['data-steward'])
})

test('activities are found by everyday words, villages by their district', async (t) => {
  const app = await freshApp(t)

  const krupuk = await (await app.visitor.get('/api/v1/kbli?q=krupuk')).json()
  const villages = await (await app.visitor.get('/api/v1/villages?district=35.15.05')).json()

  assert.equal(krupuk.items[0].code, '10794')
  assert.ok(villages.items.some(({ code }: { code: string }) => code === '35.15.05.2006'))
  assert.ok(!villages.items.some(({ code }: { code: string }) => code === '35.15.05.2012'))
})

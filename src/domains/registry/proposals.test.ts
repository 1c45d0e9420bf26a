import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { aBusiness } from './testing.ts'

const SITI = '081200000001'

async function aVerifiedBusiness(app: TestApp) {
  const made = await aBusiness(app, { npwp: '3515055203800000' })
  await app.db.updateTable('registry.businesses').set({ verified_by: made.ownerId, verified_at: new Date(0) }).where('id', '=', made.id).execute()
  return made
}

test('an owner’s change of a verified fact waits for a steward, who accepts it; the owner is told', async (t) => {
  const app = await freshApp(t)
  const made = await aVerifiedBusiness(app)
  const [siti, data] = [await app.api(SITI), await app.api('data')]

  const asked = await siti.patch(`/businesses/${made.id}`, { annualSales: 90_000_000, npwp: '091234567890123', validFrom: '2026-10-01' })
  const more = await siti.patch(`/businesses/${made.id}`, { nib: '9120301234567' })
  const waits = await (await (await app.as(SITI)).get(`/usaha/${made.id}`)).text()

  assert.deepEqual([asked.status, asked.body.annualSales, asked.body.version, asked.body.proposal.status, asked.body.proposal.fields], [200, 48_000_000, 1, 'pending', ['annualSales', 'npwp']])
  assert.equal(more.body.proposal.id, asked.body.proposal.id)
  assert.match(waits, /Menunggu pemeriksaan petugas/)
  assert.doesNotMatch(JSON.stringify(await app.db.selectFrom('registry.proposals').selectAll().execute()), /091234567890123/)
  const [listed] = (await data.get('/proposals')).body.items
  assert.deepEqual([listed.businessId, listed.fields.toSorted()], [made.id, ['annualSales', 'nib', 'npwp']])

  app.clock.pass({ hours: 1 })
  const accepted = await data.post(`/proposals/${listed.id}/decide`, { decision: 'accept' })
  const twice = await data.post(`/proposals/${listed.id}/decide`, { decision: 'reject', note: 'Terlambat' })

  assert.deepEqual([accepted.body.status, twice.status, twice.body.code], ['accepted', 409, 'decided-meanwhile'])
  const after = (await siti.get(`/businesses/${made.id}`)).body
  assert.deepEqual([after.annualSales, after.nib, after.verifiedAt !== null], [90_000_000, '9120301234567', true])
  const { values } = (await data.get(`/businesses/${made.id}/values`)).body
  assert.deepEqual([values.annualSales.source, values.annualSales.kind, values.annualSales.validFrom, values.npwp.value], ['self', 'decide', '2026-10-01', '***************'])
  assert.match(await (await (await app.as(SITI)).get(`/usaha/${made.id}`)).text(), /Perubahan diterima/)
  const message = await app.db.selectFrom('messages.outbox').select(['template', 'body']).executeTakeFirstOrThrow()
  assert.equal(message.template, 'change-accepted')
  assert.doesNotMatch(message.body, /Siti|Kerupuk/)
})

test('a rejected change leaves the record, and the owner reads why', async (t) => {
  const app = await freshApp(t)
  const made = await aVerifiedBusiness(app)
  const data = await app.as('data')
  const { proposal } = (await (await app.api(SITI)).patch(`/businesses/${made.id}`, { name: 'Kerupuk Delta' })).body
  const path = `/petugas/usulan/${proposal.id}`

  const shown = await (await data.get(path)).text()
  const without = await data.post(path, { decision: 'reject', version: '1' })
  const done = await data.post(path, { decision: 'reject', note: 'Nama tidak sama dengan papan nama di foto.', version: '1' })

  assert.match(shown, /menjadi dasar verifikasi/)
  assert.equal(without.status, 422)
  assert.equal(done.headers.get('location'), '/petugas/usulan?putusan=reject')
  const page = await (await (await app.as(SITI)).get(`/usaha/${made.id}`)).text()
  assert.match(page, /Nama tidak sama dengan papan nama/)
  assert.match(page, new RegExp(made.name))
})

test('a small change is taken at once; one drawn as a sample can be taken back', async (t) => {
  const app = await freshApp(t)
  const made = await aVerifiedBusiness(app)
  const [siti, data] = [await app.api(SITI), await app.api('data')]

  const small = await siti.patch(`/businesses/${made.id}`, { brand: 'Delta' })
  await app.db.updateTable('registry.proposals').set({ sampled: true }).execute()
  const [sample] = (await data.get('/proposals?kind=sample')).body.items
  const silent = await data.post(`/proposals/${sample.id}/decide`, { decision: 'take-back' })
  const back = await data.post(`/proposals/${sample.id}/decide`, { decision: 'take-back', note: 'Merek ini milik orang lain.' })

  assert.deepEqual([small.body.brand, small.body.proposal.status, small.body.verifiedAt !== null], ['Delta', 'accepted', true])
  assert.deepEqual([silent.status, back.status, back.body.status], [422, 200, 'rejected'])
  assert.equal((await siti.get(`/businesses/${made.id}`)).body.brand, undefined)
  assert.deepEqual((await data.get('/proposals?kind=sample')).body.items, [])
})

test('an owner takes a waiting change back; what is said anew in a small way no longer waits', async (t) => {
  const app = await freshApp(t)
  const made = await aVerifiedBusiness(app)
  const siti = await app.api(SITI)

  const far = await siti.patch(`/businesses/${made.id}`, { monthlySales: 400_000_000 })
  const near = await siti.patch(`/businesses/${made.id}`, { monthlySales: 4_000_000 })
  const states = await app.db.selectFrom('registry.proposals').select('state').orderBy('state').execute()
  await siti.patch(`/businesses/${made.id}`, { nib: '9120301234567' })
  const taken = await (await app.as(SITI)).post(`/usaha/${made.id}/tarik`, {})

  assert.deepEqual([far.body.proposal.status, near.body.proposal.status, near.body.monthlySales], ['pending', 'accepted', 4_000_000])
  assert.deepEqual(states.map(({ state }) => state), ['accepted', 'withdrawn'])
  assert.equal(taken.headers.get('location'), `/usaha/${made.id}?ditarik=1`)
  assert.deepEqual((await (await app.api('data')).get('/proposals')).body.items, [])
})

test('who may not decide, may not; an owner withdraws only his own', async (t) => {
  const app = await freshApp(t)
  const made = await aVerifiedBusiness(app)
  const { proposal } = (await (await app.api(SITI)).patch(`/businesses/${made.id}`, { nib: '9120301234567' })).body

  for (const login of ['loket', 'verifikator', 'kadis', 'desa', SITI, '081200000002']) {
    const [them, api] = [await app.as(login), await app.api(login)]
    const replies = [
      await them.get('/petugas/usulan'), await them.get(`/petugas/usulan/${proposal.id}`), await them.post(`/petugas/usulan/${proposal.id}`, { decision: 'accept' }),
      (await api.get('/proposals')), (await api.post(`/proposals/${proposal.id}/decide`, { decision: 'accept' })),
    ]
    assert.deepEqual(replies.map(({ status }) => status), [403, 403, 403, 403, 403], login)
  }
  assert.equal((await (await app.api('081200000002')).post(`/proposals/${proposal.id}/withdraw`)).status, 403)
  assert.equal((await (await app.api(SITI)).post(`/proposals/${proposal.id}/withdraw`)).status, 200)
  assert.equal((await (await app.api('data')).post('/proposals/00000000-0000-4000-8000-000000000000/decide', { decision: 'accept' })).status, 404)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp } from '../../apps/testing.ts'
import { suspectedDoubles } from './doubles.ts'
import { aBusiness, anOwner } from './testing.ts'

test('the same business told by husband and wife is shown with its reasons', async (t) => {
  const app = await freshApp(t)
  const card = '3515051204050000'
  const hers = await aBusiness(app, { name: 'Kerupuk Udang Sumber Rejeki' })
  const his = await aBusiness(app, { name: 'Krupuk Udang Sumber Rezeki', owner: anOwner({ familyCardNumber: card }) }, 'loket')

  const [found, ...others] = await suspectedDoubles(app.db, hers.id)

  assert.deepEqual(others, [])
  assert.equal(found?.businessId, his.id)
  assert.equal(found?.verdict, 'probable')
  assert.ok(found?.parts.some(({ part, agreement }) => part === 'same-family-card' && agreement === 1))
  assert.ok(found?.parts.some(({ part, agreement }) => part === 'name' && agreement === 1))
})

test('a second business of the same owner is no double', async (t) => {
  const app = await freshApp(t)
  const crackers = await aBusiness(app)
  await aBusiness(app, { name: 'Jahit Melati', kbli: '14120', address: 'Jalan Mawar 9' })

  assert.deepEqual(await suspectedDoubles(app.db, crackers.id), [])
})

test('the same name in another village and of another owner is no double', async (t) => {
  const app = await freshApp(t)
  const one = await aBusiness(app)
  await aBusiness(app, { villageCode: '35.15.18.2015', owner: anOwner() }, 'loket')

  assert.deepEqual(await suspectedDoubles(app.db, one.id), [])
})

test('the verifier sees the doubles on the page of the business, its owner does not', async (t) => {
  const app = await freshApp(t)
  const made = await aBusiness(app)
  await aBusiness(app, { name: 'Krupuk Udang Bu Siti' })

  const officer = await (await (await app.as('verifikator')).get(`/petugas/usaha/${made.id}`)).text()
  const owner = await (await (await app.as('081200000001')).get(`/usaha/${made.id}`)).text()

  assert.match(officer, /Mungkin tercatat dua kali/)
  assert.match(officer, /Sangat mungkin sama/)
  assert.match(officer, /NIK pemilik sama/)
  assert.doesNotMatch(owner, /Mungkin tercatat dua kali/)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp } from '../../apps/testing.ts'
import { aCooperative, aCooperativeRequest } from './testing.ts'

const WAHYU = '081200000002'
/** Of the secretary, and of somebody else. */
const [HIS, OTHER] = ['3515180907850000', '3515051708850000']

test('what a secretary changes of a cooperative on record is taken at once when small, and waits for a steward when not', async (t) => {
  const app = await freshApp(t)
  const [wahyu, data] = [await app.api(WAHYU), await app.api('data')]
  const made = await aCooperative(app, { positions: [{ organ: 'board', role: 'secretary', name: 'Wahyu', nationalId: HIS }] })
  const home = `/koperasi/${made.id}`

  const small = await wahyu.patch(`/cooperatives/${made.id}`, { email: 'baru@contoh.id' })
  const large = await wahyu.patch(`/cooperatives/${made.id}`, { name: 'KSP Delta', bookYears: [{ year: 2025, meetingOn: '2026-02-14' }] })
  const waits = await (await (await app.as(WAHYU)).get(home)).text()
  const [listed] = (await data.get('/cooperatives/proposals')).body.items
  const steward = await app.as('data')
  const shown = await (await steward.get(`/petugas/koperasi/usulan/${listed.id}`)).text()
  const queue = await (await steward.get('/petugas/koperasi/usulan')).text()

  assert.deepEqual([small.status, small.body.email, small.body.proposal.status], [200, 'baru@contoh.id', 'accepted'])
  assert.deepEqual([large.body.name, large.body.bookYears, large.body.proposal.status], [made.name, [], 'pending'])
  assert.match(waits, /Menunggu pemeriksaan petugas[\s\S]*Nama koperasi/)
  assert.deepEqual([listed.cooperativeId, listed.fields.includes('name')], [made.id, true])
  assert.match(queue, new RegExp(`usulan/${listed.id}`))
  assert.match(shown, /Sejahtera[\s\S]*KSP Delta[\s\S]*menentukan koperasi yang mana/)

  const stranger = await (await app.api('loket')).post(`/cooperatives/proposals/${listed.id}/decide`, { decision: 'accept' })
  const accepted = await steward.post(`/petugas/koperasi/usulan/${listed.id}`, { decision: 'accept', version: String(small.body.version) })
  const after = await data.get(`/cooperatives/${made.id}`)
  const told = await app.db.selectFrom('messages.outbox').select(['template', 'body']).where('template', '=', 'change-accepted').executeTakeFirstOrThrow()

  assert.equal(stranger.status, 403)
  assert.equal(accepted.headers.get('location'), '/petugas/koperasi/usulan?putusan=accept')
  assert.deepEqual([after.body.name, after.body.bookYears[0].meetingOn], ['KSP Delta', '2026-02-14'])
  assert.match(told.body, new RegExp(`${made.registryNumber}.*/koperasi/${made.id}`))

  // A second one is taken back by her, a third declined with a reason she reads.
  app.clock.pass({ minutes: 1 })
  await wahyu.patch(`/cooperatives/${made.id}`, { address: 'Jalan Lain 1' })
  const taken = await (await app.as(WAHYU)).post(`${home}/tarik`, {})
  app.clock.pass({ minutes: 1 })
  const third = await wahyu.patch(`/cooperatives/${made.id}`, { positions: [{ organ: 'board', role: 'chair', name: 'Rina', nationalId: OTHER }] })
  await data.post(`/cooperatives/proposals/${third.body.proposal.id}/decide`, { decision: 'reject', note: 'Lampirkan berita acara rapat.' })
  assert.equal(taken.headers.get('location'), `${home}?ditarik=1`)
  assert.match(await (await (await app.as(WAHYU)).get(home)).text(), /Perubahan belum diterima[\s\S]*Lampirkan berita acara rapat/)
  assert.equal((await data.get(`/cooperatives/${made.id}`)).body.positions.length, 1)
})

test('a cooperative that only its own people have told of is theirs to change; a sampled change is taken back', async (t) => {
  const app = await freshApp(t)
  const [wahyu, data] = [await app.api(WAHYU), await app.api('data')]
  const own = await wahyu.post('/cooperatives', aCooperativeRequest({ name: 'Koperasi Jasa Angkutan', kind: 'service' }))
  const renamed = await wahyu.patch(`/cooperatives/${own.body.id}`, { name: 'Koperasi Jasa Angkutan Delta' })
  await data.patch(`/cooperatives/${own.body.id}`, { sector: 'Angkutan' })
  const small = await wahyu.patch(`/cooperatives/${own.body.id}`, { phone: '031 8912345' })
  await app.db.updateTable('cooperatives.proposals').set({ sampled: true }).execute()
  const [sample] = (await data.get('/cooperatives/proposals?kind=sample')).body.items
  const back = await data.post(`/cooperatives/proposals/${sample.id}/decide`, { decision: 'take-back', note: 'Nomor ini milik orang lain.' })

  assert.deepEqual([renamed.body.name, renamed.body.proposal], ['Koperasi Jasa Angkutan Delta', undefined])
  assert.deepEqual([small.body.proposal.status, back.body.status], ['accepted', 'rejected'])
  assert.equal((await data.get(`/cooperatives/${own.body.id}`)).body.phone, undefined)
})

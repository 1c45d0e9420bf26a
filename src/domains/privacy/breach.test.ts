import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp } from '../../apps/testing.ts'
import { ok } from '../../kernel/result.ts'
import { transact } from '../../platform/db/unit.ts'
import { actorOf } from '../accounts/testing.ts'
import { aPerson } from '../registry/testing.ts'

const HAPPENED = 'Akun seorang petugas dipakai orang lain pada malam hari untuk membuka data.'
const HANDLING = 'Akun dikunci dan kata sandi diganti. Waspadai pesan yang mengaku dari dinas.'

test('a breach is told to each person and to the authority before it can be closed, and only they read it', async (t) => {
  const app = await freshApp(t)
  const { personId: siti = '' } = await actorOf(app, '081200000001')
  const withoutPhone = await aPerson(app)
  await app.db.updateTable('registry.people').set({ phone: null }).where('id', '=', withoutPhone).execute()
  const clerk = await actorOf(app, 'loket')
  await transact(app.db, app.tools.clock, async (unit) => {
    for (const personId of [siti, siti, withoutPhone]) unit.looked('demo', clerk, 'business.read', { kind: 'business', id: personId, personId })
    return ok(undefined)
  })
  const secretary = await app.as('sekretaris')
  const api = await app.api('sekretaris')

  const form = { 'discovered-day': '10', 'discovered-month': '11', 'discovered-year': '2026', discoveredTime: '20.00', happened: HAPPENED, handling: HANDLING, dataKinds: 'identity' }
  const future = await secretary.post('/petugas/data-pribadi/kebocoran/baru', { ...form, 'discovered-day': '12' })
  const recorded = await secretary.post('/petugas/data-pribadi/kebocoran/baru', form)
  const path = (recorded.headers.get('location') ?? '').replace(/\?.*/, '')
  const id = path.split('/').at(-1) ?? ''
  const tooSoon = await api.post(`/breaches/${id}/steps`, { step: 'close', closing: 'Selesai tanpa memberi tahu.' })
  const nobody = await api.post(`/breaches/${id}/steps`, { step: 'add-looked', login: 'verifikator', from: '2026-11-11', to: '2026-11-11' })
  const added = await api.post(`/breaches/${id}/steps`, { step: 'add-looked', login: 'loket', from: '2026-11-11', to: '2026-11-11' })
  const again = await api.post(`/breaches/${id}/steps`, { step: 'add', numbers: ['3515-2026-999999'] })
  const told = await api.post(`/breaches/${id}/steps`, { step: 'tell' })
  const page = await (await secretary.get(path)).text()
  const paper = await api.post(`/breaches/${id}/steps`, { step: 'paper' })
  const authority = await api.post(`/breaches/${id}/steps`, { step: 'authority', at: '2026-11-11T08:30:00+07:00', reference: '800/1/2026' })
  const closed = await api.post(`/breaches/${id}/steps`, { step: 'close', closing: 'Akun dipulihkan, tidak ada penyalahgunaan lanjutan.' })

  assert.deepEqual([future.status, recorded.status, tooSoon.status, nobody.status, added.status, again.status], [422, 303, 409, 422, 200, 422])
  assert.equal(added.body.dueAt, '2026-11-13T20:00:00+07:00')
  assert.deepEqual([added.body.people, told.body.told, told.body.personsToldAt, paper.body.told], [2, 1, null, 2])
  assert.ok(paper.body.personsToldAt && authority.body.authorityToldAt && closed.body.closedAt)
  assert.match(page, /1 orang belum diberi tahu/)
  const sent = await app.db.selectFrom('messages.outbox').select('body').where('template', '=', 'breach-notice').execute()
  assert.equal(sent.length, 1)
  const notice = await (await app.as('081200000001')).get(`/akun/kebocoran/${id}?bahasa=en`)
  assert.match(await notice.text(), /Name, address, date of birth/)
  assert.equal((await (await app.as('081200000002')).get(`/akun/kebocoran/${id}`)).status, 404)
  assert.equal((await (await app.as('loket')).get(path)).status, 403)
})

test('the record of processing is read and taken along by those in charge', async (t) => {
  const app = await freshApp(t)
  const admin = await app.as('admin')

  const csv = await (await admin.get('/petugas/data-pribadi/catatan.csv')).text()

  assert.equal(csv.trim().split('\r\n').length, 14)
  assert.match(csv, /Surat keterangan dan rekomendasi \(naskah dan hasil pindai\): 5 tahun, lalu musnah/)
  assert.equal((await app.api('sekretaris').then((api) => api.get('/privacy/register'))).body.activities.length, 13)
  assert.equal((await (await app.as('verifikator')).get('/petugas/data-pribadi/catatan')).status, 403)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../../../apps/testing.ts'
import { ok } from '../../../../kernel/result.ts'
import { giveMandate } from '../../../accounts/index.ts'
import { aDraft, actorFor, must } from '../../testing.ts'

const SITI = '081200000001'

async function consent(app: TestApp, login: string): Promise<void> {
  const [helper, siti] = [await actorFor(app, login), await actorFor(app, SITI)]
  await must(app, async (unit) => ok(await giveMandate(unit, { officeId: helper.officeId, personId: siti.personId ?? '', officerId: helper.accountId, role: 'counter', method: 'signature' })))
}

const submitOf = (app: TestApp, id: string) =>
  app.db.selectFrom('log.events').select(['body', 'at']).where('subject_id', '=', id).where('what', '=', 'application.submit').executeTakeFirstOrThrow()

test('anyone prints the form of a service, with its edition, every question and room for whoever takes it in', async (t) => {
  const app = await freshApp(t)

  const html = await (await app.visitor.get('/layanan/um-02/formulir')).text()

  assert.match(html, /UM-02, versi 1/)
  for (const text of ['Surat ini untuk keperluan apa?', 'KUR atau pinjaman bank', 'NIB (cukup salah satu)', 'NPWP (bila ada)', 'Diterima tanggal', 'Nomor permohonan setelah diketik']) {
    assert.ok(html.includes(text), text)
  }
  assert.equal((await app.visitor.get('/layanan/xx-99/formulir')).status, 404)
  assert.equal((await app.visitor.get('/gambar/layanan/..%2Fum-02.json')).status, 404)
})

test('a paper form typed in later carries the moment it was handed in; the clock begins with the sending', async (t) => {
  const app = await freshApp(t)
  const { id } = await aDraft(app)
  await consent(app, 'loket')
  const counter = await app.as('loket')
  const form = { statement: 'yes', 'received-day': '5', 'received-month': '11', 'received-year': '2026', receivedTime: '10.15' }

  const future = await counter.post(`/permohonan/${id}/periksa`, { ...form, 'received-day': '12' })
  const silent = await counter.post(`/permohonan/${id}/periksa`, form)
  const sent = await counter.post(`/permohonan/${id}/periksa`, { ...form, receivedReason: 'Listrik kantor desa padam' })

  assert.deepEqual([future.status, silent.status, sent.status], [422, 422, 303])
  assert.match(await silent.text(), /href="#receivedReason"[\s\S]*tiga hari kerja/)
  const event = await submitOf(app, id)
  assert.match(event.body, /"received":"2026-11-05T10:15:00\+07:00"/)
  assert.doesNotMatch(event.body, /Listrik/)
  const kept = await app.db.selectFrom('applications.applications').select(['intake_due_at', 'submitted_at']).where('id', '=', id).executeTakeFirstOrThrow()
  assert.equal(kept.intake_due_at?.toISOString(), '2026-11-11T06:00:00.000Z', 'four office hours from the sending')
  assert.match(await (await counter.get(`/petugas/permohonan/${id}`)).text(), /Formulir kertas diterima[\s\S]*Listrik kantor desa padam/)
  const figures = await (await (await app.as('sekretaris')).get('/petugas/pengisian')).text()
  assert.match(figures, /31 jam 15 menit/)
  assert.match(figures, /Kedungrejo[\s\S]*100 %/)
})

test('a citizen says nothing of paper, and Tamu reads no figures', async (t) => {
  const app = await freshApp(t)
  const { id } = await aDraft(app)
  const siti = await app.as(SITI)

  await siti.post(`/permohonan/${id}/periksa`, { statement: 'yes', 'received-day': '5', 'received-month': '11', 'received-year': '2026', receivedTime: '10.15' })

  assert.doesNotMatch((await submitOf(app, id)).body, /received/)
  assert.equal((await siti.get('/petugas/pengisian')).status, 403)
})

test('the counter takes up a draft begun at home by its number, and only with consent', async (t) => {
  const app = await freshApp(t)
  const { id, ownerId } = await aDraft(app)
  const { reference } = await app.db.selectFrom('applications.applications').select('reference').where('id', '=', id).executeTakeFirstOrThrow()
  const counter = await app.as('loket')

  const unknown = await counter.post('/permohonan/lanjutkan', { reference: 'UM02-2611-XXXXXX' })
  const without = await counter.post('/permohonan/lanjutkan', { reference: reference.toLowerCase() })
  await consent(app, 'loket')
  const withConsent = await counter.post('/permohonan/lanjutkan', { reference })
  const elsewhere = await (await app.as('desa')).post('/permohonan/lanjutkan', { reference })
  const sent = await counter.post(`/permohonan/${id}/periksa`, { statement: 'yes' })

  assert.equal(unknown.status, 422)
  assert.equal(without.headers.get('location'), `/permohonan/lanjutkan?warga=${ownerId}`)
  assert.equal(withConsent.headers.get('location'), `/permohonan/${id}`)
  assert.equal(elsewhere.status, 422, 'a draft of another village is as if it were not there')
  assert.equal(sent.status, 303)
  assert.equal((await (await app.as(SITI)).get('/permohonan/lanjutkan')).status, 403)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../../apps/testing.ts'
import { aGateway, personOf, queued, send, status } from '../testing.ts'

async function aFailedMessage(app: TestApp): Promise<string> {
  await queued(app, { template: 'returned', body: 'Berkas A1 perlu diperbaiki.' })
  const { id } = await app.db.updateTable('messages.outbox').set({ state: 'failed', attempts: 12, last_failure: 'http-503' }).returning('id').executeTakeFirstOrThrow()
  return id
}

const stateOf = async ({ db }: TestApp, id: string) => (await db.selectFrom('messages.outbox').select(['state', 'attempts']).where('id', '=', id).executeTakeFirstOrThrow())

test('the counter sees why a message failed, with the number masked, and sends it again', async (t) => {
  const app = await freshApp(t)
  const id = await aFailedMessage(app)
  const counter = await app.as('loket')

  const html = await (await counter.get('/petugas/pesan')).text()
  const sent = await counter.post('/petugas/pesan', { id, act: 'retry' })

  assert.match(html, /Berkas dikembalikan/)
  assert.match(html, /Layanan pesan sedang terganggu \(kode 503\)/)
  assert.match(html, /0812\*+001/)
  assert.doesNotMatch(html, /81200000001/)
  assert.equal(sent.status, 303)
  assert.deepEqual(await stateOf(app, id), { state: 'waiting', attempts: 0 })
  const event = await app.db.selectFrom('log.events').select(['what', 'subject_id']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  assert.deepEqual(event, { what: 'message.retried', subject_id: id })
})

test('a message whose person was called instead leaves the list, and a second officer is told so', async (t) => {
  const app = await freshApp(t)
  const id = await aFailedMessage(app)
  const secretary = await app.as('sekretaris')

  const first = await secretary.post('/petugas/pesan', { id, act: 'settle' })
  const second = await (await app.as('loket')).post('/petugas/pesan', { id, act: 'retry' })

  assert.equal(first.status, 303)
  assert.equal(second.status, 409)
  assert.equal((await stateOf(app, id)).state, 'settled')
})

test('only counter and secretary see and take up what failed, and a village officer only what is of his village', async (t) => {
  const app = await freshApp(t)
  const id = await aFailedMessage(app)

  for (const login of ['081200000001', 'verifikator', 'kabid', 'kadis', 'admin', 'data']) {
    const person = await app.as(login)
    assert.equal((await person.get('/petugas/pesan')).status, 403, login)
    assert.equal((await person.post('/petugas/pesan', { id, act: 'retry' })).status, 403, login)
    const api = await app.api(login)
    assert.equal((await api.get('/messages/failed')).status, 403, login)
    assert.equal((await api.post(`/messages/${id}/steps`, { step: 'retry' })).status, 403, login)
  }
  const village = await app.as('desa')
  assert.doesNotMatch(await (await village.get('/petugas/pesan')).text(), /Berkas A1/)
  for (const act of ['retry', 'settle', 'hand-over']) assert.equal((await village.post('/petugas/pesan', { id, act })).status, 403, act)
  for (const path of ['/petugas/pesan/jalan', '/petugas/pesan/layanan', '/petugas/pesan/batas', `/petugas/pesan/${id}`]) assert.equal((await village.get(path)).status, 403, path)
  assert.equal((await village.get(`/petugas/pesan/${id}/cetak`)).status, 404)
  assert.equal((await app.visitor.get('/petugas/pesan')).headers.get('location'), '/masuk?kembali=%2Fpetugas%2Fpesan')
  assert.equal((await stateOf(app, id)).state, 'failed')
})

test('a program of the office takes up failed messages through the API and sees neither number nor text', async (t) => {
  const app = await freshApp(t)
  const id = await aFailedMessage(app)
  const counter = await app.api('loket')

  const { body } = await counter.get('/messages/failed')
  const taken = await counter.post(`/messages/${id}/steps`, { step: 'retry' })
  const again = await counter.post(`/messages/${id}/steps`, { step: 'retry' })
  const unknown = await counter.post('/messages/none/steps', { step: 'retry' })

  assert.deepEqual(body, {
    items: [{ id, template: 'returned', channel: 'phone', attempts: 12, lastFailure: 'http-503', createdAt: '2026-11-11T09:00:00+07:00' }], next: null,
  })
  assert.deepEqual([taken.status, taken.body], [200, { id, state: 'waiting' }])
  assert.deepEqual([again.status, unknown.status], [409, 404])
})

test('who was not reached is a task of the officer of his village, who brings the slip and says so', async (t) => {
  const app = await freshApp(t)
  const personId = await personOf(app, '+6281200000001')
  await app.db.updateTable('registry.people').set({ village_code: '35.15.05.2006' }).where('id', '=', personId).execute()
  await queued(app, { personId, body: { id: 'Berkas A1 ditolak. Datang ke loket.', en: 'File A1 was refused.' } })
  const { id } = await app.db.updateTable('messages.outbox').set({ state: 'failed', last_failure: 'no-answer' }).returning('id').executeTakeFirstOrThrow()
  const [village, counter] = [await app.as('desa'), await app.as('loket')]

  const list = await (await village.get('/petugas/pesan')).text()
  const slip = await (await village.get(`/petugas/pesan/${id}/cetak`)).text()
  const seenByCounter = await (await counter.get('/petugas/pesan')).text()
  const handed = await village.post(`/petugas/pesan/${id}/cetak`, { act: 'hand-over' })
  const again = await counter.post('/petugas/pesan', { id, act: 'hand-over' })

  assert.match(list, /Berkas A1 ditolak/)
  assert.doesNotMatch(list, /Kirim lagi|Dalam perjalanan/)
  assert.match(seenByCounter, /Diantar: [^<]+, petugas desa/)
  assert.match(slip, /class="slip"[\s\S]*Berkas A1 ditolak\. Datang ke loket\./)
  assert.doesNotMatch(slip, /81200000001|\d{16}/)
  assert.deepEqual([handed.status, again.status], [303, 409])
  assert.equal((await stateOf(app, id)).state, 'settled')
  assert.deepEqual(await app.db.selectFrom('messages.history').select(['state', 'road', 'reason']).orderBy('id', 'desc').limit(1).execute(), [{ state: 'settled', road: 'slip', reason: 'handed-over' }])
  const event = await app.db.selectFrom('log.events').select(['what', 'subject_id']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  assert.deepEqual(event, { what: 'message.handed-over', subject_id: id })
  assert.ok(await app.db.selectFrom('log.reads').select('what').where('what', '=', 'message.slip').executeTakeFirst())
})

test('the desk shows what waits, what became of one message, the providers, and takes a monthly limit', async (t) => {
  const app = await freshApp(t, { config: { messageUrl: 'http://127.0.0.1:9/' } })
  await queued(app)
  const { provider } = await aGateway(t, [status(503)])
  await send(app, [provider])
  const { id } = await app.db.selectFrom('messages.outbox').select('id').executeTakeFirstOrThrow()
  const secretary = await app.as('sekretaris')
  const text = async (path: string) => (await secretary.get(path)).text()

  const wrong = await secretary.post('/petugas/pesan/batas', { whatsapp: 'banyak', sms: '100' })
  const kept = await secretary.post('/petugas/pesan/batas', { whatsapp: '', sms: '100' })

  assert.match(await text('/petugas/pesan/jalan'), /Berkas ditolak[\s\S]*Layanan pesan sedang terganggu \(kode 503\)/)
  assert.match(await text(`/petugas/pesan/${id}`), /Menunggu dikirim[\s\S]*Layanan SMS utama/)
  assert.match(await text('/petugas/pesan/layanan'), /Layanan SMS utama[\s\S]*kode 503[\s\S]*0 dari 100 pesan bulan ini/)
  assert.deepEqual([wrong.status, kept.status, (await secretary.get('/petugas/pesan/bukan-pesan')).status], [422, 303, 404])
  assert.equal((await (await app.as('loket')).get('/petugas/pesan/batas')).status, 403)
})

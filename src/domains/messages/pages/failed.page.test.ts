import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../../apps/testing.ts'
import { ok } from '../../../kernel/result.ts'
import { transact } from '../../../platform/db/unit.ts'
import { queueMessage } from '../outbox.ts'

async function aFailedMessage({ tools, db }: TestApp): Promise<string> {
  await transact(db, tools.clock, async (unit) => {
    await queueMessage(unit, { officeId: 'demo', template: 'returned', channel: 'phone', address: '+6281200000001', body: 'Berkas A1 perlu diperbaiki.' })
    return ok(undefined)
  })
  const { id } = await db.updateTable('messages.outbox').set({ state: 'failed', attempts: 12, last_failure: 'http-503' }).returning('id').executeTakeFirstOrThrow()
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

test('only counter and secretary may see and take up failed messages', async (t) => {
  const app = await freshApp(t)
  const id = await aFailedMessage(app)

  for (const login of ['081200000001', 'desa', 'verifikator', 'kabid', 'kadis', 'admin', 'data']) {
    const person = await app.as(login)
    assert.equal((await person.get('/petugas/pesan')).status, 403, login)
    assert.equal((await person.post('/petugas/pesan', { id, act: 'retry' })).status, 403, login)
    const api = await app.api(login)
    assert.equal((await api.get('/messages/failed')).status, 403, login)
    assert.equal((await api.post(`/messages/${id}/steps`, { step: 'retry' })).status, 403, login)
  }
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

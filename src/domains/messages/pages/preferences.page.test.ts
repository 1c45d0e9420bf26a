import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TEST_NOW, freshApp } from '../../../apps/testing.ts'
import { messageTexts } from '../core/message-text.ts'
import { outbox, personOf, queued, told } from '../testing.ts'

const FORM = { language: 'id', first: 'whatsapp', second: 'sms', third: '', quiet: 'usual', from: '21', to: '6', wanted: 'progress' }
const BODY = messageTexts('submitted', { reference: 'UM02-2611-K7QM4X', intakeDueAt: TEST_NOW, link: 'https://dku.example/lacak' })

test('a citizen chooses language, roads, quiet hours and what he wants, and the next message follows it', async (t) => {
  const app = await freshApp(t)
  const personId = await personOf(app, '+6281200000001')
  const siti = await app.as('081200000001')

  const before = await (await siti.get('/akun/pesan')).text()
  const saved = await siti.post('/akun/pesan', { ...FORM, language: 'en', first: 'sms', second: 'slip', quiet: 'own', from: '8', to: '10' })
  const after = await (await siti.get('/akun/pesan')).text()
  await queued(app, { personId, template: 'submitted', body: BODY })
  await queued(app, { personId, template: 'return-reminder', body: 'Pengingat.' })
  await queued(app, { personId, template: 'rejected', body: 'Ditolak.' })

  assert.match(before, /tidak dapat dimatikan/)
  assert.doesNotMatch(before, /value="email"/)
  assert.equal(saved.status, 303)
  assert.match(after, /<option value="sms" selected/)
  // Nine in the morning lies within the hours he chose.
  assert.deepEqual(await told(app), ['held quiet', 'settled declined', 'held quiet'])
  const news = (await outbox(app)).find((row) => row.kind === 'progress')
  assert.deepEqual([news?.language, news?.body], ['en', BODY.en])
  const roads = await app.db.selectFrom('messages.outbox').select('roads').where('kind', '=', 'decision').executeTakeFirst()
  assert.deepEqual(roads?.roads, ['sms', 'slip'])
})

test('what cannot be is refused in place: a road twice, mail without an address, quiet hours without length', async (t) => {
  const app = await freshApp(t)
  const siti = await app.as('081200000001')
  const api = await app.api('081200000001')

  const twice = await siti.post('/akun/pesan', { ...FORM, second: 'whatsapp' })
  const empty = await siti.post('/akun/pesan', { ...FORM, quiet: 'own', from: '9', to: '9' })
  const mail = await api.patch('/message-preferences', { roads: ['email'] })

  assert.deepEqual([twice.status, empty.status, mail.status], [422, 422, 422])
  assert.match(await twice.text(), /sudah Anda pilih di atas/)
  assert.match(await empty.text(), /jam mulai dan jam akhir yang berbeda/)
})

test('through the API what is left out stays; who wishes nothing gets paper for decisions, nothing else, and codes all the same', async (t) => {
  const app = await freshApp(t)
  const personId = await personOf(app, '+6281200000001')
  const api = await app.api('081200000001')

  const usual = await api.get('/message-preferences')
  const changed = await api.patch('/message-preferences', { roads: [] })
  await queued(app, { personId, template: 'submitted', body: BODY })
  await queued(app, { personId, template: 'rejected' })
  await queued(app, { personId, template: 'consent-code', secret: true, body: 'Kode: 123456.' })

  assert.deepEqual(usual.body, { language: 'id', roads: ['whatsapp', 'sms', 'email'], quiet: { from: 21, to: 6 }, declined: [], chosen: false, stopped: false })
  assert.deepEqual(changed.body, { ...usual.body, roads: [], chosen: true })
  assert.deepEqual(await told(app), ['settled declined', 'slip wished', 'waiting'])
  assert.equal((await (await app.api('kadis')).get('/message-preferences')).status, 404)
})

test('an officer changes it for a person he serves, once that person has agreed to be helped', async (t) => {
  const app = await freshApp(t)
  const personId = await personOf(app, '+6281200000001')
  const path = `/petugas/bantu/${personId}/pesan`
  const counter = await app.as('loket')

  const without = await counter.post(path, { ...FORM, first: 'sms', second: '' })
  await counter.post(`/petugas/bantu/${personId}`, { notice: 'yes', method: 'signature', note: '' })
  const withIt = await counter.post(path, { ...FORM, first: 'sms', second: '' })

  assert.deepEqual([without.status, withIt.status], [403, 303])
  assert.deepEqual((await app.db.selectFrom('messages.preferences').select('roads').executeTakeFirst())?.roads, ['sms'])
  for (const login of ['081200000001', 'kadis', 'verifikator', 'admin']) assert.equal((await (await app.as(login)).get(path)).status, 403, login)
  const event = await app.db.selectFrom('log.events').select(['what', 'subject_id']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  assert.deepEqual(event, { what: 'message.preferences', subject_id: personId })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { findMandate } from './mandate-store.ts'
import { aBrowser, actorOf, lastCode, wrongCode } from './testing.ts'

const TINI = '3515056506750000'
const CARD = { name: 'Tini Kusmiati', gender: 'female', phone: '081200000555' }

async function officer(app: TestApp, login: string) {
  const browser = aBrowser(app)
  browser.jar.set('sid', await app.tokenFor(login, 'browser'))
  return browser
}

test('the counter records a citizen who is not on record, with consent on paper, and goes on to apply', async (t) => {
  const app = await freshApp(t)
  const counter = await officer(app, 'loket')
  const asked = await counter.post('/petugas/bantu', { nationalId: TINI })
  const made = await counter.post('/petugas/bantu/baru', { ...CARD, phone: '' })

  const reply = await counter.post(made.headers.get('location') ?? '', { notice: 'yes', method: 'thumbprint', note: 'didampingi anaknya' })

  const person = await app.db.selectFrom('registry.people').select(['id', 'name', 'phone']).where('national_id_index', '=', app.tools.keys.indexOf(TINI)).executeTakeFirstOrThrow()
  const reading = await app.db.selectFrom('accounts.notice_readings').select(['channel', 'officer_id']).where('person_id', '=', person.id).executeTakeFirst()
  const loket = await actorOf(app, 'loket')
  const mandate = await findMandate(app.db, app.clock.now, { personId: person.id, officerId: loket.accountId })
  const event = await app.db.selectFrom('log.events').select(['actor_id', 'for_id', 'body']).where('what', '=', 'mandate.give').executeTakeFirstOrThrow()
  assert.equal(asked.headers.get('location'), '/petugas/bantu/baru')
  assert.equal(reply.headers.get('location'), `/permohonan/pilih?warga=${person.id}`)
  assert.equal(mandate?.method, 'thumbprint')
  assert.deepEqual([event.actor_id, event.for_id], [loket.accountId, person.id])
  assert.doesNotMatch(event.body, /Tini|anaknya/)
  assert.deepEqual(reading, { channel: 'counter', officer_id: loket.accountId })
})

test('a citizen agrees with a code from his own phone', async (t) => {
  const app = await freshApp(t)
  const counter = await officer(app, 'loket')
  const found = (await counter.post('/petugas/bantu', { nationalId: '3515055203800000' })).headers.get('location') ?? ''
  const sent = await counter.post(found, { notice: 'yes', method: 'code' })
  const code = await lastCode(app, '+6281200000001')

  const wrong = await counter.post(`${found}/kode`, { code: wrongCode(code) })
  const right = await counter.post(`${found}/kode`, { code })

  const { body } = await app.db.selectFrom('messages.outbox').select('body').where('template', '=', 'consent-code').executeTakeFirstOrThrow()
  assert.equal(sent.headers.get('location'), `${found}/kode`)
  assert.equal(wrong.status, 422)
  assert.match(right.headers.get('location') ?? '', /^\/permohonan\/pilih\?warga=/)
  assert.ok(body.length <= 160)
})

test('the code one officer asked for gives no consent to another', async (t) => {
  const app = await freshApp(t)
  const [counter, village] = [await officer(app, 'loket'), await officer(app, 'loket')]
  const found = (await counter.post('/petugas/bantu', { nationalId: '3515055203800000' })).headers.get('location') ?? ''
  await counter.post(found, { notice: 'yes', method: 'code' })
  await app.db.updateTable('accounts.role_grants').set({ area_code: '35.15.05' }).where('role', '=', 'village-officer').execute()
  village.jar.set('sid', await app.tokenFor('desa', 'browser'))

  const reply = await village.post(`${found}/kode`, { code: await lastCode(app, '+6281200000001') })

  assert.equal(reply.status, 422)
})

test('without the notice read out there is no consent, and nothing typed is lost', async (t) => {
  const app = await freshApp(t)
  const counter = await officer(app, 'loket')
  const found = (await counter.post('/petugas/bantu', { nationalId: '3515055203800000' })).headers.get('location') ?? ''

  const reply = await counter.post(found, { method: 'signature', note: 'bersama cucu' })

  assert.equal(reply.status, 422)
  assert.match(await reply.text(), /bersama cucu/)
  assert.deepEqual(await app.db.selectFrom('accounts.mandates').select('id').execute(), [])
})

test('a village officer helps within the village, and is told so outside of it', async (t) => {
  const app = await freshApp(t)
  const village = await officer(app, 'desa')

  // Siti lives in another village of the same district.
  const outside = await village.post('/petugas/bantu', { nationalId: '3515055203800000' })
  await village.post('/petugas/bantu', { nationalId: TINI })
  const elsewhere = await village.post('/petugas/bantu/baru', { ...CARD, villageCode: '35.15.05.2003' })
  const nowhere = await village.post('/petugas/bantu/baru', CARD)
  const here = await village.post('/petugas/bantu/baru', { ...CARD, villageCode: '35.15.05.2006' })

  assert.equal(outside.status, 422)
  assert.match(await outside.text(), /di luar wilayah tugas/)
  assert.equal(elsewhere.status, 403)
  assert.equal(nowhere.status, 422)
  assert.match(here.headers.get('location') ?? '', /^\/petugas\/bantu\/[0-9a-f-]{36}$/)
})

test('the page of a citizen is closed to a village officer of another village', async (t) => {
  const app = await freshApp(t)
  const { id } = await app.db.selectFrom('registry.people').select('id').where('name', '=', 'Siti Aminah').executeTakeFirstOrThrow()

  const [village, counter] = [await (await app.as('desa')).get(`/petugas/bantu/${id}`), await (await app.as('loket')).get(`/petugas/bantu/${id}`)]

  assert.equal(village.status, 403)
  assert.doesNotMatch(await village.text(), /Siti/)
  assert.equal(counter.status, 200)
})

test('who registered without telling a village may be helped in any village', async (t) => {
  const app = await freshApp(t)
  await app.db.updateTable('registry.people').set({ village_code: null }).where('name', '=', 'Siti Aminah').execute()
  const village = await officer(app, 'desa')

  const found = await village.post('/petugas/bantu', { nationalId: '3515055203800000' })
  const page = await village.get(found.headers.get('location') ?? '')

  assert.equal(page.status, 200)
})

test('a mandate is for one officer and ends after ninety days', async (t) => {
  const app = await freshApp(t)
  const counter = await officer(app, 'loket')
  const found = (await counter.post('/petugas/bantu', { nationalId: '3515055203800000' })).headers.get('location') ?? ''
  await counter.post(found, { notice: 'yes', method: 'signature' })
  const personId = found.split('/').at(-1) ?? ''
  const [loket, desa] = [await actorOf(app, 'loket'), await actorOf(app, 'desa')]

  const own = await findMandate(app.db, app.clock.now.add({ hours: 89 * 24 }), { personId, officerId: loket.accountId })
  const late = await findMandate(app.db, app.clock.now.add({ hours: 90 * 24 }), { personId, officerId: loket.accountId })
  const foreign = await findMandate(app.db, app.clock.now, { personId, officerId: desa.accountId })

  assert.deepEqual([own?.method, late, foreign], ['signature', undefined, undefined])
})

test('only the counter and village officers help citizens', async (t) => {
  const app = await freshApp(t)
  const statuses: Record<string, number> = {}
  for (const login of ['loket', 'desa', 'verifikator', 'sekretaris', 'kadis', 'admin', '081200000001']) {
    statuses[login] = (await (await app.as(login)).get('/petugas/bantu')).status
  }

  assert.deepEqual(statuses, { loket: 200, desa: 200, verifikator: 403, sekretaris: 403, kadis: 403, admin: 403, '081200000001': 403 })
  assert.equal((await app.visitor.get('/petugas/bantu')).status, 303)
})

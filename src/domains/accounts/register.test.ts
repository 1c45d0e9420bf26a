import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { createPerson } from '../registry/index.ts'
import { aBrowser, signInByPhone } from './testing.ts'

const NEW = { phone: '081200000555', e164: '+6281200000555' }
const FORM = { name: 'Tini Kusmiati', nationalId: '3515056506750000', gender: 'female', notice: 'yes' }

const personByNationalId = (app: TestApp, digits: string) =>
  app.db.selectFrom('registry.people').selectAll().where('national_id_index', '=', app.tools.keys.indexOf(digits)).execute()

test('a new number registers once and is signed in', async (t) => {
  const app = await freshApp(t)
  const browser = aBrowser(app)
  const asked = await signInByPhone(app, browser, NEW.phone, NEW.e164)

  const reply = await browser.post('/masuk/daftar', FORM)

  const [person, ...more] = await personByNationalId(app, FORM.nationalId)
  assert.equal(asked.headers.get('location'), '/masuk/daftar')
  assert.equal(reply.headers.get('location'), '/permohonan')
  assert.equal(more.length, 0)
  assert.deepEqual([person?.name, person?.phone, person?.gender], ['Tini Kusmiati', NEW.e164, 'female'])
  const reading = await app.db.selectFrom('accounts.notice_readings').selectAll().where('person_id', '=', person?.id ?? '').executeTakeFirstOrThrow()
  assert.deepEqual([reading.version, reading.channel, reading.at.toISOString()], [1, 'self', '2026-11-11T02:00:00.001Z'])
  assert.match(await (await browser.get('/akun')).text(), /Tini Kusmiati/)
})

test('nothing is registered before the notice was read and every answer is given', async (t) => {
  const app = await freshApp(t)
  const browser = aBrowser(app)
  await signInByPhone(app, browser, NEW.phone, NEW.e164)

  const replies = [
    await browser.post('/masuk/daftar', { ...FORM, notice: '' }),
    await browser.post('/masuk/daftar', { ...FORM, name: ' ' }),
    await browser.post('/masuk/daftar', { ...FORM, gender: 'x' }),
    await browser.post('/masuk/daftar', { ...FORM, nationalId: '123' }),
  ]

  assert.deepEqual(replies.map((reply) => reply.status), [422, 422, 422, 422])
  assert.match(await replies[3]?.text() ?? '', /value="Tini Kusmiati"/)
  assert.deepEqual(await personByNationalId(app, FORM.nationalId), [])
})

test('a NIK on record under another phone is not linked: the counter must look at the card', async (t) => {
  const app = await freshApp(t)
  const browser = aBrowser(app)
  await signInByPhone(app, browser, NEW.phone, NEW.e164)

  const reply = await browser.post('/masuk/daftar', { ...FORM, nationalId: '3515055203800000' })

  assert.equal(reply.headers.get('location'), '/masuk/loket')
  assert.doesNotMatch(await (await browser.get('/masuk/loket')).text(), /Siti|terdaftar/)
  assert.equal(browser.jar.has('sid'), false)
})

test('a person whom a helper entered with this very phone claims the record', async (t) => {
  const app = await freshApp(t)
  const entered = await app.db.transaction().execute((tx) => createPerson(tx, app.tools.keys, app.clock.now, 'demo', {
    name: 'Tini K.', phone: NEW.e164, nationalId: FORM.nationalId,
  }))
  const browser = aBrowser(app)
  await signInByPhone(app, browser, NEW.phone, NEW.e164)

  const reply = await browser.post('/masuk/daftar', FORM)

  const account = await app.db.selectFrom('accounts.accounts').select('person_id').where('login', '=', NEW.e164).executeTakeFirst()
  assert.equal(reply.headers.get('location'), '/permohonan')
  assert.equal(account?.person_id, entered)
})

test('the form sent twice makes one person and one account', async (t) => {
  const app = await freshApp(t)
  const browser = aBrowser(app)
  await signInByPhone(app, browser, NEW.phone, NEW.e164)

  const replies = await Promise.all([browser.post('/masuk/daftar', FORM), browser.post('/masuk/daftar', FORM)])

  const accounts = await app.db.selectFrom('accounts.accounts').select('id').where('login', '=', NEW.e164).execute()
  assert.deepEqual(replies.map((reply) => reply.status), [303, 303])
  assert.equal(accounts.length, 1)
  assert.equal((await personByNationalId(app, FORM.nationalId)).length, 1)
})

test('two phones that register one NIK at once end with one person; the later goes to the counter', async (t) => {
  const app = await freshApp(t)
  const [one, other] = [aBrowser(app), aBrowser(app)]
  await signInByPhone(app, one, NEW.phone, NEW.e164)
  await signInByPhone(app, other, '081200000556', '+6281200000556')

  const replies = await Promise.all([one.post('/masuk/daftar', FORM), other.post('/masuk/daftar', FORM)])

  assert.deepEqual(replies.map((reply) => reply.headers.get('location')).toSorted(), ['/masuk/loket', '/permohonan'])
  assert.equal((await personByNationalId(app, FORM.nationalId)).length, 1)
})

test('nobody registers without a confirmed number', async (t) => {
  const app = await freshApp(t)

  const page = await app.visitor.get('/masuk/daftar')
  const reply = await app.visitor.post('/masuk/daftar', FORM)

  assert.doesNotMatch(await page.text(), /name="nationalId"/)
  assert.equal(reply.headers.get('location'), '/masuk')
  assert.deepEqual(await personByNationalId(app, FORM.nationalId), [])
})

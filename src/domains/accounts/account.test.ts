import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp } from '../../apps/testing.ts'
import { ok } from '../../kernel/result.ts'
import { transact } from '../../platform/db/unit.ts'
import { aBrowser, actorOf } from './testing.ts'

const SITI = '081200000001'

test('a citizen sees own data masked, in full on demand, and the look is logged', async (t) => {
  const app = await freshApp(t)
  const siti = aBrowser(app)
  siti.jar.set('sid', await app.tokenFor(SITI, 'browser'))
  const before = await (await siti.get('/akun')).text()

  const asked = await siti.post('/akun', { do: 'lihat', field: 'nationalId' })
  const shown = await (await siti.get('/akun')).text()
  app.clock.pass({ minutes: 6 })
  const after = await (await siti.get('/akun')).text()

  const looks = await app.db.selectFrom('log.reads').select(['what', 'for_id']).execute()
  assert.equal(asked.status, 303)
  assert.doesNotMatch(before, /3515055203800000|081200000001|3515051204050000/)
  assert.match(shown, /3515055203800000/)
  assert.doesNotMatch(shown, /3515051204050000/)
  assert.doesNotMatch(after, /3515055203800000/)
  assert.deepEqual(looks.map((look) => look.what), ['person.reveal'])
})

test('what one person opened is not shown to another on the same phone', async (t) => {
  const app = await freshApp(t)
  const phone = aBrowser(app)
  phone.jar.set('sid', await app.tokenFor(SITI, 'browser'))
  await phone.post('/akun', { do: 'lihat', field: 'nationalId' })

  phone.jar.set('sid', await app.tokenFor('081200000002', 'browser'))
  const page = await (await phone.get('/akun')).text()

  assert.match(page, /Wahyu/)
  assert.doesNotMatch(page, /3515180907850000|3515055203800000/)
})

test('a citizen sees who looked: role, purpose and time, not the name', async (t) => {
  const app = await freshApp(t)
  const { person_id } = await app.db.selectFrom('accounts.accounts').select('person_id').where('login', '=', '+6281200000001').executeTakeFirstOrThrow()
  const actor = await actorOf(app, 'loket')
  await transact(app.db, app.tools.clock, async (unit) => {
    unit.looked('demo', actor, 'person.reveal', { kind: 'person', id: person_id ?? '', personId: person_id ?? '' })
    return ok(undefined)
  })

  const page = await (await (await app.as(SITI)).get('/akun')).text()
  const other = await (await (await app.as('081200000002')).get('/akun')).text()

  assert.match(page, /Loket/)
  assert.match(page, /Membuka data yang disamarkan/)
  assert.match(page, /11 Nov 2026, 09\.00/)
  assert.doesNotMatch(page, /Ningsih/)
  assert.match(other, /Belum ada petugas yang membuka data Anda/)
})

test('a citizen ends the session on a phone that was lost, and no session of others', async (t) => {
  const app = await freshApp(t)
  const [here, lost, wahyu] = [await app.as(SITI), await app.as(SITI), await app.as('081200000002')]
  const rows = await app.db.selectFrom('accounts.sessions as s').innerJoin('accounts.accounts as a', 'a.id', 's.account_id').select(['s.id', 'a.login'])
    .orderBy('s.created_at').execute()
  const foreign = rows.find((row) => row.login === '+6281200000002')?.id ?? ''

  const refused = await here.post('/akun', { do: 'sesi', id: foreign })
  const ended = await here.post('/akun', { do: 'sesi-lain' })

  assert.equal(refused.status, 404)
  assert.equal(ended.headers.get('location'), '/akun?selesai=sesi')
  assert.equal((await here.get('/akun')).status, 200)
  assert.equal((await lost.get('/akun')).status, 303)
  assert.equal((await wahyu.get('/akun')).status, 200)
})

test('a citizen accepts the notice in force', async (t) => {
  const app = await freshApp(t)
  const siti = await app.as(SITI)
  const before = await (await siti.get('/akun')).text()

  await siti.post('/akun', { do: 'pemberitahuan' })

  assert.match(before, /Belum tercatat bahwa Anda membacanya/)
  assert.match(await (await siti.get('/akun')).text(), /Anda sudah membaca versi 1/)
})

test('everybody can read the privacy notice, in both languages', async (t) => {
  const app = await freshApp(t)

  const [indonesian, english] = [await app.visitor.get('/privasi'), await app.visitor.get('/privasi?bahasa=en')]

  assert.match(await indonesian.text(), /Data pribadi Anda di sini/)
  assert.match(await english.text(), /Your personal data here/)
})

test('nobody without an account has an account page', async (t) => {
  const app = await freshApp(t)

  const replies = [await app.visitor.get('/akun'), await app.visitor.post('/akun', { do: 'sesi-lain' }), await app.visitor.get('/akun/sandi')]

  assert.deepEqual(replies.map((reply) => reply.headers.get('location')), ['/masuk?kembali=%2Fakun', '/masuk?kembali=%2Fakun', '/masuk?kembali=%2Fakun%2Fsandi'])
  assert.equal((await (await app.as(SITI)).get('/akun/sandi')).status, 403)
})

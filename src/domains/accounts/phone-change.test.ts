import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { aBrowser, signInByPhone } from './testing.ts'

const SITI = { phone: '081200000001', e164: '+6281200000001', nationalId: '3515055203800000' }
const NEW = { phone: '081200000099', e164: '+6281200000099' }

const loginOf = async ({ db }: TestApp) => (await db.selectFrom('accounts.accounts').select('login').where('name', '=', 'Siti Aminah').executeTakeFirstOrThrow()).login
const openChange = async ({ db }: TestApp) => (await db.selectFrom('accounts.phone_changes').select('id').orderBy('requested_at', 'desc').executeTakeFirstOrThrow()).id
const sitiId = async ({ db }: TestApp) => (await db.selectFrom('registry.people').select('id').where('name', '=', 'Siti Aminah').executeTakeFirstOrThrow()).id

async function request(app: TestApp, login = 'loket', fields: Record<string, string> = { newPhone: NEW.phone, evidence: 'ktp' }) {
  const officer = await app.as(login)
  const found = await officer.post('/petugas/ganti-nomor', { nationalId: SITI.nationalId })
  return officer.post(found.headers.get('location') ?? '', fields)
}

test('a number is changed by two officers: login, sessions and devices go, both numbers are told', async (t) => {
  const app = await freshApp(t)
  const old = aBrowser(app)
  await signInByPhone(app, old, SITI.phone, SITI.e164)
  await old.post('/masuk/pastikan', { nationalId: SITI.nationalId })
  await request(app)
  const untouched = await loginOf(app)

  const reply = await (await app.as('sekretaris')).post(`/petugas/ganti-nomor/permintaan/${await openChange(app)}`, { decision: 'setuju' })

  const told = await app.db.selectFrom('messages.outbox').select('address').where('template', '=', 'phone-changed').orderBy('address').execute()
  const person = await app.db.selectFrom('registry.people').select('phone').where('id', '=', await sitiId(app)).executeTakeFirst()
  assert.equal(untouched, SITI.e164)
  assert.equal(reply.headers.get('location'), '/petugas/ganti-nomor?selesai=setuju')
  assert.equal(await loginOf(app), NEW.e164)
  assert.equal(person?.phone, NEW.e164)
  assert.equal((await old.get('/akun')).status, 303)
  assert.deepEqual(await app.db.selectFrom('accounts.devices').select('id').execute(), [])
  assert.deepEqual(told.map(({ address }) => address), [SITI.e164, NEW.e164])
})

test('the officer who asked may not agree, and the database holds it too', async (t) => {
  const app = await freshApp(t)
  await request(app)
  const id = await openChange(app)

  const reply = await (await app.as('loket')).post(`/petugas/ganti-nomor/permintaan/${id}`, { decision: 'setuju' })

  const loket = await app.db.selectFrom('accounts.accounts').select('id').where('login', '=', 'loket').executeTakeFirstOrThrow()
  assert.equal(reply.status, 403)
  assert.match(await reply.text(), /petugas lain yang menyetujui/)
  assert.equal(await loginOf(app), SITI.e164)
  await assert.rejects(
    app.db.updateTable('accounts.phone_changes').set({ decided_by: loket.id, decided_at: new Date(0), accepted: true }).where('id', '=', id).execute(),
    /phone_changes_two_officers/,
  )
})

test('a decided request cannot be decided again', async (t) => {
  const app = await freshApp(t)
  await request(app)
  const path = `/petugas/ganti-nomor/permintaan/${await openChange(app)}`
  const secretary = await app.as('sekretaris')
  await secretary.post(path, { decision: 'tolak' })

  const again = await secretary.post(path, { decision: 'setuju' })

  assert.equal(again.status, 409)
  assert.equal(await loginOf(app), SITI.e164)
})

test('a number that another account has cannot be taken', async (t) => {
  const app = await freshApp(t)

  const reply = await request(app, 'loket', { newPhone: '0812-0000-0002', evidence: 'ktp' })

  assert.equal(reply.status, 422)
  assert.match(await reply.text(), /sudah dipakai akun lain/)
})

test('one request at a time waits for a person', async (t) => {
  const app = await freshApp(t)
  await request(app)

  const second = await request(app, 'sekretaris', { newPhone: '081200000098', evidence: 'ktp' })

  assert.equal(second.status, 422)
  assert.match(await second.text(), /Sudah ada permintaan yang menunggu/)
})

test('after the counter has detached a recycled number its new owner registers, and the old data stay closed', async (t) => {
  const app = await freshApp(t)
  const counter = await app.as('loket')
  const found = await counter.post('/petugas/ganti-nomor', { phone: SITI.phone })
  await counter.post(found.headers.get('location') ?? '', { evidence: 'ktp', detach: '1' })
  await (await app.as('sekretaris')).post(`/petugas/ganti-nomor/permintaan/${await openChange(app)}`, { decision: 'setuju' })
  const browser = aBrowser(app)

  const asked = await signInByPhone(app, browser, SITI.phone, SITI.e164)
  const hers = await browser.post('/masuk/daftar', { name: 'Orang Lain', nationalId: SITI.nationalId, gender: 'female', notice: 'yes' })

  assert.equal(found.headers.get('location'), `/petugas/ganti-nomor/orang/${await sitiId(app)}?lepas=1`)
  assert.equal(asked.headers.get('location'), '/masuk/daftar')
  assert.equal(hers.headers.get('location'), '/masuk/loket')
  assert.equal(await loginOf(app), null)
})

test('the person sees that the counter looked for a change of number, and no NIK stands in an address', async (t) => {
  const app = await freshApp(t)
  const officer = await app.as('loket')
  const found = await officer.post('/petugas/ganti-nomor', { nationalId: SITI.nationalId })
  await officer.get(found.headers.get('location') ?? '')

  const page = await (await (await app.as(SITI.phone)).get('/akun')).text()

  assert.match(page, /Mengganti nomor HP/)
  assert.doesNotMatch(found.headers.get('location') ?? '', /\d{9}/)
})

test('the counter and the secretary change numbers, nobody else does', async (t) => {
  const app = await freshApp(t)
  const statuses: Record<string, number> = {}
  for (const login of ['loket', 'sekretaris', 'desa', 'verifikator', 'kabid', 'kadis', 'data', 'admin', SITI.phone]) {
    statuses[login] = (await (await app.as(login)).get('/petugas/ganti-nomor')).status
  }

  const visitor = await app.visitor.get('/petugas/ganti-nomor')

  assert.deepEqual(statuses, {
    loket: 200, sekretaris: 200, desa: 403, verifikator: 403, kabid: 403, kadis: 403, data: 403, admin: 403, [SITI.phone]: 403,
  })
  assert.equal(visitor.status, 303)
})

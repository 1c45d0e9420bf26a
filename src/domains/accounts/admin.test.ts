import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { aBrowser } from './testing.ts'

const NEW = { login: 'rina.baru', name: 'Rina Baru', role: 'village-officer', area: '35.15.05.2006' }

async function admin(app: TestApp) {
  const browser = aBrowser(app)
  browser.jar.set('sid', await app.tokenFor('admin', 'browser'))
  return browser
}
const idOf = async ({ db }: TestApp, login: string) => (await db.selectFrom('accounts.accounts').select('id').where('login', '=', login).executeTakeFirstOrThrow()).id

test('the administrator makes an account; the temporary password is shown once', async (t) => {
  const app = await freshApp(t)
  const browser = await admin(app)

  const made = await browser.post('/admin/akun/baru', NEW)
  const shown = await (await browser.get(made.headers.get('location') ?? '')).text()
  const again = await (await browser.get(made.headers.get('location') ?? '')).text()

  const events = await app.db.selectFrom('log.events').select(['what', 'subject_id']).where('what', '=', 'account.create').execute()
  assert.match(shown, /Serahkan langsung kepada petugas/)
  assert.match(again, /sudah pernah ditampilkan/)
  assert.deepEqual(events, [{ what: 'account.create', subject_id: await idOf(app, NEW.login) }])
  assert.match(await (await browser.get('/admin/akun?q=rina.b')).text(), /Rina Baru/)
})

const REFUSED = [
  ['a citizen is not made by hand', { role: 'business-owner', area: '' }, /mendaftar sendiri/],
  ['a village officer needs an area', { area: '' }, /memerlukan wilayah tugas/],
  ['an area must exist', { area: '35.15.99' }, /Kode wilayah ini tidak ada/],
  ['an area lies inside the regency', { area: '35.78' }, /di luar kabupaten/],
  ['a head of division needs a division', { role: 'division-head', area: '' }, /memerlukan bidang/],
  ['a login is plain', { login: 'Rina Baru!' }, /huruf kecil/],
  ['a login is there once', { login: 'loket' }, /sudah ada/],
  ['a role ends after it began', { 'to-day': '1', 'to-month': '1', 'to-year': '2020' }, /sesudah tanggal mulai/],
  ['a date is in the calendar', { 'from-day': '31', 'from-month': '2', 'from-year': '2026' }, /yang ada di kalender/],
] as const

for (const [name, change, sentence] of REFUSED) {
  test(`a new account is refused with a sentence: ${name}`, async (t) => {
    const app = await freshApp(t)

    const reply = await (await admin(app)).post('/admin/akun/baru', { ...NEW, ...change })

    assert.equal(reply.status, 422)
    assert.match(await reply.text(), sentence)
  })
}

test('the administrator cannot make himself or another administrator part of a letter', async (t) => {
  const app = await freshApp(t)
  const browser = await admin(app)
  await browser.post('/admin/akun/baru', { login: 'admin-dua', name: 'Admin Dua', role: 'admin' })

  const own = await browser.post(`/admin/akun/${await idOf(app, 'admin')}`, { do: 'peran', role: 'data-steward' })
  const other = await browser.post(`/admin/akun/${await idOf(app, 'admin-dua')}`, { do: 'peran', role: 'office-head' })
  const head = await browser.post(`/admin/akun/${await idOf(app, 'kadis')}`, { do: 'peran', role: 'admin' })

  assert.equal(own.status, 409)
  assert.equal(other.status, 422)
  assert.match(await other.text(), /Admin tidak boleh ikut menerbitkan surat/)
  assert.equal(head.status, 422)
})

test('a role that was ended is gone at once, with the sessions', async (t) => {
  const app = await freshApp(t)
  const browser = await admin(app)
  const officer = await app.as('loket')
  const id = await idOf(app, 'loket')
  const grant = await app.db.selectFrom('accounts.role_grants').select('id').where('account_id', '=', id).executeTakeFirstOrThrow()

  const reply = await browser.post(`/admin/akun/${id}`, { do: 'akhir', id: grant.id })

  assert.equal(reply.status, 303)
  assert.equal((await officer.get('/petugas/bantu')).headers.get('location'), '/masuk?kembali=%2Fpetugas%2Fbantu')
  assert.equal((await (await app.as('loket')).get('/petugas/bantu')).status, 403)
})

test('a locked account has no session, and gets them again when it is unlocked', async (t) => {
  const app = await freshApp(t)
  const browser = await admin(app)
  const officer = await app.as('loket')
  const id = await idOf(app, 'loket')

  await browser.post(`/admin/akun/${id}`, { do: 'kunci' })
  const locked = [await officer.get('/akun'), await (await app.as('loket')).get('/akun')]
  await browser.post(`/admin/akun/${id}`, { do: 'buka' })
  const open = await (await app.as('loket')).get('/akun')

  assert.deepEqual(locked.map((reply) => reply.status), [303, 303])
  assert.equal(open.status, 200)
})

test('accounts are managed by the administrator alone, with the second factor', async (t) => {
  const app = await freshApp(t)
  const statuses: Record<string, number> = {}
  for (const login of ['admin', 'kadis', 'sekretaris', 'loket', 'data', '081200000001']) statuses[login] = (await (await app.as(login)).get('/admin/akun')).status
  const browser = await admin(app)
  app.clock.pass({ minutes: 61 })
  browser.jar.set('sid', await app.tokenFor('admin', 'browser'))
  await app.db.updateTable('accounts.sessions').set({ second_factor_until: null }).execute()

  const withoutFactor = await browser.post('/admin/akun/baru', NEW)

  assert.deepEqual(statuses, { admin: 200, kadis: 403, sekretaris: 403, loket: 403, data: 403, '081200000001': 403 })
  assert.equal(withoutFactor.headers.get('location'), '/akun/kode?kembali=%2Fadmin%2Fakun%2Fbaru')
  assert.equal((await app.visitor.get('/admin/akun')).status, 303)
})

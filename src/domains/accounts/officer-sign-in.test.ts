import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEMO_PASSWORD } from '../../../db/seeds/demo.ts'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { aBrowser, authenticatorCode, signInOfficer, wrongCode } from './testing.ts'
import { totpCodeAt } from './totp.ts'

const GOOD = 'perahu kuning di muara'

/** The administrator resets an account and reads the temporary password from the page that shows it once. */
async function temporaryPasswordOf(app: TestApp, login: string): Promise<string> {
  const admin = aBrowser(app)
  admin.jar.set('sid', await app.tokenFor('admin', 'browser'))
  const { id } = await app.db.selectFrom('accounts.accounts').select('id').where('login', '=', login).executeTakeFirstOrThrow()
  const reply = await admin.post(`/admin/akun/${id}`, { do: 'atur-ulang' })
  const shown = await (await admin.get(reply.headers.get('location') ?? '')).text()
  return shown.replaceAll(/<wbr\/?>/g, '').match(/class="reference">([a-z2-9-]{19})</)?.[1] ?? ''
}

test('an officer signs in with password and authenticator', async (t) => {
  const app = await freshApp(t)
  const browser = aBrowser(app)

  const asked = await browser.post('/masuk/petugas', { login: 'Loket', password: DEMO_PASSWORD })
  const reply = await browser.post('/masuk/petugas/kode', { code: await authenticatorCode(app, 'loket') })

  assert.equal(asked.headers.get('location'), '/masuk/petugas/kode')
  assert.equal(reply.headers.get('location'), '/petugas')
  assert.match(await (await browser.get('/akun')).text(), /Ningsih Wulandari/)
})

test('the password alone opens nothing', async (t) => {
  const app = await freshApp(t)
  const browser = aBrowser(app)
  await browser.post('/masuk/petugas', { login: 'loket', password: DEMO_PASSWORD })

  const reply = await browser.get('/akun')

  assert.equal(reply.headers.get('location'), '/masuk?kembali=%2Fakun')
})

test('a wrong password, an unknown name, a locked account and a citizen get one answer', async (t) => {
  const app = await freshApp(t)
  await app.db.updateTable('accounts.accounts').set({ status: 'locked' }).where('login', '=', 'kabid').execute()
  const tried = [['loket', 'salah-sekali-ini'], ['tidak-ada', DEMO_PASSWORD], ['kabid', DEMO_PASSWORD], ['+6281200000001', DEMO_PASSWORD]] as const

  const replies = await Promise.all(tried.map(([login, password]) => app.visitor.post('/masuk/petugas', { login, password })))

  const pages = await Promise.all(replies.map(async (reply, at) => (await reply.text()).replaceAll(tried[at]?.[0] ?? '', 'NAME')))
  assert.deepEqual(replies.map((reply) => reply.status), [422, 422, 422, 422])
  assert.equal(new Set(pages).size, 1)
})

test('the eleventh wrong password for one name must wait, also with the right one; other names need not', async (t) => {
  const app = await freshApp(t)
  const attempt = (login: string, password: string) => app.visitor.post('/masuk/petugas', { login, password })
  for (let at = 0; at < 10; at += 1) assert.match(await (await attempt('loket', 'salah-sekali-ini')).text(), /tidak cocok/)

  const eleventh = await attempt('loket', DEMO_PASSWORD)
  const other = await attempt('desa', DEMO_PASSWORD)
  app.clock.pass({ minutes: 15 })
  const later = await attempt('loket', DEMO_PASSWORD)

  assert.match(await eleventh.text(), /Terlalu banyak percobaan/)
  assert.equal(other.status, 303)
  assert.equal(later.status, 303)
})

test('a code of the authenticator counts once', async (t) => {
  const app = await freshApp(t)
  const [browser, second] = [aBrowser(app), aBrowser(app)]
  await browser.post('/masuk/petugas', { login: 'loket', password: DEMO_PASSWORD })
  await second.post('/masuk/petugas', { login: 'loket', password: DEMO_PASSWORD })
  const code = await authenticatorCode(app, 'loket')

  const first = await browser.post('/masuk/petugas/kode', { code })
  const again = await second.post('/masuk/petugas/kode', { code })
  app.clock.pass({ seconds: 30 })
  const next = await second.post('/masuk/petugas/kode', { code: await authenticatorCode(app, 'loket') })

  assert.equal(first.status, 303)
  assert.equal(again.status, 422)
  assert.equal(next.status, 303)
})

test('one code sent twice at the same moment lets one in', async (t) => {
  const app = await freshApp(t)
  const browsers = [aBrowser(app), aBrowser(app)]
  for (const browser of browsers) await browser.post('/masuk/petugas', { login: 'loket', password: DEMO_PASSWORD })
  const code = await authenticatorCode(app, 'loket')

  const replies = await Promise.all(browsers.map((browser) => browser.post('/masuk/petugas/kode', { code })))

  assert.deepEqual(replies.map((reply) => reply.status).toSorted(), [303, 422])
})

test('after five wrong codes in five minutes the sixth must wait, also the right one', async (t) => {
  const app = await freshApp(t)
  const browser = aBrowser(app)
  await browser.post('/masuk/petugas', { login: 'loket', password: DEMO_PASSWORD })
  const code = await authenticatorCode(app, 'loket')
  for (let at = 0; at < 5; at += 1) assert.equal((await browser.post('/masuk/petugas/kode', { code: wrongCode(code) })).status, 422)

  const sixth = await browser.post('/masuk/petugas/kode', { code })
  app.clock.pass({ minutes: 5 })
  const later = await browser.post('/masuk/petugas/kode', { code: await authenticatorCode(app, 'loket') })

  assert.match(await sixth.text(), /Terlalu banyak kode yang salah/)
  assert.equal(later.status, 303)
})

test('an officer who does nothing for half an hour is signed out', async (t) => {
  const app = await freshApp(t)
  const browser = aBrowser(app)
  await signInOfficer(app, browser, 'loket', DEMO_PASSWORD)
  app.clock.pass({ minutes: 29 })
  const busy = await browser.get('/akun')

  app.clock.pass({ minutes: 31 })
  const idle = await browser.get('/akun')

  assert.equal(busy.status, 200)
  assert.equal(idle.status, 303)
})

test('after a reset the officer sets a password of his own and a new authenticator', async (t) => {
  const app = await freshApp(t)
  const browser = aBrowser(app)
  const temporary = await temporaryPasswordOf(app, 'loket')

  const first = await browser.post('/masuk/petugas', { login: 'loket', password: temporary })
  const weak = await browser.post('/masuk/petugas/sandi', { password: 'sidoarjo2026', repeated: 'sidoarjo2026' })
  const own = await browser.post('/masuk/petugas/sandi', { password: GOOD, repeated: GOOD })
  const page = await (await browser.get('/masuk/petugas/autentikator')).text()
  const secret = page.match(/(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}/)?.[0].replaceAll(' ', '') ?? ''
  const done = await browser.post('/masuk/petugas/autentikator', { code: totpCodeAt(secret, app.clock.now.epochMilliseconds) })

  assert.equal(first.headers.get('location'), '/masuk/petugas/sandi')
  assert.equal(weak.status, 422)
  assert.equal(own.headers.get('location'), '/masuk/petugas/autentikator')
  assert.match(page, /data:image\/png;base64/)
  assert.equal(done.headers.get('location'), '/petugas')
  assert.equal((await app.visitor.post('/masuk/petugas', { login: 'loket', password: temporary })).status, 422)
})

test('the second factor is asked again for what needs it, and the way back is only inside', async (t) => {
  const app = await freshApp(t)
  const browser = aBrowser(app)
  await signInOfficer(app, browser, 'admin', DEMO_PASSWORD)
  const fresh = await browser.get('/admin/akun')
  app.clock.pass({ minutes: 6 })

  const asked = await browser.get('/admin/akun')
  const away = await browser.post('/akun/kode', { code: await authenticatorCode(app, 'admin'), kembali: '//evil.example' })
  app.clock.pass({ seconds: 30 })
  const back = await browser.post('/akun/kode', { code: await authenticatorCode(app, 'admin'), kembali: '/admin/akun' })

  assert.equal(fresh.status, 200)
  assert.equal(asked.headers.get('location'), '/akun/kode?kembali=%2Fadmin%2Fakun')
  assert.equal(away.headers.get('location'), '/akun')
  assert.equal(back.headers.get('location'), '/admin/akun')
  assert.equal((await browser.get('/admin/akun')).status, 200)
})

test('a changed password ends the other sessions and is asked with the old one', async (t) => {
  const app = await freshApp(t)
  const [here, elsewhere] = [await app.as('loket'), await app.as('loket')]

  const wrong = await here.post('/akun/sandi', { current: 'bukan-sandi-saya', password: GOOD, repeated: GOOD })
  const reply = await here.post('/akun/sandi', { current: DEMO_PASSWORD, password: GOOD, repeated: GOOD })

  assert.equal(wrong.status, 422)
  assert.equal(reply.headers.get('location'), '/akun?selesai=sandi')
  assert.equal((await here.get('/akun')).status, 200)
  assert.equal((await elsewhere.get('/akun')).status, 303)
})

test('a new authenticator holds only after it showed the right code', async (t) => {
  const app = await freshApp(t)
  const browser = aBrowser(app)
  browser.jar.set('sid', await app.tokenFor('loket', 'browser'))
  await browser.post('/akun/autentikator', {})
  const page = await (await browser.get('/akun/autentikator')).text()
  const secret = page.match(/(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}/)?.[0].replaceAll(' ', '') ?? ''
  const old = await authenticatorCode(app, 'loket')

  const code = totpCodeAt(secret, app.clock.now.epochMilliseconds)
  const wrong = await browser.post('/akun/autentikator', { code: wrongCode(code) })
  const still = await authenticatorCode(app, 'loket')
  const right = await browser.post('/akun/autentikator', { code })

  assert.equal(wrong.status, 422)
  assert.equal(still, old)
  assert.equal(right.headers.get('location'), '/akun?selesai=autentikator')
  assert.equal(await authenticatorCode(app, 'loket'), code)
})

test('after signing in everybody comes to a page that is his', async (t) => {
  const app = await freshApp(t)
  const places: Record<string, string | null> = {}
  for (const login of ['verifikator', 'desa', 'admin', 'pendamping']) {
    const browser = aBrowser(app)

    places[login] = (await signInOfficer(app, browser, login, DEMO_PASSWORD)).headers.get('location')

    if (login !== 'verifikator') assert.equal((await browser.get(places[login] ?? '')).status, 200, login)
  }
  assert.deepEqual(places, { verifikator: '/petugas', desa: '/petugas/bantu', admin: '/admin/akun', pendamping: '/akun' })
})

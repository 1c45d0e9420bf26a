import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp } from '../../apps/testing.ts'
import { aBrowser, lastCode, signInByPhone } from './testing.ts'

const SITI = { phone: '081200000001', e164: '+6281200000001', nationalId: '3515055203800000' }

test('signing in gives a new token and ends the session the browser had before', async (t) => {
  const app = await freshApp(t)
  const browser = aBrowser(app)
  await signInByPhone(app, browser, SITI.phone, SITI.e164)
  await browser.post('/masuk/pastikan', { nationalId: SITI.nationalId })
  const before = browser.jar.get('sid') ?? ''

  await signInByPhone(app, browser, SITI.phone, SITI.e164)
  const old = await app.app.request('/akun', { headers: { cookie: `sid=${before}` } })

  assert.notEqual(browser.jar.get('sid'), before)
  assert.equal(old.status, 303)
  assert.equal((await browser.get('/akun')).status, 200)
})

test('signing out ends the session in the database too', async (t) => {
  const app = await freshApp(t)
  const browser = aBrowser(app)
  await signInByPhone(app, browser, SITI.phone, SITI.e164)
  await browser.post('/masuk/pastikan', { nationalId: SITI.nationalId })
  const token = browser.jar.get('sid') ?? ''

  const reply = await browser.post('/keluar', {})

  assert.equal(reply.headers.get('location'), '/')
  assert.equal(browser.jar.has('sid'), false)
  assert.equal((await app.app.request('/akun', { headers: { cookie: `sid=${token}` } })).status, 303)
})

test('a citizen who does nothing for an hour is signed out', async (t) => {
  const app = await freshApp(t)
  const siti = await app.as(SITI.phone)
  app.clock.pass({ minutes: 59 })
  const busy = await siti.get('/akun')

  app.clock.pass({ minutes: 61 })
  const idle = await siti.get('/akun')

  assert.equal(busy.status, 200)
  assert.equal(idle.status, 303)
})

test('cookies cannot be read by scripts or sent along from other sites, and with TLS are bound to this host', async (t) => {
  const [plainApp, tlsApp] = [await freshApp(t), await freshApp(t, { config: { baseUrl: 'https://ditakopum.example' } })]
  const [plainBrowser, tlsBrowser] = [aBrowser(plainApp), aBrowser(tlsApp)]
  for (const [app, browser] of [[plainApp, plainBrowser], [tlsApp, tlsBrowser]] as const) {
    await signInByPhone(app, browser, SITI.phone, SITI.e164)
    await browser.post('/masuk/pastikan', { nationalId: SITI.nationalId })
  }

  const lines = [...plainBrowser.cookieLines, ...tlsBrowser.cookieLines]

  assert.ok(lines.length >= 6)
  for (const line of lines) {
    assert.match(line, /HttpOnly/)
    assert.match(line, /SameSite=Lax/)
    assert.match(line, /Path=\//)
  }
  for (const line of tlsBrowser.cookieLines) assert.match(line, /^__Host-.*Secure/)
  assert.ok(tlsBrowser.jar.has('__Host-sid'))
  assert.equal((await tlsBrowser.get('/akun')).status, 200)
})

test('a form of another site signs nobody in or out', async (t) => {
  const app = await freshApp(t)
  const browser = aBrowser(app)
  await signInByPhone(app, browser, SITI.phone, SITI.e164)
  await browser.post('/masuk/pastikan', { nationalId: SITI.nationalId })

  const replies = [
    await browser.post('/keluar', {}, { 'sec-fetch-site': 'cross-site' }),
    await browser.post('/masuk', { phone: SITI.phone }, { origin: 'https://evil.example' }),
    await browser.post('/akun', { do: 'sesi-lain' }, { 'sec-fetch-site': 'same-site' }),
  ]

  assert.deepEqual(replies.map((reply) => reply.status), [403, 403, 403])
  assert.equal((await browser.get('/akun')).status, 200)
})

test('the way back leads only inside this site', async (t) => {
  const app = await freshApp(t)
  const targets: string[] = []
  for (const kembali of ['https://evil.example/', '//evil.example', '/\\evil.example', '/lacak?nomor=1']) {
    const browser = aBrowser(app)
    await browser.post('/masuk', { phone: SITI.phone, kembali })
    app.clock.pass({ minutes: 16 })
    await browser.post('/masuk', { phone: SITI.phone, kembali })
    await browser.post('/masuk/kode', { code: await lastCode(app, SITI.e164) })

    const reply = await browser.post('/masuk/pastikan', { nationalId: SITI.nationalId })

    targets.push(reply.headers.get('location') ?? '')
  }
  assert.deepEqual(targets, ['/permohonan', '/permohonan', '/permohonan', '/lacak?nomor=1'])
})

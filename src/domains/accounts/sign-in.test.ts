import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp } from '../../apps/testing.ts'
import { aBrowser, lastCode, signInByPhone, wrongCode } from './testing.ts'

const SITI = { phone: '081200000001', e164: '+6281200000001', nationalId: '3515055203800000' }
const NOBODY = { phone: '081200000777', e164: '+6281200000777' }

/** A page without what differs from visit to visit: the number and the request. */
const plain = (html: string) => html.replace(/08\d\d\*+\d{3}/g, 'NUMBER')

test('a known and an unknown number get the same answers until the code is given', async (t) => {
  const app = await freshApp(t)
  const [known, unknown] = [aBrowser(app), aBrowser(app)]

  const [first, second] = [await known.post('/masuk', { phone: SITI.phone }), await unknown.post('/masuk', { phone: NOBODY.phone })]
  const [page, other] = [await known.get('/masuk/kode'), await unknown.get('/masuk/kode')]
  const [wrong, alike] = [
    await known.post('/masuk/kode', { code: wrongCode(await lastCode(app, SITI.e164)) }),
    await unknown.post('/masuk/kode', { code: wrongCode(await lastCode(app, NOBODY.e164)) }),
  ]

  assert.deepEqual([first.status, first.headers.get('location'), await first.text()], [second.status, second.headers.get('location'), await second.text()])
  assert.equal(plain(await page.text()), plain(await other.text()))
  assert.deepEqual([wrong.status, plain(await wrong.text())], [alike.status, plain(await alike.text())])
})

test('after five wrong tries a code is closed, also for the right one', async (t) => {
  const app = await freshApp(t)
  const browser = aBrowser(app)
  await browser.post('/masuk', { phone: SITI.phone })
  const code = await lastCode(app, SITI.e164)
  for (let at = 0; at < 5; at += 1) assert.equal((await browser.post('/masuk/kode', { code: wrongCode(code) })).status, 422)

  const reply = await browser.post('/masuk/kode', { code })

  assert.equal(reply.status, 422)
  assert.match(await reply.text(), /salah 5 kali/)
})

test('a code is good until the fifth minute is over', async (t) => {
  const app = await freshApp(t)
  const browser = aBrowser(app)
  await browser.post('/masuk', { phone: SITI.phone })
  app.clock.pass({ minutes: 5 })

  const late = await browser.post('/masuk/kode', { code: await lastCode(app, SITI.e164) })

  assert.equal(late.status, 422)
  assert.match(await late.text(), /lewat 5 menit/)
})

test('a code counts once', async (t) => {
  const app = await freshApp(t)
  const [browser, thief] = [aBrowser(app), aBrowser(app)]
  await browser.post('/masuk', { phone: SITI.phone })
  for (const [name, value] of browser.jar) thief.jar.set(name, value)
  const code = await lastCode(app, SITI.e164)

  const first = await browser.post('/masuk/kode', { code })
  const second = await thief.post('/masuk/kode', { code })

  assert.equal(first.headers.get('location'), '/masuk/pastikan')
  assert.equal(second.headers.get('location'), '/masuk')
})

test('a code sent to one browser opens nothing in another', async (t) => {
  const app = await freshApp(t)
  const [browser, other] = [aBrowser(app), aBrowser(app)]
  await browser.post('/masuk', { phone: SITI.phone })
  const code = await lastCode(app, SITI.e164)
  app.clock.pass({ seconds: 1 })
  await other.post('/masuk', { phone: SITI.phone })

  const reply = await other.post('/masuk/kode', { code })

  assert.equal(reply.status, 422)
})

test('another code takes the place of the one before', async (t) => {
  const app = await freshApp(t)
  const browser = aBrowser(app)
  await browser.post('/masuk', { phone: SITI.phone })
  const old = await lastCode(app, SITI.e164)
  app.clock.pass({ seconds: 1 })

  const again = await browser.post('/masuk/kode', { again: '1' })
  const fresh = await lastCode(app, SITI.e164)

  assert.equal(again.headers.get('location'), '/masuk/kode?lagi=1')
  if (old !== fresh) assert.equal((await browser.post('/masuk/kode', { code: old })).status, 422)
  assert.equal((await browser.post('/masuk/kode', { code: fresh })).headers.get('location'), '/masuk/pastikan')
})

test('a number gets five codes in a quarter of an hour, then must wait', async (t) => {
  const app = await freshApp(t)
  const browser = aBrowser(app)
  for (let at = 0; at < 5; at += 1) assert.equal((await browser.post('/masuk', { phone: SITI.phone })).status, 303)

  const sixth = await browser.post('/masuk', { phone: SITI.phone })
  const other = await browser.post('/masuk', { phone: NOBODY.phone })
  app.clock.pass({ minutes: 15 })
  const later = await browser.post('/masuk', { phone: SITI.phone })

  assert.equal(sixth.status, 422)
  assert.match(await sixth.text(), /Coba lagi sesudah/)
  assert.equal(other.status, 303)
  assert.equal(later.status, 303)
})

test('who answers the codes is not kept waiting: ten sign-ins in a row', async (t) => {
  const app = await freshApp(t)

  const places: (string | null)[] = []
  for (let at = 0; at < 10; at += 1) places.push((await signInByPhone(app, aBrowser(app), SITI.phone, SITI.e164)).headers.get('location'))

  assert.deepEqual(new Set(places), new Set(['/masuk/pastikan']))
})

test('fifteen wrong codes in an hour close a number for a while, whatever codes are asked', async (t) => {
  const app = await freshApp(t)
  const browser = aBrowser(app)
  for (let round = 0; round < 3; round += 1) {
    await browser.post('/masuk', { phone: SITI.phone })
    app.clock.pass({ seconds: 1 })
    const code = await lastCode(app, SITI.e164)
    for (let at = 0; at < 5; at += 1) await browser.post('/masuk/kode', { code: wrongCode(code) })
  }
  await browser.post('/masuk', { phone: SITI.phone })

  const reply = await browser.post('/masuk/kode', { code: await lastCode(app, SITI.e164) })

  assert.equal(reply.status, 422)
  assert.match(await reply.text(), /terlalu banyak percobaan/)
})

test('on a new device the NIK is asked, and the device is remembered after it', async (t) => {
  const app = await freshApp(t)
  const browser = aBrowser(app)
  await browser.get('/masuk')
  const asked = await signInByPhone(app, browser, SITI.phone, SITI.e164)

  const signedIn = await browser.post('/masuk/pastikan', { nationalId: '3515 0552 0380 0000' })
  await browser.post('/keluar', {})
  const again = await signInByPhone(app, browser, SITI.phone, SITI.e164)

  assert.equal(asked.headers.get('location'), '/masuk/pastikan')
  assert.equal(signedIn.headers.get('location'), '/permohonan')
  assert.equal(again.headers.get('location'), '/permohonan')
  assert.equal((await browser.get('/akun')).status, 200)
})

test('a recycled number opens nothing: no name, no data, and after five wrong NIKs the counter', async (t) => {
  const app = await freshApp(t, { config: { demo: false } })
  const browser = aBrowser(app)
  await signInByPhone(app, browser, SITI.phone, SITI.e164)
  const page = await (await browser.get('/masuk/pastikan')).text()
  for (let at = 0; at < 5; at += 1) assert.equal((await browser.post('/masuk/pastikan', { nationalId: '3515050101900000' })).status, 422)

  const closed = await browser.post('/masuk/pastikan', { nationalId: SITI.nationalId })

  assert.doesNotMatch(page, /Siti|Aminah|3515/)
  assert.equal(closed.headers.get('location'), '/masuk/loket')
  assert.equal((await browser.get('/akun')).headers.get('location'), '/masuk?kembali=%2Fakun')
})

test('the NIK of somebody else does not open an account', async (t) => {
  const app = await freshApp(t)
  const browser = aBrowser(app)
  await signInByPhone(app, browser, SITI.phone, SITI.e164)

  const reply = await browser.post('/masuk/pastikan', { nationalId: '3515180907850000' })

  assert.equal(reply.status, 422)
  assert.equal(browser.jar.has('sid'), false)
})

test('who only now got a number is sent to the counter, and the counter can see it in the log', async (t) => {
  const app = await freshApp(t)
  const browser = aBrowser(app)
  await signInByPhone(app, browser, SITI.phone, SITI.e164)

  const reply = await browser.post('/masuk/pastikan', { notMine: '1' })

  assert.equal(reply.headers.get('location'), '/masuk/loket')
  assert.doesNotMatch(await (await browser.get('/masuk/loket')).text(), /Siti|Aminah/)
  const disputed = await app.db.selectFrom('log.events').select('seq').where('what', '=', 'account.number-disputed').execute()
  assert.equal(disputed.length, 1)
})

test('the sample NIKs named on the page of the demo are those of the seeded people', async (t) => {
  const app = await freshApp(t)
  const browser = aBrowser(app)
  await signInByPhone(app, browser, SITI.phone, SITI.e164)

  const page = await (await browser.get('/masuk/pastikan')).text()

  for (const digits of page.match(/\d{16}/g) ?? []) {
    const person = await app.db.selectFrom('registry.people').select('id').where('national_id_index', '=', app.tools.keys.indexOf(digits)).executeTakeFirst()
    assert.ok(person, digits)
  }
  assert.equal(page.match(/\d{16}/g)?.length, 2)
})

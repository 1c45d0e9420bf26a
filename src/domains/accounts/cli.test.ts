import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp } from '../../apps/testing.ts'
import { issueToken, userAdd } from './cli.ts'
import { aBrowser } from './testing.ts'
import { totpCodeAt } from './totp.ts'

test('an officer added on the command line signs in with what was printed, then sets a password of his own', async (t) => {
  const app = await freshApp(t)
  const browser = aBrowser(app)

  const added = await userAdd(app.tools, { login: 'petugas-baru', role: 'village-officer', area: '35.15.05.2006' })

  assert.ok(added.ok)
  const { password = '', totpSecret = '' } = added.value
  await browser.post('/masuk/petugas', { login: 'petugas-baru', password })
  const coded = await browser.post('/masuk/petugas/kode', { code: totpCodeAt(totpSecret, app.clock.now.epochMilliseconds) })
  const done = await browser.post('/masuk/petugas/sandi', { password: 'perahu kuning di muara', repeated: 'perahu kuning di muara' })
  assert.equal(coded.headers.get('location'), '/masuk/petugas/sandi')
  assert.equal(done.headers.get('location'), '/petugas/bantu')
})

test('a role that does not exist, an area outside and a login twice are refused', async (t) => {
  const app = await freshApp(t)

  const answers = [
    await userAdd(app.tools, { login: 'seseorang', role: 'king' }),
    await userAdd(app.tools, { login: 'seseorang', role: 'village-officer', area: '35.78' }),
    await userAdd(app.tools, { login: 'loket', role: 'counter' }),
    await userAdd(app.tools, { login: 'bukan-nomor', role: 'business-owner' }),
  ]

  assert.deepEqual(answers.map((answer) => answer.ok), [false, false, false, false])
})

test('a citizen added by phone gets a token that works', async (t) => {
  const app = await freshApp(t)
  const added = await userAdd(app.tools, { login: '081200000321', role: 'business-owner' })

  const token = await issueToken(app.tools, { login: '081200000321' })

  assert.ok(added.ok && token.ok)
  const reply = await app.app.request('/akun', { headers: { authorization: `Bearer ${token.value}` } })
  assert.equal(reply.status, 200)
})

test('a token counts as second factor for one hour, is logged, and its reason stays out of the log', async (t) => {
  const app = await freshApp(t)

  const token = await issueToken(app.tools, { login: 'admin', reason: 'uji muat bersama Budi' })

  assert.ok(token.ok)
  const ask = () => app.app.request('/admin/akun', { headers: { authorization: `Bearer ${token.value}` } })
  const [within, event] = [await ask(), await app.db.selectFrom('log.events').select('body').where('what', '=', 'token.issue').executeTakeFirstOrThrow()]
  app.clock.pass({ minutes: 61 })
  const after = await ask()
  const session = await app.db.selectFrom('accounts.sessions').select('reason').where('kind', '=', 'api').executeTakeFirst()
  assert.equal(within.status, 200)
  assert.equal(after.headers.get('location'), '/akun/kode?kembali=%2Fadmin%2Fakun')
  assert.doesNotMatch(event.body, /Budi/)
  assert.equal(session?.reason, 'uji muat bersama Budi')
})

test('outside the demo a token needs a reason, and nobody gets one for a locked account', async (t) => {
  const app = await freshApp(t, { config: { demo: false } })
  await app.db.updateTable('accounts.accounts').set({ status: 'locked' }).where('login', '=', 'kabid').execute()

  const answers = [await issueToken(app.tools, { login: 'loket', reason: ' ' }), await issueToken(app.tools, { login: 'kabid', reason: 'uji' }), await issueToken(app.tools, { login: 'loket', reason: 'uji' })]

  assert.deepEqual(answers.map((answer) => (answer.ok ? 'given' : answer.error.code)), ['invalid', 'no-account', 'given'])
})

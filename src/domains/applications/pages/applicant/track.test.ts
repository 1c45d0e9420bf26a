import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../../../apps/testing.ts'
import { findApplication } from '../../store.ts'
import { aCaseIn, aDraft } from '../../testing.ts'

const referenceOf = async (app: TestApp, id: string) => (await findApplication(app.db, id))?.reference ?? ''
const passIn = (reply: Response) => (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? ''

test('a case is found by its reference, as people type it, and the last four digits of the phone; no name is shown', async (t) => {
  const app = await freshApp(t)
  const reference = await referenceOf(app, await aCaseIn(app, 'accepted'))

  const reply = await app.visitor.post('/lacak', { nomor: ` ${reference.toLowerCase().replaceAll('-', ' ')} `, angka: '0001' })
  const page = await (await app.app.request(`/lacak/${reference}`, { headers: { cookie: passIn(reply) } })).text()

  assert.equal(reply.headers.get('location'), `/lacak/${reference}`)
  assert.match(page, /Sekarang di verifikator/)
  assert.match(page, /Selambatnya Senin 16 November, 16\.00/)
  assert.match(page, /Dinyatakan lengkap/)
  assert.doesNotMatch(page, /Siti|Aminah|Kerupuk|0001|Ningsih/)
})

test('without the digits the address of a case shows nothing but the form', async (t) => {
  const app = await freshApp(t)
  const reference = await referenceOf(app, await aCaseIn(app, 'accepted'))

  const page = await (await app.visitor.get(`/lacak/${reference}`)).text()

  assert.match(page, /Empat angka terakhir/)
  assert.doesNotMatch(page, /verifikator/)
})

test('wrong digits and a reference that does not exist look the same', async (t) => {
  const app = await freshApp(t)
  const reference = await referenceOf(app, await aCaseIn(app, 'submitted'))

  const wrong = await app.visitor.post('/lacak', { nomor: reference, angka: '9999' })
  const unknown = await app.visitor.post('/lacak', { nomor: 'UM02-2611-AAAAAA', angka: '9999' })

  const [one, other] = [await wrong.text(), await unknown.text()]
  assert.deepEqual([wrong.status, unknown.status], [422, 422])
  assert.equal(one.replaceAll(reference, 'X'), other.replaceAll('UM02-2611-AAAAAA', 'X'))
})

test('a draft cannot be tracked', async (t) => {
  const app = await freshApp(t)
  const { id } = await aDraft(app)

  const reply = await app.visitor.post('/lacak', { nomor: await referenceOf(app, id), angka: '0001' })

  assert.equal(reply.status, 422)
})

test('after too many tries even the right digits must wait, and then they help', async (t) => {
  const app = await freshApp(t)
  const reference = await referenceOf(app, await aCaseIn(app, 'submitted'))
  for (let tries = 0; tries < 6; tries++) await app.visitor.post('/lacak', { nomor: reference, angka: `999${tries}` })

  const barred = await app.visitor.post('/lacak', { nomor: reference, angka: '0001' })
  app.clock.pass({ minutes: 61 })
  const later = await app.visitor.post('/lacak', { nomor: reference, angka: '0001' })

  assert.equal(barred.status, 422)
  assert.match(await barred.text(), /Terlalu banyak percobaan\. Tunggu 60 menit/)
  assert.equal(later.status, 303)
})

test('the pass of one case opens no other, cannot be made up, and ends', async (t) => {
  const app = await freshApp(t)
  const [one, other] = [await referenceOf(app, await aCaseIn(app, 'submitted')), await referenceOf(app, await aCaseIn(app, 'submitted'))]
  const pass = passIn(await app.visitor.post('/lacak', { nomor: one, angka: '0001' }))
  const open = async (reference: string, cookie: string) => {
    const page = await (await app.app.request(`/lacak/${reference}`, { headers: { cookie } })).text()
    return page.includes('Sekarang di loket')
  }

  assert.equal(await open(one, pass), true)
  assert.equal(await open(other, pass), false)
  assert.equal(await open(other, pass.replace(one, other)), false)
  app.clock.pass({ hours: 5 })
  assert.equal(await open(one, pass), false)
})

test('a form that cannot be a reference says what to write and keeps what was typed', async (t) => {
  const app = await freshApp(t)

  const reply = await app.visitor.post('/lacak?bahasa=en', { nomor: '<b>12</b>', angka: '1' })

  const page = await reply.text()
  assert.equal(reply.status, 422)
  assert.match(page, /Write the reference as on the receipt/)
  assert.ok(page.includes('value="&lt;b>12&lt;/b>"'))
})

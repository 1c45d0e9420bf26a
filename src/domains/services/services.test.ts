import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp } from '../../apps/testing.ts'
import { faultsOf } from './core/answers.ts'
import { completeDefinition } from './core/complete-definition.ts'
import { serviceDefinition } from './core/definition.ts'
import { keepDefinition } from './definition-store.ts'
import { everyPart, shippedOffice } from './definitions.testing.ts'
import { findServiceOn } from './store.ts'

test('anyone reads the catalogue and a service, with its code in any case', async (t) => {
  const { app } = await freshApp(t)

  const list = await app.request('/api/v1/services')
  const one = await app.request('/api/v1/services/um-02')

  const { items } = await list.json()
  const service = await one.json()
  assert.equal(list.status, 200)
  assert.equal(items.length, 33)
  assert.ok(items.some((item: { code: string }) => item.code === 'UM-02'))
  assert.equal(service.code, 'UM-02')
  assert.deepEqual(Object.keys(service.standard).length, 14)
  assert.deepEqual(service.reasons.return[0], { code: 'unreadable', label: 'Foto atau berkas tidak terbaca jelas' })
  assert.deepEqual(service.requirements.filter((item: { oneOf?: string }) => item.oneOf === 'legality').map((item: { key: string }) => item.key),
    ['businessNumberDocument', 'villageLetter'])
})

test('a service that does not exist is a problem that says so', async (t) => {
  const { app } = await freshApp(t)

  const reply = await app.request('/api/v1/services/UM-99')

  assert.equal(reply.status, 404)
  assert.equal(reply.headers.get('content-type'), 'application/problem+json')
  assert.equal((await reply.json()).code, 'not-found')
})

test('the examples of the required questions together are a valid set of answers', async (t) => {
  const { app, db } = await freshApp(t)

  const { items } = await (await app.request('/api/v1/services')).json()

  for (const service of items) {
    const answers = Object.fromEntries(service.questions.filter((one: { required: boolean }) => one.required)
      .map((one: { key: string; example: string }) => [one.key, one.example]))
    const held = await findServiceOn(db, service.code, '2026-11-11')
    const questions = held?.definition.questions ?? []
    // What the office knows of a business need not be said: it stands where the example of such a question would.
    const known = Object.fromEntries(questions.filter((one) => one.prefill).map((one) => [one.key, one.example]))
    assert.deepEqual(faultsOf(questions, { ...known, ...answers }, { facts: {}, whole: true }), [])
  }
})

test('a service that takes effect later is not offered today', async (t) => {
  const { app, clock } = await freshApp(t)

  clock.set('2026-01-01T09:00:00+07:00')

  assert.equal((await app.request('/layanan/UM-02')).status, 404)
  assert.deepEqual((await (await app.request('/api/v1/services')).json()).items, [])
})

test('the front page promises three working days at no cost and leads to the three things one can do', async (t) => {
  const { visitor } = await freshApp(t)

  const html = await (await visitor.get('/')).text()

  assert.match(html, /mulai 3 hari kerja/)
  assert.match(html, /Rp0/)
  for (const href of ['/layanan', '/lacak', '/verifikasi', '/layanan/um-02']) assert.ok(html.includes(`href="${href}"`), href)
  assert.match(html, /Senin–Kamis 07.30–16.00, Jumat 07.30–14.30/)
})

test('a service page shows all fourteen components, the six of delivery before the rest, and the decree', async (t) => {
  const { visitor } = await freshApp(t)

  const html = await (await visitor.get('/layanan/um-02')).text()

  const [delivery = '', rest = ''] = html.split('<details')
  for (const heading of ['Persyaratan', 'Cara dan urutannya', 'Jangka waktu', 'Biaya', 'Hasil layanan', 'Pengaduan']) assert.ok(delivery.includes(heading), heading)
  for (const heading of [
    'Dasar hukum', 'Sarana', 'Kemampuan petugas', 'Pengawasan internal', 'Jumlah petugas', 'Jaminan pelayanan', 'Jaminan keamanan', 'Penilaian',
  ]) {
    assert.ok(rest.includes(heading) && !delivery.includes(`<h3>${heading}`), heading)
  }
  assert.match(html, /000\.8\.3\.4\/001\/438\.5\.99\/2026, tanggal 2 Januari 2026/)
})

for (const path of ['/', '/layanan', '/layanan/um-02', '/maklumat', '/aksesibilitas']) {
  test(`${path} speaks English when asked to`, async (t) => {
    const { visitor } = await freshApp(t)

    const reply = await visitor.get(`${path}?bahasa=en`)

    const html = await reply.text()
    assert.equal(reply.status, 200)
    assert.match(html, /<html lang="en">/)
    assert.match(html, /(working days|WCAG 2\.2 level AA|Services)/)
  })
}

test('a service with groups, conditions, rounds and without a letter is told whole, to programs and to people', async (t) => {
  const { db, api, visitor } = await freshApp(t)
  const { letter: _, messages: __, ...file } = everyPart()
  const definition = serviceDefinition.parse(completeDefinition(shippedOffice, file).definition)
  await db.transaction().execute((tx) => keepDefinition(tx, 'demo', definition))

  const { body } = await (await api('loket')).get('/services/tst-01')
  const html = await (await visitor.get('/layanan/tst-01')).text()

  const answers = Object.fromEntries(body.questions.filter((one: { required: boolean }) => one.required).map((one: { key: string; example: unknown }) => [one.key, one.example]))
  // What the registry knows need not be said: its answers are taken from there.
  const known = Object.fromEntries(definition.questions.filter((one) => one.prefill).map((one) => [one.key, one.example]))
  assert.deepEqual(faultsOf(definition.questions, { ...known, ...answers }, { facts: {}, whole: true }), [])
  assert.deepEqual([body.letter, body.inRounds, body.keywords], [null, true, ['uji coba']])
  assert.deepEqual(body.questions.find((one: { key: string }) => one.key === 'members').of.map((one: { key: string }) => one.key), ['name', 'head', 'task'])
  assert.deepEqual(body.requirements.find((one: { key: string }) => one.key === 'machinePhoto').required, false)
  for (const sentence of ['Hanya untuk usaha mikro.', 'Hanya diterima selama periodenya dibuka.', 'Cukup salah satu di antaranya', 'Hanya pada keadaan tertentu']) assert.ok(html.includes(sentence), sentence)
  assert.doesNotMatch(html, /Masa berlaku surat/)
})

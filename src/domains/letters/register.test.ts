import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { actorFor, anIssuedLetter } from '../applications/testing.ts'
import { checkLetterCode, readRevocations } from './core/code-check.ts'
import { findLetter } from './letter-store.ts'
import { webCrypto } from './offline/web-crypto.ts'

const shown = async (app: TestApp, login: string, path: string): Promise<string> => (await (await app.as(login)).get(path)).text()

test('the register is found by sequence, whole number and begun names, and open to those who handle cases alone', async (t) => {
  const app = await freshApp(t)
  const { number } = await anIssuedLetter(app)

  for (const typed of ['1', number, 'siti keru', 'BAROKAH']) assert.ok((await shown(app, 'loket', `/petugas/surat?q=${encodeURIComponent(typed)}`)).includes(`>${number}<`), typed)
  for (const typed of ['2', `${number}/7`, 'wahyu', ':* | !', '\'"', '%']) assert.ok(!(await shown(app, 'loket', `/petugas/surat?q=${encodeURIComponent(typed)}`)).includes(`>${number}<`), typed)
  assert.ok(!(await shown(app, 'loket', '/petugas/surat?tahun=2025')).includes(number))
  const statuses = await Promise.all(['verifikator', 'kadis', 'desa', 'admin', '081200000001'].map(async (login) => (await (await app.as(login)).get('/petugas/surat')).status))
  assert.deepEqual(statuses, [200, 200, 403, 403, 403])
})

test('a long register is read in parts, the newest number first and none twice', async (t) => {
  const app = await freshApp(t)
  const { id } = await anIssuedLetter(app)
  const row = await app.db.selectFrom('letters.letters').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  // The rows of an office that signed 120 letters; only their numbers matter here.
  await app.db.insertInto('letters.letters').values(Array.from({ length: 119 }, (_, at) => {
    const { id: _id, ...rest } = row
    return { ...rest, state: 'void', sequence: at + 2, number: `500.3.7/${at + 2}/438.5.99/2026`, code: `CODE${at + 2}`, facts: JSON.stringify(row.facts), content_cipher: row.content_cipher }
  })).execute()

  const seen: number[] = []
  let path: string | undefined = '/petugas/surat?tahun=2026'
  for (let part = 0; path !== undefined && part < 5; part++) {
    const html: string = await shown(app, 'loket', path)
    seen.push(...[...html.matchAll(/>500\.3\.7\/(\d+)\/438/g)].map((found) => Number(found[1])))
    path = /href="([^"]*sebelum=\d+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  }

  assert.deepEqual(seen, Array.from({ length: 120 }, (_, at) => 120 - at))
})

test('the head revokes on the letter’s page with his code, and a mistake loses nothing that was typed', async (t) => {
  const app = await freshApp(t)
  const { id } = await anIssuedLetter(app)
  const path = `/petugas/surat/${id}`
  const head = await app.as('kadis')
  const note = 'Usaha tutup menurut <pemiliknya> sendiri.'
  // Still at work, but the second factor was given more than an hour ago.
  for (let tenth = 0; tenth < 7; tenth++) {
    app.clock.pass({ minutes: 10 })
    await head.get(path)
  }
  const later = await app.as('sekretaris')

  const page = await head.get(path)
  const without = await head.post(path, { reasonCode: 'closed', note })
  const html = await without.text()
  const wrong = await head.post(path, { reasonCode: 'closed', note, otp: '000000' })
  const secretary = await later.post(path, { reasonCode: 'closed', note })

  assert.match(await page.text(), /Kode dari aplikasi autentikator/)
  assert.deepEqual([without.status, wrong.status, secretary.status], [422, 422, 403])
  assert.match(html, /Usaha tutup menurut &lt;pemiliknya> sendiri\./)
  assert.match(html, /value="closed"[^>]*checked|checked[^>]*value="closed"/)
  assert.equal((await findLetter(app.db, id))?.revokedAt, null)
  const done = await (await app.as('kadis')).post(path, { reasonCode: 'closed', note })
  assert.equal(done.status, 303)
  assert.equal((await findLetter(app.db, id))?.revokeReason, 'closed')
})

test('the keys and the list of withdrawn letters are all another program needs', async (t) => {
  const app = await freshApp(t)
  const { id } = await anIssuedLetter(app)
  const { letter_code: qr } = await app.db.selectFrom('letters.letters').select('letter_code').where('id', '=', id).executeTakeFirstOrThrow()
  const judge = async () => {
    const { keys } = await (await app.visitor.get('/verifikasi/kunci.json')).json()
    const revoked = await readRevocations(await (await app.visitor.get('/verifikasi/dicabut.json')).json(), keys, webCrypto)
    return (await checkLetterCode(qr, { keys, revoked, today: '2026-11-11', crypto: webCrypto })).verdict
  }

  const before = await judge()
  const list = await app.visitor.get('/verifikasi/dicabut.json')
  const again = await app.app.request('/verifikasi/dicabut.json', { headers: { 'if-none-match': list.headers.get('etag') ?? '' } })
  await (await app.api('kadis')).post(`/letters/${id}/revoke`, { reasonCode: 'wrong-data', note: 'Salah.' })
  const newer = await app.app.request('/verifikasi/dicabut.json', { headers: { 'if-none-match': list.headers.get('etag') ?? '' } })

  assert.deepEqual([before, await judge()], ['valid', 'revoked'])
  assert.deepEqual([list.status, again.status, newer.status], [200, 304, 200])
})

test('the worker of the checking page is never kept, its script for ever', async (t) => {
  const app = await freshApp(t)
  const html = await (await app.visitor.get('/verifikasi')).text()
  const script = /src="(\/assets\/periksa\.[0-9a-f]+\.js)"/.exec(html)?.[1] ?? ''

  const [worker, present, older] = [await app.visitor.get('/verifikasi-pekerja.js'), await app.visitor.get(script), await app.visitor.get('/assets/periksa.0123456789.js')]

  assert.ok((await worker.text()).includes(script))
  assert.deepEqual([worker, present, older].map((reply) => [reply.status, reply.headers.get('cache-control')]), [
    [200, 'no-cache'], [200, 'public, max-age=31536000, immutable'], [200, 'no-cache'],
  ])
})

test('the holder’s page tells how to show the letter, and nobody else opens it', async (t) => {
  const app = await freshApp(t)
  const { id, code } = await anIssuedLetter(app)
  const owner = await actorFor(app, '081200000001')

  const html = await shown(app, '081200000001', `/surat/${id}`)
  const stranger = await (await app.as('081200000002')).get(`/surat/${id}`)
  const unknown = await (await app.as('081200000001')).get(`/surat/${owner.personId}`)

  for (const part of ['Siti Aminah', `/surat/${id}/pdf`, `/v/${code}`, 'Berlaku sampai 11 November 2027', 'Bila diminta bank']) assert.ok(html.includes(part), part)
  assert.deepEqual([stranger.status, unknown.status], [403, 404])
})

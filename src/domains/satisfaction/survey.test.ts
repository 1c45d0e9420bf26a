import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { verifyStored } from '../../platform/log/verify.ts'
import { aCaseIn, actorFor } from '../applications/testing.ts'
import { turnDay } from './jobs.ts'

const SITI = '081200000001'
const KEYS = ['requirements', 'procedure', 'time', 'fee', 'product', 'competence', 'conduct', 'facilities', 'complaints']
const fours = Object.fromEntries(KEYS.map((key) => [key, '4']))

async function theLink({ db }: TestApp): Promise<string> {
  const { body } = await db.selectFrom('messages.outbox').select('body').where('template', '=', 'survey').executeTakeFirstOrThrow()
  return /\/skm\/[a-z0-9]+/.exec(body)?.[0] ?? ''
}

const sheetsOf = async ({ db }: TestApp) => db.selectFrom('satisfaction.sheets').selectAll().orderBy('id').execute()

/** Everything the log says of the survey. */
async function logOf({ db }: TestApp): Promise<string[]> {
  const { rows } = await sql<{ body: string }>`select body from log.events where body like '%satisfaction%' or body like '%survey%' order by seq`.execute(db)
  return rows.map(({ body }) => body)
}

test('who was served is asked once, without a name, and nothing kept tells whose sheet it is', async (t) => {
  const app = await freshApp(t)
  const id = await aCaseIn(app, 'issued')
  const link = await theLink(app)
  const siti = await app.as(SITI)
  const card = await (await siti.get(`/permohonan/${id}`)).text()
  const helped = await (await (await app.as('loket')).get(`/permohonan/${id}`)).text()
  const form = await (await app.visitor.get(link)).text()

  const empty = await app.visitor.post(link, { suggestion: 'Ruang tunggu panas.' })
  const sent = await Promise.all([1, 2].map(() => app.visitor.post(link, { ...fours, time: '3', suggestion: 'Ruang tunggu panas.', 'about-disability': 'yes', 'about-age': '36-45' })))
  const again = await (await app.visitor.get(link)).text()
  const cardAfter = await (await siti.get(`/permohonan/${id}`)).text()

  assert.match(link, /^\/skm\/[a-z0-9]{24}$/)
  assert.ok(card.includes(`href="${link}"`) && !helped.includes(link), 'the link is the owner’s alone')
  assert.equal(form.match(/type="radio"/g)?.length, 36)
  assert.match(form, /laman atau aplikasi/)
  assert.equal(empty.status, 422)
  assert.deepEqual(sent.map((one) => [one.status, one.headers.get('location')]), [[303, '/skm/terima-kasih'], [303, '/skm/terima-kasih']])
  assert.match(again, /sudah kami terima/)
  assert.match(cardAfter, /sudah diisi/)
  const [before, ...more] = await sheetsOf(app)
  assert.deepEqual([more.length, before?.scores], [0, { ...Object.fromEntries(KEYS.map((key) => [key, 4])), time: 3 }])
  const stored = await sql<{ told: string }>`
    select (select json_agg(i)::text from satisfaction.invitations i) || (select json_agg(s)::text from satisfaction.sheets s) || (select json_agg(w)::text from satisfaction.suggestions w) as told`.execute(app.db)
  const { personId = '', accountId } = await actorFor(app, SITI)
  for (const secret of [id, link.slice(5), personId, accountId, app.clock.now.toString().slice(11, 16)]) assert.ok(!stored.rows[0]?.told.includes(secret), secret)
  assert.deepEqual(await logOf(app), [])

  app.clock.pass({ hours: 24 })
  await turnDay(app.tools, 'demo')
  await turnDay(app.tools, 'demo')
  const [after] = await sheetsOf(app)
  assert.ok(before && after && before.id !== after.id && after.mixed && !after.told)
  assert.equal((await logOf(app)).filter((body) => body.includes('"sheets":1')).length, 1)
  assert.ok((await verifyStored(app.db, 'demo', 'events')).ok)
})

test('the link of a served person stands on no page of an officer, neither where its message failed nor on the slip', async (t) => {
  const app = await freshApp(t)
  await aCaseIn(app, 'issued')
  const link = await theLink(app)
  const { id } = await app.db.updateTable('messages.outbox').set({ state: 'failed', last_failure: '400' }).where('template', '=', 'survey').returning('id').executeTakeFirstOrThrow()
  const loket = await app.as('loket')

  const seen = await Promise.all(['/petugas/pesan', `/petugas/pesan/${id}`, `/petugas/pesan/${id}/cetak`].map(async (path) => (await loket.get(path)).text()))

  for (const html of seen) {
    assert.match(html, /Nilailah pelayanan kami/)
    assert.ok(!html.includes(link))
  }
})

test('a link lasts thirty days, and an old, a used and an unknown one are told so kindly', async (t) => {
  const app = await freshApp(t)
  await aCaseIn(app, 'issued')
  const link = await theLink(app)

  app.clock.pass({ hours: 30 * 24 })
  const lastDay = await (await app.visitor.get(link)).text()
  app.clock.pass({ hours: 24 })
  const [late, posted] = [await app.visitor.get(link), await app.visitor.post(link, fours)]
  await turnDay(app.tools, 'demo')
  const unknown = await app.visitor.get('/skm/tidakada')
  const wiped = await app.db.selectFrom('messages.outbox').select('body').where('template', '=', 'survey').executeTakeFirstOrThrow()

  assert.match(lastDay, /type="radio"/)
  assert.match(await late.text(), /sudah lewat[\s\S]*30 hari/)
  assert.deepEqual([posted.status, unknown.status, wiped.body], [409, 404, ''])
  assert.match(await unknown.text(), /tidak kami kenal[\s\S]*loket/)
  assert.equal((await sheetsOf(app)).length, 0)
})

test('a visitor answers by the code of the day, once for each form, and not with the code of yesterday', async (t) => {
  const app = await freshApp(t)
  const shown = (await (await app.api('loket')).get('/satisfaction/counter-code')).body
  const open = await (await app.visitor.get(`/skm?kode=${shown.code.toUpperCase()}`)).text()
  const formKey = /name="formKey" value="([^"]+)"/.exec(open)?.[1] ?? ''
  const sheet = { ...fours, code: shown.code, formKey, serviceCode: 'UM-02' }

  const sent = [await app.visitor.post('/skm', sheet), await app.visitor.post('/skm', sheet), await app.visitor.post('/skm', { ...sheet, formKey: 'tidak utuh' })]
  const wrong = await (await app.visitor.get('/skm?kode=22222222')).text()
  app.clock.pass({ hours: 24 })
  const yesterday = await app.visitor.post('/skm', { ...sheet, formKey: randomUUID() })

  assert.match(shown.link, new RegExp(`/skm\\?kode=${shown.code}$`))
  assert.doesNotMatch(open, /laman atau aplikasi/)
  assert.deepEqual(sent.map(({ status }) => status), [303, 303, 422])
  assert.match(wrong, /bukan kode hari ini/)
  assert.equal(yesterday.status, 422)
  assert.deepEqual((await sheetsOf(app)).map(({ channel, service_code }) => [channel, service_code]), [['counter', 'UM-02']])
  const status = async (login: string, path: string) => (await (await app.as(login)).get(path)).status
  assert.deepEqual([await status('loket', '/petugas/skm/loket'), await status('verifikator', '/petugas/skm/loket'), await status(SITI, '/petugas/skm/loket'), (await app.visitor.get('/petugas/skm/loket')).status], [200, 403, 403, 303])
})

test('many from one network are stopped for a while', async (t) => {
  const app = await freshApp(t)

  const tries: number[] = []
  for (let at = 0; at < 31; at += 1) tries.push((await app.visitor.post('/skm', { code: 'x' })).status)

  assert.deepEqual([tries[29], tries[30]], [422, 429])
})

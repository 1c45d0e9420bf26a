import assert from 'node:assert/strict'
import { test } from 'node:test'
import { queueMessage } from '../domains/messages/index.ts'
import { ok } from '../kernel/result.ts'
import { transact } from '../platform/db/unit.ts'
import { type TestApp, freshApp } from './testing.ts'

async function aCode({ tools, db }: TestApp) {
  await transact(db, tools.clock, async (unit) => {
    await queueMessage(unit, { officeId: 'demo', template: 'one-time-code', channel: 'phone', address: '+6281200000001', body: 'Kode DITAKOPUM Anda: 424242.', secret: true })
    return ok(undefined)
  })
}

test('a stranger in the demo reads the one-time code and the officers’ codes on one page', async (t) => {
  const app = await freshApp(t)
  await aCode(app)

  const reply = await app.visitor.get('/pesan-demo')
  const html = await reply.text()

  assert.equal(reply.status, 200)
  assert.match(reply.headers.get('cache-control') ?? '', /no-store/)
  assert.match(html, /Kode DITAKOPUM Anda: 424242\./)
  assert.match(html, /081200000001/)
  assert.match(html, /kadis/)
  assert.equal(html.match(/\d{3} \d{3}</g)?.length, 12)
})

test('outside the demo there is no page of messages', async (t) => {
  const app = await freshApp(t, { config: { demo: false } })
  await aCode(app)

  const reply = await app.visitor.get('/pesan-demo')

  assert.equal(reply.status, 404)
  assert.doesNotMatch(await reply.text(), /424242/)
})

test('a real office shows no messages even when the demo was left on by mistake', async (t) => {
  const app = await freshApp(t)
  await app.db.updateTable('office.offices').set({ demo: false }).execute()
  await aCode(app)

  assert.equal((await app.visitor.get('/pesan-demo')).status, 404)
})

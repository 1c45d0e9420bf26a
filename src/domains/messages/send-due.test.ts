import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { freshApp } from '../../apps/testing.ts'
import { transact } from '../../platform/db/unit.ts'
import type { Provider } from './delivery.ts'
import { openGateway } from './gateway.ts'
import { queueMessage } from './outbox.ts'
import { aGateway, hangUp, outbox, queued, send, silent, status } from './testing.ts'

test('a gateway that is slow, fails, hangs up and at last works gets the message in the end, always under one id', async (t) => {
  const app = await freshApp(t)
  const { got, heard, provider } = await aGateway(t, [silent, status(500), hangUp, status(202)])
  await queued(app)
  const failures: (string | null | undefined)[] = []

  for (let attempt = 0; attempt < 4; attempt += 1) {
    await send(app, [provider])
    failures.push((await outbox(app))[0]?.last_failure)
    app.clock.pass({ minutes: 10 })
  }

  assert.deepEqual(failures, ['too-slow', 'http-500', 'no-answer', null])
  const [row] = await outbox(app)
  assert.equal(row?.state, 'sent')
  assert.equal(row?.attempts, 4)
  assert.deepEqual(new Set([...got().map((one) => one.id), ...heard.map(({ headers }) => headers['idempotency-key'])]), new Set([row?.id]))
  assert.deepEqual([got()[0]?.to, got()[0]?.text], ['+6281200000001', 'Berkas A1 ditolak.'])
})

test('a message is not tried again before its pause is over', async (t) => {
  const app = await freshApp(t)
  const { got, provider } = await aGateway(t, [status(503)])
  await queued(app)

  await send(app, [provider])
  app.clock.pass({ seconds: 29 })
  await send(app, [provider])
  const early = got().length
  app.clock.pass({ seconds: 1 })
  await send(app, [provider])

  assert.deepEqual([early, got().length], [1, 2])
})

test('a number the gateway refuses is given up at once; a gateway that refuses the password is tried again', async (t) => {
  const app = await freshApp(t)
  const { provider } = await aGateway(t, [status(400), status(401)])

  await queued(app)
  await send(app, [provider])
  await queued(app, { template: 'accepted' })
  await send(app, [provider])

  assert.deepEqual((await outbox(app)).map((row) => [row.state, row.last_failure]).toSorted(), [['failed', 'http-400'], ['waiting', 'http-401']])
})

test('after twelve attempts a message is given up and waits for the counter', async (t) => {
  const app = await freshApp(t)
  const { got, provider } = await aGateway(t, [status(500)])
  await queued(app)

  for (let attempt = 0; attempt < 20; attempt += 1) {
    await send(app, [provider])
    app.clock.pass({ hours: 3 })
  }

  assert.equal(got().length, 12)
  assert.equal((await outbox(app))[0]?.state, 'failed')
})

test('two workers at once send each message once', async (t) => {
  const app = await freshApp(t)
  const { got, provider } = await aGateway(t, [status(200)])
  for (let at = 0; at < 30; at += 1) await queued(app)

  await Promise.all(Array.from({ length: 6 }, () => send(app, [provider], 10)))
  while (await send(app, [provider], 10) > 0);

  assert.equal(got().length, 30)
  assert.equal(new Set(got().map((one) => one.id)).size, 30)
})

test('a worker killed between sending and marking leaves the message to the next, which sends it under the same id', async (t) => {
  const app = await freshApp(t)
  const { got, provider } = await aGateway(t, [status(200)])
  await queued(app)
  const killed: Provider = { ...provider, send: async (message) => { await provider.send(message); throw new Error('killed') } }

  await assert.rejects(send(app, [killed]), /killed/)
  await send(app, [provider])
  const during = got().length
  app.clock.pass({ minutes: 2 })
  await send(app, [provider])
  await send(app, [provider])

  assert.deepEqual([during, got().length], [1, 2])
  assert.equal(got()[0]?.id, got()[1]?.id)
  assert.equal((await outbox(app))[0]?.state, 'sent')
})

test('an attempt thought dead that comes back late does not hide what a newer one did', async (t) => {
  const app = await freshApp(t)
  const { provider } = await aGateway(t, [status(200)])
  await queued(app)
  let comeBack: (() => void) | undefined
  const late = new Promise<void>((resolve) => { comeBack = resolve })
  const slow: Provider = { ...provider, send: async () => { await late; return { kind: 'refused', reason: 'http-400' } } }

  const first = send(app, [slow])
  while ((await outbox(app))[0]?.attempts === 0) await new Promise((resolve) => { setTimeout(resolve, 5) })
  app.clock.pass({ minutes: 2 })
  await send(app, [provider])
  comeBack?.()
  await first

  assert.equal((await outbox(app))[0]?.state, 'sent')
})

test('a one-time code is gone from the outbox once sent, and is not sent after it is out of date', async (t) => {
  const app = await freshApp(t)
  const { got, provider } = await aGateway(t, [status(200), status(500)])
  const code = { template: 'one-time-code', secret: true, body: 'Kode DITAKOPUM Anda: 123456.' }

  await queued(app, code)
  await send(app, [provider])
  const sent = await outbox(app)
  await queued(app, code)
  await send(app, [provider])
  app.clock.pass({ minutes: 5 })
  await send(app, [provider])

  assert.deepEqual(sent.map((row) => [row.state, row.body]), [['sent', '']])
  assert.equal(got().length, 2)
  assert.deepEqual((await outbox(app)).map((row) => [row.state, row.body]).toSorted(), [['lapsed', ''], ['sent', '']])
})

test('without a gateway messages are kept, and a code only as long as it can be used', async (t) => {
  const app = await freshApp(t)
  await queued(app)
  await queued(app, { template: 'one-time-code', secret: true, body: 'Kode DITAKOPUM Anda: 123456.' })

  await send(app, [])
  const kept = await outbox(app)
  app.clock.pass({ minutes: 5 })
  await send(app, [])

  assert.deepEqual(kept.map((row) => row.state), ['kept', 'kept'])
  assert.deepEqual((await outbox(app)).map((row) => row.body).toSorted(), ['', 'Berkas A1 ditolak.'])
})

test('a case that is rolled back sends nothing', async (t) => {
  const app = await freshApp(t)

  await transact(app.db, app.tools.clock, async (unit) => {
    await queueMessage(unit, { officeId: 'demo', template: 'submitted', channel: 'phone', address: '+6281200000001', body: 'Berkas A1' })
    return { ok: false, error: { kind: 'conflict', code: 'changed', message: '' } }
  })

  assert.deepEqual(await outbox(app), [])
})

test('a password in the gateway’s address travels as authorization, not in the address', async (t) => {
  const seen: (string | undefined)[] = []
  const server = createServer((request, reply) => { seen.push(request.headers.authorization, request.url); reply.writeHead(200).end() })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  t.after(() => new Promise((resolve) => { server.close(resolve); server.closeAllConnections() }))
  const gateway = openGateway('gateway', `http://dinas:rahasia%40@127.0.0.1:${(server.address() as AddressInfo).port}/send`)

  const outcome = await gateway.send({ id: 'a', to: '+6281200000001', subject: '', text: 'halo', language: 'id', isCode: false })

  assert.deepEqual(outcome, { kind: 'sent' })
  assert.deepEqual(seen, [`Basic ${Buffer.from('dinas:rahasia@').toString('base64')}`, '/send'])
})

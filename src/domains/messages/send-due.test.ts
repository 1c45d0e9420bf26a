import assert from 'node:assert/strict'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type TestContext, test } from 'node:test'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { ok } from '../../kernel/result.ts'
import { transact } from '../../platform/db/unit.ts'
import { openGateway } from './gateway.ts'
import { type NewMessage, queueMessage } from './outbox.ts'
import { type Carriers, sendDue } from './send-due.ts'

type Got = { id: string; to: string; text: string; key: string | undefined }

/** A gateway that answers as it is told, one answer after the other; the last goes on for ever. */
async function aGateway(t: TestContext, answers: ((reply: ServerResponse, request: IncomingMessage) => void)[]) {
  const got: Got[] = []
  const server = createServer((request, reply) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => { body += part }).on('end', () => {
      got.push({ ...JSON.parse(body), key: request.headers['idempotency-key'] })
      const answer = answers[Math.min(got.length, answers.length) - 1]
      answer?.(reply, request)
    })
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  t.after(() => new Promise((resolve) => { server.close(resolve); server.closeAllConnections() }))
  const address = server.address() as AddressInfo
  return { got, carriers: { phone: openGateway(`http://127.0.0.1:${address.port}/send`, 300) } }
}

const status = (code: number) => (reply: ServerResponse) => { reply.writeHead(code).end() }
const silent = () => {}
const hangUp = (_: ServerResponse, request: IncomingMessage) => { request.socket.destroy() }

async function queued({ tools }: TestApp, over: Partial<NewMessage> = {}) {
  const done = await transact(tools.db, tools.clock, async (unit) => {
    await queueMessage(unit, { officeId: 'demo', template: 'submitted', channel: 'phone', address: '+6281200000001', body: 'Berkas A1 sudah masuk.', ...over })
    return ok(undefined)
  })
  assert.ok(done.ok)
}

const outbox = (app: TestApp) => app.db.selectFrom('messages.outbox').select(['id', 'state', 'attempts', 'last_failure', 'body', 'next_at']).orderBy('created_at').orderBy('id').execute()
const send = (app: TestApp, carriers: Carriers, limit = 10) => sendDue({ ...app.tools, carriers, chance: () => 0.5 }, limit)

test('a gateway that is slow, fails, hangs up and at last works gets the message in the end, always under one id', async (t) => {
  const app = await freshApp(t)
  const { got, carriers } = await aGateway(t, [silent, status(500), hangUp, status(202)])
  await queued(app)
  const failures: (string | null | undefined)[] = []

  for (let attempt = 0; attempt < 4; attempt += 1) {
    await send(app, carriers)
    failures.push((await outbox(app))[0]?.last_failure)
    app.clock.pass({ minutes: 10 })
  }

  assert.deepEqual(failures, ['too-slow', 'http-500', 'no-answer', null])
  const [row] = await outbox(app)
  assert.equal(row?.state, 'sent')
  assert.equal(row?.attempts, 4)
  assert.deepEqual(new Set(got.flatMap((one) => [one.id, one.key])), new Set([row?.id]))
  assert.deepEqual([got[0]?.to, got[0]?.text], ['+6281200000001', 'Berkas A1 sudah masuk.'])
})

test('a message is not tried again before its pause is over', async (t) => {
  const app = await freshApp(t)
  const { got, carriers } = await aGateway(t, [status(503)])
  await queued(app)

  await send(app, carriers)
  app.clock.pass({ seconds: 29 })
  await send(app, carriers)
  const early = got.length
  app.clock.pass({ seconds: 1 })
  await send(app, carriers)

  assert.deepEqual([early, got.length], [1, 2])
})

test('a number the gateway refuses is given up at once; a gateway that refuses the password is tried again', async (t) => {
  const app = await freshApp(t)
  const { carriers } = await aGateway(t, [status(400), status(401)])

  await queued(app)
  await send(app, carriers)
  await queued(app, { template: 'accepted' })
  await send(app, carriers)

  assert.deepEqual((await outbox(app)).map((row) => [row.state, row.last_failure]).toSorted(), [['failed', 'http-400'], ['waiting', 'http-401']])
})

test('after twelve attempts a message is given up and waits for the counter', async (t) => {
  const app = await freshApp(t)
  const { got, carriers } = await aGateway(t, [status(500)])
  await queued(app)

  for (let attempt = 0; attempt < 20; attempt += 1) {
    await send(app, carriers)
    app.clock.pass({ hours: 3 })
  }

  assert.equal(got.length, 12)
  assert.equal((await outbox(app))[0]?.state, 'failed')
})

test('two workers at once send each message once', async (t) => {
  const app = await freshApp(t)
  const { got, carriers } = await aGateway(t, [status(200)])
  for (let at = 0; at < 30; at += 1) await queued(app)

  await Promise.all(Array.from({ length: 6 }, () => send(app, carriers, 10)))
  while (await send(app, carriers, 10) > 0);

  assert.equal(got.length, 30)
  assert.equal(new Set(got.map((one) => one.id)).size, 30)
})

test('a worker killed between sending and marking leaves the message to the next, which sends it under the same id', async (t) => {
  const app = await freshApp(t)
  const { got, carriers } = await aGateway(t, [status(200)])
  await queued(app)
  const killed: Carriers = { phone: { ...carriers.phone, send: async (message) => { await carriers.phone.send(message); throw new Error('killed') } } }

  await assert.rejects(send(app, killed), /killed/)
  await send(app, carriers)
  const during = got.length
  app.clock.pass({ minutes: 2 })
  await send(app, carriers)
  await send(app, carriers)

  assert.deepEqual([during, got.length], [1, 2])
  assert.equal(got[0]?.id, got[1]?.id)
  assert.equal((await outbox(app))[0]?.state, 'sent')
})

test('an attempt thought dead that comes back late does not hide what a newer one did', async (t) => {
  const app = await freshApp(t)
  const { carriers } = await aGateway(t, [status(200)])
  await queued(app)
  let comeBack: (() => void) | undefined
  const late = new Promise<void>((resolve) => { comeBack = resolve })
  const slow: Carriers = { phone: { ...carriers.phone, send: async () => { await late; return { kind: 'refused', reason: 'http-400' } } } }

  const first = send(app, slow)
  while ((await outbox(app))[0]?.attempts === 0) await new Promise((resolve) => { setTimeout(resolve, 5) })
  app.clock.pass({ minutes: 2 })
  await send(app, carriers)
  comeBack?.()
  await first

  assert.equal((await outbox(app))[0]?.state, 'sent')
})

test('a one-time code is gone from the outbox once sent, and is not sent after it is out of date', async (t) => {
  const app = await freshApp(t)
  const { got, carriers } = await aGateway(t, [status(200), status(500)])
  const code = { template: 'one-time-code', secret: true, body: 'Kode DITAKOPUM Anda: 123456.' }

  await queued(app, code)
  await send(app, carriers)
  const sent = await outbox(app)
  await queued(app, code)
  await send(app, carriers)
  app.clock.pass({ minutes: 5 })
  await send(app, carriers)

  assert.deepEqual(sent.map((row) => [row.state, row.body]), [['sent', '']])
  assert.equal(got.length, 2)
  assert.deepEqual((await outbox(app)).map((row) => [row.state, row.body]).toSorted(), [['lapsed', ''], ['sent', '']])
})

test('without a gateway messages are kept, and a code only as long as it can be used', async (t) => {
  const app = await freshApp(t)
  await queued(app)
  await queued(app, { template: 'one-time-code', secret: true, body: 'Kode DITAKOPUM Anda: 123456.' })

  await send(app, {})
  const kept = await outbox(app)
  app.clock.pass({ minutes: 5 })
  await send(app, {})

  assert.deepEqual(kept.map((row) => row.state), ['kept', 'kept'])
  assert.deepEqual((await outbox(app)).map((row) => row.body).toSorted(), ['', 'Berkas A1 sudah masuk.'])
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
  const gateway = openGateway(`http://dinas:rahasia%40@127.0.0.1:${(server.address() as AddressInfo).port}/send`)

  const outcome = await gateway.send({ id: 'a', to: '+6281200000001', subject: '', text: 'halo' })

  assert.deepEqual(outcome, { kind: 'sent' })
  assert.deepEqual(seen, [`Basic ${Buffer.from('dinas:rahasia@').toString('base64')}`, '/send'])
})

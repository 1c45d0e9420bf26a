import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import type { Provider } from './delivery.ts'
import { aGateway, aWhatsapp, hangUp, metaError, outbox, personOf, queued, send, silent, status, told } from './testing.ts'

/** A gateway as a program: it is up, down, or takes a message and loses the answer; the worker may die after it took it. It tells repetitions. */
function aModel(key: string, mood: () => 'up' | 'down' | 'lost' | 'killed') {
  const taken = new Set<string>()
  const provider: Provider = {
    key, road: 'sms', repeats: true, close() {},
    async send({ id }) {
      const now = mood()
      if (now === 'down') return { kind: 'failed', reason: 'http-503', maybeTaken: false }
      taken.add(id)
      if (now === 'killed') throw new Error('killed')
      return now === 'lost' ? { kind: 'failed', reason: 'too-slow', maybeTaken: true } : { kind: 'sent' }
    },
  }
  return { taken, provider }
}

const states = async (app: TestApp) => [...new Set((await outbox(app)).map((row) => row.state))]

test('both providers down for a day: nothing is lost, nothing is given up, and each message is taken by one of them, once', async (t) => {
  const app = await freshApp(t)
  let up = false
  const [first, second] = [aModel('gateway', () => (up ? 'up' : 'down')), aModel('gateway-2', () => (up ? 'up' : 'down'))]
  const providers = [first.provider, second.provider]
  for (let at = 0; at < 6; at += 1) await queued(app)

  for (let hour = 0; hour < 24; hour += 1) {
    await send(app, providers)
    app.clock.pass({ hours: 1 })
  }
  const during = await states(app)
  up = true
  for (let round = 0; round < 20 && (await states(app)).includes('waiting'); round += 1) {
    await send(app, providers)
    app.clock.pass({ minutes: 30 })
  }

  assert.deepEqual(during, ['waiting'])
  assert.deepEqual(await states(app), ['sent'])
  assert.equal(first.taken.size + second.taken.size, 6)
  assert.equal([...first.taken].filter((id) => second.taken.has(id)).length, 0)
})

test('workers that die, answers that get lost and a clock that jumps never bring a message to two providers', async (t) => {
  const app = await freshApp(t)
  const moods = ['up', 'lost', 'killed', 'down', 'lost', 'up', 'down'] as const
  let calls = 0
  const mood = () => moods[calls++ % moods.length] ?? 'up'
  const [first, second] = [aModel('gateway', mood), aModel('gateway-2', mood)]
  for (let at = 0; at < 12; at += 1) await queued(app)

  for (let round = 0; round < 40; round += 1) {
    await send(app, [first.provider, second.provider], 4).catch(() => {})
    app.clock.pass(round === 10 ? { hours: 30 } : round === 20 ? { hours: -2 } : { minutes: 20 })
  }

  assert.deepEqual((await outbox(app)).map((row) => row.state), Array.from({ length: 12 }, () => 'sent'))
  assert.equal(first.taken.size + second.taken.size, 12)
  assert.equal([...first.taken].filter((id) => second.taken.has(id)).length, 0)
})

test('a number WhatsApp does not reach gets an SMS at once, and the next message begins with SMS', async (t) => {
  const app = await freshApp(t)
  const whatsapp = await aWhatsapp(t, [metaError(131_026)])
  const gateway = await aGateway(t, [status(200)])
  const providers = [whatsapp.provider, gateway.provider]

  await queued(app)
  await send(app, providers)
  await send(app, providers)
  await queued(app, { template: 'one-time-code', secret: true, body: 'Kode DITAKOPUM Anda: 123456.' })
  await send(app, providers)

  assert.deepEqual([whatsapp.heard.length, gateway.heard.length], [1, 2])
  assert.deepEqual(await told(app), ['waiting', 'waiting whatsapp wa-131026', 'sent gateway', 'waiting', 'sent gateway'])
})

test('a message whose answer from WhatsApp was lost is not sent again by anybody; without a receipt a person must look', async (t) => {
  const app = await freshApp(t)
  const whatsapp = await aWhatsapp(t, [silent])
  const gateway = await aGateway(t, [status(200)])

  await queued(app)
  for (let minute = 0; minute < 40; minute += 5) {
    await send(app, [whatsapp.provider, gateway.provider])
    app.clock.pass({ minutes: 5 })
  }

  assert.deepEqual([whatsapp.heard.length, gateway.heard.length], [1, 0])
  assert.deepEqual((await outbox(app)).map((row) => [row.state, row.last_failure]), [['failed', 'no-receipt']])
  assert.deepEqual(await told(app), ['waiting', 'waiting whatsapp too-slow', 'failed whatsapp no-receipt'])
})

test('five failures open the circuit: the next messages go to the reserve, and one tries the first again after its rest', async (t) => {
  const app = await freshApp(t)
  let up = false
  const first = aModel('gateway', () => (up ? 'up' : 'down'))
  const second = aModel('gateway-2', () => 'up')
  const providers = [first.provider, second.provider]
  const sendOne = async () => {
    await queued(app)
    await send(app, providers, 10, 0)
  }

  for (let at = 0; at < 12; at += 1) await sendOne()
  const resting = await app.db.selectFrom('messages.providers').select(['key', 'failures', 'open_until']).orderBy('key').execute()
  const before = second.taken.size
  await sendOne()
  up = true
  app.clock.pass({ minutes: 20 })
  await sendOne()

  assert.deepEqual(resting.map(({ key, failures }) => [key, failures]), [['gateway', 5], ['gateway-2', 0]])
  assert.equal(second.taken.size > before, true)
  assert.equal(first.taken.size >= 1, true)
  assert.equal((await app.db.selectFrom('messages.providers').select('failures').where('key', '=', 'gateway').executeTakeFirstOrThrow()).failures, 0)
})

test('in quiet hours a message is held to their end, also when the worker was late; a code goes at once', async (t) => {
  const app = await freshApp(t)
  const { got, provider } = await aGateway(t, [status(200)])
  const personId = await personOf(app, '+6281200000001')

  app.clock.set('2026-11-11T20:59:00+07:00')
  await queued(app, { personId, template: 'submitted', body: 'Sebelum jam tenang.' })
  app.clock.set('2026-11-11T21:01:00+07:00')
  await queued(app, { personId, body: 'Di jam tenang.' })
  await queued(app, { template: 'one-time-code', secret: true, body: 'Kode DITAKOPUM Anda: 123456.' })
  await send(app, [provider])
  const atNight = got().map((one) => one.text)
  app.clock.set('2026-11-12T05:59:59+07:00')
  await send(app, [provider])
  app.clock.set('2026-11-12T06:00:00+07:00')
  await send(app, [provider])

  assert.deepEqual(atNight, ['Kode DITAKOPUM Anda: 123456.'])
  assert.deepEqual(got().map((one) => one.text).toSorted(), ['Di jam tenang.', 'Kode DITAKOPUM Anda: 123456.', 'Sebelum jam tenang.'])
  assert.deepEqual((await told(app)).toSorted(), ['held quiet', 'held quiet', 'sent gateway', 'sent gateway', 'sent gateway', 'waiting', 'waiting'])
})

test('at the monthly limit what can wait becomes paper and a code goes on; a new month begins anew', async (t) => {
  const app = await freshApp(t)
  const { got, provider } = await aGateway(t, [status(200)])
  await app.db.insertInto('messages.budgets').values({ office_id: 'demo', road: 'sms', most: 2 }).execute()

  for (let at = 0; at < 3; at += 1) await queued(app, { body: `Berkas ${at}` })
  await send(app, [provider])
  await queued(app, { template: 'one-time-code', secret: true, body: 'Kode DITAKOPUM Anda: 123456.' })
  await send(app, [provider])
  const inNovember = got().length
  app.clock.set('2026-12-01T08:00:00+07:00')
  await queued(app)
  await send(app, [provider])

  assert.deepEqual([inNovember, got().length], [3, 4])
  assert.deepEqual((await outbox(app)).map((row) => row.state).toSorted(), ['sent', 'sent', 'sent', 'sent', 'slip'])
  assert.ok((await told(app)).includes('slip budget'))
})

test('a line cut by the gateway after the message was taken leads back to the same gateway, under the same id', async (t) => {
  const app = await freshApp(t)
  const [first, second] = [await aGateway(t, [hangUp, status(200)]), await aGateway(t, [status(200)], 'gateway-2')]

  await queued(app)
  await send(app, [first.provider, second.provider])
  app.clock.pass({ minutes: 2 })
  await send(app, [first.provider, second.provider])

  assert.deepEqual([first.heard.length, second.heard.length], [2, 0])
  assert.equal(first.got()[0]?.id, first.got()[1]?.id)
})

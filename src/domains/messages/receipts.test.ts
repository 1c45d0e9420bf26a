import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { signatureOf } from '../../platform/http/webhook.ts'
import { aGateway, aWhatsapp, metaError, outbox, personOf, queued, send, silent, status, told } from './testing.ts'

const APP_SECRET = 'a sample secret of an app'
const KEY = 'a sample key of a gateway'
const CONFIG = { messageUrl: 'http://127.0.0.1:9/', messageReceiptKey: KEY, whatsapp: { url: 'http://127.0.0.1:9/v23.0/1', token: 'x', appSecret: APP_SECRET, verifyToken: 'a sample token to verify' } }
const CASE = '0b0c8f3e-6d6a-4d58-9a53-0d6e1c3f7a11'

/** Posts to a webhook as its sender does, signed over the very bytes. */
async function post({ app }: TestApp, path: string, body: object, signature?: string): Promise<number> {
  const text = JSON.stringify(body)
  const [header, secret] = path.includes('whatsapp') ? ['x-hub-signature-256', APP_SECRET] : ['x-signature-256', KEY]
  const reply = await app.request(`/api/v1/messages/${path}`, { method: 'POST', body: text, headers: { 'content-type': 'application/json', [header]: signature ?? signatureOf(text, secret) } })
  return reply.status
}

const meta = (value: object) => ({ object: 'whatsapp_business_account', entry: [{ id: '1', changes: [{ field: 'messages', value: { messaging_product: 'whatsapp', ...value } }] }] })
const metaStatus = (id: string, state: string, code?: number) =>
  meta({ statuses: [{ id: 'wamid.1', status: state, timestamp: '1762824000', recipient_id: '6281200000001', biz_opaque_callback_data: id, ...(code ? { errors: [{ code, title: 'sample' }] } : {}) }] })
const state = async (app: TestApp) => (await outbox(app)).map((row) => row.state)

test('receipts of WhatsApp come in any order and twice, and end at "read"; a wrong signature changes nothing', async (t) => {
  const app = await freshApp(t, { config: CONFIG })
  const { provider } = await aWhatsapp(t)
  await queued(app)
  await send(app, [provider])
  const [row] = await outbox(app)
  const id = row?.id ?? ''

  const forged = await post(app, 'receipts/whatsapp', metaStatus(id, 'read'), signatureOf('something else', APP_SECRET))
  const after = await state(app)
  const replies = []
  for (const one of ['read', 'delivered', 'sent', 'read', 'failed', 'unheard-of']) replies.push(await post(app, 'receipts/whatsapp', metaStatus(id, one)))

  assert.deepEqual([forged, after], [403, ['sent']])
  assert.deepEqual(new Set(replies), new Set([200]))
  assert.deepEqual(await state(app), ['read'])
  assert.deepEqual(await told(app), ['waiting', 'sent whatsapp', 'read whatsapp'])
})

test('a number WhatsApp did not reach after all gets an SMS; a lost answer is settled by its receipt', async (t) => {
  const app = await freshApp(t, { config: CONFIG })
  const whatsapp = await aWhatsapp(t)
  const gateway = await aGateway(t, [status(200)])
  await queued(app)
  await send(app, [whatsapp.provider, gateway.provider])
  const first = (await outbox(app))[0]?.id ?? ''

  await post(app, 'receipts/whatsapp', metaStatus(first, 'failed', 131_026))
  await post(app, 'receipts/whatsapp', metaStatus(first, 'failed', 131_026))
  await send(app, [whatsapp.provider, gateway.provider])
  await post(app, 'receipts/gateway', { id: first, status: 'delivered' })
  const lost = await aWhatsapp(t, [silent])
  await queued(app, { address: '+6281200000002' })
  app.clock.pass({ seconds: 1 })
  await send(app, [lost.provider])
  const second = (await outbox(app)).find((row) => row.state === 'waiting')?.id ?? ''
  await post(app, 'receipts/whatsapp', metaStatus(second, 'delivered'))

  assert.deepEqual(await told(app), [
    'waiting', 'sent whatsapp', 'waiting whatsapp wa-131026', 'sent gateway', 'delivered gateway', 'waiting', 'waiting whatsapp too-slow', 'delivered whatsapp',
  ])
  assert.equal(gateway.heard.length, 1)
})

test('a gateway says that a message did not arrive: without another road it becomes a task, and a late receipt takes the task away', async (t) => {
  const app = await freshApp(t, { config: CONFIG })
  const gateway = await aGateway(t, [status(200)])
  const refusing = await aWhatsapp(t, [metaError(131_026)])
  await queued(app)
  await send(app, [refusing.provider, gateway.provider])
  await send(app, [refusing.provider, gateway.provider])
  const id = (await outbox(app))[0]?.id ?? ''

  const other = await post(app, 'receipts/gateway', { id, status: 'failed', provider: 'gateway-2' })
  const untouched = await state(app)
  await post(app, 'receipts/gateway', { id, status: 'failed', reason: 'no-such-number' })
  const failed = await state(app)
  await post(app, 'receipts/gateway', { id, status: 'delivered' })

  assert.deepEqual([other, untouched, failed, await state(app)], [200, ['sent'], ['failed'], ['delivered']])
  assert.deepEqual([await post(app, 'receipts/gateway', { id, status: 'eaten' }), await post(app, 'receipts/gateway', { id: 'unknown', status: 'read' })], [422, 200])
})

test('BERHENTI stops news to the number but no decision; a reply that names the case becomes a note on it, one from elsewhere does not', async (t) => {
  const app = await freshApp(t, { config: CONFIG })
  const personId = await personOf(app, '+6281200000001')
  const news = { template: 'submitted', personId, applicationId: CASE, body: 'Berkas UM02-2611-K7QM4X sudah masuk.' }
  await queued(app, news)
  const say = (from: string, id: string, body: string) => post(app, 'receipts/whatsapp', meta({ messages: [{ from, id, timestamp: '1', type: 'text', text: { body } }] }))

  await say('6281200000001', 'wamid.in1', 'um02-2611-k7qm4x kapan selesai?')
  await say('6281200000001', 'wamid.in1', 'um02-2611-k7qm4x kapan selesai?')
  await say('6281200000009', 'wamid.in2', 'UM02-2611-K7QM4X saya orang lain')
  for (const id of ['in-3', 'in-3']) await post(app, 'replies/gateway', { id, from: '+6281200000001', text: 'BERHENTI' })
  await queued(app, news)
  await queued(app, { ...news, template: 'rejected' })
  await say('6281200000001', 'wamid.in4', 'MULAI')
  await queued(app, news)

  const notes = await app.db.selectFrom('messages.replies').select(['application_id', 'person_id', 'body']).execute()
  assert.deepEqual(notes, [{ application_id: CASE, person_id: personId, body: 'um02-2611-k7qm4x kapan selesai?' }])
  assert.deepEqual(await told(app), ['waiting', 'settled declined', 'waiting', 'waiting'])
  const events = await app.db.selectFrom('log.events').select('what').where('what', 'like', 'message.%').orderBy('seq').execute()
  assert.deepEqual(events.map(({ what }) => what), ['message.answered', 'message.stopped', 'message.started'])
})

test('Meta is told that the address is ours only with the right token, and without a secret there is no such address', async (t) => {
  const app = await freshApp(t, { config: CONFIG })
  const bare = await freshApp(t)
  const ask = (one: TestApp, token: string) => one.app.request(`/api/v1/messages/receipts/whatsapp?hub.mode=subscribe&hub.challenge=158&hub.verify_token=${encodeURIComponent(token)}`)

  const [right, wrong] = [await ask(app, 'a sample token to verify'), await ask(app, 'guessed')]

  assert.deepEqual([right.status, await right.text(), wrong.status], [200, '158', 403])
  assert.deepEqual([(await ask(bare, '')).status, await post(bare, 'receipts/whatsapp', metaStatus('1', 'read')), await post(bare, 'receipts/gateway', {})], [403, 404, 404])
})

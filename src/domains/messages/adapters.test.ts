import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import type { Outcome, Outgoing } from './delivery.ts'
import { openGateway } from './gateway.ts'
import { type Answer, aGateway, aWhatsapp, hangUp, metaError, silent, status } from './testing.ts'
import { openWhatsapp } from './whatsapp.ts'

const MESSAGE: Outgoing = { id: '0b0c8f3e-6d6a-4d58-9a53-0d6e1c3f7a11', to: '+6281200000001', subject: '', text: 'Berkas UM02-2611-K7QM4X ditolak.', language: 'id', isCode: false }

test('WhatsApp is given a template message as Meta documents it, with our id to come back with the receipt', async (t) => {
  const { provider, got, heard } = await aWhatsapp(t)

  const outcome = await provider.send({ ...MESSAGE, language: 'en' })

  assert.deepEqual(outcome, { kind: 'sent', ref: 'wamid.1' })
  assert.equal(heard[0]?.headers.authorization, 'Bearer sample-token')
  assert.deepEqual(got()[0], {
    messaging_product: 'whatsapp', recipient_type: 'individual', to: '6281200000001', type: 'template', biz_opaque_callback_data: MESSAGE.id,
    template: { name: 'ditakopum_pesan', language: { code: 'en' }, components: [{ type: 'body', parameters: [{ type: 'text', text: MESSAGE.text }] }] },
  })
})

test('a one-time code goes in the template of its class, which has the code alone and a button to copy it', async (t) => {
  const { provider, got } = await aWhatsapp(t)

  await provider.send({ ...MESSAGE, text: 'Kode DITAKOPUM Anda: 123456. Berlaku 5 menit.', isCode: true })

  const parameters = [{ type: 'text', text: '123456' }]
  assert.deepEqual(got()[0]?.template, {
    name: 'ditakopum_kode', language: { code: 'id' },
    components: [{ type: 'body', parameters }, { type: 'button', sub_type: 'url', index: '0', parameters }],
  })
})

const meta: [string, Answer, Outcome][] = [
  ['a number without WhatsApp', metaError(131_026), { kind: 'refused', reason: 'wa-131026', noSuchAddress: true }],
  ['a template that is not approved', metaError(132_001, 404), { kind: 'refused', reason: 'wa-132001', noSuchAddress: false }],
  ['a token that is no longer valid', metaError(190, 401), { kind: 'failed', reason: 'wa-190', maybeTaken: false }],
  ['too fast a pace', metaError(130_429, 400), { kind: 'failed', reason: 'wa-130429', maybeTaken: false }],
  ['trouble of its own', metaError(131_000, 500), { kind: 'failed', reason: 'wa-131000', maybeTaken: true }],
  ['too many requests, with a time', status(429, { 'retry-after': '7' }), { kind: 'failed', reason: 'http-429', maybeTaken: false, retryAfterMs: 7_000 }],
  ['a failing proxy', status(502), { kind: 'failed', reason: 'http-502', maybeTaken: true }],
  ['no answer', silent, { kind: 'failed', reason: 'too-slow', maybeTaken: true }],
  ['a line that is cut', hangUp, { kind: 'failed', reason: 'no-answer', maybeTaken: true }],
]
for (const [what, answer, outcome] of meta) {
  test(`WhatsApp answers with ${what}`, async (t) => {
    const { provider } = await aWhatsapp(t, [answer])

    assert.deepEqual(await provider.send(MESSAGE), outcome)
  })
}

const gateway: [string, Answer, Outcome][] = [
  ['202: taken', (reply) => { setTimeout(() => { reply.writeHead(202).end() }, 100) }, { kind: 'sent' }],
  ['400: a number nobody has', status(400), { kind: 'refused', reason: 'http-400' }],
  ['401: a wrong password', status(401), { kind: 'failed', reason: 'http-401', maybeTaken: false }],
  ['429 with a time', status(429, { 'retry-after': '30' }), { kind: 'failed', reason: 'http-429', maybeTaken: false, retryAfterMs: 30_000 }],
  ['503: certainly not taken', status(503), { kind: 'failed', reason: 'http-503', maybeTaken: false }],
  ['500: perhaps taken', status(500), { kind: 'failed', reason: 'http-500', maybeTaken: true }],
  ['302: an address that has moved', status(302), { kind: 'failed', reason: 'http-302', maybeTaken: false }],
  ['silence: perhaps taken', silent, { kind: 'failed', reason: 'too-slow', maybeTaken: true }],
]
for (const [what, answer, outcome] of gateway) {
  test(`a gateway answers ${what}`, async (t) => {
    const { provider } = await aGateway(t, [answer])

    assert.deepEqual(await provider.send(MESSAGE), outcome)
  })
}

test('a gateway or WhatsApp that is not there at all has certainly not taken a message', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await new Promise((resolve) => { server.close(resolve) })

  for (const provider of [openGateway('gateway', `${url}/`), openWhatsapp({ address: `${url}/v23.0/1`, token: 'x' })]) {
    assert.deepEqual(await provider.send(MESSAGE), { kind: 'failed', reason: 'no-answer', maybeTaken: false })
  }
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ConfigProblem, readConfig } from './config.ts'

const WHATSAPP = { WHATSAPP_URL: 'https://graph.facebook.com/v23.0/1', WHATSAPP_TOKEN: 'x' }

test('roads for messages are read from the environment', () => {
  const config = readConfig({
    ...WHATSAPP, WHATSAPP_APP_SECRET: 'sixteen letters!', WHATSAPP_VERIFY_TOKEN: 'sixteen letters?', MESSAGE_URL: 'https://one.example/', MESSAGE_URL_2: 'https://two.example/',
    MESSAGE_RECEIPT_KEY: 'sixteen letters.',
  })

  assert.deepEqual(config.whatsapp, { url: WHATSAPP.WHATSAPP_URL, token: 'x', appSecret: 'sixteen letters!', verifyToken: 'sixteen letters?' })
  assert.deepEqual([config.messageUrl, config.messageUrl2, config.messageReceiptKey], ['https://one.example/', 'https://two.example/', 'sixteen letters.'])
  assert.equal(readConfig({}).whatsapp, undefined)
})

for (const [wrong, env] of [
  ['MESSAGE_URL', { MESSAGE_URL: 'ftp://one.example' }],
  ['MESSAGE_URL_2', { MESSAGE_URL_2: 'https://two.example' }],
  ['MESSAGE_URL_2', { MESSAGE_URL: 'https://one.example', MESSAGE_URL_2: 'https://one.example' }],
  ['MESSAGE_RECEIPT_KEY', { MESSAGE_URL: 'https://one.example', MESSAGE_RECEIPT_KEY: 'short' }],
  ['MESSAGE_RECEIPT_KEY', { MESSAGE_RECEIPT_KEY: 'sixteen letters.' }],
  ['WHATSAPP_URL', { WHATSAPP_URL: 'graph.facebook.com', WHATSAPP_TOKEN: 'x' }],
  ['WHATSAPP_TOKEN', { WHATSAPP_URL: WHATSAPP.WHATSAPP_URL }],
  ['WHATSAPP_TOKEN', { WHATSAPP_TOKEN: 'x' }],
  ['WHATSAPP_APP_SECRET', { ...WHATSAPP, WHATSAPP_APP_SECRET: 'short' }],
  ['WHATSAPP_VERIFY_TOKEN', { WHATSAPP_VERIFY_TOKEN: 'sixteen letters?' }],
] as const) {
  test(`the start stops with a sentence that names ${wrong} when the environment says ${JSON.stringify(Object.keys(env))} wrongly`, () => {
    assert.throws(() => readConfig(env), (error) => error instanceof ConfigProblem && new RegExp(`\\b${wrong}\\b`).test(error.message) && error.message.endsWith('.'))
  })
}

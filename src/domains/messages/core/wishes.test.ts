import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isDeclinable, kindOf } from './kind.ts'
import { readReply } from './reply.ts'
import { ROADS, roadsOf, roadsOfRow } from './road.ts'

const phone = { channel: 'phone', urgent: false, hasEmail: true, noWhatsapp: false } as const

test('who wished nothing is told by WhatsApp, then SMS, then mail if he has one', () => {
  assert.deepEqual(roadsOf(phone), ['whatsapp', 'sms', 'email'])
  assert.deepEqual(roadsOf({ ...phone, hasEmail: false }), ['whatsapp', 'sms'])
})

test('the order wished is kept; a road that did not reach the number lately comes last of all', () => {
  assert.deepEqual(roadsOf({ ...phone, wished: ['email', 'sms'] }), ['email', 'sms'])
  assert.deepEqual(roadsOf({ ...phone, wished: ['whatsapp', 'sms', 'slip'], noWhatsapp: true }), ['sms', 'slip', 'whatsapp'])
})

test('who wishes nothing at all gets paper; a code goes to his phone all the same', () => {
  assert.deepEqual(roadsOf({ ...phone, wished: [] }), ['slip'])
  assert.deepEqual(roadsOf({ ...phone, wished: [], urgent: true }), ['whatsapp', 'sms'])
  assert.deepEqual(roadsOf({ ...phone, wished: ['email', 'sms'], urgent: true }), ['sms', 'whatsapp'])
})

test('a code never goes to a mailbox or on paper, and nobody is left without a road', () => {
  const some = fc.record({ urgent: fc.boolean(), hasEmail: fc.boolean(), noWhatsapp: fc.boolean(), wished: fc.uniqueArray(fc.constantFrom(...ROADS)) })

  fc.assert(fc.property(some, (given) => {
    const roads = roadsOf({ channel: 'phone', ...given })
    return roads.length > 0 && new Set(roads).size === roads.length && (!given.urgent || roads.every((road) => road === 'whatsapp' || road === 'sms'))
  }))
})

test('a row of an older version has the roads of its channel', () => {
  assert.deepEqual(roadsOfRow([], 'phone'), ['whatsapp', 'sms'])
  assert.deepEqual(roadsOfRow(['sms', 'whatsapp'], 'phone'), ['sms', 'whatsapp'])
})

test('only news and reminders can be declined: whatever is not known to be one of them is told', () => {
  assert.deepEqual(['submitted', 'accepted', 'return-reminder', 'rejected', 'returned', 'issued', 'breach-notice', 'one-time-code', 'anything-new'].filter((one) => isDeclinable(kindOf(one))),
    ['submitted', 'accepted', 'return-reminder'])
})

for (const [text, reply] of [
  ['BERHENTI', { kind: 'stop' }], ['stop.', { kind: 'stop' }], [' Stop! ', { kind: 'stop' }], ['jangan berhenti', { kind: 'other' }], ['STOPWATCH', { kind: 'other' }],
  ['Mulai', { kind: 'start' }], ['start', { kind: 'start' }],
  ['um02-2611-k7qm4x kapan selesai?', { kind: 'note', reference: 'UM02-2611-K7QM4X' }], ['Berkas UM02 2611 K7QM4X sudah saya perbaiki', { kind: 'note', reference: 'UM02-2611-K7QM4X' }],
  ['UM022611K7QM4X', { kind: 'note', reference: 'UM02-2611-K7QM4X' }], ['terima kasih', { kind: 'other' }], ['', { kind: 'other' }], ['3515081234560000', { kind: 'other' }],
] as const) {
  test(`the answer "${text}" is read as ${reply.kind}`, () => {
    assert.deepEqual(readReply(text), reply)
  })
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { RECEIPTS, type Receipt, STATES, type State, afterReceipt } from './life.ts'

const known = (state: State, over: { bySame?: boolean; unsure?: boolean } = {}) => ({ state, bySame: true, unsure: false, ...over })

for (const [receipt, from, to] of [
  ['sent', 'sent', undefined], ['delivered', 'sent', 'delivered'], ['read', 'sent', 'read'], ['read', 'delivered', 'read'], ['delivered', 'read', undefined], ['delivered', 'delivered', undefined],
  ['failed', 'sent', 'reroute'], ['failed', 'delivered', undefined], ['failed', 'read', undefined], ['failed', 'settled', undefined], ['read', 'settled', undefined],
  ['delivered', 'failed', 'delivered'], ['delivered', 'slip', 'delivered'], ['delivered', 'waiting', 'delivered'], ['sent', 'waiting', undefined], ['failed', 'waiting', undefined],
] as const) {
  test(`a receipt "${receipt}" ${to === undefined ? `changes nothing of a message that is ${from}` : `makes a message that is ${from} ${to}`}`, () => {
    assert.equal(afterReceipt(receipt, known(from)), to)
  })
}

test('an attempt whose answer was lost is settled by its receipt, either way', () => {
  assert.equal(afterReceipt('sent', known('waiting', { unsure: true })), 'sent')
  assert.equal(afterReceipt('failed', known('waiting', { unsure: true })), 'reroute')
})

test('a provider that had the message before cannot take it away from the one that has it now', () => {
  assert.equal(afterReceipt('failed', known('sent', { bySame: false })), undefined)
  assert.equal(afterReceipt('sent', known('waiting', { bySame: false, unsure: true })), undefined)
})

test('receipts in any order and told twice end where they end in order', () => {
  const RANK: Partial<Record<State, number>> = { sent: 0, delivered: 1, read: 2 }
  const told = fc.array(fc.constantFrom<Receipt>('sent', 'delivered', 'read'), { maxLength: 8 })
  const end = (receipts: readonly Receipt[]) => receipts.reduce<State>((state, receipt) => {
    const next = afterReceipt(receipt, known(state))
    return next === undefined || next === 'reroute' ? state : next
  }, 'sent')

  fc.assert(fc.property(told, (receipts) => end(receipts) === end(receipts.toSorted((a, b) => RECEIPTS.indexOf(a) - RECEIPTS.indexOf(b)))
    && (RANK[end(receipts)] ?? 0) === Math.max(0, ...receipts.map((one) => RANK[one] ?? 0))))
})

test('what has reached a person is never said to have not', () => {
  fc.assert(fc.property(fc.constantFrom<State>('delivered', 'read'), fc.constantFrom(...RECEIPTS), fc.boolean(), fc.boolean(), (state, receipt, bySame, unsure) => {
    const next = afterReceipt(receipt, { state, bySame, unsure })
    return next === undefined || next === 'read'
  }))
  assert.ok(STATES.length === 10)
})

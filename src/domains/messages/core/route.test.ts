import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { type Health, MOST_FAILURES, WELL, afterAnswer, afterFailure, availability } from './health.ts'
import { type Candidate, type Travelling, RECEIPT_WITHIN_MS, route } from './route.ts'
import { ROADS } from './road.ts'

const now = Temporal.Instant.from('2026-11-11T09:00:00+07:00')
const resting: Health = { score: 0.1, failures: 6, opened: 2, openUntil: now.add({ minutes: 1 }) }
const trial: Health = { score: 0.1, failures: 6, opened: 2, openUntil: now.subtract({ seconds: 1 }) }
const provider = (key: string, health: Health = WELL): Candidate => ({ key, road: key === 'whatsapp' ? 'whatsapp' : key === 'mail' ? 'email' : 'sms', repeats: key !== 'whatsapp', health })
const plain: Travelling = { urgent: false, roads: ['whatsapp', 'sms', 'email'], refused: [] }
const scene = (...candidates: Candidate[]) => ({ now, candidates, left: {}, chance: 0 })

const health: fc.Arbitrary<Health> = fc.record({
  score: fc.float({ min: 0, max: 1, noNaN: true }), failures: fc.nat({ max: 12 }), opened: fc.nat({ max: 6 }),
  openUntil: fc.option(fc.integer({ min: -3_600, max: 3_600 }).map((seconds) => now.add({ seconds })), { nil: undefined }),
}).map(({ openUntil, ...rest }) => ({ ...rest, ...(openUntil ? { openUntil } : {}) }))
const candidates = fc.record({ whatsapp: fc.option(health), gateway: fc.option(health), 'gateway-2': fc.option(health), mail: fc.option(health) })
  .map((given) => Object.entries(given).flatMap(([key, one]) => (one === null ? [] : [provider(key, one)])))
const scenes = fc.record({
  now: fc.constant(now), candidates, chance: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  left: fc.record({ whatsapp: fc.integer({ min: -2, max: 2 }), sms: fc.integer({ min: -2, max: 2 }) }, { requiredKeys: [] }),
})
const messages: fc.Arbitrary<Travelling> = fc.record({
  urgent: fc.boolean(), roads: fc.uniqueArray(fc.constantFrom(...ROADS), { minLength: 1 }), refused: fc.uniqueArray(fc.constantFrom(...ROADS)),
  failedBy: fc.option(fc.constantFrom('whatsapp', 'gateway', 'gateway-2', 'mail'), { nil: undefined }),
})

test('one who may have taken a message keeps it: whatever else is free, no second provider is given it', () => {
  const unsure = fc.record({ provider: fc.constantFrom('whatsapp', 'gateway', 'gateway-2', 'mail', 'gone'), since: fc.integer({ min: 0, max: 7_200 }).map((seconds) => now.subtract({ seconds })) })

  fc.assert(fc.property(messages, scenes, unsure, (message, given, maybe) => {
    const decision = route({ ...message, unsure: maybe }, given)
    return decision.do !== 'send' || (decision.provider === maybe.provider && decision.provider !== 'whatsapp')
  }))
})

test('WhatsApp cannot tell a repetition: an attempt without an end waits for its receipt, then for a person, and is not repeated', () => {
  const maybe = (ms: number) => ({ ...plain, unsure: { provider: 'whatsapp', since: now.subtract({ milliseconds: ms }) } })

  assert.deepEqual(route(maybe(1_000), scene(provider('whatsapp'), provider('gateway'))), { do: 'wait', until: now.add({ milliseconds: RECEIPT_WITHIN_MS - 1_000 }) })
  assert.deepEqual(route(maybe(RECEIPT_WITHIN_MS), scene(provider('whatsapp'), provider('gateway'))), { do: 'give-up', why: 'no-receipt' })
})

test('a message goes only by a road that is wished, not refused, configured and affordable', () => {
  fc.assert(fc.property(messages, scenes, (message, given) => {
    const decision = route(message, given)
    if (decision.do !== 'send') return true
    const chosen = given.candidates.find((one) => one.key === decision.provider)
    const left = decision.road === 'whatsapp' || decision.road === 'sms' ? given.left[decision.road] ?? 1 : 1
    return chosen?.road === decision.road && message.roads.includes(decision.road) && !message.refused.includes(decision.road) && (message.urgent || left > 0)
      && (message.urgent || availability(chosen.health, now) !== 'resting')
  }))
})

test('nothing is ever lost: every message is sent, waits for a moment to come, becomes paper, is kept, or becomes a task', () => {
  fc.assert(fc.property(messages, scenes, (message, given) => {
    const decision = route(message, given)
    return decision.do !== 'wait' || decision.until.epochMilliseconds > now.epochMilliseconds
  }))
})

test('roads are tried in the order wished; a resting road is passed over for the next one', () => {
  assert.deepEqual(route(plain, scene(provider('whatsapp'), provider('gateway'))), { do: 'send', provider: 'whatsapp', road: 'whatsapp' })
  assert.deepEqual(route({ ...plain, roads: ['sms', 'whatsapp'] }, scene(provider('whatsapp'), provider('gateway'))), { do: 'send', provider: 'gateway', road: 'sms' })
  assert.deepEqual(route(plain, scene(provider('whatsapp', resting), provider('gateway'))), { do: 'send', provider: 'gateway', road: 'sms' })
  assert.deepEqual(route({ ...plain, refused: ['whatsapp'] }, scene(provider('whatsapp'), provider('gateway'))), { do: 'send', provider: 'gateway', road: 'sms' })
})

test('when all providers rest, what can wait waits for the first to be tried again; a code knocks all the same', () => {
  const both = scene(provider('gateway', resting), provider('gateway-2', { ...resting, openUntil: now.add({ seconds: 20 }) }))

  assert.deepEqual(route(plain, both), { do: 'wait', until: now.add({ seconds: 20 }) })
  assert.deepEqual(route({ ...plain, urgent: true }, both), { do: 'send', provider: 'gateway', road: 'sms' })
})

test('a provider that rested is tried with a message that can wait, while codes go to the one that is well', () => {
  const both = scene(provider('gateway', trial), provider('gateway-2'))

  assert.deepEqual(route(plain, both), { do: 'send', provider: 'gateway', road: 'sms' })
  assert.deepEqual(route({ ...plain, urgent: true }, both), { do: 'send', provider: 'gateway-2', road: 'sms' })
})

test('the reserve gets its share: one message in five when both are well, most when the first is weak', () => {
  const share = (first: Health) => Array.from({ length: 1_000 }, (_, at) => route(plain, { ...scene(provider('gateway', first), provider('gateway-2')), chance: at / 1_000 }))
    .filter((one) => one.do === 'send' && one.provider === 'gateway-2').length

  assert.equal(share(WELL), 200)
  assert.ok(share({ ...WELL, score: 0.2, failures: 3 }) > 800)
})

test('who failed a message last is not asked again while there is another', () => {
  assert.deepEqual(route({ ...plain, failedBy: 'gateway' }, scene(provider('gateway'), provider('gateway-2'))), { do: 'send', provider: 'gateway-2', road: 'sms' })
  assert.deepEqual(route({ ...plain, failedBy: 'gateway' }, scene(provider('gateway'))), { do: 'send', provider: 'gateway', road: 'sms' })
})

test('at the monthly limit what can wait goes by a cheaper road or becomes paper; a code goes on', () => {
  const spent = { ...scene(provider('gateway'), provider('mail')), left: { sms: 0 } }

  assert.deepEqual(route(plain, spent), { do: 'send', provider: 'mail', road: 'email' })
  assert.deepEqual(route({ ...plain, roads: ['sms'] }, spent), { do: 'slip', why: 'budget' })
  assert.deepEqual(route({ ...plain, roads: ['sms'], urgent: true }, spent), { do: 'send', provider: 'gateway', road: 'sms' })
})

test('without any provider messages are kept; with all roads refused they become a task; who wishes paper gets it', () => {
  assert.deepEqual(route(plain, scene()), { do: 'keep' })
  assert.deepEqual(route({ ...plain, refused: ['whatsapp', 'sms', 'email'] }, scene(provider('gateway'))), { do: 'give-up', why: 'unreachable' })
  assert.deepEqual(route({ ...plain, refused: ['sms'] }, scene(provider('gateway'))), { do: 'give-up', why: 'unreachable' })
  assert.deepEqual(route({ ...plain, roads: ['sms', 'slip'], refused: ['sms'] }, scene(provider('gateway'))), { do: 'slip', why: 'wished' })
})

test('the fifth failure in a row opens the circuit for half a minute, each further one for twice as long, at most ten minutes', () => {
  let known = WELL
  const rests = Array.from({ length: 12 }, () => {
    known = afterFailure(known, now)
    return known.openUntil ? (known.openUntil.epochMilliseconds - now.epochMilliseconds) / 1_000 : 0
  })

  assert.deepEqual(rests, [0, 0, 0, 0, 30, 60, 120, 240, 480, 600, 600, 600])
  assert.equal(availability(known, now), 'resting')
  assert.equal(availability(known, now.add({ minutes: 10 })), 'trial')
  assert.equal(availability(afterAnswer(known), now), 'free')
})

test('a provider that asks for a pause gets it at once, and never for longer than ten minutes', () => {
  assert.equal(availability(afterFailure(WELL, now, 60_000), now.add({ seconds: 59 })), 'resting')
  assert.equal(availability(afterFailure(WELL, now, 60_000), now.add({ seconds: 60 })), 'free')
  assert.equal(availability(afterFailure(WELL, now, 3_600_000), now.add({ minutes: 10 })), 'free')
})

test('the score of a provider stays between nothing and one, and one answer makes it usable again', () => {
  fc.assert(fc.property(fc.array(fc.boolean(), { maxLength: 60 }), (attempts) => {
    const known = attempts.reduce((one, good) => (good ? afterAnswer(one) : afterFailure(one, now)), WELL)
    return known.score >= 0 && known.score <= 1 && (known.failures >= MOST_FAILURES) === (known.opened > 0) && availability(afterAnswer(known), now) === 'free'
  }))
})

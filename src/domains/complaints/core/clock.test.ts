import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { deadline } from '../../../kernel/deadline.ts'
import { aCalendar, valueOf, wib } from '../../../kernel/testing.ts'
import { formatInstant, wibDate } from '../../../kernel/wib.ts'
import { KINDS } from './choices.ts'
import { type TicketClockInput, type TicketEvent, ticketClock } from './clock.ts'
import type { State } from './life.ts'
import { CLASSES, type Class, LIMITS, limitOn } from './limits.ts'

const calendar = aCalendar()
const RECEIVED = wib('2026-11-12 15:00')
const at = (moment: string, step: string, to: State): TicketEvent => ({ at: wib(moment), step, to })
const clockOf = (more: Partial<TicketClockInput>) => valueOf(ticketClock({
  calendar, kind: 'complaint', class: 'normative', extraDays: 0, receivedAt: RECEIVED, state: 'assigned', events: [], ...more,
}))
const text = (moment: Temporal.Instant | null) => moment && formatInstant(moment)
const verified = at('2026-11-12 15:00', 'verify', 'verified')

const ANSWERS: [Class, string][] = [
  ['light', '2026-11-16T16:00:00+07:00'], ['normative', '2026-11-19T16:00:00+07:00'], ['no-examination', '2026-12-02T16:00:00+07:00'],
  ['consultation', '2026-11-17T16:00:00+07:00'],
]
for (const [one, due] of ANSWERS) {
  test(`a report of class ${one} verified on a Thursday afternoon is owed its answer by ${due}`, () => {
    assert.equal(text(clockOf({ class: one, events: [verified] }).owedAt), due)
  })
}

test('before it is verified a report is owed a look within three working days', () => {
  const clock = clockOf({ state: 'received', class: null })
  assert.deepEqual([text(clock.owedAt), clock.dueAt, clock.replyBy], ['2026-11-17T16:00:00+07:00', null, null])
})

test('while the reporter was asked for more the clock stands still, and he is waited for ten working days', () => {
  const asked = at('2026-11-13 09:00', 'defer', 'deferred')
  const waiting = clockOf({ class: 'consultation', state: 'deferred', events: [verified, asked] })
  const resumed = clockOf({ class: 'consultation', events: [verified, asked, at('2026-11-16 10:00', 'reply', 'assigned')] })

  assert.deepEqual([waiting.owedAt, text(waiting.replyBy)], [null, '2026-11-27T14:30:00+07:00'])
  assert.equal(text(resumed.owedAt), '2026-11-18T15:30:00+07:00', 'the example of the published counting rule')
})

test('a reopened ticket is owed a new answer in the same time; an asker of information may object for thirty working days', () => {
  const answered = at('2026-11-16 09:00', 'answer', 'answered')
  const reopened = clockOf({ state: 'reopened', events: [verified, answered, at('2026-11-20 08:00', 'reopen', 'reopened')] })
  const judged = clockOf({ state: 'answered', events: [verified, answered] })
  const information = clockOf({ kind: 'information', class: 'information', state: 'answered', events: [verified, answered] })

  assert.equal(text(reopened.owedAt), '2026-11-27T14:30:00+07:00')
  assert.equal(text(judged.replyBy), '2026-11-30T16:00:00+07:00')
  assert.ok(information.replyBy && judged.replyBy && Temporal.Instant.compare(information.replyBy, judged.replyBy) > 0)
})

test('what lies beyond the known calendar is refused, not made up', () => {
  assert.equal(ticketClock({ calendar, kind: 'complaint', class: 'light', extraDays: 0, receivedAt: wib('2031-01-06 09:00'), state: 'received', events: [] }).ok, false)
})

const start = wib('2026-10-01 00:00')
const moment = fc.integer({ min: 0, max: 40 * 24 * 60 }).map((minutes) => start.add({ minutes }))

test('the answer is owed exactly when the office\'s counting rule says, whatever was asked meanwhile', () => {
  fc.assert(fc.property(moment, fc.array(moment, { maxLength: 6 }), fc.constantFrom(...CLASSES), fc.integer({ min: 0, max: 7 }), fc.constantFrom(...KINDS),
    (receivedAt, moments, one, extraDays, kind) => {
      const times = moments.map((after) => receivedAt.add({ milliseconds: Math.abs(after.epochMilliseconds - start.epochMilliseconds) })).toSorted(Temporal.Instant.compare)
      const events: TicketEvent[] = [{ at: receivedAt, step: 'verify', to: 'verified' }]
      const pauses: { start: Temporal.Instant; end: Temporal.Instant }[] = []
      for (let index = 0; index + 1 < times.length; index += 2) {
        const [from, until] = [times[index] ?? receivedAt, times[index + 1] ?? receivedAt]
        events.push({ at: from, step: 'defer', to: 'deferred' }, { at: until, step: 'reply', to: 'verified' })
        pauses.push({ start: from, end: until })
      }
      const expected = deadline({ from: receivedAt, days: limitOn(one, wibDate(receivedAt).toString()).workingDays + extraDays, pauses, calendar })
      const clock = ticketClock({ calendar, kind, class: one, extraDays, receivedAt, state: 'verified', events })

      assert.equal(clock.ok, expected.ok)
      if (clock.ok && expected.ok) assert.equal(text(clock.value.owedAt), text(expected.value.dueAt))
    }))
})

test('nothing but verification, questions and reopenings moves what is owed', () => {
  const before = clockOf({ events: [verified] })
  const after = clockOf({ state: 'handling', events: [verified, at('2026-11-13 08:00', 'assign', 'assigned'), at('2026-11-16 11:00', 'follow-up', 'handling')] })
  assert.equal(text(after.owedAt), text(before.owedAt))
})

test('every class has a limit on every day, and a later row takes the place of an earlier one', () => {
  for (const one of CLASSES) assert.ok(limitOn(one, '2026-11-12').workingDays > 0 && limitOn(one, '1990-01-01').workingDays > 0)
  assert.ok(LIMITS.every(({ source }) => source !== ''))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { officeSecondsBetween } from './office-time.ts'
import { aCalendar, valueOf, wib } from './testing.ts'
import { formatInstant } from './wib.ts'
import { serviceClock } from './service-clock.ts'
import type { ClockEvent } from './service-clock.ts'

const calendar = aCalendar()
const standard = { days: 3, intakeHours: 4 }

/** Reads `12 15:00 accept` as a step in November 2026. */
const log = (...lines: string[]): ClockEvent[] => lines.map((line) => {
  const [date = '', time = '', step = '', to] = line.split(' ')
  return { at: wib(`2026-11-${date} ${time}`), step, ...(to === undefined ? {} : { to }) }
})

/** What the clock shows, moments shortened to `17 16:00`. */
function show(events: ClockEvent[], now: string) {
  const clock = valueOf(serviceClock({ events, calendar, standard, now: wib(`2026-11-${now}`) }))
  const short = (moment: typeof clock.dueAt) => (moment ? formatInstant(moment).slice(8, 16).replace('T', ' ') : null)
  return { ...clock, intakeDueAt: short(clock.intakeDueAt), dueAt: short(clock.dueAt), startedAt: short(clock.startedAt) }
}

test('a draft owes nobody anything', () => {
  assert.deepEqual(show([], '12 10:00'), {
    intakeDueAt: null, dueAt: null, startedAt: null, officeMinutes: 0, applicantMinutes: 0, paused: false,
  })
})

test('a file sent on Thursday at three is looked at by Friday half past ten, and nothing else is owed yet', () => {
  assert.deepEqual(show(log('12 15:00 submit'), '16 10:00'), {
    intakeDueAt: '13 10:30', dueAt: null, startedAt: null, officeMinutes: 0, applicantMinutes: 0, paused: false,
  })
})

test('a file sent on Saturday is looked at by Monday half past eleven', () => {
  assert.equal(show(log('14 20:00 submit'), '14 20:00').intakeDueAt, '16 11:30')
})

test('a file found complete on Thursday at three is owed by Tuesday four', () => {
  const clock = show(log('12 13:00 submit', '12 15:00 accept'), '13 09:00')

  assert.deepEqual(clock, {
    intakeDueAt: '13 08:30', dueAt: '17 16:00', startedAt: '12 15:00', officeMinutes: 60 + 90, applicantMinutes: 0, paused: false,
  })
})

test('a file found complete in the evening starts its clock at the next opening', () => {
  const clock = show(log('12 13:00 submit', '12 18:00 accept'), '12 20:00')

  assert.equal(clock.startedAt, '13 07:30')
  assert.equal(clock.dueAt, '18 16:00')
  assert.equal(clock.officeMinutes, 0)
})

test('a file sent back before it was accepted has no clock yet, and its new sending starts a new look', () => {
  const returned = log('12 08:00 submit', '12 09:00 return')
  const again = [...returned, ...log('16 09:00 submit')]

  assert.deepEqual(show(returned, '13 09:00'), {
    intakeDueAt: '12 12:00', dueAt: null, startedAt: null, officeMinutes: 0, applicantMinutes: 0, paused: true,
  })
  assert.deepEqual(show(again, '16 10:00'), {
    intakeDueAt: '16 13:00', dueAt: null, startedAt: null, officeMinutes: 0, applicantMinutes: 0, paused: false,
  })
  assert.equal(show([...again, ...log('16 10:00 accept')], '16 11:00').dueAt, '19 16:00')
})

const returned = log('12 13:00 submit', '12 15:00 accept', '13 09:00 return')
const resubmitted = [...returned, ...log('16 10:00 submit')]

test('while the applicant mends the file the minutes are his and the due moment waits for him', () => {
  assert.deepEqual(show(returned, '16 09:00'), {
    intakeDueAt: '13 08:30', dueAt: '17 16:00', startedAt: '12 15:00', officeMinutes: 150, applicantMinutes: 330 + 90, paused: true,
  })
})

test('when the mended file comes back the due moment has moved by 330 + 150 minutes, and no new look is owed', () => {
  assert.deepEqual(show(resubmitted, '16 11:00'), {
    intakeDueAt: '13 08:30', dueAt: '18 15:30', startedAt: '12 15:00', officeMinutes: 150 + 60, applicantMinutes: 480, paused: false,
  })
})

test('a file returned twice waits twice', () => {
  const twice = [...resubmitted, ...log('17 08:00 verify', '18 09:00 return', '18 15:30 submit')]

  const clock = show(twice, '18 16:00')

  assert.equal(clock.dueAt, '19 13:30')
  assert.equal(clock.applicantMinutes, 480 + 390)
})

for (const end of ['sign', 'sign issued', 'issue', 'reject', 'withdraw', 'expire']) {
  test(`the clock stops for good at "${end}"`, () => {
    const ended = [...resubmitted, ...log(`16 15:00 ${end}`, '17 09:00 revoke', '17 10:00 return')]

    const clock = show(ended, '30 10:00')

    assert.equal(clock.officeMinutes, 150 + 300)
    assert.equal(clock.dueAt, '18 15:30')
    assert.equal(clock.paused, false)
  })
}

test('a signature that waits for a slow signer does not stop the clock before the letter is there', () => {
  const signing = [...resubmitted, ...log('16 15:00 sign signing')]

  assert.equal(show(signing, '16 15:30').officeMinutes, 150 + 330)
  assert.equal(show([...signing, ...log('16 15:10 issue issued')], '16 15:30').officeMinutes, 150 + 310)
})

test('a case withdrawn while it lay with the applicant is no longer paused, and the wait stays his', () => {
  const clock = show([...returned, ...log('13 10:00 withdraw')], '20 10:00')

  assert.equal(clock.paused, false)
  assert.equal(clock.officeMinutes, 150)
  assert.equal(clock.applicantMinutes, 60)
})

test('a return written twice is one return, from the first on', () => {
  assert.deepEqual(show([...returned, ...log('13 10:00 return', '16 10:00 submit')], '16 11:00'), show(resubmitted, '16 11:00'))
})

test('minutes are whole and have passed: 59 seconds are none', () => {
  assert.equal(show(log('12 13:00 submit', '12 15:00 accept'), '12 15:00:59').officeMinutes, 0)
  assert.equal(show(log('12 13:00 submit', '12 15:00 accept'), '12 15:01').officeMinutes, 1)
})

test('no clock is shown where the days off are not known', () => {
  const ask = (sent: string, now: string, end: ClockEvent[] = []) => serviceClock({
    events: [{ at: wib(sent), step: 'submit' }, { at: wib(sent), step: 'accept' }, ...end], calendar, standard, now: wib(now),
  })

  assert.deepEqual(ask('2028-12-28 08:00', '2028-12-28 09:00'), { ok: false, error: { code: 'calendar-unknown', date: '2029-01-01' } })
  assert.deepEqual(ask('2028-12-18 08:00', '2029-02-01 09:00'), { ok: false, error: { code: 'calendar-unknown', date: '2029-02-01' } })
  assert.ok(ask('2028-12-18 08:00', '2029-02-01 09:00', [{ at: wib('2028-12-19 09:00'), step: 'issue' }]).ok)
})

const LIFE = ['submit', 'return', 'accept', 'verify', 'initial']
const NOISE = ['edit', 'assign', 'read', 'message', 'submitted', 'constructor']
const someSteps = (steps: string[], length: number) => fc.array(
  fc.record({ at: fc.nat(40 * 24 * 60), step: fc.constantFrom(...steps) }), { maxLength: length },
)
const inOrder = (steps: { at: number; step: string }[]): ClockEvent[] =>
  [...steps].sort((a, b) => a.at - b.at).map(({ at, step }) => ({ at: wib('2026-11-01 00:00').add({ minutes: at }), step }))
const now = wib('2026-12-14 10:17')

test('edits, reassignment and reads never move the clock', () => {
  fc.assert(fc.property(someSteps(LIFE, 12), someSteps(NOISE, 6), (steps, noise) => {
    const plain = valueOf(serviceClock({ events: inOrder(steps), calendar, standard, now }))
    const noisy = valueOf(serviceClock({ events: inOrder([...steps, ...noise]), calendar, standard, now }))
    assert.deepEqual(JSON.stringify(noisy), JSON.stringify(plain))
  }))
})

test('every minute since the start belongs to the office or to the applicant, and to one of them only', () => {
  fc.assert(fc.property(someSteps(LIFE, 12), (steps) => {
    const clock = valueOf(serviceClock({ events: inOrder(steps), calendar, standard, now }))
    const total = clock.startedAt ? valueOf(officeSecondsBetween(calendar, clock.startedAt, now)) / 60 : 0
    assert.equal(clock.officeMinutes + clock.applicantMinutes, total)
    assert.ok(clock.officeMinutes >= 0 && clock.applicantMinutes >= 0)
  }))
})

test('a case is late by its due moment exactly when the office has used more than its time', () => {
  fc.assert(fc.property(someSteps(LIFE, 12), fc.nat(50 * 24 * 60), (steps, minutes) => {
    const events = inOrder(steps).filter(({ at }) => at.epochMilliseconds <= now.epochMilliseconds)
    const at = now.add({ minutes })
    const clock = valueOf(serviceClock({ events, calendar, standard, now: at }))
    if (!clock.startedAt || !clock.dueAt || clock.paused) return
    const accepted = events.filter(({ step }) => step === 'accept').slice(0, 1)
    const unpaused = valueOf(serviceClock({ events: accepted, calendar, standard, now: at })).dueAt
    assert.ok(unpaused)
    const owed = valueOf(officeSecondsBetween(calendar, clock.startedAt, unpaused)) / 60
    assert.equal(clock.dueAt.epochMilliseconds <= at.epochMilliseconds, clock.officeMinutes >= owed)
  }))
})

test("another machine's clock running ahead makes no negative minutes", () => {
  const clock = show(log('12 13:00 submit', '12 15:00 accept', '12 15:10 return', '12 15:30 submit'), '12 15:15')

  assert.equal(clock.officeMinutes, 10)
  assert.equal(clock.applicantMinutes, 5)
})

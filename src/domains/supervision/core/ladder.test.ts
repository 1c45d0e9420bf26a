import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { aCalendar, valueOf, wib } from '../../../kernel/testing.ts'
import { formatInstant } from '../../../kernel/wib.ts'
import { KINDS, LADDERS, type Line, type Notice, POSTS, type Told, filledFrom, momentOf, noticesDue } from './ladder.ts'

const calendar = aCalendar()
const LINE: Line = { 'division-head': 'kabid', secretary: 'sekretaris', 'office-head': 'kadis' }
/** Due on a Tuesday at closing. */
const DUE = wib('2026-11-17 16:00')

const at = (now: string, told: readonly Told[] = [], line: Line = LINE): Notice[] =>
  valueOf(noticesDue({ ladder: LADDERS.service, dueAt: DUE, line, told, now: wib(now), calendar }))
const toldOf = (notices: readonly Notice[], toldAt: Temporal.Instant, acknowledged = false): Told[] => notices.map(({ at: _moment, ...one }) => ({ ...one, toldAt, acknowledged }))
const short = (notices: readonly Notice[]) => notices.map(({ rung, climb, accountId }) => `${rung}${climb === 0 ? '' : `+${climb}`} ${accountId}`)

const MOMENTS: [number, string][] = [
  [-1, '2026-11-16T07:30:00+07:00'], [-2, '2026-11-13T07:30:00+07:00'], [0, '2026-11-17T16:00:00+07:00'], [1, '2026-11-18T16:00:00+07:00'],
  [2, '2026-11-19T16:00:00+07:00'], [3, '2026-11-20T14:30:00+07:00'], [4, '2026-11-23T16:00:00+07:00'],
]
for (const [workingDays, expected] of MOMENTS) {
  test(`${workingDays} working days from a Tuesday's closing is ${expected}`, () => {
    const moment = valueOf(momentOf(calendar, { key: 'x', workingDays, post: 'secretary' }, DUE))

    assert.equal(formatInstant(moment), expected)
  })
}

test('the division head hears the day before, the secretary at the due moment, the head two days after', () => {
  const [none, first] = [at('2026-11-16 07:29'), at('2026-11-16 07:30')]
  const told = toldOf(first, wib('2026-11-16 07:30'), true)
  const second = at('2026-11-17 16:00', told)
  const third = at('2026-11-19 16:00', [...told, ...toldOf(second, wib('2026-11-17 16:00'), true)])

  assert.deepEqual([none, first, second, third].map(short), [[], ['before kabid'], ['at sekretaris'], ['after kadis']])
})

test('a worker that slept over several rungs tells them all once, in the order in which they were reached', () => {
  const late = at('2026-11-23 08:00')

  assert.deepEqual(short(late), ['before kabid', 'at sekretaris', 'after kadis'])
  assert.deepEqual(at('2026-11-23 08:00', toldOf(late, wib('2026-11-23 08:00'))), [])
})

test('what nobody acknowledges climbs after four office hours, past an empty post', () => {
  const told = toldOf(at('2026-11-16 07:30'), wib('2026-11-16 07:30'))

  const [before, after, empty] = [at('2026-11-16 11:29', told), at('2026-11-16 11:30', told), at('2026-11-16 11:30', told, { 'division-head': 'kabid', 'office-head': 'kadis' })]

  assert.deepEqual([before, after, empty].map(short), [[], ['before+1 sekretaris'], ['before+1 kadis']])
})

test('what was acknowledged does not climb, nor what somebody higher was told meanwhile', () => {
  const acknowledged = toldOf(at('2026-11-16 07:30'), wib('2026-11-16 07:30'), true)
  const overtaken = [...toldOf(at('2026-11-16 07:30'), wib('2026-11-16 07:30')), ...toldOf([{ rung: 'at', climb: 0, post: 'secretary', accountId: 'sekretaris', at: DUE }], DUE, true)]

  assert.deepEqual(at('2026-11-17 15:00', acknowledged), [])
  assert.deepEqual(at('2026-11-18 15:00', overtaken), [])
})

test('one person in two posts is not warned against himself', () => {
  const line: Line = { 'division-head': 'kabid', secretary: 'kabid', 'office-head': 'kadis' }
  const told = toldOf(at('2026-11-16 07:30', [], line), wib('2026-11-16 07:30'))

  assert.deepEqual(short(at('2026-11-16 12:00', told, line)), ['before+1 kadis'])
})

test('an empty post is passed upward; when all above are empty the highest below is told; with nobody, nobody', () => {
  const answers = [
    filledFrom({ 'office-head': 'a' }, 'division-head'), filledFrom({ 'division-head': 'b', secretary: 'c' }, 'office-head'),
    filledFrom({ 'division-head': 'b' }, 'office-head'), filledFrom({}, 'secretary'),
  ]

  assert.deepEqual(answers.map((one) => one?.accountId), ['a', 'c', 'b', undefined])
})

test('a due moment beyond the calendar warns nobody of anything', () => {
  const refused = noticesDue({ ladder: LADDERS.service, dueAt: wib('2031-01-06 16:00'), line: LINE, told: [], now: wib('2026-11-16 08:00'), calendar })

  assert.equal(refused.ok, false)
})

const start = wib('2026-11-09 00:00')
const minutes = (most: number) => fc.integer({ min: 0, max: most })
const instant = minutes(30 * 24 * 60).map((count) => start.add({ minutes: count }))
const anyLine = fc.record({
  'division-head': fc.constantFrom('a', 'b'), secretary: fc.constantFrom('a', 'b', 'c'), 'office-head': fc.constantFrom('c', 'd'),
}, { requiredKeys: [] })
const looks = fc.array(fc.record({ at: instant, acknowledge: fc.boolean() }), { minLength: 1, maxLength: 12 })
  .map((list) => list.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at)))
const kind = fc.constantFrom(...KINDS)

test('however often and whenever it is looked, nothing is told twice, too early, to an empty post or in the wrong order', () => {
  fc.assert(fc.property(kind, instant, anyLine, looks, (one, dueAt, line: Line, times) => {
    const ladder = LADDERS[one]
    let told: Told[] = []
    for (const look of times) {
      const notices = valueOf(noticesDue({ ladder, dueAt, line, told, now: look.at, calendar }))
      assert.ok(notices.every((notice) => Temporal.Instant.compare(notice.at, look.at) <= 0))
      assert.ok(notices.every((notice) => line[notice.post] === notice.accountId))
      assert.deepEqual(notices, notices.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at)))
      told = [...told, ...toldOf(notices, look.at)]
      assert.deepEqual(valueOf(noticesDue({ ladder, dueAt, line, told, now: look.at, calendar })), [])
      if (look.acknowledge) told = told.map((each) => ({ ...each, acknowledged: true }))
    }
    const keys = told.map(({ rung, climb }) => `${rung} ${climb}`)
    assert.equal(new Set(keys).size, keys.length)
  }))
})

test('a worker that looked all the time and one that looked once in the end have told the same rungs, if anybody is there', () => {
  fc.assert(fc.property(kind, instant, anyLine.filter((line) => POSTS.some((post) => line[post] !== undefined)), looks, (one, dueAt, line: Line, times) => {
    const ladder = LADDERS[one]
    const end = times.at(-1)?.at ?? start
    let told: Told[] = []
    for (const look of times) told = [...told, ...toldOf(valueOf(noticesDue({ ladder, dueAt, line, told, now: look.at, calendar })), look.at)]
    const once = valueOf(noticesDue({ ladder, dueAt, line, told: [], now: end, calendar }))

    const rungsOf = (list: readonly { rung: string; climb: number }[]) => list.filter((each) => each.climb === 0).map((each) => each.rung).toSorted()
    assert.deepEqual(rungsOf(told), rungsOf(once))
    assert.deepEqual(rungsOf(once), ladder.rungs.filter((rung) => Temporal.Instant.compare(valueOf(momentOf(calendar, rung, dueAt)), end) <= 0).map((rung) => rung.key).toSorted())
  }))
})

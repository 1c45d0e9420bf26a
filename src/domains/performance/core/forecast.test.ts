import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { aCalendar } from '../../../kernel/testing.ts'
import type { Stage } from './case-facts.ts'
import type { Entry } from './entry.ts'
import { type OpenCase, type Paces, type Picture, axisOf, expectedEnds, lateOnes, momentOf, pacesOf, pictureAt, remedies } from './forecast.ts'
import { bestFactor, fitFactor, morningsOf, scoreBaseline, scoreForecast } from './forecast-error.ts'

const calendar = aCalendar()
const at = (text: string) => Date.parse(`2026-11-${text.replace(' ', 'T')}:00+07:00`)
const paces = (...all: [Stage, number, number][]): Paces => new Map(all.map(([stage, minutes, officers]) => [stage, { minutes, officers }]))
const open = (id: string, stage: Stage, due: number, since = 0): OpenCase => ({ id, service: 's', stage, since, due })
/** All stages were passed before, so that the way of a file is known. */
const past = (['intake', 'verify', 'initial-1', 'sign'] as const).map((stage) => ({ stage, service: 's', since: 0, until: 1 }))
const picture = (...cases: OpenCase[]): Picture => ({ now: 1000, past, open: cases })

test('files wait for each other at each stage, and those ahead come first', () => {
  const ends = expectedEnds(picture(open('a', 'sign', 9e9, 10), open('b', 'sign', 9e9, 20), open('c', 'verify', 9e9)), paces(['verify', 100, 1], ['sign', 60, 1]), { factor: 1 })

  // The file at hand counts as half done.
  assert.deepEqual([...ends], [['a', 1030], ['b', 1090], ['c', 1150]])
})

test('a second officer halves the wait, and what would help most is named first', () => {
  const cases = picture(...['a', 'b', 'c', 'd'].map((id, index) => open(id, 'sign', 1000 + 130, index)))
  const known = paces(['verify', 10, 1], ['sign', 60, 1])

  assert.deepEqual(lateOnes(cases, known, { factor: 1 }).map(({ id }) => id), ['c', 'd'])
  assert.deepEqual(remedies(cases, known, 1), [{ remedy: { kind: 'officer', stage: 'sign' }, late: 0 }])
})

test('where an old file keeps an urgent one waiting, the order by due moment helps', () => {
  const cases = picture(open('old', 'sign', 2000, 1), open('urgent', 'sign', 1040, 2))

  assert.deepEqual(remedies(cases, paces(['sign', 60, 1]), 1)[0], { remedy: { kind: 'order' }, late: 0 })
})

test('what is late already is not forecast, and neither is a file without a due moment', () => {
  const cases = picture(open('late', 'sign', 900), open('incomplete', 'intake', Infinity), open('soon', 'sign', 1001, 5))

  assert.deepEqual(lateOnes(cases, paces(['intake', 10, 1], ['sign', 60, 1]), { factor: 1 }).map(({ id }) => id), ['soon'])
})

test('nothing late, nothing to mend', () => {
  assert.deepEqual(remedies(picture(open('a', 'sign', 9e9)), paces(['sign', 60, 1]), 1), [])
})

test('the pace of a stage is its busy time by the files done, for each officer who was there', () => {
  const done = [0, 1, 2, 3, 4, 5].map((n) => ({ stage: 'verify' as const, service: 's', since: 100 * n, until: 100 * n + 60, by: n % 2 === 0 ? 'a' : 'b' }))

  assert.deepEqual(pacesOf({ now: 1000, open: [], past: done }).get('verify'), { minutes: 120, officers: 2 })
})

test('the axis counts office minutes alone, and leads back to the same moment', () => {
  const axis = axisOf(calendar)
  const [close, next] = [axis(at('11 15:30')) ?? 0, axis(at('12 08:00')) ?? 0]

  assert.equal(next - close, 60)
  assert.equal(momentOf(calendar, next), at('12 08:00'))
})

/** A case of November 2026 in steps like `11 08:10 submit submitted`. */
function story(id: string, ...lines: string[]): Entry[] {
  return lines.map((line, index) => {
    const [day = '', time = '', step = '', to = ''] = line.split(' ')
    return {
      seq: index + 1, at: at(`${day} ${time}`), what: `application.${step}`, kind: 'application', subject: id, actor: `by-${step}`, to,
      data: step === 'submit' ? { days: 1, intakeHours: 4, service: 's' } : {},
    }
  })
}

test('a picture knows nothing of what came after its moment', () => {
  const whole = [story('a', '11 08:00 submit submitted', '11 09:00 accept accepted', '12 10:00 verify verified', '13 10:00 reject rejected')]

  const { open: then } = pictureAt(whole, calendar, at('11 12:00'))

  assert.deepEqual(then.map(({ id, stage }) => [id, stage]), [['a', 'verify']])
  assert.equal(momentOf(calendar, then[0]?.due ?? 0), at('12 16:00'))
})

test('calls are held against what came: of one late and one timely case the late one was called', () => {
  const late = story('late', '11 08:00 submit submitted', '11 09:00 accept accepted', '16 10:00 verify verified', '16 11:00 reject rejected')
  const timely = story('timely', '11 08:00 submit submitted', '11 09:30 accept accepted', '11 10:00 verify verified', '12 11:00 reject rejected')
  const stories = new Map([['late', late], ['timely', timely]])

  const mornings = morningsOf(stories, calendar, [at('12 08:30')])
  const { asked, late: wereLate } = scoreForecast(mornings, 1)
  const plain = scoreBaseline(stories, calendar, mornings, at('17 08:00'))

  assert.deepEqual([asked, wereLate], [2, 1])
  assert.ok(plain.called >= plain.right)
  assert.equal(fitFactor([]), bestFactor([]))
})

test('the factor with the best balance of right calls and late cases called is taken', () => {
  const score = (called: number, right: number) => ({ asked: 100, late: 10, called, right })

  assert.equal(bestFactor([{ factor: 1, score: score(2, 2) }, { factor: 1.2, score: score(10, 9) }, { factor: 2, score: score(90, 10) }]), 1.2)
})

test('the same picture gives the same forecast in whatever order the cases come', () => {
  const cases = fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1, maxLength: 4 }), stage: fc.constantFrom<Stage>('verify', 'initial-1', 'sign'), due: fc.integer({ min: 900, max: 2000 }), since: fc.nat(999) }),
    { selector: ({ id }) => id, maxLength: 12 })
  fc.assert(fc.property(cases, (drawn) => {
    const all = drawn.map((one): OpenCase => ({ ...one, service: 's' }))
    const known = paces(['verify', 50, 1], ['initial-1', 20, 1], ['sign', 10, 1])
    const ends = expectedEnds(picture(...all), known, { factor: 1 })
    const shuffled = expectedEnds(picture(...all.toReversed()), known, { factor: 1 })

    for (const [id, end] of ends) assert.equal(shuffled.get(id), end)
    assert.equal(ends.size, all.length)
    for (const end of ends.values()) assert.ok(end >= 1000)
  }))
})

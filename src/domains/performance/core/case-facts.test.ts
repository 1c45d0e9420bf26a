import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { aCalendar } from '../../../kernel/testing.ts'
import { factsOfCase } from './case-facts.ts'
import type { Entry } from './entry.ts'
import { figuresOf } from './figures.ts'

const calendar = aCalendar()
const promised = { days: 3, intakeHours: 4, service: 'UM-02', channel: 'self', district: '35.15.05' }
const at = (text: string) => Date.parse(`2026-11-${text.replace(' ', 'T')}:00+07:00`)

/** Reads `12 15:00 accept accepted` as a step in November 2026 and the state it led to. */
function story(...lines: string[]): Entry[] {
  let from: string | undefined
  return lines.map((line, index) => {
    const [day = '', time = '', step = '', to = from ?? ''] = line.split(' ')
    const entry: Entry = {
      seq: index + 1, at: at(`${day} ${time}`), what: `application.${step}`, kind: 'application', subject: 'case-1', actor: `officer-${step}`, from, to,
      data: step === 'submit' ? promised : step === 'return' ? { items: ['idCard'] } : {},
    }
    from = to
    return entry
  })
}
const factsOf = (entries: Entry[], now = at('30 16:00')) => factsOfCase(entries, () => calendar, { through: 99, now })

// Wednesday 11 November 2026 is a working day, 07:30 to 16:00.
const smooth = ['11 08:00 create draft', '11 08:10 submit submitted', '11 09:10 accept accepted', '11 10:10 verify verified', '12 08:30 initial verified', '12 09:30 initial initialed',
  '12 10:00 sign signing', '12 10:01 issue issued']

test('a case that went through at once tells its stays at every stage, in office time', () => {
  const facts = factsOf(story(...smooth))

  assert.deepEqual(facts?.stays.map(({ stage, minutes }) => [stage, minutes]), [['intake', 60], ['verify', 60], ['initial-1', 5 * 60 + 50 + 60], ['initial-2', 60], ['sign', 31]])
  assert.deepEqual([facts?.inTime, facts?.firstLook?.inTime, facts?.ended?.outcome], [true, true, 'issued'])
  assert.equal(facts?.officeMinutes, 6 * 60 + 50 + 2 * 60 + 31)
})

test('a case decided after the moment promised is late, one found complete too late was looked at late', () => {
  const late = factsOf(story('11 08:10 submit submitted', '11 14:00 accept accepted', '18 09:00 reject rejected'))

  assert.deepEqual([late?.inTime, late?.firstLook?.inTime], [false, false])
})

test('an open case is late only after its moment, and never because it was not complete', () => {
  const entries = story('11 08:10 submit submitted', '11 09:00 accept accepted')

  assert.equal(factsOf(entries, at('16 15:59'))?.inTime, true)
  assert.equal(factsOf(entries, at('16 16:01'))?.inTime, false)
  assert.equal(factsOf(entries.slice(0, 1))?.inTime, null)
})

test('the time in which the applicant mends is his, and each thing to mend is counted once', () => {
  const facts = factsOf(story('11 08:10 submit submitted', '11 09:00 accept accepted', '11 10:00 return returned', '13 10:00 submit accepted', '13 11:00 verify verified'), at('13 11:00'))

  assert.equal(facts?.officeMinutes, 120)
  assert.deepEqual(facts?.returns, [{ seq: 3, items: ['idCard'] }])
})

const idle = fc.constantFrom('assign', 'edit', 'remind', 'comment')

test('hand-overs, edits and reminders anywhere in a case change no figure', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(7), idle), { maxLength: 6 }), (inserted) => {
    const plain = story(...smooth)
    const mixed = plain.flatMap((entry, index) => [entry, ...inserted.filter(([place]) => place === index)
      .map(([, step]): Entry => ({ ...entry, at: entry.at + 1000, what: `application.${step}`, from: entry.to, data: {} }))])
    const figures = (entries: Entry[]) => figuresOf([factsOf(entries)].flatMap((one) => one ?? []), { after: 0, through: 99 })

    assert.deepEqual(figures(mixed), figures(plain))
  }))
})

test('a figure is of its stretch: what ended before it, or after, is not in it', () => {
  const cases = [factsOf(story(...smooth))].flatMap((one) => one ?? [])
  const value = (after: number, through: number, code: string) => figuresOf(cases, { after, through }).find((one) => one.code === code)?.rows[0]

  assert.deepEqual([value(0, 8, 'selesai')?.value, value(8, 9, 'selesai')?.value, value(0, 7, 'selesai')?.value], [1, 0, 0])
  assert.deepEqual(value(0, 8, 'tepat-waktu'), { by: {}, value: null, part: 1, whole: 1 })
  assert.deepEqual([value(2, 8, 'masuk')?.value, value(0, 2, 'masuk')?.value], [0, 1])
})

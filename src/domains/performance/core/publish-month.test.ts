import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { CaseFacts } from './case-facts.ts'
import { CATALOGUE, figuresOf } from './figures.ts'
import { HISTORY } from './history.ts'
import { type PublishedMonth, publishMonth } from './publish-month.ts'
import { groupsOf } from './sections.ts'

const stretch = { after: 0, through: 1_000_000 }

/** A case that was decided in time after 100 office minutes, unless said otherwise. */
const aCase = (over: Partial<CaseFacts> = {}): CaseFacts => ({
  id: 'case', service: 'UM-02', channel: 'self', district: '35.15.05', submittedSeq: 1, accepted: true, firstLook: { seq: 2, inTime: true }, ended: { seq: 9, outcome: 'issued' },
  inTime: true, officeMinutes: 100, applicantMinutes: 0, returns: [], stays: [{ stage: 'intake', seq: 2, minutes: 10 }], work: [{ seq: 2, actor: 'a' }], ...over,
})
const cases = (count: number, over: Partial<CaseFacts> = {}) => Array.from({ length: count }, () => aCase(over))
const publish = (...all: CaseFacts[][]): PublishedMonth => publishMonth(figuresOf(all.flat(), stretch))
const districtsOf = (month: PublishedMonth, code: keyof PublishedMonth) => month[code]?.by.district

test('a kecamatan with four cases is not shown, and neither is the one from which it could be computed', () => {
  const month = publish(cases(4, { district: 'a' }), cases(9, { district: 'b' }), cases(30, { district: 'c' }))

  assert.deepEqual(districtsOf(month, 'selesai'), { a: 'hidden', b: 'hidden', c: 30 })
  assert.deepEqual(districtsOf(month, 'waktu-median'), { a: 'hidden', b: 'hidden', c: 100 })
  assert.equal(month.selesai?.all, 43)
})

test('cases without a kecamatan count as one: what is left of the whole must not tell of few either', () => {
  const month = publish(cases(3, { district: null }), cases(9, { district: 'b' }), cases(30, { district: 'c' }))

  assert.deepEqual(districtsOf(month, 'masuk'), { b: 'hidden', c: 30 })
})

test('a group is shown with its late ones, also when they are few: that is said of the office', () => {
  const month = publish(cases(19, { district: 'a' }), cases(1, { district: 'a', inTime: false }), cases(30, { district: 'b' }))

  assert.deepEqual(districtsOf(month, 'tepat-waktu'), { a: 950, b: 1000 })
})

test('a month of four cases tells nothing but that they were few', () => {
  const month = publish(cases(4))

  assert.deepEqual([month.masuk?.all, month['tepat-waktu']?.all, month['tahap-median']?.all, month['petugas-aktif']?.all], ['hidden', 'hidden', 'hidden', 'hidden'])
})

test('a month without cases has zeros and no shares', () => {
  const month = publish()

  assert.deepEqual([month.masuk?.all, month['tepat-waktu']?.all, month['waktu-median']?.all], [0, null, null])
})

test('a reason named by few is not shown; the most frequent ones come first, stages as a file meets them', () => {
  const returned = (count: number, item: string) => cases(count, { returns: [{ seq: 3, items: [item] }], stays: [{ stage: 'verify', seq: 4, minutes: 5 }] })
  const month = publish(returned(2, 'taxCard'), returned(8, 'idCard'), returned(20, 'photo'), cases(9))

  assert.deepEqual(month['sebab-dikembalikan']?.by.reason, { photo: 20, idCard: 'hidden', taxCard: 'hidden' })
  assert.deepEqual(groupsOf(month, 'sebab', (key) => key).slice(0, 1), ['photo'])
  assert.deepEqual(groupsOf(month, 'tahap', (key) => key), ['intake', 'verify'])
})

test('whatever the cases, no shown number is of one to four, nor is what the shown ones leave of the whole', () => {
  const group = fc.record({ district: fc.constantFrom('a', 'b', 'c', 'd', 'e', null), count: fc.oneof(fc.nat(6), fc.nat(40)), inTime: fc.constantFrom(true, false, null) })
  fc.assert(fc.property(fc.array(group, { maxLength: 12 }), (groups) => {
    const month = publish(...groups.map(({ count, ...over }) => cases(count, { ...over, officeMinutes: over.inTime === null ? null : 100 })))
    for (const code of ['masuk', 'selesai'] as const) {
      const told = Object.values(districtsOf(month, code) ?? {})
      const shown = told.filter((one) => typeof one === 'number')
      for (const one of shown) assert.ok(one === 0 || one >= 5)
      const all = month[code]?.all
      if (typeof all !== 'number' || !told.includes('hidden')) continue
      const rest = all - shown.reduce((sum, one) => sum + one, 0)
      assert.ok(rest === 0 || rest >= 5, `${code} ${rest}`)
    }
    // Where it is not told how many there are, nothing is told of how quick they were.
    for (const [key, told] of Object.entries(districtsOf(month, 'selesai') ?? {})) {
      if (told === 'hidden') for (const code of ['tepat-waktu', 'waktu-p90', 'sekali-jalan'] as const) assert.notEqual(typeof districtsOf(month, code)?.[key], 'number')
    }
  }))
})

test('the history of every definition ends with the version of the catalogue', () => {
  for (const { code, version } of CATALOGUE) {
    assert.deepEqual(HISTORY[code].map((one) => one.version), Array.from({ length: version }, (_, at) => at + 1), code)
  }
})

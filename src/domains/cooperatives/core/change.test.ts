import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { difference } from '../../../kernel/ledger.ts'
import { changedWhole } from './change.ts'
import { YEAR_SUMS } from './choices.ts'
import type { BookYear, Position, Whole } from './record.ts'
import { fromFields, isWhole, toFields } from './told.ts'

const BODY = {
  name: 'Koperasi Mitra', kind: 'consumer', legalEntityNumber: '1/BH', legalEntityDate: '2017-05-08', address: 'Jalan 1',
  villageCode: '35.15.05.2006',
} as const
const before: Whole = {
  record: { ...BODY, phone: '+62318912345', membersMale: 5, unknown: { nib: 'refused' } },
  positions: [{ id: 'a', organ: 'board', role: 'chair', name: 'Ani', to: '2027-01-01' }],
  bookYears: [{ year: 2024, assets: 0, unknown: { netSurplus: 'unknown' } }],
}

test('an answer takes the place of silence, silence the place of an answer, null leaves neither', () => {
  const { record } = changedWhole(before, { nib: '1234567890123', phone: null, unknown: { membersMale: 'unknown' } })

  assert.deepEqual(record, { ...BODY, nib: '1234567890123', unknown: { membersMale: 'unknown' } })
  assert.deepEqual(changedWhole(before, { nib: null }).record.unknown, undefined)
})

test('a book year changes what it names; zero is an answer', () => {
  const { bookYears } = changedWhole(before, { bookYears: [{ year: 2023, assets: 7 }, { year: 2024, netSurplus: -3, turnover: null }] })

  assert.deepEqual(bookYears, [{ year: 2023, assets: 7 }, { year: 2024, assets: 0, netSurplus: -3 }])
})

test('a position is changed by its id, added without one, taken out when it was a mistake', () => {
  const changed = changedWhole(before, { positions: [{ id: 'a', to: null }, { id: 'b', organ: 'board', role: 'secretary', name: 'Budi' }] })
  const removed = changedWhole(before, { positions: [{ id: 'a', removed: true }] })

  assert.deepEqual(
    changed.positions,
    [{ id: 'a', organ: 'board', role: 'chair', name: 'Ani' }, { id: 'b', organ: 'board', role: 'secretary', name: 'Budi' }],
  )
  assert.deepEqual(removed.positions, [])
})

test('a record becomes fields of the ledger and comes back as it was', () => {
  const sum = fc.record(
    { year: fc.integer({ min: 1950, max: 2100 }), assets: fc.nat(), netSurplus: fc.integer() }, { requiredKeys: ['year'] },
  )
  const year = fc.tuple(
    sum, fc.constantFrom(...YEAR_SUMS),
  ).map(([one, silent]): BookYear => ({ ...one, ...(silent in one ? {} : { unknown: { [silent]: 'refused' } }) }))
  const years = fc.uniqueArray(year, { selector: (one) => one.year, maxLength: 4 }).map((all) => all.sort((a, b) => a.year - b.year))
  const position = fc.record({
    id: fc.uuid(), organ: fc.constant('board' as const), role: fc.constant('chair' as const), name: fc.string({ minLength: 1 }),
    to: fc.constant('2027-01-01'),
  },
    { requiredKeys: ['id', 'organ', 'role', 'name'] })
  const positions = fc.uniqueArray(position, { selector: (one) => one.id, maxLength: 3 }).map((all): Position[] => all)
  const record = fc.record(
    { membersMale: fc.nat(), hasSavingsUnit: fc.boolean() }, { requiredKeys: [] },
  ).map((more) => ({ ...BODY, ...more }))

  fc.assert(fc.property(record, positions, years, (body, people, books) => {
    const one: Whole = { record: body, positions: people, bookYears: books }
    const back = fromFields(toFields(one))
    assert.deepEqual(difference(toFields(one), toFields(back)), {})
    assert.deepEqual(back.bookYears, one.bookYears)
    assert.deepEqual(back.record, one.record)
  }))
})

test('fields without what a cooperative must have are none', () => {
  const { name: _name, ...rest } = toFields(before)

  assert.deepEqual([isWhole(toFields(before)), isWhole(rest), isWhole({})], [true, false, false])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { completenessOf } from './completeness.ts'
import type { Whole } from './record.ts'

const asOf = Temporal.PlainDate.from('2026-11-11')
const full: Whole = {
  record: {
    name: 'Koperasi Mitra', kind: 'consumer', legalEntityNumber: '1/BH', legalEntityDate: '2017-05-08', address: 'Jalan 1',
    villageCode: '35.15.05.2006', level: 'primary',
    pattern: 'conventional', group: 'other', membershipArea: 'regency', phone: '+62318912345', membersFemale: 0, membersMale: 20,
    cooperativeNumber: '1', nib: '1', npwp: '0', certificateNumber: '1',
  },
  positions: (['chair', 'secretary', 'treasurer'] as const).map((role) => ({ id: role, organ: 'board', role, name: role })),
  bookYears: [{ year: 2025, meetingOn: '2026-03-01', assets: 0, ownCapital: 0, outsideCapital: 0, turnover: 0, netSurplus: 0 }],
}

test('a record with everything that matters has all points, zero being an answer', () => {
  assert.deepEqual(completenessOf(full, { asOf, confirmedOn: asOf }), { score: 100, needsUpdate: false, missing: [] })
})

test('a confirmation is worth its points for twelve months and nothing after twenty-four', () => {
  const scoreAfter = (months: number) => completenessOf(full, { asOf, confirmedOn: asOf.subtract({ months }) }).score

  assert.deepEqual([scoreAfter(12), scoreAfter(18), scoreAfter(24), scoreAfter(60)], [100, 90, 80, 80])
  assert.equal(completenessOf(full, { asOf, confirmedOn: asOf.subtract({ months: 12, days: 1 }) }).needsUpdate, true)
})

test('what was asked in vain is a gap of its own kind; an office that has ended is a gap', () => {
  const { nib: _nib, ...record } = full.record
  const ended = full.positions.map((one) => (one.role === 'chair' ? { ...one, to: '2026-11-10' } : one))
  const { missing } = completenessOf(
    { ...full, record: { ...record, unknown: { nib: 'refused' } }, positions: ended, bookYears: [] }, { asOf, confirmedOn: asOf },
  )

  assert.deepEqual(missing.filter(({ part }) => part !== 'book-year'), [
    { part: 'mandatory', field: 'board.chair', unstated: false }, { part: 'identifiers', field: 'nib', unstated: true },
  ])
  assert.equal(missing.filter(({ part }) => part === 'book-year').length, 6)
})

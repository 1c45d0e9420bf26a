import assert from 'node:assert/strict'
import { test } from 'node:test'
import { objectionFigures } from './objection-figures.ts'

const told = (counts: Parameters<typeof objectionFigures>[0]) => objectionFigures(counts).map(({ rows: [row] }) => row?.value ?? `${row?.part}/${row?.whole}`)

test('an objection that nobody answered in time counts as granted and as late; one that was filed need not be settled in the same month', () => {
  assert.deepEqual(told({ 'application.object': 7, 'application.objection-grant': 2, 'application.objection-deny': 3, 'application.objection-lapse': 1 }), [7, '5/6', '3/6'])
  assert.deepEqual(told({ 'application.objection-lapse': 1 }), [0, '0/1', '1/1'])
  assert.deepEqual(told({}), [0, '0/0', '0/0'])
})

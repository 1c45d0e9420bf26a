import assert from 'node:assert/strict'
import { test } from 'node:test'
import { typedDate } from './typed-date.ts'

test('a typed date is a day of the calendar, nothing, or refused', () => {
  const table = [
    ['17', '11', '2026', '2026-11-17'], [' 7 ', '1', '2026', '2026-01-07'], ['', '', '', ''], ['29', '2', '2028', '2028-02-29'], ['29', '2', '2026', undefined],
    ['31', '4', '2026', undefined], ['1', '', '2026', undefined], ['satu', '1', '2026', undefined], ['1', '1', '26', undefined], ['1', '1', '99999', undefined],
  ] as const

  for (const [day, month, year, expected] of table) assert.equal(typedDate({ day, month, year }), expected, `${day}-${month}-${year}`)
})

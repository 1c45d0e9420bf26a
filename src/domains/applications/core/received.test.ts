import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { aCalendar } from '../../../kernel/testing.ts'
import { receivedFault } from './received.ts'

const at = (moment: string) => Temporal.Instant.from(`${moment}+07:00`)

/** Wednesday 11 November 2026, 09:00: the third working day back is Friday 6. */
const CASES: [string, string | undefined, ReturnType<typeof receivedFault>][] = [
  ['2026-11-11T09:00', undefined, undefined], ['2026-11-11T09:01', undefined, 'future'], ['2026-11-11T09:01', 'Salah jam', 'future'],
  ['2026-11-06T00:00', undefined, undefined], ['2026-11-05T23:59', undefined, 'reason-needed'], ['2026-11-05T23:59', '  ', 'reason-needed'],
  ['2026-10-01T10:00', 'Listrik desa padam', undefined],
]

test('a paper form may have been handed in until now, and longer ago than three working days only with a reason', () => {
  for (const [received, reason, expected] of CASES) {
    assert.equal(receivedFault(aCalendar(), at(received), at('2026-11-11T09:00'), reason), expected, `${received} ${reason ?? ''}`)
  }
})

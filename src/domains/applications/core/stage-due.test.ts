import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCalendar, valueOf, wib } from '../../../kernel/testing.ts'
import { formatInstant } from '../../../kernel/wib.ts'
import type { Status } from './life.ts'
import { LIVES } from './lives.testing.ts'
import { stageDueAt } from './stage-due.ts'

const TABLE: [keyof typeof LIVES, Status, string, string | null][] = [
  ['letter', 'submitted', '2026-11-17 13:00', '2026-11-18T08:30:00+07:00'],
  ['letter', 'accepted', '2026-11-17 15:00', '2026-11-18T16:00:00+07:00'],
  ['letter', 'accepted', '2026-11-17 17:00', '2026-11-19T16:00:00+07:00'],
  ['letter', 'verified', '2026-11-13 09:00', '2026-11-16T16:00:00+07:00'],
  ['advice', 'advising', '2026-11-12 09:00', '2026-11-19T16:00:00+07:00'],
  ['letter', 'returned', '2026-11-17 13:00', null],
  ['letter', 'draft', '2026-11-17 13:00', null],
  ['facilitation', 'following', '2026-11-17 13:00', null],
  ['letter', 'issued', '2026-11-17 13:00', null],
  ['letter', 'surveying', '2026-11-17 13:00', null],
]
for (const [kind, status, since, due] of TABLE) {
  test(`a case of the kind ${kind} that is ${status} since ${since} may stay there until ${due ?? 'whenever'}`, () => {
    const moment = valueOf(stageDueAt(aCalendar(), LIVES[kind].life, status, wib(since)))

    assert.equal(moment && formatInstant(moment), due)
  })
}

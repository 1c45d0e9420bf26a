import { z } from 'zod'
import { fail, ok } from './result.ts'
import type { Result } from './result.ts'

/** Why the office is closed on a day: libur nasional, cuti bersama, libur lokal (polling day), libur pengganti. */
export const dayOffKinds = ['national', 'joint-leave', 'local', 'substitute'] as const

/** One day off (libur) by decree; `date` is the WIB day, `name` is shown to the public. */
export type DayOff = { readonly date: string; readonly name: string; readonly kind: (typeof dayOffKinds)[number] }

/** What is wrong with a row of the list of days off; `row` counts the rows of data from 1. */
export type DayOffProblem = { row: number; code: 'bad-date' | 'no-name' | 'unknown-kind' | 'date-twice' }

const KINDS = new Map<string, DayOff['kind']>([
  ['libur_nasional', 'national'], ['cuti_bersama', 'joint-leave'], ['lokal', 'local'], ['pengganti', 'substitute'],
])

/**
 * Reads the rows of the published list (`date,name,kind,…`; other columns are left alone).
 * All or nothing: a calendar with a hole gives wrong deadlines to people.
 * @returns the days in order of date, or every problem found
 */
export function daysOffFromRows(rows: readonly Readonly<Record<string, string>>[]): Result<DayOff[], DayOffProblem[]> {
  const problems: DayOffProblem[] = []
  const days = new Map<string, DayOff>()
  rows.forEach((row, at) => {
    const date = (row['date'] ?? '').trim()
    const name = (row['name'] ?? '').trim()
    const kind = KINDS.get((row['kind'] ?? '').trim())
    const refuse = (code: DayOffProblem['code']) => problems.push({ row: at + 1, code })
    if (!z.iso.date().safeParse(date).success) return refuse('bad-date')
    if (name === '') return refuse('no-name')
    if (kind === undefined) return refuse('unknown-kind')
    if (days.has(date)) return refuse('date-twice')
    return days.set(date, { date, name, kind })
  })
  if (problems.length > 0) return fail(problems)
  return ok([...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1)))
}

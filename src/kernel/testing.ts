import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import type { DayOff } from './days-off.ts'
import type { Result } from './result.ts'
import { workingCalendar } from './working-calendar.ts'
import type { OfficeWeek, WorkingCalendar } from './working-calendar.ts'

/** A moment told in WIB: `wib('2026-11-12 15:00')`. */
export const wib = (text: string): Temporal.Instant => Temporal.Instant.from(`${text.replace(' ', 'T')}+07:00`)

export const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

/** The value of an answer that must not be a refusal. */
export function valueOf<T>(result: Result<T, unknown>): T {
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.error))
  return result.value
}

const longDay = { opens: 7 * 60 + 30, closes: 16 * 60 }
const friday = { opens: 7 * 60 + 30, closes: 14 * 60 + 30 }

/** Monday to Thursday 07:30-16:00, Friday 07:30-14:30. */
export const usualWeek: OfficeWeek = {
  validFrom: '2018-01-01', validTo: null, week: [longDay, longDay, longDay, longDay, friday, null, null],
}

const off = (kind: DayOff['kind'], name: string, ...dates: string[]): DayOff[] => dates.map((date) => ({ date, name, kind }))

/** The days off that the tests walk into: the turn of 2026, Idulfitri 2027, and 2028, a leap year nobody has decreed yet. */
const someDaysOff: DayOff[] = [
  ...off('national', 'Tahun Baru Masehi', '2026-01-01', '2027-01-01', '2028-01-01'),
  ...off('national', 'Isra Mikraj', '2027-01-05'),
  ...off('national', 'Idulfitri 1448 Hijriah', '2027-03-10', '2027-03-11'),
  ...off('joint-leave', 'Cuti Bersama Idulfitri 1448 Hijriah', '2027-03-09', '2027-03-12', '2027-03-15'),
  ...off('national', 'Nyepi', '2027-03-08'),
  ...off('joint-leave', 'Cuti Bersama Natal', '2026-12-24', '2027-12-24'),
  ...off('national', 'Natal', '2026-12-25', '2027-12-25', '2028-12-25'),
]

/** A calendar known for 2026-2028, with more weeks (Ramadan hours) or days off if asked for. */
export function aCalendar(more: { weeks?: OfficeWeek[]; daysOff?: DayOff[] } = {}): WorkingCalendar {
  return valueOf(workingCalendar([usualWeek, ...(more.weeks ?? [])], [...someDaysOff, ...(more.daysOff ?? [])]))
}

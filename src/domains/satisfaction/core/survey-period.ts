import { Temporal } from 'temporal-polyfill'

/** A quarter `2026-T4` or a year `2026`, with its first and last day. The survey is made by quarter and told by quarter and year. */
export type SurveyPeriod = { key: string; kind: 'quarter' | 'year'; year: number; quarter: number | undefined; from: string; to: string }

/** So many days after its end a quarter is closed: sheets of paper may come that late. A choice of this product. */
export const CLOSES_AFTER_DAYS = 10

const day = (year: number, month: number, dayOfMonth: number) => Temporal.PlainDate.from({ year, month, day: dayOfMonth })

export function surveyPeriod(key: string): SurveyPeriod | undefined {
  const found = /^(20\d{2})(?:-T([1-4]))?$/.exec(key)
  if (!found) return undefined
  const year = Number(found[1])
  if (found[2] === undefined) return { key, kind: 'year', year, quarter: undefined, from: `${year}-01-01`, to: `${year}-12-31` }
  const quarter = Number(found[2])
  const from = day(year, 3 * quarter - 2, 1)
  return { key, kind: 'quarter', year, quarter, from: from.toString(), to: from.add({ months: 3 }).subtract({ days: 1 }).toString() }
}

export const quarterOf = (date: Temporal.PlainDate): string => `${date.year}-T${Math.ceil(date.month / 3)}`
export const quartersOf = (year: number): string[] => [1, 2, 3, 4].map((quarter) => `${year}-T${quarter}`)

/** From this day on the quarter takes no more sheets and its result is published; a year closes with its last quarter. */
export const closesOn = ({ to }: SurveyPeriod): Temporal.PlainDate => Temporal.PlainDate.from(to).add({ days: CLOSES_AFTER_DAYS })

export const isClosed = (period: SurveyPeriod, today: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(today, closesOn(period)) >= 0

/** The first day of which a sheet can still be brought in. */
export function oldestOpenDay(today: Temporal.PlainDate): Temporal.PlainDate {
  const before = surveyPeriod(quarterOf(today.subtract({ months: 3 })))
  const open = before && !isClosed(before, today) ? before : surveyPeriod(quarterOf(today))
  return open ? Temporal.PlainDate.from(open.from) : today
}

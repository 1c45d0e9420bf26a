import { Temporal } from 'temporal-polyfill'
import { isWorkingDay } from '../../../kernel/office-time.ts'
import type { WorkingCalendar } from '../../../kernel/working-calendar.ts'
import { type Period, type PeriodKind, PERIOD_KINDS, periodOf } from './report.ts'

/** How many periods back a report is still drafted by itself, so that a worker that rested catches up; what lies further back is made by command. */
const BACK: Record<PeriodKind, number> = { monthly: 3, quarterly: 2, yearly: 1 }
const MONTHS: Record<PeriodKind, number> = { monthly: 1, quarterly: 3, yearly: 12 }

/** The key of the period of a kind in which a month lies. */
export function periodWith(kind: PeriodKind, { year, month }: { year: number; month: number }): Period {
  const key = { monthly: `${year}-${String(month).padStart(2, '0')}`, quarterly: `${year}-K${Math.ceil(month / 3)}`, yearly: String(year) }[kind]
  const period = periodOf(kind, key)
  if (!period) throw new RangeError(`no period ${key}`)
  return period
}

/** The first working day after a period; where the list of days off is not known, the first day that is no weekend. */
export function draftingDay(calendar: WorkingCalendar, { to }: Pick<Period, 'to'>): Temporal.PlainDate {
  let day = Temporal.PlainDate.from(to).add({ days: 1 })
  for (;;) {
    const working = isWorkingDay(calendar, day)
    if (working.ok ? working.value : day.dayOfWeek <= 5) return day
    day = day.add({ days: 1 })
  }
}

/**
 * The periods whose report is due on a day, the oldest first: over, and their first working day afterwards has come.
 * @param since the day of the first entry of the log; what ended before it has nothing to tell
 */
export function duePeriods(calendar: WorkingCalendar, today: Temporal.PlainDate, since: Temporal.PlainDate): Period[] {
  return PERIOD_KINDS.flatMap((kind) => Array.from({ length: BACK[kind] }, (_, index) => {
    const month = today.toPlainYearMonth().subtract({ months: MONTHS[kind] * (BACK[kind] - index) })
    return periodWith(kind, month)
  })).filter((period) => period.to >= since.toString() && Temporal.PlainDate.compare(draftingDay(calendar, period), today) <= 0)
}

import { Temporal } from 'temporal-polyfill'
import { isWorkingDay } from '../../../kernel/office-time.ts'
import { wibDate } from '../../../kernel/wib.ts'
import type { WorkingCalendar } from '../../../kernel/working-calendar.ts'

/** A paper form handed in longer ago than this is typed in late, and somebody says why. Proposal of the product. */
export const TYPING_RULE = { inForceFrom: '2026-11-24', workingDays: 3 } as const

export type ReceivedFault = 'future' | 'reason-needed'

/** The first day that needs no reason: three working days back, today not among them. Days the calendar does not know are taken for working days. */
function firstFreeDay(calendar: WorkingCalendar, today: Temporal.PlainDate): Temporal.PlainDate {
  let day = today
  for (let left = TYPING_RULE.workingDays; left > 0;) {
    day = day.subtract({ days: 1 })
    const works = isWorkingDay(calendar, day)
    if (!works.ok || works.value) left -= 1
  }
  return day
}

/** May this be the moment at which a paper form was handed in? */
export function receivedFault(
  calendar: WorkingCalendar, received: Temporal.Instant, now: Temporal.Instant, reason: string | undefined,
): ReceivedFault | undefined {
  if (Temporal.Instant.compare(received, now) > 0) return 'future'
  const early = Temporal.PlainDate.compare(wibDate(received), firstFreeDay(calendar, wibDate(now))) < 0
  return early && (reason ?? '').trim() === '' ? 'reason-needed' : undefined
}

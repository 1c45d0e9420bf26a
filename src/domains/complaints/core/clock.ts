import type { Temporal } from 'temporal-polyfill'
import { type Pause, deadline } from '../../../kernel/deadline.ts'
import type { CalendarUnknown } from '../../../kernel/office-time.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import { wibDate } from '../../../kernel/wib.ts'
import type { WorkingCalendar } from '../../../kernel/working-calendar.ts'
import type { Kind } from './choices.ts'
import { type State, TURN, isEnd } from './life.ts'
import { type Class, MEND_DAYS, VERIFY_DAYS, limitOn, replyDays } from './limits.ts'

/** One step of a ticket, in the order of its history. */
export type TicketEvent = { at: Temporal.Instant; step: string; to: State }

export type TicketClockInput = {
  calendar: WorkingCalendar; kind: Kind; class: Class | null; extraDays: number; receivedAt: Temporal.Instant; state: State; events: readonly TicketEvent[]
}

/** The moments of a ticket: until when the answer is owed, what the office owes next, until when the reporter is waited for. */
export type TicketClock = { dueAt: Temporal.Instant | null; owedAt: Temporal.Instant | null; replyBy: Temporal.Instant | null }

/** Times in which the office waited for the reporter. One that has not ended moves nothing yet. */
function pausesOf(events: readonly TicketEvent[]): Pause[] {
  const pauses: Pause[] = []
  let start: Temporal.Instant | undefined
  for (const event of events) {
    if (event.to === 'deferred') start ??= event.at
    else if (start) {
      pauses.push({ start, end: event.at })
      start = undefined
    }
  }
  return pauses
}

/**
 * The clock of a ticket, by the office's one counting rule. Verification is counted from receipt; the answer from verification, when the
 * report was found complete, and anew from a reopening; both stand still while the reporter was asked for more. The reporter's own terms
 * are counted from the act that began them.
 * Source: service-quality.md 6 ("Complaint deadlines the same"); docs/rules.md
 */
export function ticketClock(input: TicketClockInput): Result<TicketClock, CalendarUnknown> {
  const { calendar, receivedAt, state, events } = input
  const pauses = pausesOf(events)
  const term = (from: Temporal.Instant, days: number, standing: readonly Pause[] = []) => {
    const counted = deadline({ from, days, pauses: standing, calendar })
    return counted.ok ? ok(counted.value.dueAt) : counted
  }
  const startedAt = events.findLast((event) => event.step === 'reopen')?.at ?? events.find((event) => event.step === 'verify')?.at
  const days = input.class === null ? 0 : limitOn(input.class, wibDate(receivedAt).toString()).workingDays + input.extraDays
  const dueAt = startedAt && input.class !== null ? term(startedAt, days, pauses) : ok(null)
  if (!dueAt.ok) return dueAt
  if (isEnd(state)) return ok({ dueAt: dueAt.value, owedAt: null, replyBy: null })
  const { clock } = TURN[state]
  if (clock === 'answer') return ok({ dueAt: dueAt.value, owedAt: dueAt.value, replyBy: null })
  if (clock === 'verify') {
    const owed = term(receivedAt, VERIFY_DAYS, pauses)
    return owed.ok ? ok({ dueAt: dueAt.value, owedAt: owed.value, replyBy: null }) : owed
  }
  const since = events.findLast((event) => event.to === state)?.at ?? receivedAt
  const until = term(since, clock === 'mend' ? MEND_DAYS : replyDays(input.kind))
  return until.ok ? ok({ dueAt: dueAt.value, owedAt: null, replyBy: until.value }) : until
}

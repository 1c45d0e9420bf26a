import { Temporal } from 'temporal-polyfill'
import { addOfficeTimeMs, officeSecondsBetweenMs } from './office-time.ts'
import type { CalendarUnknown } from './office-time.ts'
import { ok } from './result.ts'
import type { Result } from './result.ts'
import type { WorkingCalendar } from './working-calendar.ts'
import { deadlineMs, joinPauses } from './deadline.ts'
import type { PauseMs } from './deadline.ts'

/**
 * One entry of a case's log. Any step may be passed; those the clock does not know (edits, reassignment, reads) never move it.
 * `to` is the status it led to, needed only to tell a `sign` that waits for a slow signer (`signing`) from the letter itself.
 */
export type ClockEvent = { at: Temporal.Instant; step: string; to?: string }

/** What the standard in force on the day of the application promises: working days to the letter, office hours to the first look. */
export type ClockStandard = { days: number; intakeHours: number }

/** The service clock of one case; moments in whole seconds. */
export type ServiceClock = {
  /**
   * Until when the office looks whether the file is complete; `null` before the first `submit`. A new `submit` before acceptance
   * starts it anew; later ones do not.
   */
  intakeDueAt: Temporal.Instant | null
  /** `null` before the file is found complete. While paused it is the earliest it can still be: it moves when the applicant sends again. */
  dueAt: Temporal.Instant | null
  /** When the service clock started: at acceptance, or at the next opening if that was after closing or on a day off. */
  startedAt: Temporal.Instant | null
  /** Whole minutes of office time since the start in which the case lay with the office. */
  officeMinutes: number
  /** Whole minutes of office time since the start in which the case lay with the applicant. */
  applicantMinutes: number
  /** The case lies with the applicant, before or after acceptance. */
  paused: boolean
}

/** `events` in the order of the log, which holds even where two machines' clocks disagree. */
export type ServiceClockInput = { events: readonly ClockEvent[]; calendar: WorkingCalendar; standard: ClockStandard; now: Temporal.Instant }

/**
 * The service clock at `now`, or at the end of the case if it has ended. Of all that happened only submit, return, accept and
 * the end enter into it, and `now` enters into the minutes alone, so that anyone can check a due moment from the public events.
 * @returns a refusal when a moment lies in a year whose days off are not known: no deadline is made up
 * Source: the published counting rule, docs/rules.md
 */
export function serviceClock({ events, calendar, standard, now }: ServiceClockInput): Result<ServiceClock, CalendarUnknown> {
  const inMs = events.map((event) => ({ ...event, at: event.at.epochMilliseconds }))
  const clock = serviceClockMs({ events: inMs, calendar, standard, now: now.epochMilliseconds })
  if (!clock.ok) return clock
  const { intakeDueAt, dueAt, startedAt, officeMinutes, applicantMinutes, pausedAt } = clock.value
  return ok({ intakeDueAt: instantOrNull(intakeDueAt), dueAt: instantOrNull(dueAt), startedAt: instantOrNull(startedAt), officeMinutes, applicantMinutes, paused: pausedAt !== null })
}

const instantOrNull = (ms: number | null) => (ms === null ? null : Temporal.Instant.fromEpochMilliseconds(ms))

export type ClockEventMs = { at: number; step: string; to?: string | undefined }

/** The service clock with moments in milliseconds. `pausedAt`: since when the case lies with the applicant; `null` when it does not. */
export type ServiceClockMs = {
  intakeDueAt: number | null; dueAt: number | null; startedAt: number | null; officeMinutes: number; applicantMinutes: number; pausedAt: number | null
}

/** The same with moments in milliseconds, for very many of them: a report counts some hundred thousand. */
export function serviceClockMs(
  { events, calendar, standard, now }: { events: readonly ClockEventMs[]; calendar: WorkingCalendar; standard: ClockStandard; now: number },
): Result<ServiceClockMs, CalendarUnknown> {
  const story = tell(events)
  const intakeDueAt = story.submittedAt === null ? ok(null) : addOfficeTimeMs(calendar, story.submittedAt, standard.intakeHours * 3600)
  if (!intakeDueAt.ok) return intakeDueAt
  const idle = { intakeDueAt: intakeDueAt.value, pausedAt: story.endedAt === null ? story.returnedAt : null }
  if (story.acceptedAt === null) return ok({ ...idle, dueAt: null, startedAt: null, officeMinutes: 0, applicantMinutes: 0 })

  const due = deadlineMs({ from: story.acceptedAt, days: standard.days, pauses: story.pauses, calendar })
  if (!due.ok) return due
  const { dueAt, startedAt } = due.value
  const minutes = measure(calendar, story, startedAt, story.endedAt ?? now)
  return minutes.ok ? ok({ ...idle, dueAt, startedAt, ...minutes.value }) : minutes
}

/** The turns of a case that the clock knows. `pauses` have ended; `returnedAt` is set while one has not. */
type Story = { submittedAt: number | null; acceptedAt: number | null; returnedAt: number | null; endedAt: number | null; pauses: PauseMs[] }

/** What was promised is done with the letter or the result, and with handing over to whoever decides outside the office. */
const ENDS = new Set(['issue', 'complete', 'follow', 'reject', 'withdraw', 'expire'])
const isEnd = ({ step, to }: ClockEventMs): boolean => ENDS.has(step) || to === 'completed' || (step === 'sign' && to !== 'signing')

function tell(events: readonly ClockEventMs[]): Story {
  const story: Story = { submittedAt: null, acceptedAt: null, returnedAt: null, endedAt: null, pauses: [] }
  for (const event of events) {
    if (isEnd(event)) return { ...story, endedAt: event.at }
    if (event.step === 'accept') story.acceptedAt ??= event.at
    if (event.step === 'return') story.returnedAt ??= event.at
    if (event.step === 'submit') resume(story, event.at)
  }
  return story
}

/** Before acceptance a new `submit` asks for a new look; after it, it ends the pause. */
function resume(story: Story, at: number): void {
  if (story.acceptedAt === null) story.submittedAt = at
  else if (story.returnedAt !== null) story.pauses.push({ start: story.returnedAt, end: at })
  story.returnedAt = null
}

function measure(calendar: WorkingCalendar, story: Story, start: number, until: number): Result<{ officeMinutes: number; applicantMinutes: number }, CalendarUnknown> {
  const total = officeSecondsBetweenMs(calendar, start, until)
  if (!total.ok) return total
  const open = story.returnedAt === null ? [] : [{ start: story.returnedAt, end: until }]
  let waited = 0
  for (const pause of joinPauses([...story.pauses, ...open], start)) {
    // Another machine's clock may be ahead of `now`: what it wrote has not been waited for yet.
    const seconds = officeSecondsBetweenMs(calendar, pause.start, Math.min(pause.end, until))
    if (!seconds.ok) return seconds
    waited += seconds.value
  }
  return ok({ officeMinutes: Math.floor((total.value - waited) / 60), applicantMinutes: Math.floor(waited / 60) })
}

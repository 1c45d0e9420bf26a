import { officeSecondsBetweenMs } from '../../../kernel/office-time.ts'
import { type ClockStandard, type ServiceClockMs, serviceClockMs } from '../../../kernel/service-clock.ts'
import type { WorkingCalendar } from '../../../kernel/working-calendar.ts'
import { type Entry, countIn, listIn, textIn } from './entry.ts'

/** `following`: handed over to whoever decides outside; what the office promised ends there. */
export const OUTCOMES = ['issued', 'completed', 'following', 'rejected', 'withdrawn', 'expired'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Where a case lies with the office, in the order of its life; the initials in the order in which they are given. */
export const STAGES = ['intake', 'verify', 'survey', 'advice', 'score', 'initial-1', 'initial-2', 'initial-3', 'sign'] as const
export type Stage = (typeof STAGES)[number]

/** A stay of a case at a stage that came to its end. `minutes` of office time. */
export type Stay = { stage: Stage; seq: number; minutes: number }

/** What figures need of one case: all of it follows from the entries of the log. Moments in milliseconds; minutes are of office time. */
export type CaseFacts = {
  id: string
  /** `null`: an entry from before the log said it. */
  service: string | null
  channel: string | null
  /** Kecamatan of the business. */
  district: string | null
  submittedSeq: number
  accepted: boolean
  /** The first look: found complete, returned or refused. `inTime`: no later than the moment promised. */
  firstLook: { seq: number; inTime: boolean | null } | null
  ended: { seq: number; outcome: Outcome } | null
  /**
   * Whether the case ended no later than promised, or is not late yet; one that lies with its applicant is as late as it was when it went to him.
   * `null` when no promise is known or the file was never complete.
   */
  inTime: boolean | null
  /** From acceptance to the end, or to `now`; `null` before acceptance. */
  officeMinutes: number | null
  applicantMinutes: number | null
  returns: { seq: number; items: readonly string[] }[]
  stays: Stay[]
  /** Steps that people of the office took. */
  work: { seq: number; actor: string }[]
}

/** The calendar that holds after an entry; for what came before the log told any, the first one. */
export type CalendarAt = (seq: number) => WorkingCalendar | undefined

// Each entry is asked some ten times, and there are only a few dozen steps.
const steps = new Map<string, string>()

function stepOf({ what }: Entry): string {
  const held = steps.get(what)
  if (held !== undefined) return held
  const step = what.slice('application.'.length)
  steps.set(what, step)
  return step
}

/** Up to which entry of the log a case is looked at, and the moment that stands for now: the end of the period. */
export type Look = { through: number; now: number }

/**
 * What the log tells of one case up to a moment. Pure: the same entries give the same facts, today and in ten years. What ended is measured with
 * the calendar that held when it ended, so that a later change of the calendar never touches it; what is open with the last one.
 * @param all all entries of the case up to `through`, in the order of the log; what comes after the end of the case is left alone
 * @returns undefined for a case that was never submitted
 */
export function factsOfCase(all: readonly Entry[], calendarAt: CalendarAt, { through, now }: Look): CaseFacts | undefined {
  const endsAt = all.findIndex((entry) => endOf(entry) !== undefined)
  const entries = endsAt === -1 ? all : all.slice(0, endsAt + 1)
  const submit = entries.find((entry) => stepOf(entry) === 'submit')
  if (!submit) return undefined
  const end = all[endsAt]
  const outcome = end && endOf(end)
  const standard = standardOf(entries)
  const stated = (key: string) => textIn(entries.findLast((entry) => SAYS.has(stepOf(entry)) && textIn(entry, key) !== undefined) ?? submit, key) ?? null
  const clock = clockOf(entries, calendarAt(end?.seq ?? through), standard, end?.at ?? now)
  const started = clock?.startedAt == null ? null : clock
  return {
    id: submit.subject, service: stated('service'), channel: stated('channel'), district: stated('district'), submittedSeq: submit.seq,
    accepted: entries.some((entry) => stepOf(entry) === 'accept'),
    firstLook: firstLookOf(entries, calendarAt, standard), ended: end && outcome ? { seq: end.seq, outcome } : null,
    inTime: clock?.dueAt == null ? null : (end?.at ?? clock.pausedAt ?? now) <= clock.dueAt,
    officeMinutes: started && started.officeMinutes, applicantMinutes: started && started.applicantMinutes,
    returns: entries.filter((entry) => stepOf(entry) === 'return').map((entry) => ({ seq: entry.seq, items: listIn(entry, 'items') })),
    stays: staysOf(entries, calendarAt),
    work: entries.flatMap((entry) => (entry.actor !== undefined && OFFICE_STEPS.has(stepOf(entry)) ? [{ seq: entry.seq, actor: entry.actor }] : [])),
  }
}

/** Entries whose data say what a case is: of which service, by which channel, for which kecamatan. */
const SAYS: ReadonlySet<string> = new Set(['create', 'submit'])
const OFFICE_STEPS: ReadonlySet<string> = new Set([
  'accept', 'return', 'verify', 'survey', 'report', 'consult', 'advise', 'score', 'rank', 'initial', 'sign', 'follow', 'complete', 'reject',
])

const ends = new Map<string, Outcome>(OUTCOMES.map((one) => [one, one]))
const endOf = ({ to }: Entry): Outcome | undefined => (to === undefined ? undefined : ends.get(to))

/** What was promised when the case was first submitted. */
function standardOf(entries: readonly Entry[]): ClockStandard | undefined {
  for (const entry of entries) {
    const [days, intakeHours] = stepOf(entry) === 'submit' ? [countIn(entry, 'days'), countIn(entry, 'intakeHours')] : []
    if (days !== undefined && intakeHours !== undefined) return { days, intakeHours }
  }
  return undefined
}

/** The steps by which the clock is moved; beside them only the end, which is `now`. */
const TURNS: ReadonlySet<string> = new Set(['submit', 'return', 'accept'])

function clockOf(entries: readonly Entry[], calendar: WorkingCalendar | undefined, standard: ClockStandard | undefined, now: number): ServiceClockMs | undefined {
  if (!calendar || !standard) return undefined
  const events = entries.flatMap((entry) => (TURNS.has(stepOf(entry)) ? [{ at: entry.at, step: stepOf(entry) }] : []))
  const clock = serviceClockMs({ events, calendar, standard, now })
  return clock.ok ? clock.value : undefined
}

const LOOKS: ReadonlySet<string> = new Set(['accept', 'return', 'reject'])

function firstLookOf(entries: readonly Entry[], calendarAt: CalendarAt, standard: ClockStandard | undefined): CaseFacts['firstLook'] {
  const at = entries.findIndex((entry) => LOOKS.has(stepOf(entry)))
  const look = entries[at]
  if (!look) return null
  const clock = clockOf(entries.slice(0, at), calendarAt(look.seq), standard, look.at)
  return { seq: look.seq, inTime: clock?.intakeDueAt == null ? null : look.at <= clock.intakeDueAt }
}

const STAGE_OF: Readonly<Record<string, Stage>> = {
  submitted: 'intake', accepted: 'verify', surveying: 'survey', surveyed: 'verify', advising: 'advice', advised: 'verify', scoring: 'score', scored: 'score',
  initialed: 'sign', signing: 'sign',
}

function stageAfter(entry: Entry, initials: number): Stage | undefined {
  // A service without initials says so: its file still lies with those who verify.
  if (entry.to === 'verified' && countIn(entry, 'initials') === 0) return 'verify'
  if (entry.to === 'verified') return STAGES.find((one) => one === `initial-${initials + 1}`)
  return STAGE_OF[entry.to ?? '']
}

/** A time at a stage: from the moment the file came there until it left; open while it lies there. Moments in milliseconds. `by`: who ended it. */
export type Visit = { stage: Stage; since: number; until: number | null; seq: number; by?: string | undefined }

/** The times of a case at the stages, by who had to act next; an edit or a hand-over is no end of one. */
export function visitsOf(entries: readonly Entry[]): Visit[] {
  const visits: Visit[] = []
  let initials = 0
  for (const entry of entries) {
    const step = stepOf(entry)
    if (entry.to === undefined || entry.to === 'draft' || step === 'assign' || step === 'remind') continue
    if (step === 'initial') initials += 1
    if (step === 'verify' || step === 'return') initials = 0
    const next = stageAfter(entry, initials)
    const last = visits.at(-1)
    const open = last?.until === null ? last : undefined
    if (next === open?.stage) continue
    if (open) Object.assign(open, { until: entry.at, seq: entry.seq, by: entry.actor })
    if (next) visits.push({ stage: next, since: entry.at, until: null, seq: entry.seq })
  }
  return visits
}

function staysOf(entries: readonly Entry[], calendarAt: CalendarAt): Stay[] {
  return visitsOf(entries).flatMap(({ stage, since, until, seq }) => {
    const calendar = calendarAt(seq)
    const seconds = until === null || !calendar ? undefined : officeSecondsBetweenMs(calendar, since, until)
    return seconds?.ok ? [{ stage, seq, minutes: Math.floor(seconds.value / 60) }] : []
  })
}

/** The due moment of a case as it stands after these entries, in milliseconds; `null` before acceptance, while it lies with the applicant, and after its end. */
export function dueAfter(entries: readonly Entry[], calendar: WorkingCalendar, now: number): number | null {
  const standard = standardOf(entries)
  if (!standard || entries.some((entry) => endOf(entry) !== undefined)) return null
  const clock = clockOf(entries, calendar, standard, now)
  return clock?.pausedAt == null ? clock?.dueAt ?? null : null
}

import { Temporal } from 'temporal-polyfill'
import { officeSecondsBetweenMs } from '../../../kernel/office-time.ts'
import { type ClockEvent, type ClockStandard, serviceClock } from '../../../kernel/service-clock.ts'
import type { WorkingCalendar } from '../../../kernel/working-calendar.ts'
import { type Entry, countIn, listIn, textIn } from './entry.ts'

export const OUTCOMES = ['issued', 'rejected', 'withdrawn', 'expired'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Where a case lies with the office, in the order of its life; the initials in the order in which they are given. */
export const STAGES = ['intake', 'verify', 'initial-1', 'initial-2', 'initial-3', 'sign'] as const
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
  /** Whether the case ended no later than promised, or is not late yet; `null` when no promise is known or the file was never complete. */
  inTime: boolean | null
  /** From acceptance to the end, or to `now`; `null` before acceptance. */
  officeMinutes: number | null
  applicantMinutes: number | null
  returns: { seq: number; items: readonly string[] }[]
  stays: Stay[]
  /** Steps that people of the office took. */
  work: { seq: number; actor: string }[]
}

/** The calendar that held when an entry was written. */
export type CalendarAt = (seq: number) => WorkingCalendar | undefined

const stepOf = (entry: Entry): string => entry.what.slice('application.'.length)
const instant = (at: number) => Temporal.Instant.fromEpochMilliseconds(at)

/**
 * What the log tells of one case up to a moment. Pure: the same entries give the same facts, today and in ten years.
 * @param entries all entries of the case up to the position looked at, in the order of the log
 * @param now the end of the period; a case that has ended is measured to its end
 * @returns undefined for a case that was never submitted
 */
export function factsOfCase(entries: readonly Entry[], calendarAt: CalendarAt, now: number): CaseFacts | undefined {
  const submit = entries.find((entry) => stepOf(entry) === 'submit')
  if (!submit) return undefined
  const end = entries.find((entry) => endOf(entry) !== undefined)
  const outcome = end && endOf(end)
  const calendar = calendarAt((end ?? entries.at(-1) ?? submit).seq)
  const standard = standardOf(entries)
  const said = (key: string) => entries.findLast((entry) => textIn(entry, key) !== undefined)
  const stated = (key: string) => textIn(said(key) ?? submit, key) ?? null
  const looked = calendar && standard ? clockAt(entries, calendar, standard, end?.at ?? now) : undefined
  return {
    id: submit.subject, service: stated('service'), channel: stated('channel'), district: stated('district'), submittedSeq: submit.seq,
    accepted: entries.some((entry) => stepOf(entry) === 'accept'),
    firstLook: firstLookOf(entries, calendar, standard), ended: end && outcome ? { seq: end.seq, outcome } : null,
    inTime: looked?.dueAt == null ? null : (end?.at ?? now) <= looked.dueAt.epochMilliseconds,
    officeMinutes: looked?.startedAt == null ? null : looked.officeMinutes, applicantMinutes: looked?.startedAt == null ? null : looked.applicantMinutes,
    returns: entries.filter((entry) => stepOf(entry) === 'return').map((entry) => ({ seq: entry.seq, items: listIn(entry, 'items') })),
    stays: calendar ? staysOf(entries, calendar) : [],
    work: entries.flatMap((entry) => (entry.actor !== undefined && OFFICE_STEPS.has(stepOf(entry)) ? [{ seq: entry.seq, actor: entry.actor }] : [])),
  }
}

const OFFICE_STEPS: ReadonlySet<string> = new Set(['accept', 'return', 'verify', 'initial', 'sign', 'reject'])

const endOf = ({ to }: Entry): Outcome | undefined => OUTCOMES.find((one) => one === to)

/** What was promised when the case was first submitted. */
function standardOf(entries: readonly Entry[]): ClockStandard | undefined {
  const said = entries.find((entry) => countIn(entry, 'days') !== undefined)
  const [days, intakeHours] = said ? [countIn(said, 'days'), countIn(said, 'intakeHours')] : []
  return days === undefined || intakeHours === undefined ? undefined : { days, intakeHours }
}

/** The steps by which the clock is moved; beside them only the end. */
const TURNS: ReadonlySet<string> = new Set(['submit', 'return', 'accept'])

function clockAt(entries: readonly Entry[], calendar: WorkingCalendar, standard: ClockStandard, now: number) {
  const events = entries.filter((entry) => TURNS.has(stepOf(entry)) || endOf(entry) !== undefined)
    .map((entry): ClockEvent => ({ at: instant(entry.at), step: stepOf(entry), ...(entry.to === undefined ? {} : { to: entry.to }) }))
  const clock = serviceClock({ events, calendar, standard, now: instant(now) })
  return clock.ok ? clock.value : undefined
}

const LOOKS: ReadonlySet<string> = new Set(['accept', 'return', 'reject'])

function firstLookOf(entries: readonly Entry[], calendar: WorkingCalendar | undefined, standard: ClockStandard | undefined): CaseFacts['firstLook'] {
  const at = entries.findIndex((entry) => LOOKS.has(stepOf(entry)))
  const look = entries[at]
  if (!look) return null
  const clock = calendar && standard ? clockAt(entries.slice(0, at), calendar, standard, look.at) : undefined
  return { seq: look.seq, inTime: clock?.intakeDueAt == null ? null : look.at <= clock.intakeDueAt.epochMilliseconds }
}

const STAGE_OF: Readonly<Record<string, Stage>> = { submitted: 'intake', accepted: 'verify', initialed: 'sign', signing: 'sign' }

function stageAfter(entry: Entry, initials: number): Stage | undefined {
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

function staysOf(entries: readonly Entry[], calendar: WorkingCalendar): Stay[] {
  return visitsOf(entries).flatMap(({ stage, since, until, seq }) => {
    const seconds = until === null ? undefined : officeSecondsBetweenMs(calendar, since, until)
    return seconds?.ok ? [{ stage, seq, minutes: Math.floor(seconds.value / 60) }] : []
  })
}

/** The due moment of a case as it stands after these entries, in milliseconds; `null` before acceptance, while it lies with the applicant, and after its end. */
export function dueAfter(entries: readonly Entry[], calendar: WorkingCalendar, now: number): number | null {
  const standard = standardOf(entries)
  if (!standard || entries.some((entry) => endOf(entry) !== undefined)) return null
  const clock = clockAt(entries, calendar, standard, now)
  return clock?.paused ? null : clock?.dueAt?.epochMilliseconds ?? null
}

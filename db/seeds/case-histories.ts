import { Temporal } from 'temporal-polyfill'
import { type CaseLife, type CaseState, STEPS, type Status, type Step, next } from '../../src/domains/applications/core/life.ts'
import type { Happened } from '../../src/domains/applications/seed.ts'
import { addOfficeTime, isWorkingDay, nextWorkingDay, officeHoursOn } from '../../src/kernel/office-time.ts'
import type { Role } from '../../src/kernel/rights.ts'
import { wibDate } from '../../src/kernel/wib.ts'
import type { WorkingCalendar } from '../../src/kernel/working-calendar.ts'
import type { Chance } from './chance.ts'

/** Accounts that act in the histories. */
export type Cast = { counter: string; verifier: string; divisionHead: string; secretary: string; officeHead: string }

export type Stage = { chance: Chance; calendar: WorkingCalendar; cast: Cast; standard: CaseLife; reasons: Record<'return' | 'reject', readonly string[]>; now: Temporal.Instant }

/** Where a case of a letter may stand. */
type Standing = Exclude<Status, 'surveying' | 'surveyed' | 'advising' | 'advised' | 'scoring' | 'scored' | 'following' | 'completed'>

/** Of a hundred cases of a year; estimates, not statistics. */
const SHARES: Record<Standing, number> = {
  issued: 58, rejected: 5, withdrawn: 3, expired: 4, draft: 6, returned: 5, submitted: 6, accepted: 5, verified: 4, initialed: 3, signing: 1,
}
const OPEN: ReadonlySet<Standing> = new Set(['draft', 'returned', 'submitted', 'accepted', 'verified', 'initialed', 'signing'])
const RETURNED_ONCE = 0.15

/** Draws how a case stands, by the shares of the year. */
export function drawStatus(chance: Chance): Standing {
  let left = chance.next() * Object.values(SHARES).reduce((sum, one) => sum + one, 0)
  for (const [status, share] of Object.entries(SHARES) as [Standing, number][]) {
    left -= share
    if (left < 0) return status
  }
  return 'issued'
}

/** The steps that lead to a status; some cases go back to the applicant once on the way. */
function stepsTo(status: Standing, chance: Chance): string[] {
  const detour = chance.share(RETURNED_ONCE) ? ['return', 'submit'] : []
  const filed = ['submit', ...detour]
  const verified = [...filed, 'accept', 'verify']
  const initialed = [...verified, 'initial', 'initial']
  switch (status) {
    case 'draft': return []
    case 'submitted': return filed
    case 'returned': return chance.share(0.5) ? ['submit', 'return'] : ['submit', 'accept', 'return']
    case 'accepted': return [...filed, 'accept']
    case 'verified': return chance.share(0.5) ? verified : [...verified, 'initial']
    case 'initialed': return initialed
    case 'signing': return [...initialed, 'sign']
    case 'issued': return [...initialed, 'sign', 'issue']
    case 'rejected': return [...filed, 'accept', 'reject']
    case 'withdrawn': return filed.concat('withdraw')
    case 'expired': return ['submit', 'return', 'remind', 'remind', 'expire']
  }
}

const ROLE: Record<string, [keyof Cast, Role]> = {
  accept: ['counter', 'counter'], create: ['counter', 'counter'], submit: ['counter', 'counter'], withdraw: ['counter', 'counter'], verify: ['verifier', 'verifier'],
  sign: ['officeHead', 'office-head'], issue: ['officeHead', 'office-head'],
}

/** Who takes a step: at the counter until the file is accepted, then the verifier, then the initials in their order. */
function actorOf(step: string, state: CaseState, cast: Cast): { actor: string | null; role: string } {
  if (step === 'remind' || step === 'expire') return { actor: null, role: 'system' }
  if (step === 'initial') {
    const role = state.initials[state.initialsGiven] ?? 'secretary'
    return { actor: role === 'division-head' ? cast.divisionHead : cast.secretary, role }
  }
  if (step === 'return' || step === 'reject') return state.status === 'submitted' ? { actor: cast.counter, role: 'counter' } : { actor: cast.verifier, role: 'verifier' }
  const [who, role] = ROLE[step] ?? ['counter', 'counter']
  return { actor: cast[who], role }
}

function valueOf<T>(found: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!found.ok) throw new Error('the calendar does not reach this far')
  return found.value
}

/** When a step follows on the one before: the office works in its hours, applicants mend within days, the system keeps its terms. */
function momentAfter(step: string, at: Temporal.Instant, from: Status, { chance, calendar }: Stage): Temporal.Instant {
  const within = (least: number, most: number) => valueOf(addOfficeTime(calendar, at, 60 * chance.between(least, most)))
  if (step === 'submit') return valueOf(addOfficeTime(calendar, from === 'returned' ? at.add({ hours: 24 * chance.between(1, 4) }) : at, 60 * chance.between(5, 40)))
  if (step === 'issue') return at.add({ seconds: chance.between(1, 4) })
  if (step === 'remind' || step === 'expire') {
    const day = valueOf(nextWorkingDay(calendar, wibDate(at), 5))
    return valueOf(officeHoursOn(calendar, day))?.opensAt.add({ minutes: chance.between(0, 9) }) ?? at
  }
  return step === 'accept' ? within(10, 230) : within(15, 400)
}

const isStep = (step: string): step is Step => STEPS.some((one) => one === step)

function lead(step: string, state: CaseState): Status {
  if (step === 'issue') return 'issued'
  if (step === 'expire') return 'expired'
  const to = isStep(step) ? next(step, state) : state.status
  if (to === undefined) throw new Error(`no ${step} from ${state.status}`)
  return to
}

function tell(begins: Temporal.Instant, status: Standing, stage: Stage): [Happened, ...Happened[]] {
  const { cast, chance } = stage
  const history: [Happened, ...Happened[]] = [{ step: 'create', at: begins, from: null, to: 'draft', actor: cast.counter, role: 'counter' }]
  let state: CaseState = { status: 'draft', accepted: false, ...stage.standard, initialsGiven: 0 }
  let at = begins
  for (const step of stepsTo(status, chance)) {
    at = momentAfter(step, at, state.status, stage)
    const to = lead(step, state)
    const reason = step === 'return' || step === 'reject' ? { reason: chance.one(stage.reasons[step]) } : {}
    history.push({ step, at, from: state.status, to, ...actorOf(step, state, cast), ...reason })
    state = {
      ...state, status: to, accepted: state.accepted || step === 'accept',
      initialsGiven: step === 'return' ? 0 : state.initialsGiven + (step === 'initial' ? 1 : 0),
    }
  }
  return history
}

/** A moment in office hours on a working day. */
function openingMoment(day: Temporal.PlainDate, { chance, calendar }: Stage): Temporal.Instant {
  const open = valueOf(isWorkingDay(calendar, day)) ? day : valueOf(nextWorkingDay(calendar, day))
  const hours = valueOf(officeHoursOn(calendar, open))
  if (!hours) throw new Error('a working day has no hours')
  return hours.opensAt.add({ seconds: chance.between(0, Math.floor((hours.closesAt.epochMilliseconds - hours.opensAt.epochMilliseconds) / 1000) - 1800) })
}

/**
 * A history that ends in this status before now. Cases that have ended lie anywhere in the year; open ones began in the last days,
 * since the office is not often late.
 * @param first the first day of the year that is told
 */
export function drawHistory(status: Standing, first: Temporal.PlainDate, stage: Stage): [Happened, ...Happened[]] {
  const today = wibDate(stage.now)
  const oldest = OPEN.has(status) ? today.subtract({ days: status === 'draft' ? 60 : 6 }) : first
  const days = Math.max(0, oldest.until(today, { largestUnit: 'days' }).days)
  let day = oldest.add({ days: stage.chance.between(0, days) })
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const history = tell(openingMoment(day, stage), status, stage)
    if (Temporal.Instant.compare(history.at(-1)?.at ?? stage.now, stage.now) < 0) return history
    day = day.subtract({ days: 1 })
  }
  throw new Error(`no history of a case that is ${status} ends before now`)
}

import type { Role } from '../../../kernel/rights.ts'

/** Where a ticket is. Source: service-quality.md 2.3 */
export const STATES = ['received', 'verified', 'deferred', 'forwarded', 'assigned', 'handling', 'answered', 'reopened', 'closed', 'archived'] as const
export type State = (typeof STATES)[number]

export const STEPS = ['verify', 'defer', 'reply', 'forward', 'assign', 'follow-up', 'answer', 'accept', 'reopen', 'archive', 'lapse'] as const
export type Step = (typeof STEPS)[number]

/** The life of a ticket. A step that is not listed cannot happen. `reply` of a deferred one leads back to where it was asked. */
export const LIFE: Record<State, Partial<Record<Step, State>>> = {
  received: { verify: 'verified', defer: 'deferred', forward: 'forwarded', archive: 'archived' },
  verified: { assign: 'assigned', defer: 'deferred', forward: 'forwarded', archive: 'archived' },
  deferred: { reply: 'received', lapse: 'archived' },
  assigned: {
    'follow-up': 'handling', answer: 'answered', assign: 'assigned', defer: 'deferred', forward: 'forwarded', archive: 'archived',
  },
  handling: {
    'follow-up': 'handling', answer: 'answered', assign: 'assigned', defer: 'deferred', forward: 'forwarded', archive: 'archived',
  },
  answered: { accept: 'closed', reopen: 'reopened', lapse: 'closed' },
  forwarded: { accept: 'closed', reopen: 'reopened', lapse: 'closed' },
  reopened: { assign: 'assigned', defer: 'deferred', forward: 'forwarded' },
  closed: {},
  archived: {},
}

/** Whose turn it is: the desk that takes reports in, the leadership that hands them out, the officer who has it, the reporter. */
export type Owner = 'desk' | 'leadership' | 'holder' | 'reporter'
/** The clock that runs: until it is verified, answered, mended by the reporter, or judged by him. */
export type ClockName = 'verify' | 'answer' | 'mend' | 'judge'

/** Owner and clock of every state that is no end. */
export const TURN: Record<Exclude<State, 'closed' | 'archived'>, { owner: Owner; clock: ClockName }> = {
  received: { owner: 'desk', clock: 'verify' },
  verified: { owner: 'leadership', clock: 'answer' },
  deferred: { owner: 'reporter', clock: 'mend' },
  forwarded: { owner: 'reporter', clock: 'judge' },
  assigned: { owner: 'holder', clock: 'answer' },
  handling: { owner: 'holder', clock: 'answer' },
  answered: { owner: 'reporter', clock: 'judge' },
  reopened: { owner: 'leadership', clock: 'answer' },
}

export const isEnd = (state: State): state is 'closed' | 'archived' => state === 'closed' || state === 'archived'

/** States in which the office owes something. */
export const OWED: readonly State[] = STATES.filter((state) => !isEnd(state) && TURN[state].owner !== 'reporter')

/** Steps of the reporter; `lapse` is the program's, all others are the office's. */
export const REPORTER_STEPS = ['reply', 'accept', 'reopen'] as const satisfies readonly Step[]
export type ReporterStep = (typeof REPORTER_STEPS)[number]
export const OFFICE_STEPS = ['verify', 'defer', 'forward', 'assign', 'follow-up', 'answer', 'archive'] as const satisfies readonly Step[]
export type OfficeStep = (typeof OFFICE_STEPS)[number]

/** Where a step leads from here, or undefined when it is not possible now. */
export function next(step: Step, state: State, deferredFrom: State | null): State | undefined {
  const to = LIFE[state][step]
  return to !== undefined && step === 'reply' ? deferredFrom ?? to : to
}

/** Who may take which step: the desk and the leadership look first, the leadership hands out, the holder or the leadership answers. */
const DESK: readonly Role[] = ['counter', 'division-head', 'secretary', 'office-head']
const LEADERSHIP: readonly Role[] = ['division-head', 'secretary', 'office-head']
const BY: Record<OfficeStep, { roles: readonly Role[]; holder: boolean }> = {
  verify: { roles: DESK, holder: false },
  defer: { roles: DESK, holder: true },
  forward: { roles: LEADERSHIP, holder: false },
  assign: { roles: LEADERSHIP, holder: false },
  'follow-up': { roles: [], holder: true },
  answer: { roles: [], holder: true },
  archive: { roles: LEADERSHIP, holder: false },
}

/** Steps an officer may take now, rights to the ticket aside. */
export function stepsFor(state: State, roles: readonly Role[], isHolder: boolean): OfficeStep[] {
  return OFFICE_STEPS.filter((step) => LIFE[state][step] !== undefined && (roles.some((role) => BY[step].roles.includes(role)) || (BY[step].holder && isHolder)))
}

/** Steps of the reporter now. */
export const reporterSteps = (state: State): ReporterStep[] => REPORTER_STEPS.filter((step) => LIFE[state][step] !== undefined)

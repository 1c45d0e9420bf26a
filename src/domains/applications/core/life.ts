import type { Role } from '../../../kernel/rights.ts'

/** The life of an application (permohonan). See docs/decisions/0003. */
export const STATUSES = [
  'draft', 'submitted', 'returned', 'accepted', 'verified', 'initialed', 'signing', 'issued', 'rejected', 'withdrawn', 'expired',
] as const
export type Status = (typeof STATUSES)[number]

export const STEPS = ['submit', 'return', 'accept', 'verify', 'initial', 'sign', 'reject', 'withdraw'] as const
export type Step = (typeof STEPS)[number]

/**
 * Which steps lead where. A step that is not listed cannot happen.
 * `submit` from `returned` goes back to `accepted` when the file had been accepted before; `initial` reaches `initialed` with the last initial.
 */
export const LIFE: Record<Status, Partial<Record<Step, Status>>> = {
  draft: { submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { accept: 'accepted', return: 'returned', reject: 'rejected', withdraw: 'withdrawn' },
  returned: { submit: 'submitted', withdraw: 'withdrawn' },
  accepted: { verify: 'verified', return: 'returned', reject: 'rejected', withdraw: 'withdrawn' },
  verified: { initial: 'initialed', return: 'returned', reject: 'rejected', withdraw: 'withdrawn' },
  initialed: { sign: 'signing', return: 'returned', reject: 'rejected', withdraw: 'withdrawn' },
  signing: { sign: 'signing' },
  issued: {},
  rejected: {},
  withdrawn: {},
  expired: {},
}

/** Whose turn it is in each status: only these roles return or reject there. Chain of UM-02: services.md 7a, component 2. */
export const TURN: Partial<Record<Status, readonly Role[]>> = {
  submitted: ['counter'],
  accepted: ['verifier'],
  verified: ['division-head', 'secretary'],
  initialed: ['office-head'],
}

/** Statuses in which the office owes an answer. */
export const OPEN: readonly Status[] = ['submitted', 'accepted', 'verified', 'initialed', 'signing']

export type CaseState = {
  status: Status
  /** Had the file been found complete before? */
  accepted: boolean
  /** Roles whose initials the service asks for, in order, and how many are given. */
  initials: readonly Role[]
  initialsGiven: number
}

/** Where a step leads from here, or undefined when it is not possible now. */
export function next(step: Step, state: CaseState): Status | undefined {
  const to = LIFE[state.status][step]
  if (to === undefined) return undefined
  if (step === 'submit' && state.status === 'returned' && state.accepted) return 'accepted'
  if (step === 'initial') return state.initialsGiven + 1 >= state.initials.length ? 'initialed' : 'verified'
  return to
}

/** The role whose turn it is now, among several: for initials the next in order. */
export function turnOf(state: CaseState): readonly Role[] {
  if (state.status === 'verified') {
    const role = state.initials[state.initialsGiven]
    return role === undefined ? [] : [role]
  }
  if (state.status === 'signing') return ['office-head']
  return TURN[state.status] ?? []
}

/** Steps of an officer that only the role whose turn it is may take. */
const BY_TURN: ReadonlySet<Step> = new Set(['return', 'accept', 'verify', 'initial', 'sign', 'reject'])

/** The steps possible now for someone with these roles, rights aside. */
export function stepsFor(state: CaseState, roles: readonly Role[]): Step[] {
  const turn = turnOf(state)
  return STEPS.filter((step) => next(step, state) !== undefined && (!BY_TURN.has(step) || roles.some((role) => turn.includes(role))))
}

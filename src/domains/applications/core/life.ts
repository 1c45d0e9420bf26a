import { ENDS, type Life, type Owner, STATUSES, STEPS, type Stage, type Status, type Step } from '../../services/core/life.ts'

export { ENDS, STATUSES, STEPS, type Life, type Owner, type Status, type Step }

/** What moves a case of one service: the life and the initials of the definition it was filed under. See docs/decisions/0003 and 0021. */
export type CaseLife = {
  life: Life
  /** Roles whose initials the service asks for, in order. */
  initials: readonly Owner[]
}

export type CaseState = CaseLife & {
  status: Status
  /** Had the file been found complete before? */
  accepted: boolean
  initialsGiven: number
}

/** Statuses in which the office owes nothing: the applicant has it, somebody outside decides, or it has ended. */
const NOTHING_OWED: ReadonlySet<Status> = new Set(['draft', 'returned', 'following', ...ENDS])

/** Statuses in which the office owes an answer. */
export const OPEN: readonly Status[] = STATUSES.filter((status) => !NOTHING_OWED.has(status))

/** Has the case come to its end? */
export const isEnd = (status: Status): boolean => ENDS.some((one) => one === status)

export const stageOf = (life: Life, status: Status): Stage | undefined => life.find((stage) => stage.state === status)

/** Where a file that is found complete stands; back there leads a new `submit` once it was. */
const acceptedIn = (life: Life): Status | undefined => life.flatMap((stage) => stage.exits).find((exit) => exit.step === 'accept')?.to

/** Where a case waits for its signature: a signing that is given up leads back there. */
export const beforeSigning = (life: Life): Status =>
  life.find((stage) => stage.state !== 'signing' && stage.exits.some((exit) => exit.step === 'sign'))?.state ?? 'initialed'

/** Where a step leads from here, or undefined when it is not possible now. The case stays where it is until the last initial is given. */
export function next(step: Step, state: CaseState): Status | undefined {
  const to = stageOf(state.life, state.status)?.exits.find((exit) => exit.step === step)?.to
  if (to === undefined) return undefined
  if (step === 'submit' && state.status === 'returned' && state.accepted) return acceptedIn(state.life) ?? to
  return step === 'initial' && state.initialsGiven + 1 < state.initials.length ? state.status : to
}

/** Whose turn it is now; where initials are given the next in order. Nobody's when the case has ended. */
export function turnOf(state: CaseState): readonly Owner[] {
  const stage = stageOf(state.life, state.status)
  if (!stage) return []
  const initial = stage.exits.some((exit) => exit.step === 'initial') ? state.initials[state.initialsGiven] : undefined
  return initial === undefined ? stage.owners : [initial]
}

/** Owners that hold no role of the office: for them acts whoever handed the case over. */
const NOT_OF_THE_OFFICE: ReadonlySet<Owner> = new Set(['outside', 'panel', 'program'])

/** Those of the office who answer for a case while somebody else has it: the owners of the stages that lead there. */
function handedOverBy(life: Life, status: Status, seen: readonly Status[] = []): Owner[] {
  const before = life.filter((stage) => !seen.includes(stage.state) && stage.state !== status && stage.exits.some((exit) => exit.to === status))
  return before.flatMap((stage) => stage.owners.flatMap((owner) =>
    (NOT_OF_THE_OFFICE.has(owner) ? handedOverBy(life, stage.state, [...seen, status]) : owner === 'applicant' ? [] : [owner])))
}

/** Who of the office acts on the case now: whose turn it is, or who handed it over. */
export function deskOf(state: CaseState): readonly Owner[] {
  const turn = turnOf(state)
  return turn.some((owner) => NOT_OF_THE_OFFICE.has(owner)) ? [...new Set([...turn, ...handedOverBy(state.life, state.status)])] : turn
}

/** Steps that belong to the applicant, or to who helps him; all others only the desk whose turn it is may take. */
const OF_THE_APPLICANT: ReadonlySet<Step> = new Set(['submit', 'withdraw'])

/** The steps possible now for someone with these roles, rights aside. What the panel finds nobody finds for it. */
export function stepsFor(state: CaseState, roles: readonly string[]): Step[] {
  const [turn, desk] = [turnOf(state), deskOf(state)]
  return STEPS.filter((step) => next(step, state) !== undefined
    && (OF_THE_APPLICANT.has(step) || (step === 'score' ? turn : desk).some((owner) => roles.includes(owner))))
}

const ASIDE: ReadonlySet<Step> = new Set(['return', 'reject', 'withdraw'])

/** The straight road from here to the end: the steps that still come when nothing is in the way. `issue` is what the program does with a signature. */
export function roadAhead(life: Life, status: Status): (Step | 'issue')[] {
  const road: (Step | 'issue')[] = []
  for (let at: Status | undefined = status, left = life.length; at !== undefined && left > 0; left -= 1) {
    const exit: Stage['exits'][number] | undefined = stageOf(life, at)?.exits.find((one) => !ASIDE.has(one.step))
    if (exit) road.push(exit.to === 'issued' ? 'issue' : exit.step)
    at = exit?.to
  }
  return road
}

/** All desks of the office that a service passes: its cases are read by those who hold one of them. */
export const desksOf = ({ life, initials }: CaseLife): ReadonlySet<string> => new Set([...life.flatMap((stage) => stage.owners), ...initials])

/** Does the life lead to a letter? */
export const endsInLetter = (life: Life): boolean => life.some((stage) => stage.state === 'signing')

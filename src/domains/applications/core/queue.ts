import type { HeldRole, Role } from '../../../kernel/rights.ts'
import { type CaseLife, OPEN, type Status, deskOf } from './life.ts'

/** Parts of the queue (antrean), in the order in which they stand on the page. */
export const QUEUE_VIEWS = ['turn', 'division', 'late', 'returned', 'following', 'assigned', 'done'] as const
export type QueueView = (typeof QUEUE_VIEWS)[number]

/** Statuses that stand in the queue: the office owes an answer, waits for the applicant, or follows what is decided outside. */
export const IN_QUEUE: readonly Status[] = [...OPEN, 'returned', 'following']

/** Ends that count as work done by the office; a withdrawal is the applicant's. */
export const DONE: readonly Status[] = ['issued', 'completed', 'rejected']

/** What decides where a case stands in an officer's queue. `isDone` is set for cases that ended today. */
export type QueueFacts = {
  status: Status; definitionId: string; initialsGiven: number; divisionId: string; isAssignedToMe: boolean; isLate: boolean; isDone: boolean
}

/** The life and initials of the definition a case was filed under, by its id. */
export type LifeOf = (definitionId: string) => CaseLife

/** Roles whose work is cases; others see no queue. */
const CHAIN: ReadonlySet<Role> = new Set(['counter', 'verifier', 'division-head', 'secretary', 'office-head'])

/** Divisions whose cases someone works on; `all` as soon as one of his roles is not bound to a division. */
export function divisionsOf(roles: readonly HeldRole[]): 'all' | readonly string[] {
  const held = roles.filter((one) => CHAIN.has(one.role))
  const named = held.flatMap((one) => (one.divisionId === undefined ? [] : [one.divisionId]))
  return named.length < held.length ? 'all' : named
}

/** Is it the turn of someone with these roles? A role bound to a division has its turn only there. */
export function isTurn(roles: readonly HeldRole[], facts: QueueFacts, lifeOf: LifeOf): boolean {
  const turn = deskOf({ ...lifeOf(facts.definitionId), status: facts.status, accepted: true, initialsGiven: facts.initialsGiven })
  return roles.some((held) => turn.some((owner) => owner === held.role) && (held.divisionId === undefined || held.divisionId === facts.divisionId))
}

/** Does a case belong to this part of the officer's queue? The only definition; the store's conditions are tested against it. */
export function isInView(view: QueueView, roles: readonly HeldRole[], facts: QueueFacts, lifeOf: LifeOf): boolean {
  const divisions = divisionsOf(roles)
  const isOurs = divisions === 'all' || divisions.includes(facts.divisionId)
  const isOpen = !facts.isDone && OPEN.includes(facts.status)
  switch (view) {
    case 'turn': return isOpen && isTurn(roles, facts, lifeOf)
    case 'division': return isOpen && isOurs
    case 'late': return isOpen && isOurs && facts.isLate
    case 'returned': return !facts.isDone && facts.status === 'returned' && isOurs
    case 'following': return !facts.isDone && facts.status === 'following' && (isOurs || isTurn(roles, facts, lifeOf))
    case 'assigned': return !facts.isDone && IN_QUEUE.includes(facts.status) && facts.isAssignedToMe
    case 'done': return facts.isDone && isOurs
  }
}

/** How many cases stand in each part, from counted groups of like cases. */
export function countViews(roles: readonly HeldRole[], groups: readonly (QueueFacts & { count: number })[], lifeOf: LifeOf): Record<QueueView, number> {
  const counts: Record<QueueView, number> = { turn: 0, division: 0, late: 0, returned: 0, following: 0, assigned: 0, done: 0 }
  for (const group of groups) {
    for (const view of QUEUE_VIEWS) {
      if (isInView(view, roles, group, lifeOf)) counts[view] += group.count
    }
  }
  return counts
}

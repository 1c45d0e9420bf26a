import type { Role } from '../../../kernel/rights.ts'
import type { AboutPost } from './choices.ts'
import { type Nameable, officersMeant } from './suggest.ts'

/** Roles behind a post that a report may be about. */
const ROLES_OF: Record<AboutPost, readonly Role[]> = {
  counter: ['counter'], verifier: ['verifier'], 'division-head': ['division-head'], secretary: ['secretary'],
  'office-head': ['office-head'],
  'village-officer': ['village-officer'], inspector: ['inspector'], field: ['enumerator', 'coordinator', 'mentor'], unknown: [],
}
const LEADERS: readonly Role[] = ['secretary', 'office-head']

/** The way a report about an officer takes: who must not see it, who alone may, and whether the inspectorate is told. */
export type Round = { barred: string[]; openTo: Role[]; tellsInspectorate: boolean }

/**
 * A report about an officer goes round him (service-quality.md 2.1: to the secretary or the inspectorate). Barred is whoever is named; where the
 * name is unknown, and always for the two posts above all, everyone who holds the post. It is open to secretary and head alone; when both are
 * barred, to the heads of division too. The inspectorate is told when one of the two is barred.
 * @returns undefined for a report that is about no officer
 */
export function roundOf(about: { post: AboutPost | null; name: string; words: string; named?: readonly string[] }, staff: readonly Nameable[]): Round | undefined {
  const meant = new Set([...(about.named ?? []), ...officersMeant(about.name, about.words, staff)])
  if (about.post === null && meant.size === 0) return undefined
  const post = about.post ?? 'unknown'
  const holders = staff.filter((one) => one.roles.some((role) => ROLES_OF[post].some((other) => other === role))).map((one) => one.id)
  if (meant.size === 0 || post === 'secretary' || post === 'office-head') for (const id of holders) meant.add(id)
  const leaders = staff.filter((one) => one.roles.some((role) => LEADERS.some((other) => other === role)))
  const free = leaders.filter((one) => !meant.has(one.id))
  return {
    barred: [...meant].toSorted(), openTo: free.length > 0 ? [...LEADERS] : ['division-head', ...LEADERS],
    tellsInspectorate: free.length < leaders.length,
  }
}

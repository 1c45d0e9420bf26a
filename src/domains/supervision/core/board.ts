import { ROLES, type Role } from '../../../kernel/rights.ts'

/** For whom a case waits: a desk of the office, the applicant, or somebody who is of neither. */
export type WaitsFor = Role | 'applicant' | 'outside' | 'panel' | 'program'

export const isRole = (one: WaitsFor): one is Role => ROLES.some((role) => role === one)

/** Like open cases counted together: for whom they wait, who was named for them, how pressing they are. */
export type Group = {
  waitsFor: WaitsFor; divisionId: string; holderId: string | null; isLate: boolean; isToday: boolean; count: number; oldestDue: Date | null
}

/** Who has cases: an officer named for them, a desk nobody of which was named, or the applicant. */
export type Holder = { kind: 'officer'; id: string } | { kind: 'desk'; role: Role } | { kind: 'applicant' } | { kind: 'beyond'; who: 'outside' | 'panel' | 'program' }

/** How much one holder has in hand. */
export type Holding = { holder: Holder; open: number; late: number; today: number; oldestDue: Date | null }

const keyOf = (holder: Holder): string => (holder.kind === 'officer' ? holder.id : holder.kind === 'desk' ? `desk ${holder.role}` : holder.kind === 'beyond' ? holder.who : 'applicant')

/** A returned case lies with the applicant, whoever was named for it before. */
function holderOf({ waitsFor, holderId }: Group): Holder {
  if (waitsFor === 'applicant') return { kind: 'applicant' }
  if (holderId !== null) return { kind: 'officer', id: holderId }
  return isRole(waitsFor) ? { kind: 'desk', role: waitsFor } : { kind: 'beyond', who: waitsFor }
}

const earlier = (a: Date | null, b: Date | null): Date | null => (a === null ? b : b === null ? a : a < b ? a : b)

/** Who holds what, those with most late cases first; every case is counted once. */
export function holdingsOf(groups: readonly Group[]): Holding[] {
  const found = new Map<string, Holding>()
  for (const group of groups) {
    const holder = holderOf(group)
    const before = found.get(keyOf(holder)) ?? { holder, open: 0, late: 0, today: 0, oldestDue: null }
    found.set(keyOf(holder), {
      holder, open: before.open + group.count, late: before.late + (group.isLate ? group.count : 0), today: before.today + (group.isToday ? group.count : 0),
      oldestDue: earlier(before.oldestDue, group.oldestDue),
    })
  }
  return [...found.values()].toSorted((a, b) => b.late - a.late || b.today - a.today || b.open - a.open || keyOf(a.holder).localeCompare(keyOf(b.holder)))
}

/** A role of the chain held by an active officer today; without a division it holds for all of them. */
export type StaffRole = { id: string; name: string; role: Role; divisionId: string | null }

/** A step that stands still when one person is away, or stands still now. `divisionId` is undefined when it is so in every division. */
export type StepRisk = { role: Role; divisionId: string | undefined; kind: 'nobody' | 'single'; name: string | undefined; waiting: number }

export const STEP_ROLES = ['counter', 'verifier', 'division-head', 'secretary', 'office-head'] as const satisfies readonly Role[]

const holdersOf = (staff: readonly StaffRole[], role: Role, divisionId: string): StaffRole[] => {
  const held = staff.filter((one) => one.role === role && (one.divisionId === null || one.divisionId === divisionId))
  return [...new Map(held.map((one) => [one.id, one])).values()]
}

/** Steps that depend on one active officer or have none, those without anybody first. One line where all divisions share the same people. */
export function stepRisks(staff: readonly StaffRole[], divisions: readonly string[], groups: readonly Group[]): StepRisk[] {
  const waiting = (role: Role, division: string | undefined) => groups
    .filter((group) => group.waitsFor === role && (division === undefined || group.divisionId === division)).reduce((sum, group) => sum + group.count, 0)
  const risks = STEP_ROLES.flatMap((role): StepRisk[] => {
    const teams = divisions.map((division) => ({ division, people: holdersOf(staff, role, division) }))
    const same = new Set(teams.map(({ people }) => people.map((one) => one.id).toSorted().join(' '))).size <= 1
    return (same ? teams.slice(0, 1) : teams).flatMap(({ division, people }): StepRisk[] => {
      if (people.length > 1) return []
      const divisionId = same ? undefined : division
      return [{ role, divisionId, kind: people.length === 0 ? 'nobody' : 'single', name: people[0]?.name, waiting: waiting(role, divisionId) }]
    })
  })
  return risks.toSorted((a, b) => (a.kind === b.kind ? b.waiting - a.waiting : a.kind === 'nobody' ? -1 : 1))
}

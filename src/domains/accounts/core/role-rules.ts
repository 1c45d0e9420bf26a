import { type Result, fail, ok } from '../../../kernel/result.ts'
import { type Role, covers } from '../../../kernel/rights.ts'

/** Roles of citizens: they come with a person, never by the administrator's hand. */
export const CITIZEN_ROLES: readonly Role[] = ['business-owner', 'cooperative-secretary']
/** Roles that only hold within an area (wilayah tugas). */
export const AREA_ROLES: readonly Role[] = ['village-officer', 'enumerator', 'coordinator']
/** Roles that belong to a division (bidang). */
export const DIVISION_ROLES: readonly Role[] = ['division-head']
/** Roles that take part in issuing a letter. */
const ISSUING_ROLES: ReadonlySet<Role> = new Set(['counter', 'village-officer', 'verifier', 'division-head', 'secretary', 'office-head'])

export type RoleFault = 'citizen-role' | 'area-needed' | 'area-outside' | 'division-needed' | 'dates' | 'admin-issues-nothing' | 'held-already'

export type NewRole = { role: Role; area?: string; divisionId?: string; from: string; to?: string }

/**
 * May an officer be given this role beside those he holds?
 * @param officeRegion region code of the office (`35.15`); every area lies inside it
 * @param held roles valid now or later
 */
export function judgeRole(one: NewRole, officeRegion: string, held: readonly { role: Role; area?: string }[]): Result<NewRole, RoleFault> {
  if (CITIZEN_ROLES.includes(one.role)) return fail('citizen-role')
  if (AREA_ROLES.includes(one.role) && one.area === undefined) return fail('area-needed')
  if (one.area !== undefined && !covers(officeRegion, one.area)) return fail('area-outside')
  if (DIVISION_ROLES.includes(one.role) && one.divisionId === undefined) return fail('division-needed')
  if (one.to !== undefined && one.to < one.from) return fail('dates')
  if (held.some(({ role, area }) => role === one.role && area === one.area)) return fail('held-already')
  // Who makes accounts could otherwise make himself part of every letter.
  const all = [one.role, ...held.map(({ role }) => role)]
  if (all.includes('admin') && all.some((role) => ISSUING_ROLES.has(role))) return fail('admin-issues-nothing')
  return ok(one)
}

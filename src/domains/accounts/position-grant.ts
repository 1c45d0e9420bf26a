import type { Temporal } from 'temporal-polyfill'
import { type Actor, ROLES, type Role } from '../../kernel/rights.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import { judgeRole } from './core/role-rules.ts'

/** Accounts that may fill a position: active officers of the office, by name. */
export async function listOfficerAccounts(db: Db | Tx, officeId: string): Promise<{ id: string; name: string; login: string }[]> {
  const rows = await db.selectFrom('accounts.accounts').select(['id', 'name', 'login']).where('office_id', '=', officeId).where('kind', '=', 'officer')
    .where('status', '=', 'active').orderBy('name').orderBy('id').limit(500).execute()
  return rows.map((row) => ({ ...row, login: row.login ?? '' }))
}

export type PositionGrant = { accountId: string; role: 'office-head' | 'secretary' | 'division-head'; divisionId?: string; from: string; to: string | null }

const isRole = (text: string): text is Role => ROLES.some((role) => role === text)

/**
 * Gives the role of a position for its dates, beside the roles the officer holds otherwise.
 * @returns false when his other roles forbid it: the administrator issues no letters
 */
export async function grantPosition(unit: Unit, actor: Actor, officeRegion: string, one: PositionGrant): Promise<boolean> {
  const held = await unit.tx.selectFrom('accounts.role_grants').select(['role', 'valid_to']).where('account_id', '=', one.accountId)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', one.from)])).execute()
  // Holding the same role at another time is no fault here: an acting head may act again next month.
  const others = held.flatMap(({ role }) => (isRole(role) && role !== one.role ? [{ role }] : []))
  const judged = judgeRole({
    role: one.role, from: one.from, ...(one.divisionId === undefined ? {} : { divisionId: one.divisionId }), ...(one.to === null ? {} : { to: one.to }),
  }, officeRegion, others)
  if (!judged.ok) return false
  await unit.tx.insertInto('accounts.role_grants').values({
    account_id: one.accountId, role: one.role, division_id: one.divisionId ?? null, valid_from: one.from, valid_to: one.to, granted_by: actor.accountId,
  }).execute()
  unit.record(actor.officeId, {
    what: 'role.grant', kind: 'account', subject: one.accountId, actor: actor.accountId, role: roleOf(actor), data: { role: one.role, from: one.from, to: one.to },
  })
  return true
}

/** Ends the role that came with a position on the position's new last day. */
export async function endPosition(unit: Unit, actor: Actor, one: Omit<PositionGrant, 'to'>, last: Temporal.PlainDate): Promise<void> {
  await unit.tx.updateTable('accounts.role_grants').set({ valid_to: last.toString() }).where('account_id', '=', one.accountId).where('role', '=', one.role)
    .where('valid_from', '=', one.from).execute()
  unit.record(actor.officeId, {
    what: 'role.end', kind: 'account', subject: one.accountId, actor: actor.accountId, role: roleOf(actor), data: { role: one.role, to: last.toString() },
  })
}

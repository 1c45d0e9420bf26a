import { type Result, conflict, invalid, notFound, ok } from '../../kernel/result.ts'
import { type Actor, ROLES, type Role } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { getOffice, isRegion, listDivisions } from '../office/index.ts'
import { createAccount, findAccountByLogin, getAccount, resetSecrets, setStatus } from './account-store.ts'
import { type NewRole, judgeRole } from './core/role-rules.ts'
import { officersId } from './messages-officers.id.ts'
import { addGrant, endGrant, listGrants } from './officer-store.ts'
import { hashPassword, temporaryPassword } from './passwords.ts'
import { endOtherSessions } from './session-store.ts'

const t = officersId.admin
const LOGIN = /^[a-z][a-z0-9.-]{2,39}$/

/** Who acts: an administrator, or the command line (without an account). */
export type By = Pick<Actor, 'accountId' | 'roles' | 'kind'> | undefined

const signed = (by: By) => (by ? { actor: by.accountId, role: by.roles[0]?.role ?? by.kind } : { role: 'command-line' })

const isRole = (text: string): text is Role => ROLES.some((role) => role === text)

export type RoleInput = { role: string; area?: string; divisionId?: string; from: string; to?: string }

/** A role as typed, judged against the office's regions and divisions and the roles already held. */
async function readRole(unit: Unit, officeId: string, one: RoleInput, accountId: string | undefined): Promise<Result<NewRole>> {
  if (!isRole(one.role)) return invalid([{ field: 'role', message: t.roleNeeded }])
  if (one.area !== undefined && !await isRegion(unit.tx, one.area)) return invalid([{ field: 'area', message: t.areaUnknown }])
  const divisions = await listDivisions(unit.tx, officeId, wibDate(unit.now))
  if (one.divisionId !== undefined && !divisions.some(({ id }) => id === one.divisionId)) {
    return invalid([{ field: 'divisionId', message: t.faults['division-needed'] }])
  }
  const today = wibDate(unit.now).toString()
  const held = (accountId ? await listGrants(unit.tx, accountId) : [])
    .flatMap(({ role, area, to }) => (isRole(role) && (to === null || to >= today) ? [{ role, ...(area === null ? {} : { area }) }] : []))
  const office = await getOffice(unit.tx, officeId)
  const judged = judgeRole({ ...one, role: one.role }, office.regionCode, held)
  if (judged.ok) return judged
  const field = { 'area-needed': 'area', 'area-outside': 'area', 'division-needed': 'divisionId', dates: 'to' }[judged.error as string] ?? 'role'
  return invalid([{ field, message: t.faults[judged.error] }])
}

export type NewOfficer = { officeId: string; login: string; name: string; role: RoleInput; totpSecret?: Uint8Array }
export type Made = { id: string; password: string }

/** A new officer with one role and a temporary password, which is given back once and kept nowhere. */
export async function createOfficer(unit: Unit, keys: Keys, by: By, one: NewOfficer): Promise<Result<Made>> {
  const login = one.login.trim().toLowerCase()
  if (!LOGIN.test(login)) return invalid([{ field: 'login', message: t.loginForm }])
  if (await findAccountByLogin(unit.tx, one.officeId, login)) return invalid([{ field: 'login', message: t.loginTaken }])
  const role = await readRole(unit, one.officeId, one.role, undefined)
  if (!role.ok) return role
  const password = temporaryPassword()
  const id = await createAccount(unit.tx, keys, unit.now, {
    officeId: one.officeId, kind: 'officer', login, name: one.name, password, roles: [], from: one.role.from, mustChange: true,
    ...(one.totpSecret ? { totpSecret: one.totpSecret } : {}),
  })
  await addGrant(unit.tx, { accountId: id, ...role.value, by: by?.accountId })
  unit.record(one.officeId, { what: 'account.create', kind: 'account', subject: id, ...signed(by), to: 'active', data: { role: role.value.role, area: role.value.area ?? null } })
  return ok({ id, password })
}

/** The officer's account an administrator may change: of his office, not his own. */
async function others(unit: Unit, admin: Actor, id: string): Promise<Result<{ officeId: string; status: string }>> {
  if (id === admin.accountId) return conflict('own-account', t.ownAccount)
  const account = await getAccount(unit.tx, id)
  return account.kind === 'officer' && account.officeId === admin.officeId ? ok(account) : notFound('not-found', t.none)
}

const NOTHING: Record<string, string | null> = {}

function note(unit: Unit, admin: Actor, id: string, what: string, more: { from?: string; to?: string; data?: Record<string, string | null> } = {}): void {
  const { data = NOTHING, ...states } = more
  unit.record(admin.officeId, { what, kind: 'account', subject: id, actor: admin.accountId, role: roleOf(admin), ...states, ...(data === NOTHING ? {} : { data }) })
}

/** Gives a role; it holds at the next request. */
export async function giveRole(unit: Unit, admin: Actor, id: string, input: RoleInput): Promise<Result<void>> {
  const account = await others(unit, admin, id)
  if (!account.ok) return account
  const role = await readRole(unit, admin.officeId, input, id)
  if (!role.ok) return role
  await addGrant(unit.tx, { accountId: id, ...role.value, by: admin.accountId })
  note(unit, admin, id, 'account.role-give', { data: { role: role.value.role, area: role.value.area ?? null, from: role.value.from, to: role.value.to ?? null } })
  return ok(undefined)
}

export async function takeRole(unit: Unit, admin: Actor, id: string, grantId: string): Promise<Result<void>> {
  const account = await others(unit, admin, id)
  if (!account.ok) return account
  const grants = await listGrants(unit.tx, id)
  const grant = grants.find((one) => one.id === grantId)
  if (!grant || !await endGrant(unit.tx, id, grantId, wibDate(unit.now).toString())) return notFound('not-found', t.none)
  await endOtherSessions(unit.tx, id, unit.now)
  note(unit, admin, id, 'account.role-end', { data: { role: grant.role, area: grant.area } })
  return ok(undefined)
}

export async function lockAccount(unit: Unit, admin: Actor, id: string, locked: boolean): Promise<Result<void>> {
  const account = await others(unit, admin, id)
  if (!account.ok) return account
  const to = locked ? 'locked' : 'active'
  if (account.value.status === to) return ok(undefined)
  await setStatus(unit.tx, id, to)
  if (locked) await endOtherSessions(unit.tx, id, unit.now)
  note(unit, admin, id, locked ? 'account.lock' : 'account.unlock', { from: account.value.status, to })
  return ok(undefined)
}

/** A new temporary password, no authenticator, no open session. @returns the password, to be shown once */
export async function resetAccount(unit: Unit, admin: Actor, id: string): Promise<Result<string>> {
  const account = await others(unit, admin, id)
  if (!account.ok) return account
  const password = temporaryPassword()
  await resetSecrets(unit.tx, id, await hashPassword(password))
  await endOtherSessions(unit.tx, id, unit.now)
  note(unit, admin, id, 'account.reset')
  return ok(password)
}

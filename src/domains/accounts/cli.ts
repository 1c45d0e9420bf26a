import { type Result, invalid, notFound, ok } from '../../kernel/result.ts'
import { ROLES, type Role } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import { type Unit, transact } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { findHomeOffice } from '../office/index.ts'
import { createPerson, readPhone } from '../registry/index.ts'
import { createAccount, findAccountByLogin } from './account-store.ts'
import { CITIZEN_ROLES } from './core/role-rules.ts'
import { accountsId } from './messages.id.ts'
import { officersId } from './messages-officers.id.ts'
import { createOfficer } from './officer-accounts.ts'
import { openSession } from './session-store.ts'
import { newTotpSecret, secretBytes } from './totp.ts'

type CliTools = Pick<Tools, 'db' | 'clock' | 'keys' | 'config'>

const t = accountsId.cli

async function officeOf(unit: Unit): Promise<Result<{ id: string }>> {
  const office = await findHomeOffice(unit.tx)
  return office ? ok(office) : notFound('no-office', t.noOffice)
}

export type UserAdded = { login: string; role: string; password?: string; totpSecret?: string }

/** A citizen without a card on record: works through the API; in the browser a new device sends him to the counter. */
async function addCitizen(unit: Unit, tools: CliTools, officeId: string, typed: string, role: Role): Promise<Result<UserAdded>> {
  const phone = readPhone(typed)
  if (!phone.ok) return invalid([{ field: 'login', message: t.citizenLogin }])
  if (await findAccountByLogin(unit.tx, officeId, phone.value)) return invalid([{ field: 'login', message: officersId.admin.loginTaken }])
  const personId = await createPerson(unit.tx, tools.keys, unit.now, officeId, { name: typed, phone: phone.value })
  const id = await createAccount(unit.tx, tools.keys, unit.now, {
    officeId, kind: 'citizen', login: phone.value, name: typed, personId, roles: [{ role }], from: wibDate(unit.now).toString(),
  })
  unit.record(officeId, { what: 'account.create', kind: 'account', subject: id, role: 'command-line', for: personId, to: 'active', data: { role } })
  return ok({ login: typed, role })
}

/**
 * `user add <login> --role <role> [--area <code>]`. Officers get a temporary password and an authenticator secret, both shown once here;
 * the first sign-in asks for a new password. Citizens' logins are phone numbers.
 */
export async function userAdd(tools: CliTools, one: { login: string; role: string; area?: string; division?: string; name?: string }): Promise<Result<UserAdded>> {
  const role = ROLES.find((known) => known === one.role)
  if (!role) return invalid([{ field: 'role', message: `${t.roleUnknown} ${ROLES.join(', ')}.` }])
  return transact<UserAdded>(tools.db, tools.clock, async (unit) => {
    const office = await officeOf(unit)
    if (!office.ok) return office
    if (CITIZEN_ROLES.includes(role)) return addCitizen(unit, tools, office.value.id, one.login, role)
    const totpSecret = newTotpSecret()
    const made = await createOfficer(unit, tools.keys, undefined, {
      officeId: office.value.id, login: one.login, name: one.name ?? one.login, totpSecret: secretBytes(totpSecret),
      role: {
        role, from: wibDate(unit.now).toString(), ...(one.area === undefined ? {} : { area: one.area }), ...(one.division === undefined ? {} : { divisionId: one.division }),
      },
    })
    return made.ok ? ok({ login: one.login, role, password: made.value.password, totpSecret }) : made
  })
}

/**
 * `token <login> [--reason <text>]`: an API bearer token and nothing else. The second factor counts as given for one hour.
 * The reason stays with the session; the log gets ids only.
 */
export async function issueToken(tools: CliTools, one: { login: string; reason?: string }): Promise<Result<string>> {
  const reason = one.reason?.trim()
  if (!tools.config.demo && !reason) return invalid([{ field: 'reason', message: t.reasonNeeded }])
  return transact<string>(tools.db, tools.clock, async (unit) => {
    const office = await officeOf(unit)
    if (!office.ok) return office
    const phone = readPhone(one.login)
    const account = await findAccountByLogin(unit.tx, office.value.id, phone.ok ? phone.value : one.login.toLowerCase())
    if (account?.status !== 'active') return notFound('no-account', t.noAccount)
    const token = await openSession(unit.tx, tools.keys, unit.now, {
      accountId: account.id, kind: 'api', secondFactorUntil: unit.now.add({ hours: 1 }), ...(reason ? { reason } : {}),
    })
    unit.record(office.value.id, { what: 'token.issue', kind: 'account', subject: account.id, role: 'command-line', data: { withReason: Boolean(reason) } })
    return ok(token)
  })
}

import { type Result, invalid, ok } from '../../kernel/result.ts'
import type { Role } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Ask } from '../../platform/http/context.ts'
import type { Sent } from '../../platform/http/page.ts'
import type { Unit } from '../../platform/db/unit.ts'
import { findOfficerForSignIn, getAccount, setPassword, setTotpSecret } from './account-store.ts'
import { localPath } from '../../kernel/local-path.ts'
import { judgePassword } from './core/password.ts'
import { officersId } from './messages-officers.id.ts'
import { listGrants } from './officer-store.ts'
import { checkPassword, commonPasswords, hashPassword } from './passwords.ts'
import { takeSecondFactor } from './second-factor.ts'
import { COOKIES, beginSession } from './session-open.ts'
import { commit, homeOfficeId } from './sign-in.ts'
import { countTries, forgiveTries } from './throttle-store.ts'
import { TICKET_LASTS_S, type Ticket, findTicket, moveTicket, openTicket } from './ticket-store.ts'
import { matchingStep, newTotpSecret, secretBytes } from './totp.ts'

const t = officersId

/** The steps after the right password. A code is asked first where there is an authenticator, so that a found slip alone sets no password. */
export const OFFICER_STAGES = { totp: '/masuk/petugas/kode', password: '/masuk/petugas/sandi', enrol: '/masuk/petugas/autentikator' } as const
type OfficerStage = keyof typeof OFFICER_STAGES

/** Where a day begins, by role; the first that is held. */
const FIRST_PAGE: [role: Role, path: string][] = [
  ...(['counter', 'verifier', 'division-head', 'secretary', 'office-head'] as const).map((role): [Role, string] => [role, '/petugas']),
  ['village-officer', '/petugas/bantu'], ['admin', '/admin/akun'],
]

/**
 * First step: name and password. The same answer and the same work for a wrong password, an unknown name and a locked account;
 * the limit is kept per name, whether or not it exists, and per address.
 */
export async function startOfficerSignIn(ask: Ask, login: string, password: string, back: string | undefined): Promise<Result<Sent>> {
  const name = login.trim().toLowerCase().slice(0, 200)
  const limit = await countTries(ask.tools, [['password-of-account', name], ['password-from-address', ask.ip]])
  if (!limit.allowed) return invalid([{ field: 'login', message: t.signIn.tooMany(limit.retryAt) }], 'too-many')
  const found = await commit(ask, async (unit) => findOfficerForSignIn(unit.tx, await homeOfficeId(unit), name))
  const right = await checkPassword(found?.passwordHash, password)
  if (!right || found?.status !== 'active') return invalid([{ field: 'login', message: t.signIn.wrong }], 'wrong-password')
  await forgiveTries(ask.tools, 'password-of-account', name)
  const stage: OfficerStage = found.hasTotp ? 'totp' : 'password'
  const token = await commit(ask, (unit) => openTicket(unit.tx, ask.tools.keys, unit.now, 'officer', {
    stage, accountId: found.id, payload: { back: localPath(back, '') },
  }))
  return ok({ goTo: OFFICER_STAGES[stage], cookies: [{ name: COOKIES.ticket, value: token, maxAgeS: TICKET_LASTS_S }] })
}

type At = Ticket<'officer'> & { token: string; accountId: string }

async function ticketAt(unit: Unit, ask: Ask, stage: OfficerStage): Promise<At | undefined> {
  const token = ask.cookies[COOKIES.ticket]
  const ticket = await findTicket(unit.tx, ask.tools.keys, unit.now, 'officer', token)
  return token && ticket?.accountId && ticket.stage === stage ? { ...ticket, token, accountId: ticket.accountId } : undefined
}

/** What a page of one stage shows: the ticket, if the browser is there. */
export const readOfficerTicket = (unit: Unit, ask: Ask, stage: OfficerStage): Promise<At | undefined> => ticketAt(unit, ask, stage)

async function firstPage(unit: Unit, accountId: string): Promise<string> {
  const today = wibDate(unit.now).toString()
  const held = (await listGrants(unit.tx, accountId)).filter(({ from, to }) => from <= today && (to === null || to >= today))
  return FIRST_PAGE.find(([role]) => held.some((grant) => grant.role === role))?.[1] ?? '/akun'
}

async function finish(unit: Unit, ask: Ask, at: At): Promise<Sent> {
  await moveTicket(unit.tx, ask.tools.keys, at.token, { ...at, stage: 'done' })
  const account = await getAccount(unit.tx, at.accountId)
  // An account locked meanwhile gets no session.
  if (account.status !== 'active') return { goTo: '/masuk/petugas' }
  return { goTo: at.payload.back || await firstPage(unit, at.accountId), cookies: await beginSession(unit, ask, { accountId: account.id, officeId: account.officeId, role: 'officer' }, true) }
}

async function goTo(unit: Unit, ask: Ask, at: At, stage: OfficerStage, secret?: string): Promise<Sent> {
  await moveTicket(unit.tx, ask.tools.keys, at.token, { ...at, stage, payload: { back: at.payload.back, secret } })
  return { goTo: OFFICER_STAGES[stage] }
}

/** Second step: the code of the authenticator. */
export async function confirmOfficerCode(ask: Ask, typed: string): Promise<Result<Sent>> {
  const at = await commit(ask, (unit) => ticketAt(unit, ask, 'totp'))
  if (!at) return ok({ goTo: '/masuk/petugas' })
  const taken = await takeSecondFactor(ask.tools, at.accountId, typed)
  if (!taken.ok) return invalid([{ field: 'code', message: taken.error }], 'wrong-code')
  return ok(await commit(ask, async (unit) => {
    const account = await getAccount(unit.tx, at.accountId)
    return account.mustChange ? goTo(unit, ask, at, 'password') : finish(unit, ask, at)
  }))
}

/** May this be the new password? Refused with the sentence for the field. */
export async function judgeNewPassword(password: string, repeated: string, about: string[]): Promise<Result<string>> {
  if (password !== repeated) return invalid([{ field: 'repeated', message: t.password.differs }])
  const judged = judgePassword(password, await commonPasswords(), about)
  return judged.ok ? judged : invalid([{ field: 'password', message: t.password.faults[judged.error] }])
}

/** After a temporary password: a new one, then the authenticator where there is none yet. */
export async function setFirstPassword(ask: Ask, password: string, repeated: string): Promise<Result<Sent>> {
  const at = await commit(ask, (unit) => ticketAt(unit, ask, 'password'))
  if (!at) return ok({ goTo: '/masuk/petugas' })
  const account = await commit(ask, (unit) => getAccount(unit.tx, at.accountId))
  const judged = await judgeNewPassword(password, repeated, [account.login ?? '', account.name])
  if (!judged.ok) return judged
  const held = await commit(ask, async (unit) => findOfficerForSignIn(unit.tx, account.officeId, account.login ?? ''))
  if (await checkPassword(held?.passwordHash, password)) return invalid([{ field: 'password', message: t.password.faults['same-as-before'] }])
  const hashed = await hashPassword(password)
  return ok(await commit(ask, async (unit) => {
    const still = await ticketAt(unit, ask, 'password')
    if (!still) return { goTo: '/masuk/petugas' }
    await setPassword(unit.tx, at.accountId, hashed)
    unit.record(account.officeId, { what: 'account.password-change', kind: 'account', subject: at.accountId, actor: at.accountId })
    return held?.hasTotp ? finish(unit, ask, still) : goTo(unit, ask, still, 'enrol', newTotpSecret())
  }))
}

/** Last step of a first sign-in: the authenticator shows the right code for the secret it was just given. */
export async function confirmFirstAuthenticator(ask: Ask, typed: string): Promise<Result<Sent>> {
  const at = await commit(ask, (unit) => ticketAt(unit, ask, 'enrol'))
  if (!at?.payload.secret) return ok({ goTo: '/masuk/petugas' })
  const secret = secretBytes(at.payload.secret)
  const limit = await countTries(ask.tools, [['totp-of-account', at.accountId]])
  if (!limit.allowed) return invalid([{ field: 'code', message: t.signIn.tooManyCodes(limit.retryAt) }], 'too-many')
  const step = matchingStep(secret, ask.tools.clock().epochMilliseconds, undefined, typed)
  if (step === undefined) return invalid([{ field: 'code', message: t.totp.wrong }], 'wrong-code')
  return ok(await commit(ask, async (unit) => {
    const still = await ticketAt(unit, ask, 'enrol')
    if (!still) return { goTo: '/masuk/petugas' }
    const account = await getAccount(unit.tx, at.accountId)
    await setTotpSecret(unit.tx, ask.tools.keys, at.accountId, secret, step)
    unit.record(account.officeId, { what: 'account.authenticator-set', kind: 'account', subject: at.accountId, actor: at.accountId })
    return finish(unit, ask, still)
  }))
}

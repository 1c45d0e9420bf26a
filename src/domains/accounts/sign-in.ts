import { type Result, invalid, ok } from '../../kernel/result.ts'
import type { Ask, Cookie } from '../../platform/http/context.ts'
import type { Sent } from '../../platform/http/page.ts'
import { type Unit, transact } from '../../platform/db/unit.ts'
import { messageTexts, queueMessage } from '../messages/index.ts'
import { findHomeOffice } from '../office/index.ts'
import { findPersonByNationalId, readNationalId, readPhone } from '../registry/index.ts'
import { type FoundAccount, findAccountByLogin, getAccount } from './account-store.ts'
import { issueCode, tryCode } from './code-store.ts'
import { localPath } from '../../kernel/local-path.ts'
import { CODE_LASTS_MS } from './core/one-time-code.ts'
import { DEVICE_LASTS_S, isKnownDevice, rememberDevice } from './device-store.ts'
import { signInWords } from './words.ts'
import { COOKIES, beginSession } from './session-open.ts'
import { countTries, countTry, forgiveTries } from './throttle-store.ts'
import { TICKET_LASTS_S, findTicket, moveTicket, openTicket } from './ticket-store.ts'

/** Where a begun sign-in goes on, by its stage. */
export const STAGES = { code: '/masuk/kode', 'second-fact': '/masuk/pastikan', register: '/masuk/daftar', counter: '/masuk/loket' } as const
export type Stage = keyof typeof STAGES

const AFTER_SIGN_IN = '/permohonan'

/** A committed transaction whatever it answers, so that what was counted stays counted. */
export async function commit<T>(ask: Ask, work: (unit: Unit) => Promise<T>): Promise<T> {
  const done = await transact(ask.tools.db, ask.tools.clock, async (unit) => ok(await work(unit)))
  if (!done.ok) throw new Error('a transaction without refusals was refused')
  return done.value
}

export async function homeOfficeId(unit: Unit): Promise<string> {
  const office = await findHomeOffice(unit.tx)
  if (!office) throw new Error('there is no office yet')
  return office.id
}

async function sendCode(unit: Unit, ask: Ask, ticket: string, phone: string): Promise<void> {
  const code = await issueCode(unit.tx, ask.tools.keys, unit.now, 'sign-in', ticket)
  await queueMessage(unit, {
    officeId: await homeOfficeId(unit), template: 'one-time-code', channel: 'phone', address: phone,
    body: messageTexts('one-time-code', { code, minutes: CODE_LASTS_MS / 60_000 }), secret: true, language: ask.lang,
  })
}

const limitsOfSending = (ask: Ask, phone: string) => countTries(ask.tools, [['code-to-phone', phone], ['code-from-address', ask.ip]])

/**
 * First step: a code goes to the number, whether or not anybody here has it. The account is not even looked up yet,
 * so neither the answer nor its time can tell.
 */
export async function startSignIn(ask: Ask, typed: string, back: string | undefined): Promise<Result<Sent>> {
  const words = signInWords(ask.lang)
  const phone = readPhone(typed)
  if (!phone.ok) return invalid([{ field: 'phone', message: phone.error }])
  const limit = await limitsOfSending(ask, phone.value)
  if (!limit.allowed) return invalid([{ field: 'phone', message: words.tooManyCodes(limit.retryAt) }], 'too-many')
  const token = await commit(ask, async (unit) => {
    const ticket = await openTicket(unit.tx, ask.tools.keys, unit.now, 'sign-in', {
      stage: 'code', accountId: undefined, payload: { phone: phone.value, back: localPath(back, AFTER_SIGN_IN) },
    })
    await sendCode(unit, ask, ticket, phone.value)
    return ticket
  })
  return ok({ goTo: STAGES.code, cookies: [{ name: COOKIES.ticket, value: token, maxAgeS: TICKET_LASTS_S }] })
}

/** Sends another code for the same sign-in; the one before it is then worth nothing. */
export async function resendCode(ask: Ask): Promise<Result<Sent>> {
  const words = signInWords(ask.lang)
  const token = ask.cookies[COOKIES.ticket]
  const ticket = await commit(ask, (unit) => findTicket(unit.tx, ask.tools.keys, unit.now, 'sign-in', token))
  if (!token || ticket?.stage !== 'code') return ok({ goTo: '/masuk' })
  const limit = await limitsOfSending(ask, ticket.payload.phone)
  if (!limit.allowed) return invalid([{ field: 'code', message: words.tooManyCodes(limit.retryAt) }], 'too-many')
  await commit(ask, (unit) => sendCode(unit, ask, token, ticket.payload.phone))
  return ok({ goTo: `${STAGES.code}?lagi=1` })
}

type Next = { kind: 'refused'; message: string } | { kind: 'goes-on'; goTo: string; cookies: Cookie[] }

const roleOfCitizen = 'business-owner'

async function afterRightCode(unit: Unit, ask: Ask, token: string, phone: string, back: string): Promise<Next> {
  const { keys } = ask.tools
  const account = await findAccountByLogin(unit.tx, await homeOfficeId(unit), phone)
  if (account?.status === 'active' && await isKnownDevice(unit.tx, keys, unit.now, account.id, ask.cookies[COOKIES.device])) {
    return { kind: 'goes-on', goTo: back, cookies: await beginSession(unit, ask, whoIs(account), false) }
  }
  const stage: Stage = !account ? 'register' : account.status === 'active' ? 'second-fact' : 'counter'
  await moveTicket(unit.tx, keys, token, { stage, accountId: account?.id, payload: { phone, back } })
  return { kind: 'goes-on', goTo: STAGES[stage], cookies: [] }
}

export const whoIs = (account: Pick<FoundAccount, 'id' | 'officeId'>) => ({ accountId: account.id, officeId: account.officeId, role: roleOfCitizen })

/** Second step: the code. Right: the device is known, the second fact is asked, or the number is new here. */
export async function confirmCode(ask: Ask, typed: string): Promise<Result<Sent>> {
  const words = signInWords(ask.lang)
  const { keys } = ask.tools
  const token = ask.cookies[COOKIES.ticket]
  const ticket = await commit(ask, (unit) => findTicket(unit.tx, keys, unit.now, 'sign-in', token))
  if (!token || ticket?.stage !== 'code') return ok({ goTo: '/masuk' })
  const { phone, back } = ticket.payload
  const limit = await countTries(ask.tools, [['code-tries-of-phone', phone], ['code-tries-from-address', ask.ip]])
  if (!limit.allowed) return invalid([{ field: 'code', message: words.tooManyTries(limit.retryAt) }], 'too-many')
  const next = await commit(ask, async (unit): Promise<Next> => {
    const answer = await tryCode(unit.tx, keys, unit.now, 'sign-in', token, typed)
    if (answer.kind === 'right') return afterRightCode(unit, ask, token, phone, back)
    return { kind: 'refused', message: answer.kind === 'wrong' ? words.wrongCode(answer.triesLeft) : words.deadCode[answer.kind] }
  })
  if (next.kind === 'refused') return invalid([{ field: 'code', message: next.message }], 'wrong-code')
  // Who reads the messages of the number may ask again: the limits are for codes that nobody answers.
  await forgiveTries(ask.tools, 'code-to-phone', phone)
  await forgiveTries(ask.tools, 'code-tries-of-phone', phone)
  return ok(next)
}

async function atStage(ask: Ask, stage: Stage) {
  const token = ask.cookies[COOKIES.ticket]
  const ticket = await commit(ask, (unit) => findTicket(unit.tx, ask.tools.keys, unit.now, 'sign-in', token))
  return token && ticket?.stage === stage ? { token, ...ticket } : undefined
}

export async function toCounter(unit: Unit, ask: Ask, token: string, payload: { phone: string; back: string }): Promise<Next> {
  await moveTicket(unit.tx, ask.tools.keys, token, { stage: 'counter', accountId: undefined, payload })
  return { kind: 'goes-on', goTo: STAGES.counter, cookies: [] }
}

/** On a new device: the NIK of the account's own person. A number handed on by the operator opens nothing with less. */
export async function confirmSecondFact(ask: Ask, typed: string): Promise<Result<Sent>> {
  const words = signInWords(ask.lang)
  const { keys } = ask.tools
  const at = await atStage(ask, 'second-fact')
  if (!at?.accountId) return ok({ goTo: '/masuk' })
  const { accountId, token, payload } = at
  const nationalId = readNationalId(typed)
  if (!nationalId.ok) return invalid([{ field: 'nationalId', message: nationalId.error }])
  const limit = await countTry(ask.tools, 'second-fact-of-account', accountId)
  if (!limit.allowed) return ok(await commit(ask, async (unit) => goesOn(await toCounter(unit, ask, token, payload))))
  const next = await commit(ask, async (unit): Promise<Next> => {
    const account = await getAccount(unit.tx, accountId)
    const person = await findPersonByNationalId(unit.tx, keys, account.officeId, nationalId.value.digits)
    if (!person || person.id !== account.personId) {
      unit.record(account.officeId, { what: 'account.second-fact-wrong', kind: 'account', subject: accountId })
      return { kind: 'refused', message: words.wrongSecondFact }
    }
    return { kind: 'goes-on', goTo: payload.back, cookies: await signInHere(unit, ask, account) }
  })
  if (next.kind === 'refused') return invalid([{ field: 'nationalId', message: next.message }], 'wrong-fact')
  await forgiveTries(ask.tools, 'second-fact-of-account', accountId)
  return ok(next)
}

const goesOn = (next: Next): Sent => (next.kind === 'goes-on' ? next : { goTo: STAGES.counter })

/** Signs a citizen in and remembers the device, once more than the phone number has been shown. */
export async function signInHere(unit: Unit, ask: Ask, account: Pick<FoundAccount, 'id' | 'officeId'>): Promise<Cookie[]> {
  const device = await rememberDevice(unit.tx, ask.tools.keys, unit.now, account.id, ask.cookies[COOKIES.device])
  const cookies = await beginSession(unit, ask, whoIs(account), false)
  return [...cookies, { name: COOKIES.device, value: device, maxAgeS: DEVICE_LASTS_S }]
}

/** "This number is mine, but I am not that person": noted for the counter; nothing of the other is shown. */
export async function disputeNumber(ask: Ask): Promise<Result<Sent>> {
  const at = await atStage(ask, 'second-fact')
  if (!at?.accountId) return ok({ goTo: '/masuk' })
  const { accountId, token, payload } = at
  return ok(goesOn(await commit(ask, async (unit) => {
    unit.record(await homeOfficeId(unit), { what: 'account.number-disputed', kind: 'account', subject: accountId })
    return toCounter(unit, ask, token, payload)
  })))
}

import { type Result, invalid, ok } from '../../kernel/result.ts'
import { type Actor, may } from '../../kernel/rights.ts'
import type { Allowed, Ask } from '../../platform/http/context.ts'
import type { Sent } from '../../platform/http/page.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import { queueMessage } from '../messages/index.ts'
import { findOrCreatePerson, findPersonByNationalId, findPersonCard, readNationalId, readPhone } from '../registry/index.ts'
import { issueCode, tryCode } from './code-store.ts'
import { CODE_LASTS_MS } from './core/one-time-code.ts'
import { type ConsentMethod, giveMandate } from './mandate-store.ts'
import { accountsId } from './messages.id.ts'
import { officersId } from './messages-officers.id.ts'
import { getNotice, recordNotice } from './notice-store.ts'
import { COOKIES } from './session-open.ts'
import { commit } from './sign-in.ts'
import { countTry } from './throttle-store.ts'
import { TICKET_LASTS_S, closeTicket, findTicket, openTicket } from './ticket-store.ts'

const t = officersId.help

const consentPath = (personId: string) => `/petugas/bantu/${personId}`
const applyPath = (personId: string) => `/permohonan/pilih?warga=${personId}`

const helps = (actor: Actor, villageCode: string | null | undefined, nowMs: number) =>
  may(actor, 'citizen.help', villageCode ? { villageCode } : {}, nowMs)

/** Finds the citizen by the NIK on his card, or goes on to a new record. The number itself travels encrypted in a ticket, never in an address. */
export async function findCitizen(ask: Allowed<Ask>, typed: string): Promise<Result<Sent>> {
  const { actor, tools: { keys } } = ask
  const nationalId = readNationalId(typed)
  if (!nationalId.ok) return invalid([{ field: 'nationalId', message: nationalId.error }])
  const limit = await countTry(ask.tools, 'search-of-officer', actor.accountId)
  if (!limit.allowed) return invalid([{ field: 'nationalId', message: officersId.phone.tooManySearches(limit.retryAt) }])
  return commit(ask, async (unit): Promise<Result<Sent>> => {
    const found = await findPersonByNationalId(unit.tx, keys, actor.officeId, nationalId.value.digits)
    const person = found && await findPersonCard(unit.tx, found.id)
    if (!person) {
      const token = await openTicket(unit.tx, keys, unit.now, 'help', { stage: 'new', accountId: actor.accountId, payload: { nationalId: nationalId.value.digits } })
      return ok({ goTo: '/petugas/bantu/baru', cookies: [{ name: COOKIES.ticket, value: token, maxAgeS: TICKET_LASTS_S }] })
    }
    const allowed = helps(actor, person.villageCode, unit.now.epochMilliseconds)
    if (!allowed.ok) return invalid([{ field: 'nationalId', message: allowed.error.kind === 'forbidden' ? allowed.error.message : '' }], 'outside-your-area')
    return ok({ goTo: consentPath(person.id) })
  })
}

export type NewCitizen = { name: string; gender: 'female' | 'male'; phone: string; villageCode?: string }

export async function findHelpTicket(unit: Unit, ask: Allowed<Ask>): Promise<string | undefined> {
  const ticket = await findTicket(unit.tx, ask.tools.keys, unit.now, 'help', ask.cookies[COOKIES.ticket])
  return ticket?.accountId === ask.actor.accountId ? ticket.payload.nationalId : undefined
}

/** Records a citizen who came to be helped. Two officers with the same NIK at once end with one person. */
export async function createCitizen(ask: Allowed<Ask> & { unit: Unit }, one: NewCitizen): Promise<Result<Sent>> {
  const { unit, actor, tools: { keys } } = ask
  const nationalId = await findHelpTicket(unit, ask)
  if (!nationalId) return ok({ goTo: '/petugas/bantu' })
  const phone = one.phone.trim() === '' ? undefined : readPhone(one.phone)
  if (phone && !phone.ok) return invalid([{ field: 'phone', message: phone.error }])
  const isLimited = actor.roles.every((held) => held.area !== undefined)
  if (isLimited && !one.villageCode) return invalid([{ field: 'villageCode', message: t.villageNeeded }])
  const allowed = helps(actor, one.villageCode, unit.now.epochMilliseconds)
  if (!allowed.ok) return allowed
  const { id, created } = await findOrCreatePerson(unit.tx, keys, unit.now, actor.officeId, {
    name: one.name, gender: one.gender, nationalId, ...(phone ? { phone: phone.value } : {}), ...(one.villageCode ? { villageCode: one.villageCode } : {}),
  }, { source: actor.roles.some((held) => held.role === 'counter') ? 'counter' : 'village', by: actor.accountId })
  await closeTicket(unit.tx, keys, ask.cookies[COOKIES.ticket] ?? '')
  if (created) unit.record(actor.officeId, { what: 'person.create', kind: 'person', subject: id, actor: actor.accountId, role: roleOf(actor), for: id })
  return ok({ goTo: consentPath(id) })
}

export type Consent = { personId: string; method: ConsentMethod; note: string }

const codeFor = (actor: Actor, personId: string) => `${actor.accountId} for ${personId}`

async function settle(unit: Unit, actor: Actor, one: Consent): Promise<Sent> {
  const notice = await getNotice(unit.tx, unit.now)
  const channel = actor.roles.some((held) => held.role === 'counter') ? 'counter' : 'village'
  await recordNotice(unit.tx, unit.now, { personId: one.personId, version: notice.version, channel, officerId: actor.accountId })
  await giveMandate(unit, {
    officeId: actor.officeId, personId: one.personId, officerId: actor.accountId, role: roleOf(actor), method: one.method, ...(one.note ? { note: one.note } : {}),
  })
  return { goTo: applyPath(one.personId) }
}

/** Records the consent given on paper, or sends a code to the citizen's own phone. */
export async function askConsent(ask: Allowed<Ask>, one: Consent): Promise<Result<Sent>> {
  const { actor, tools } = ask
  if (one.method !== 'code') return ok(await commit(ask, (unit) => settle(unit, actor, one)))
  const phone = await commit(ask, async (unit) => (await findPersonCard(unit.tx, one.personId))?.phone)
  if (!phone) return invalid([{ field: 'method', message: t.noPhone }])
  const limit = await countTry(tools, 'code-to-phone', phone)
  if (!limit.allowed) return invalid([{ field: 'method', message: accountsId.signIn.tooManyCodes(limit.retryAt) }])
  await commit(ask, async (unit) => {
    const code = await issueCode(unit.tx, tools.keys, unit.now, 'consent', codeFor(actor, one.personId))
    await queueMessage(unit, {
      officeId: actor.officeId, template: 'consent-code', channel: 'phone', address: phone, personId: one.personId, secret: true,
      body: t.codeMessage(code, CODE_LASTS_MS / 60_000),
    })
  })
  return ok({ goTo: `${consentPath(one.personId)}/kode` })
}

/** The code the citizen read out. */
export async function confirmConsent(ask: Allowed<Ask>, personId: string, typed: string): Promise<Result<Sent>> {
  const { actor, tools } = ask
  const answer = await commit(ask, (unit) => tryCode(unit.tx, tools.keys, unit.now, 'consent', codeFor(actor, personId), typed))
  const words = accountsId.signIn
  if (answer.kind === 'wrong') return invalid([{ field: 'code', message: words.wrongCode(answer.triesLeft) }], 'wrong-code')
  if (answer.kind !== 'right') return invalid([{ field: 'code', message: words.deadCode[answer.kind] }], 'wrong-code')
  return ok(await commit(ask, (unit) => settle(unit, actor, { personId, method: 'code', note: '' })))
}

import { type Result, invalid, ok } from '../../kernel/result.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Ask, Cookie } from '../../platform/http/context.ts'
import type { Sent } from '../../platform/http/page.ts'
import type { Unit } from '../../platform/db/unit.ts'
import { createPerson, findPersonByNationalId, readNationalId } from '../registry/index.ts'
import { createAccount, findAccountByLogin, findAccountOfPerson } from './account-store.ts'
import { getNotice, recordNotice } from './notice-store.ts'
import { COOKIES } from './session-open.ts'
import { STAGES, commit, homeOfficeId, signInHere } from './sign-in.ts'
import { countTry } from './throttle-store.ts'
import { findTicket, moveTicket } from './ticket-store.ts'
import { signInWords } from './words.ts'

export type Registration = { name: string; nationalId: string; gender: 'female' | 'male' }

type Found = { kind: 'new' } | { kind: 'theirs'; personId: string } | { kind: 'elsewhere' }

/**
 * Whose NIK is it? A person on record may be claimed only from the phone on record and while nobody has an account for him;
 * anything else is for the counter, and the answer never says why.
 */
async function findClaim(unit: Unit, ask: Ask, officeId: string, digits: string, phone: string): Promise<Found> {
  const person = await findPersonByNationalId(unit.tx, ask.tools.keys, officeId, digits)
  if (!person) return { kind: 'new' }
  return person.phone === phone && !await findAccountOfPerson(unit.tx, person.id) ? { kind: 'theirs', personId: person.id } : { kind: 'elsewhere' }
}

async function openCitizenAccount(unit: Unit, ask: Ask, officeId: string, phone: string, one: Registration & { personId?: string }): Promise<Cookie[]> {
  const { keys } = ask.tools
  const personId = one.personId ?? await createPerson(unit.tx, keys, unit.now, officeId, {
    name: one.name, phone, gender: one.gender, nationalId: one.nationalId,
  })
  const id = await createAccount(unit.tx, keys, unit.now, {
    officeId, kind: 'citizen', login: phone, name: one.name, personId, roles: [{ role: 'business-owner' }], from: wibDate(unit.now).toString(),
  })
  const notice = await getNotice(unit.tx, unit.now)
  await recordNotice(unit.tx, unit.now, { personId, version: notice.version, channel: 'self' })
  unit.record(officeId, {
    what: 'account.register', kind: 'account', subject: id, actor: id, role: 'business-owner', for: personId, to: 'active',
    data: { notice: notice.version, claimed: one.personId !== undefined },
  })
  return signInHere(unit, ask, { id, officeId })
}

/** Third step for a number that is new here: who are you? Creates the person, or claims the one a helper entered with this very number. */
export async function register(ask: Ask, one: Registration): Promise<Result<Sent>> {
  const words = signInWords(ask.lang)
  const { keys } = ask.tools
  const token = ask.cookies[COOKIES.ticket]
  const ticket = await commit(ask, (unit) => findTicket(unit.tx, keys, unit.now, 'sign-in', token))
  if (!token || ticket?.stage !== 'register') return ok({ goTo: '/masuk' })
  const { phone } = ticket.payload
  const nationalId = readNationalId(one.nationalId)
  if (!nationalId.ok) return invalid([{ field: 'nationalId', message: nationalId.error }])
  const limit = await countTry(ask.tools, 'registration-of-phone', phone)
  if (!limit.allowed) return invalid([{ field: 'nationalId', message: words.tooManyTries(limit.retryAt) }], 'too-many')
  const attempt = () => commit(ask, (unit) => settle(unit, ask, token, { ...one, nationalId: nationalId.value.digits }))
  // Two phones with one NIK at the same moment: the later one tries again and then finds the person there.
  return ok(await attempt().catch((error: unknown) => {
    if (isTaken(error)) return attempt()
    throw error
  }))
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && (error.constraint === 'people_national_id_once' || error.constraint === 'accounts_login_once')

async function settle(unit: Unit, ask: Ask, token: string, one: Registration): Promise<Sent> {
  const { keys } = ask.tools
  // Two tabs at once: the second waits for the ticket and finds it spent.
  const ticket = await findTicket(unit.tx, keys, unit.now, 'sign-in', token)
  if (ticket?.stage !== 'register') return { goTo: '/masuk' }
  const { phone, back } = ticket.payload
  const officeId = await homeOfficeId(unit)
  if (await findAccountByLogin(unit.tx, officeId, phone)) return { goTo: '/masuk' }
  const claim = await findClaim(unit, ask, officeId, one.nationalId, phone)
  const next = claim.kind === 'elsewhere' ? 'counter' : 'done'
  await moveTicket(unit.tx, keys, token, { stage: next, accountId: undefined, payload: ticket.payload })
  if (claim.kind === 'elsewhere') return { goTo: STAGES.counter }
  const cookies = await openCitizenAccount(unit, ask, officeId, phone, { ...one, ...(claim.kind === 'theirs' ? { personId: claim.personId } : {}) })
  return { goTo: back, cookies }
}

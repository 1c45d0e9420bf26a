import { type Result, conflict, invalid, notFound, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import { messageTexts, queueMessage } from '../messages/index.ts'
import { getOffice } from '../office/index.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { findPersonCard, readPhone, setPersonPhone } from '../registry/index.ts'
import { findAccountByLogin, findAccountOfPerson, setLogin } from './account-store.ts'
import { forgetAllDevices } from './device-store.ts'
import { officersId } from './messages-officers.id.ts'
import { type Evidence, type PhoneChange, addPhoneChange, decidePhoneChange, findPhoneChange } from './phone-change-store.ts'
import { endOtherSessions } from './session-store.ts'

const t = officersId.phone

export type PhoneRequest = { personId: string; evidence: Evidence; newPhone?: string }

/** First officer: asks for another number, or for a number to be taken from its former owner, with the evidence he saw. */
export async function requestPhoneChange(unit: Unit, actor: Actor, one: PhoneRequest): Promise<Result<string>> {
  const person = await findPersonCard(unit.tx, one.personId)
  if (!person || person.officeId !== actor.officeId) return notFound('not-found', t.notFound)
  const phone = one.newPhone === undefined ? undefined : readPhone(one.newPhone)
  if (phone && !phone.ok) return invalid([{ field: 'newPhone', message: phone.error }])
  if (phone?.value === person.phone && phone) return invalid([{ field: 'newPhone', message: t.same }])
  if (phone && await isTaken(unit, actor.officeId, phone.value, person.id)) return invalid([{ field: 'newPhone', message: t.taken }])
  const id = await addPhoneChange(unit.tx, unit.now, {
    officeId: actor.officeId, personId: person.id, requestedBy: actor.accountId, evidence: one.evidence, ...(phone ? { newPhone: phone.value } : {}),
  })
  if (!id) return invalid([{ field: '', message: t.openAlready }], 'open-already')
  unit.record(actor.officeId, {
    what: 'phone-change.request', kind: 'phone-change', subject: id, actor: actor.accountId, role: roleOf(actor), for: person.id, to: 'waiting',
    data: { evidence: one.evidence, kind: phone ? 'change' : 'detach' },
  })
  return ok(id)
}

async function isTaken(unit: Unit, officeId: string, phone: string, personId: string): Promise<boolean> {
  const account = await findAccountByLogin(unit.tx, officeId, phone)
  return account !== undefined && account.personId !== personId
}

/** The number, the sessions and the remembered devices go together: whoever had the old number is out at once. */
async function apply(unit: Unit, keys: Keys, actor: Actor, change: PhoneChange): Promise<void> {
  const { tx, now } = unit
  const account = await findAccountOfPerson(tx, change.personId)
  const before = (await findPersonCard(tx, change.personId))?.phone
  await setPersonPhone(tx, keys, now, change.personId, change.newPhone, { source: 'counter', by: actor.accountId })
  if (account) {
    await setLogin(tx, account.id, change.newPhone)
    await endOtherSessions(tx, account.id, now)
    await forgetAllDevices(tx, account.id)
  }
  // A detached number already belongs to a stranger, who is told nothing about its former owner.
  const told = change.kind === 'detach' ? [] : [before, change.newPhone].filter((phone) => phone !== null && phone !== undefined)
  const office = await getOffice(tx, change.officeId)
  for (const address of told) {
    await queueMessage(unit, {
      officeId: change.officeId, template: 'phone-changed', channel: 'phone', address, personId: change.personId,
      body: messageTexts('phone-changed', office.phone ? { officePhone: office.phone } : {}),
    })
  }
}

/** Second officer: agrees or refuses. The one who asked may do neither. */
export async function decideChange(unit: Unit, keys: Keys, actor: Actor, id: string, accepted: boolean): Promise<Result<PhoneChange>> {
  const change = await findPhoneChange(unit.tx, id)
  if (!change || change.officeId !== actor.officeId) return notFound('not-found', t.decided)
  if (change.decided) return conflict('decided', t.decided)
  if (change.requestedBy === actor.accountId) return { ok: false, error: { kind: 'forbidden', code: 'same-officer', message: t.sameOfficer } }
  // Between request and decision the number may have been registered by somebody.
  if (accepted && change.newPhone !== null && await isTaken(unit, actor.officeId, change.newPhone, change.personId)) return conflict('taken', t.taken)
  await decidePhoneChange(unit.tx, unit.now, id, { by: actor.accountId, accepted })
  if (accepted) await apply(unit, keys, actor, change)
  unit.record(actor.officeId, {
    what: 'phone-change.decide', kind: 'phone-change', subject: id, actor: actor.accountId, role: roleOf(actor), for: change.personId,
    from: 'waiting', to: accepted ? 'accepted' : 'refused', data: { requestedBy: change.requestedBy, kind: change.kind },
  })
  return ok(change)
}

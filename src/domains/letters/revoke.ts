import { type Result, conflict, invalid, notFound, ok } from '../../kernel/result.ts'
import { type Actor, may } from '../../kernel/rights.ts'
import { type Unit, roleOf, toDb } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { type MessageFacts, type MessageTemplate, messageTexts, queueMessage, reachOf } from '../messages/index.ts'
import { findPersonCard } from '../registry/index.ts'
import type { RevocationReason } from './core/letter.ts'
import { type Letter, findLetter, findLetterAccess, lockLetter, statusOfLetter } from './letter-store.ts'
import { lettersId as words } from './messages.id.ts'

export type Revocation = {
  reasonCode: RevocationReason
  /** Why, in words for the file; never shown to the public. */
  note: string
  /** Id of the letter that takes its place. */
  replacedBy?: string | undefined
}

async function successorOf(unit: Unit, letter: Letter, id: string): Promise<Result<Letter>> {
  const successor = await findLetter(unit.tx, id)
  // What a cooperative holds is its own, whoever of its board asked for it.
  const sameHolder = successor && (letter.cooperativeId === null ? successor.holderId === letter.holderId : true) && successor.cooperativeId === letter.cooperativeId
  const fits = sameHolder && successor.id !== letter.id && successor.state === 'issued' && successor.businessId === letter.businessId
  if (!fits) return invalid([{ field: 'replacedBy', message: words.revoke.otherHolder }])
  return statusOfLetter(successor, unit.now) === 'valid' ? ok(successor) : invalid([{ field: 'replacedBy', message: words.revoke.successorNotValid }])
}

async function tellHolder<T extends MessageTemplate>(unit: Unit, letter: Letter, template: T, facts: MessageFacts[T]): Promise<void> {
  const person = await findPersonCard(unit.tx, letter.holderId)
  if (!person) return
  await queueMessage(unit, {
    officeId: letter.officeId, template, ...reachOf(person.phone), body: messageTexts(template, facts), personId: person.id, applicationId: letter.applicationId,
  })
}

/** Asked for again word by word it is done already; anything else about a withdrawn letter is a conflict. */
function repeated(letter: Letter, { reasonCode, replacedBy }: Revocation, unit: Unit): Result<Letter> {
  const same = letter.revokeReason === reasonCode && letter.replacedBy === (replacedBy ?? null)
  return same ? ok(letter) : conflict('already-revoked', words.revoke.already, { status: statusOfLetter(letter, unit.now) })
}

/**
 * Withdraws a letter, at once and for ever, by decision of the head of office with a second factor. With `replacedBy` the public check
 * leads to the new letter. The file stays as it is.
 * Source: letters.md 6
 */
export async function revokeLetter(tools: Pick<Tools, 'config'>, unit: Unit, actor: Actor, id: string, revocation: Revocation): Promise<Result<Letter>> {
  const allowed = may(actor, 'letter.revoke', await findLetterAccess(unit.tx, id) ?? {}, unit.now.epochMilliseconds)
  if (!allowed.ok) return allowed
  const letter = await lockLetter(unit.tx, id)
  if (!letter) return notFound('not-found', words.noSuchLetter)
  if (letter.state !== 'issued') return conflict('not-issued', words.revoke.notIssued, { state: letter.state })
  if (letter.revokedAt !== null) return repeated(letter, revocation, unit)
  const { reasonCode, note, replacedBy } = revocation
  const successor = replacedBy === undefined ? undefined : await successorOf(unit, letter, replacedBy)
  if (successor && !successor.ok) return successor
  const change = { revokedAt: toDb(unit.now), revokeReason: reasonCode, revokeNote: note, replacedBy: replacedBy ?? null }
  await unit.tx.updateTable('letters.letters')
    .set({ revoked_at: change.revokedAt, revoked_by: actor.accountId, revoke_reason: reasonCode, revoke_note: note, replaced_by: change.replacedBy })
    .where('id', '=', id).execute()
  const to = successor ? 'replaced' : 'revoked'
  unit.record(letter.officeId, {
    what: 'letter.revoke', kind: 'letter', subject: id, actor: actor.accountId, role: roleOf(actor), from: statusOfLetter(letter, unit.now), to,
    data: { reason: reasonCode, application: letter.applicationId, ...(replacedBy === undefined ? {} : { replacedBy }) },
  })
  const common = { reference: letter.reference, number: letter.number }
  const linkTo = (code: string) => `${tools.config.baseUrl}/v/${code}`
  if (successor) await tellHolder(unit, letter, 'letter-replaced', { ...common, newNumber: successor.value.number, link: linkTo(successor.value.code) })
  else await tellHolder(unit, letter, 'letter-revoked', { ...common, link: linkTo(letter.code) })
  return ok({ ...letter, ...change })
}

import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { type Result, conflict, forbidden, invalid, notFound, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { type Unit, roleOf, toDb } from '../../platform/db/unit.ts'
import { findAccountByLogin } from '../accounts/index.ts'
import { parsePhone } from '../registry/index.ts'
import { heldBy, isUuid } from './cooperative-store.ts'
import { mandateWords as words } from './mandate-messages.id.ts'

/** A mandate (surat kuasa): whom the board lets act in its requests, from the first to the last day. */
export type Mandate = { id: string; name: string; personId: string; validFrom: string; validTo: string; givenBy: string; withdrawnOn: string | null }

/** A board sits some years; a mandate that outlives it is forgotten. */
const LONGEST_YEARS = 2
const MOST_AT_ONCE = 20

export async function listMandates(tx: Db | Tx, cooperativeId: string): Promise<Mandate[]> {
  const { rows } = await sql<Mandate>`
    select m.id, p.name, m.person_id as "personId", m.valid_from::text as "validFrom", m.valid_to::text as "validTo", g.name as "givenBy",
           (m.withdrawn_at at time zone 'Asia/Jakarta')::date::text as "withdrawnOn"
      from cooperatives.mandates m join registry.people p on p.id = m.person_id join registry.people g on g.id = m.given_by
     where m.cooperative_id = ${cooperativeId} order by m.given_at desc, m.id limit 200`.execute(tx)
  return rows
}

/** Does this person hold an office in the board today, and not only a mandate? */
export async function isOnBoard(tx: Db | Tx, cooperativeId: string, personId: string | undefined, today: Temporal.PlainDate): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`select ${heldBy(personId, today)} as held from cooperatives.cooperatives c where c.id = ${cooperativeId}`.execute(tx)
  return rows[0]?.held ?? false
}

async function boardMember({ tx, now }: Unit, actor: Actor, cooperativeId: string): Promise<Result<string>> {
  const held = actor.kind === 'citizen' && actor.personId !== undefined && await isOnBoard(tx, cooperativeId, actor.personId, wibDate(now))
  return held && actor.personId !== undefined ? ok(actor.personId) : forbidden('not-the-board', words.onlyBoard)
}

export type NewMandate = { phone: string; validFrom: string; validTo: string }

function dayProblems({ validFrom, validTo }: NewMandate, today: Temporal.PlainDate) {
  const [from, to] = [Temporal.PlainDate.from(validFrom), Temporal.PlainDate.from(validTo)]
  return [
    ...(from.since(today).sign < 0 ? [{ field: 'validFrom', message: words.notPast }] : []),
    ...(to.since(from).sign < 0 ? [{ field: 'validTo', message: words.endsBefore }] : []),
    ...(to.since(from.add({ years: LONGEST_YEARS })).sign > 0 ? [{ field: 'validTo', message: words.tooLong }] : []),
  ]
}

/** Gives a mandate to somebody who has signed in here before; the board itself needs none. */
export async function giveMandate(unit: Unit, actor: Actor, cooperativeId: string, mandate: NewMandate): Promise<Result<Mandate>> {
  const giver = await boardMember(unit, actor, cooperativeId)
  if (!giver.ok) return giver
  const phone = parsePhone(mandate.phone)
  const account = phone.ok ? await findAccountByLogin(unit.tx, actor.officeId, phone.value) : undefined
  const today = wibDate(unit.now)
  const personId = account?.kind === 'citizen' ? account.personId : null
  const problems = [...(personId ? [] : [{ field: 'phone', message: phone.ok ? words.noAccount : words.noPhone }]), ...dayProblems(mandate, today)]
  if (problems.length > 0 || !personId) return invalid(problems)
  if (await isOnBoard(unit.tx, cooperativeId, personId, today)) return invalid([{ field: 'phone', message: words.onBoardAlready }])
  const standing = (await listMandates(unit.tx, cooperativeId)).filter((one) => one.withdrawnOn === null && one.validTo >= today.toString())
  // The same form sent twice is one mandate.
  const same = standing.find((one) => one.personId === personId && one.validFrom === mandate.validFrom && one.validTo === mandate.validTo)
  if (same) return ok(same)
  if (standing.length >= MOST_AT_ONCE) return conflict('too-many', words.tooMany(MOST_AT_ONCE))
  const { id } = await unit.tx.insertInto('cooperatives.mandates').values({
    cooperative_id: cooperativeId, person_id: personId, valid_from: mandate.validFrom, valid_to: mandate.validTo, given_by: giver.value, given_at: toDb(unit.now),
  }).returning('id').executeTakeFirstOrThrow()
  unit.record(actor.officeId, {
    what: 'cooperative.mandate', kind: 'cooperative', subject: cooperativeId, actor: actor.accountId, role: roleOf(actor),
    data: { mandate: id, from: mandate.validFrom, until: mandate.validTo },
  })
  const made = (await listMandates(unit.tx, cooperativeId)).find((one) => one.id === id)
  if (!made) throw new Error('a mandate vanished within its transaction')
  return ok(made)
}

/** Withdraws a mandate at once; what was done under it stays done. */
export async function withdrawMandate(unit: Unit, actor: Actor, cooperativeId: string, mandateId: string): Promise<Result<undefined>> {
  const by = await boardMember(unit, actor, cooperativeId)
  if (!by.ok) return by
  if (!isUuid(mandateId)) return notFound('not-found', words.missing)
  const { numUpdatedRows } = await unit.tx.updateTable('cooperatives.mandates').set({ withdrawn_by: by.value, withdrawn_at: toDb(unit.now) })
    .where('id', '=', mandateId).where('cooperative_id', '=', cooperativeId).where('withdrawn_at', 'is', null).executeTakeFirst()
  if (numUpdatedRows === 0n) return notFound('not-found', words.missing)
  unit.record(actor.officeId, {
    what: 'cooperative.mandate-withdrawn', kind: 'cooperative', subject: cooperativeId, actor: actor.accountId, role: roleOf(actor), data: { mandate: mandateId },
  })
  return ok(undefined)
}

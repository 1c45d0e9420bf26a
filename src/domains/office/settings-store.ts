import { type Result, invalid, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import { officeId as words } from './messages.id.ts'
import type { Office } from './store.ts'

export type Division = { id: string; name: string; validFrom: string; validTo: string | null }

/** All divisions the office has or had, those of today first. */
export async function listDivisions(db: Db | Tx, officeId: string): Promise<Division[]> {
  return db.selectFrom('office.divisions').select(['id', 'name', 'valid_from as validFrom', 'valid_to as validTo']).where('office_id', '=', officeId)
    .orderBy('valid_to', (order) => order.desc().nullsFirst()).orderBy('name').limit(100).execute()
}

export async function addDivision(unit: Unit, actor: Actor, one: Omit<Division, 'validTo'>): Promise<Result<undefined>> {
  const added = await unit.tx.insertInto('office.divisions').values({ id: one.id, office_id: actor.officeId, name: one.name, valid_from: one.validFrom })
    .onConflict((on) => on.constraint('divisions_pkey').doNothing()).returning('id').executeTakeFirst()
  if (!added) return invalid([{ field: 'id', message: words.divisions.codeTwice }])
  unit.record(actor.officeId, { what: 'division.add', kind: 'division', subject: one.id, actor: actor.accountId, role: roleOf(actor), data: { from: one.validFrom } })
  return ok(undefined)
}

/** Ends a division, unless a service still belongs to it. */
export async function endDivision(unit: Unit, actor: Actor, id: string, last: string): Promise<Result<undefined>> {
  const division = (await listDivisions(unit.tx, actor.officeId)).find((one) => one.id === id && one.validTo === null)
  if (!division) return invalid([{ field: 'division', message: words.divisions.choose }])
  if (last < division.validFrom) return invalid([{ field: 'last', message: words.fields.past }])
  const used = await unit.tx.selectFrom('services.services').select('code').where('division_id', '=', id).limit(1).executeTakeFirst()
  if (used) return invalid([{ field: 'division', message: words.divisions.inUse }])
  await unit.tx.updateTable('office.divisions').set({ valid_to: last }).where('id', '=', id).execute()
  unit.record(actor.officeId, { what: 'division.end', kind: 'division', subject: id, actor: actor.accountId, role: roleOf(actor), data: { last } })
  return ok(undefined)
}

export type OfficeData = Pick<Office, 'name' | 'government' | 'address' | 'postalCode' | 'phone' | 'website' | 'email' | 'witnessEmail' | 'letterUnit' | 'letterNumberPattern' | 'placeOfSigning'>

/** Writes the office's own data. Letters that are out keep what they said. */
export async function saveOffice(unit: Unit, actor: Actor, before: Office, data: OfficeData): Promise<void> {
  const fields = (Object.keys(data) as (keyof OfficeData)[]).filter((key) => data[key] !== before[key])
  if (fields.length === 0) return
  await unit.tx.updateTable('office.offices').set({
    name: data.name, government: data.government, address: data.address, postal_code: data.postalCode, phone: data.phone, website: data.website, email: data.email, witness_email: data.witnessEmail,
    letter_unit: data.letterUnit, letter_number_pattern: data.letterNumberPattern, place_of_signing: data.placeOfSigning,
  }).where('id', '=', actor.officeId).execute()
  unit.record(actor.officeId, { what: 'office.update', kind: 'office', subject: actor.officeId, actor: actor.accountId, role: roleOf(actor), data: { fields } })
}

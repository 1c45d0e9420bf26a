import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { difference } from '../../kernel/ledger.ts'
import { appendAct, appendActs } from './changes-store.ts'
import type { Owner } from './core/business-record.ts'
import { normalName } from './core/names.ts'
import { type ToldPerson, fieldsOfPerson } from './core/person-fields.ts'
import { rewriteWordsOfOwner } from './words-store.ts'

/** A person as first told; only the name is always known. */
export type NewPerson = ToldPerson

/** A person as kept, numbers in the clear: never handed to a screen or an answer without masking. */
export type Person = NewPerson & { id: string; officeId: string; version: number }

type Extra = Pick<Owner, 'education' | 'disability' | 'disabilityKind' | 'maritalStatus' | 'residenceAddress' | 'residenceVillageCode' |
  'inSocialRegister' | 'receivesFamilyAid'>

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text)

const sealed = (keys: Keys, plain: string | undefined) => (plain ? keys.seal(plain) : null)
const indexed = (keys: Keys, plain: string | undefined) => (plain ? keys.indexOf(plain) : null)

/** NIK and family card number go in encrypted with a keyed index for look-up, the tax number encrypted. */
export function personColumns(keys: Keys, one: NewPerson) {
  const { education, disability, disabilityKind, maritalStatus, residenceAddress, residenceVillageCode, inSocialRegister, receivesFamilyAid } = one
  return {
    name: one.name, normal_name: normalName(one.name), phone: one.phone ?? null, gender: one.gender ?? null,
    national_id_cipher: sealed(keys, one.nationalId), national_id_index: indexed(keys, one.nationalId),
    family_card_cipher: sealed(keys, one.familyCardNumber), family_card_index: indexed(keys, one.familyCardNumber),
    tax_number_cipher: sealed(keys, one.npwp),
    birth_place: one.birthPlace ?? null, birth_date: one.birthDate ?? null, address: one.address ?? null,
      village_code: one.villageCode ?? null,
    email: one.email ?? null,
    details: JSON.stringify({ education, disability, disabilityKind, maritalStatus, residenceAddress, residenceVillageCode, inSocialRegister, receivesFamilyAid }),
  }
}

/** Who says it, and where. Left out: the person of himself. */
export type Teller = { source: string; by: string; actId?: string | undefined }

const tellerOf = (id: string, teller: Teller | undefined): Teller => teller ?? { source: 'self', by: id }

/** Stores a person. A second one with the same NIK breaks `people_national_id_once`: use `findOrCreatePerson` where that may be. */
export async function createPerson(
  tx: Tx, keys: Keys, now: Temporal.Instant, officeId: string, one: NewPerson, teller?: Teller,
): Promise<string> {
  const { id } = await tx.insertInto('registry.people')
    .values({ office_id: officeId, ...personColumns(keys, one), created_at: toDb(now),
      updated_at: toDb(now) }).returning('id').executeTakeFirstOrThrow()
  await appendActs(tx, keys, 'person', [{ subjectId: id, seq: 1, kind: 'enter', at: now, sets: fieldsOfPerson(one), ...tellerOf(id, teller) }])
  return id
}

/** The person with this NIK, or a new one. Two officers who enter the same NIK at once end with one person. */
export async function findOrCreatePerson(
  tx: Tx, keys: Keys, now: Temporal.Instant, officeId: string, one: NewPerson & { nationalId: string }, teller?: Teller,
): Promise<{ id: string; created: boolean }> {
  const made = await tx.insertInto('registry.people')
    .values({ office_id: officeId, ...personColumns(keys, one), created_at: toDb(now), updated_at: toDb(now) })
    .onConflict((held) => held.columns(['office_id', 'national_id_index']).doNothing()).returning('id').executeTakeFirst()
  if (made) {
    await appendActs(tx, keys, 'person', [{ subjectId: made.id, seq: 1, kind: 'enter', at: now, sets: fieldsOfPerson(one), ...tellerOf(made.id, teller) }])
    return { id: made.id, created: true }
  }
  const id = await findPersonIdByNationalId(tx, keys, officeId, one.nationalId)
  if (!id) throw new Error('a person with this NIK was there a moment ago')
  return { id, created: false }
}

/** @param nationalId the 16 digits */
export async function findPersonIdByNationalId(tx: Db | Tx, keys: Keys, officeId: string, nationalId: string): Promise<string | undefined> {
  const row = await tx.selectFrom('registry.people').select('id')
    .where('office_id', '=', officeId).where('national_id_index', '=', keys.indexOf(nationalId)).executeTakeFirst()
  return row?.id
}

type Row = {
  id: string; office_id: string; version: number; name: string; phone: string | null; gender: Owner['gender'] | null;
  birth_place: string | null
  birth_date: string | null; address: string | null; village_code: string | null; email: string | null; details: Extra
  national_id_cipher: Buffer | null; family_card_cipher: Buffer | null; tax_number_cipher: Buffer | null
}

/** Empty columns are left out, as in what people send. */
export function withoutNulls<T extends object>(row: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const filled = Object.entries(row).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(filled) as { [K in keyof T]?: NonNullable<T[K]> }
}

function personOf(keys: Keys, row: Row): Person {
  const open = (cipher: Buffer | null) => (cipher ? keys.unseal(cipher) : null)
  return {
    id: row.id, officeId: row.office_id, version: row.version, name: row.name, ...row.details,
    ...withoutNulls({
      phone: row.phone, gender: row.gender, nationalId: open(row.national_id_cipher), familyCardNumber: open(row.family_card_cipher),
      npwp: open(row.tax_number_cipher), birthPlace: row.birth_place, birthDate: row.birth_date, address: row.address,
      villageCode: row.village_code, email: row.email,
    }),
  }
}

/** All that is kept of a person. What an officer sees of it must be masked or logged. */
export async function findPerson(tx: Db | Tx, keys: Keys, id: string): Promise<Person | undefined> {
  if (!isUuid(id)) return undefined
  const { rows } = await sql<Row>`
    select id, office_id, version, name, phone, gender, birth_place, birth_date, address, village_code, email, details,
           national_id_cipher, family_card_cipher, tax_number_cipher
      from registry.people where id = ${id}`.execute(tx)
  return rows[0] && personOf(keys, rows[0])
}

/** How many other people of the office have this phone: the number of a mentor or a village rather than their own. */
export async function countOthersWithPhone(tx: Db | Tx, officeId: string, phone: string, personId: string | undefined): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from registry.people where phone = ${phone} and office_id = ${officeId} and id is distinct
        from ${personId ?? null} limit 100) as others`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Writes what a person says anew over what was kept. The words by which the businesses are found follow the name. */
export async function savePerson(tx: Tx, keys: Keys, now: Temporal.Instant, before: Person, after: Person, teller?: Teller): Promise<void> {
  const sets = difference(fieldsOfPerson(before), fieldsOfPerson(after))
  await appendAct(tx, keys, 'person', { subjectId: after.id, kind: 'edit', at: now, sets, ...tellerOf(after.id, teller) })
  await writePerson(tx, keys, now, after)
}

/** Writes a person as the list of acts gives it. */
export async function writePerson(tx: Tx, keys: Keys, now: Temporal.Instant, person: Person): Promise<void> {
  await tx.updateTable('registry.people').set({ ...personColumns(keys, person), version: person.version + 1, updated_at: toDb(now) })
    .where('id', '=', person.id).execute()
  await rewriteWordsOfOwner(tx, person.id, person.name)
}

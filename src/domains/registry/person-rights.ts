import { sql } from 'kysely'
import { type Result, invalid, notFound, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Unit, roleOf, toDb } from '../../platform/db/unit.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { listedOwnerSchema } from './core/business-record.ts'
import { commandWords } from './screen-messages.id.ts'
import { findPerson, savePerson } from './person-store.ts'

/** Answers that nobody needs for a service: they rest on the person's consent alone. */
export const OPTIONAL_ANSWERS = [
  'education', 'disability', 'disabilityKind', 'maritalStatus', 'residenceAddress', 'residenceVillageCode', 'inSocialRegister', 'receivesFamilyAid', 'email',
] as const

/** One field of a person, as he says it should be: checked like an answer of an owner, kept in the list of acts. */
export async function correctPerson(unit: Unit, keys: Keys, actor: Actor, personId: string, field: string, value: string): Promise<Result<undefined>> {
  const before = await findPerson(unit.tx, keys, personId)
  if (!before) return notFound('not-found', commandWords.noPerson)
  const { id, officeId, version, ...told } = before
  const read = listedOwnerSchema.safeParse({ ...told, [field]: value })
  if (!read.success) return invalid(read.error.issues.map((issue) => ({ field: issue.path.join('.') === field ? 'newValue' : issue.path.join('.'), message: issue.message })))
  await savePerson(unit.tx, keys, unit.now, before, { ...read.data, id, officeId, version }, { source: 'office', by: actor.accountId })
  unit.record(officeId, { what: 'person.correct', kind: 'person', subject: personId, actor: actor.accountId, role: roleOf(actor), data: { field } })
  return ok(undefined)
}

/** How many answers and unfinished records of a person could be erased. */
export async function countErasable(tx: Tx, keys: Keys, personId: string): Promise<{ optionalAnswers: number; businessDrafts: number }> {
  const person = await findPerson(tx, keys, personId)
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from registry.business_drafts where owner_id = ${personId} and business_id is null`.execute(tx)
  return { optionalAnswers: OPTIONAL_ANSWERS.filter((field) => person?.[field] !== undefined).length, businessDrafts: rows[0]?.count ?? 0 }
}

/** Erases the optional answers of a person, also from the list of acts, and the records he began and did not finish. */
export async function erasePersonal({ tx, now }: Unit, personId: string): Promise<void> {
  await tx.updateTable('registry.people').set((row) => ({ details: JSON.stringify({}), email: null, version: row('version', '+', 1), updated_at: toDb(now) }))
    .where('id', '=', personId).execute()
  await sql`update registry.changes set sets = sets - ${sql.val([...OPTIONAL_ANSWERS])}::text[] where subject_kind = 'person' and subject_id = ${personId}`.execute(tx)
  await tx.deleteFrom('registry.business_drafts').where('owner_id', '=', personId).where('business_id', 'is', null).execute()
}

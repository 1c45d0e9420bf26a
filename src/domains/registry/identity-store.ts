import type { Temporal } from 'temporal-polyfill'
import { type Result, fail } from '../../kernel/result.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { type NationalId, parseNationalId } from './core/national-id.ts'
import { appendAct } from './changes-store.ts'
import { parsePhone } from './core/phone.ts'
import { registryMessages } from './messages.id.ts'
import type { Teller } from './person-store.ts'

/** A NIK as typed in a form; refused with the sentence that says what to mend. */
export function readNationalId(typed: string): Result<NationalId, string> {
  if (typed.trim() === '') return fail(registryMessages.nationalId.needed)
  const read = parseNationalId(typed)
  return read.ok ? read : fail(registryMessages.nationalId[read.error])
}

/** A mobile number as typed in a form, in E.164; refused with the sentence that says what to mend. */
export function readPhone(typed: string): Result<string, string> {
  if (typed.trim() === '') return fail(registryMessages.phone.needed)
  const read = parsePhone(typed)
  return read.ok ? read : fail(registryMessages.phone[read.error])
}

/** Who has this NIK (16 digits). Asked by those who must know before they may read: the caller decides what it tells. */
export async function findPersonByNationalId(tx: Db | Tx, keys: Keys, officeId: string, digits: string): Promise<{ id: string; phone: string | null } | undefined> {
  return tx.selectFrom('registry.people').select(['id', 'phone']).where('office_id', '=', officeId)
    .where('national_id_index', '=', keys.indexOf(digits)).executeTakeFirst()
}

/** Sets or takes away the phone of a person; who may ask for it is decided in `accounts`. */
export async function setPersonPhone(tx: Tx, keys: Keys, now: Temporal.Instant, id: string, phone: string | null, teller: Teller): Promise<void> {
  await appendAct(tx, keys, 'person', { subjectId: id, kind: 'edit', at: now, sets: { phone }, ...teller })
  await tx.updateTable('registry.people').set((row) => ({ phone, version: row('version', '+', 1), updated_at: toDb(now) })).where('id', '=', id).execute()
}

import { Temporal } from 'temporal-polyfill'
import { wibDate } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { type Unit, fromDb } from '../../platform/db/unit.ts'
import { type LetterStatus, statusOf } from './core/letter.ts'

export type LetterCard = { id: string; number: string; code: string; state: 'signing' | 'issued'; status: LetterStatus; validUntil: string | null; lastFailure: string | null; printed: boolean }

/** The letter of a case, if its number has been given: also one that is still being signed. */
export async function findLetterOf(tx: Db | Tx, applicationId: string, now: Temporal.Instant): Promise<LetterCard | undefined> {
  const row = await tx.selectFrom('letters.letters').select(['id', 'number', 'code', 'state', 'valid_until', 'revoked_at', 'replaced_by', 'last_failure', 'storage_key'])
    .where('application_id', '=', applicationId).where('state', '<>', 'void').executeTakeFirst()
  if (!row) return undefined
  const status = statusOf({
    validUntil: row.valid_until === null ? null : Temporal.PlainDate.from(row.valid_until),
    revokedOn: row.revoked_at === null ? null : wibDate(fromDb(row.revoked_at)), replacedBy: row.replaced_by,
  }, wibDate(now))
  return { id: row.id, number: row.number, code: row.code, state: row.state === 'issued' ? 'issued' : 'signing', status, validUntil: row.valid_until, lastFailure: row.last_failure, printed: row.storage_key !== null }
}

/** Spends a number without a letter. It is never given again; the register shows it as void. */
export async function voidLetter(unit: Unit, letterId: string): Promise<void> {
  await unit.tx.updateTable('letters.letters').set({ state: 'void' }).where('id', '=', letterId).where('state', '=', 'signing').execute()
}

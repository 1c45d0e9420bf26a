import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { LetterStatus } from './core/letter.ts'
import { LETTER_COLUMNS, type Letter, shaped, statusOfLetter } from './letter-store.ts'

export type HeldLetter = { id: string; applicationId: string; businessId: string | null; holderId: string; kind: string; number: string; status: LetterStatus; validUntil: string | null }

/** Issued letters of one kind that a person holds, the newest first. Those that were replaced or revoked are among them, with that status. */
export async function listHeldLetters(tx: Db | Tx, of: { holderId: string; kind: string }, now: Temporal.Instant): Promise<HeldLetter[]> {
  const rows = await tx.selectFrom('letters.letters').select(LETTER_COLUMNS).where('holder_id', '=', of.holderId).where('kind', '=', of.kind)
    .where('state', '=', 'issued').orderBy('issued_at', 'desc').orderBy('id').limit(50).execute()
  return rows.map((row) => heldOf(shaped(row), now))
}

const heldOf = (letter: Letter, now: Temporal.Instant): HeldLetter => {
  const { id, applicationId, businessId, holderId, kind, number, validUntil } = letter
  return { id, applicationId, businessId, holderId, kind, number, validUntil, status: statusOfLetter(letter, now) }
}

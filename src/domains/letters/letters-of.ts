import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { LetterStatus } from './core/letter.ts'
import { LETTER_COLUMNS, type Letter, findLetter, shaped, statusOfLetter } from './letter-store.ts'

export type HeldLetter = {
  id: string; applicationId: string; reference: string
  businessId: string | null; cooperativeId: string | null; holderId: string; kind: string; number: string; status: LetterStatus; validUntil: string | null
}

/** Issued letters of one kind that a person or a cooperative holds, the newest first. Replaced and revoked ones are among them, with that status. */
export async function listHeldLetters(
  tx: Db | Tx, of: { kind: string } & ({ holderId: string } | { cooperativeId: string }), now: Temporal.Instant,
): Promise<HeldLetter[]> {
  const [holder, id] = 'cooperativeId' in of ? ['cooperative_id', of.cooperativeId] as const : ['holder_id', of.holderId] as const
  const rows = await tx.selectFrom('letters.letters').select(LETTER_COLUMNS).where(holder, '=', id).where('kind', '=', of.kind)
    .where('state', '=', 'issued').orderBy('issued_at', 'desc').orderBy('id').limit(50).execute()
  return rows.map((row) => heldOf(shaped(row), now))
}

const heldOf = (letter: Letter, now: Temporal.Instant): HeldLetter => {
  const { id, applicationId, reference, businessId, cooperativeId, holderId, kind, number, validUntil } = letter
  return { id, applicationId, reference, businessId, cooperativeId, holderId, kind, number, validUntil, status: statusOfLetter(letter, now) }
}

/** A letter with what a right to it depends on; numbers that were given up are no letters. */
export async function findHeldLetter(
  tx: Db | Tx, id: string, now: Temporal.Instant,
): Promise<(HeldLetter & Pick<Letter, 'officeId' | 'villageCode'>) | undefined> {
  const letter = await findLetter(tx, id)
  return letter?.state === 'issued' ? { ...heldOf(letter, now), officeId: letter.officeId, villageCode: letter.villageCode } : undefined
}

/** Letters that end between two days and are neither revoked nor replaced, the nearest end first. */
export async function listEndingLetters(
  db: Db | Tx, days: { from: string; to: string }, now: Temporal.Instant,
): Promise<(HeldLetter & Pick<Letter, 'officeId'>)[]> {
  const rows = await db.selectFrom('letters.letters').select(LETTER_COLUMNS).where('state', '=', 'issued').where('revoked_at', 'is', null)
    .where('replaced_by', 'is', null).where('valid_until', '>=', days.from).where('valid_until', '<=', days.to)
    .orderBy('valid_until').orderBy('id').limit(20_000).execute()
  return rows.map((row) => ({ ...heldOf(shaped(row), now), officeId: row.officeId }))
}

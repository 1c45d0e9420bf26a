import { Temporal } from 'temporal-polyfill'
import { type Result, conflict, invalid, notFound, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { type Unit, fromDb, roleOf, toDb } from '../../platform/db/unit.ts'
import { type Letter, lockLetter, statusOfLetter } from './letter-store.ts'
import { lettersId as words } from './messages.id.ts'

/** One use of a letter that serves a number of times: what for, and on which day (ISO, WIB). */
export type LetterUse = { usedFor: string; usedOn: string }

export function listUses(tx: Db | Tx, letterId: string): Promise<LetterUse[]> {
  return tx.selectFrom('letters.uses').select(['used_for as usedFor', 'used_on as usedOn']).where('letter_id', '=', letterId)
    .orderBy('position').limit(1000).execute()
}

/** How often a letter that serves a number of times was used; undefined for one without bound. */
export async function usesOf(tx: Db | Tx, letter: Letter): Promise<{ allowed: number; made: number } | undefined> {
  return letter.uses === null ? undefined : { allowed: letter.uses, made: (await listUses(tx, letter.id)).length }
}

function dayFault(usedOn: string, letter: Letter, now: Temporal.Instant): string | undefined {
  const day = Temporal.PlainDate.from(usedOn)
  const isEarly = day.since(wibDate(fromDb(letter.issuedAt))).sign < 0
  return isEarly || wibDate(now).since(day).sign < 0 ? words.uses.wrongDay : undefined
}

/**
 * Notes that a letter was used. One that has served as often as it may is refused: it must not be shown a second time.
 * Source: services.md UM-03 (one mark, one filing)
 */
export async function noteUse(unit: Unit, actor: Actor, id: string, { usedFor, usedOn }: LetterUse): Promise<Result<Letter>> {
  const letter = await lockLetter(unit.tx, id)
  if (!letter || letter.state !== 'issued') return notFound('not-found', words.noSuchLetter)
  if (letter.uses === null) return conflict('without-bound', words.uses.withoutBound)
  const made = await listUses(unit.tx, id)
  // The same form sent twice is one use.
  if (made.some((use) => use.usedFor === usedFor && use.usedOn === usedOn)) return ok(letter)
  if (made.length >= letter.uses) return conflict('used-up', words.uses.usedUp(letter.uses), { uses: made })
  if (statusOfLetter(letter, unit.now) !== 'valid') return conflict('not-valid', words.uses.notValid)
  const fault = dayFault(usedOn, letter, unit.now)
  if (fault !== undefined) return invalid([{ field: 'usedOn', message: fault }])
  await unit.tx.insertInto('letters.uses').values({
    letter_id: id, position: made.length + 1, used_for: usedFor, used_on: usedOn, noted_by: actor.accountId, noted_at: toDb(unit.now),
  }).execute()
  unit.record(letter.officeId, {
    what: 'letter.use', kind: 'letter', subject: id, actor: actor.accountId, role: roleOf(actor), data: { application: letter.applicationId, use: made.length + 1 },
  })
  return ok(letter)
}

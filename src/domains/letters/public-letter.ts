import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { RateLimit } from '../../platform/http/rate-limit.ts'
import { getOffice } from '../office/index.ts'
import type { LetterStatus } from './core/letter.ts'
import { readCode } from './core/verification-code.ts'
import { usesOf } from './uses.ts'
import { type Letter, findLetter, findPublicLetter, statusOfLetter } from './letter-store.ts'

/** What the public is told of a letter. `successor` is the letter that replaced it, `uses` how often one that serves a number of times was used. */
export type PublicLetter = { letter: Letter; status: LetterStatus; office: string; successor: { number: string; code: string } | undefined; uses: { allowed: number; made: number } | undefined }

/**
 * Codes that lead nowhere, for each address: a bank that checks all day meets none. Page and API share the count.
 * A whole village may stand behind one address, so typing errors must fit in.
 */
export const CODE_GUESSES: RateLimit = { name: 'letter-code-guesses', counts: 'misses', most: 30, windowMs: 10 * 60_000 }
/** A file to check may cost some milliseconds and 10 MB. */
export const FILE_CHECKS: RateLimit = { name: 'letter-file-checks', counts: 'posts', most: 200, windowMs: 10 * 60_000 }

/** A letter with what else the public needs to know. */
export async function publicLetterOf(tx: Db | Tx, letter: Letter, now: Temporal.Instant): Promise<PublicLetter> {
  const office = await getOffice(tx, letter.officeId)
  const successor = letter.replacedBy === null ? undefined : await findLetter(tx, letter.replacedBy)
  return {
    letter, status: statusOfLetter(letter, now), office: `${office.name} ${office.government.replace(/^Pemerintah /, '')}`,
    uses: await usesOf(tx, letter), successor: successor && { number: successor.number, code: successor.code },
  }
}

/** What was typed or stood in an address; undefined when it is no code, or no letter has it. */
export async function findByTypedCode(tx: Db | Tx, typed: string): Promise<Letter | undefined> {
  const code = readCode(typed)
  return code === undefined ? undefined : findPublicLetter(tx, code)
}

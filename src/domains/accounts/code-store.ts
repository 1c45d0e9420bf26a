import { randomInt, timingSafeEqual } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '../../platform/db/database.ts'
import { fromDb, toDb } from '../../platform/db/unit.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { CODE_LASTS_MS, CODE_SPACE, CODE_TRIES, type CodeState, codeState, codeText, parseCode } from './core/one-time-code.ts'

export type CodePurpose = 'sign-in' | 'consent'
export type CodeAnswer = { kind: 'right' } | { kind: 'wrong'; triesLeft: number } | { kind: Exclude<CodeState, 'open'> | 'none' }

const indexOf = (keys: Keys, purpose: CodePurpose, forWhat: string) => keys.hash('code-for', `${purpose}\n${forWhat}`)
const hashOf = (keys: Keys, forWhat: string, code: string) => keys.hash('one-time-code', `${forWhat}\n${code}`)

/**
 * Draws a code and keeps its keyed hash; the code itself goes only into the message.
 * @param forWhat what the code opens: the begun sign-in or the consent asked. A newer code for the same thing takes the place of the older.
 */
export async function issueCode(tx: Tx, keys: Keys, now: Temporal.Instant, purpose: CodePurpose, forWhat: string): Promise<string> {
  const code = codeText(randomInt(CODE_SPACE))
  await tx.insertInto('accounts.one_time_codes').values({
    for_index: indexOf(keys, purpose, forWhat), purpose, code_hash: hashOf(keys, forWhat, code), created_at: toDb(now),
    expires_at: toDb(now.add({ milliseconds: CODE_LASTS_MS })),
  }).execute()
  return code
}

/** Tries a code as typed. The transaction must be committed whatever the answer, or the try is not counted. */
export async function tryCode(tx: Tx, keys: Keys, now: Temporal.Instant, purpose: CodePurpose, forWhat: string, typed: string): Promise<CodeAnswer> {
  const row = await tx.selectFrom('accounts.one_time_codes').select(['id', 'code_hash', 'expires_at', 'tries', 'used_at'])
    .where('for_index', '=', indexOf(keys, purpose, forWhat)).orderBy('created_at', 'desc').orderBy('id').limit(1).forUpdate().executeTakeFirst()
  if (!row) return { kind: 'none' }
  const state = codeState({ expiresAt: fromDb(row.expires_at), tries: row.tries, used: row.used_at !== null }, now)
  if (state !== 'open') return { kind: state }
  const code = parseCode(typed)
  const right = code !== undefined && timingSafeEqual(hashOf(keys, forWhat, code), row.code_hash)
  await tx.updateTable('accounts.one_time_codes').set(right ? { used_at: toDb(now) } : { tries: row.tries + 1 }).where('id', '=', row.id).execute()
  return right ? { kind: 'right' } : { kind: 'wrong', triesLeft: CODE_TRIES - row.tries - 1 }
}

import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Result, conflict, ok } from '../../kernel/result.ts'
import { type Unit, fromDb, toDb, transact } from '../db/unit.ts'
import type { Tools } from '../tools.ts'

/** An answer as it is kept under an Idempotency-Key and given again. */
export type Answered = { status: number; answer: unknown }
/** `pending`: the first sender of this key is still at work. */
export type Idempotent = Answered | 'pending'

type Claimed = { accountId: string; key: string; request: string; sha256: string }

/** How long a repeated request waits for the answer of the first. */
const LONGEST_WAIT_MS = 20_000
const LOOK_AGAIN_MS = 150
/** A claim without an answer is given up after this: its sender died with the server. */
const ABANDONED_MS = 60_000

export const stillRunning = () => conflict('still-running', 'Permintaan yang sama masih dikerjakan. Ulangi sebentar lagi.')

/**
 * Claims a key for this request; the second sender of the same transaction waits for the first and gets its answer.
 * @returns undefined when the key is ours now
 */
export async function claim(unit: Unit, one: Claimed): Promise<Result<Idempotent | undefined>> {
  const { numInsertedOrUpdatedRows } = await unit.tx.insertInto('platform.idempotency_keys')
    .values({ account_id: one.accountId, key: one.key, request: one.request, body_sha256: one.sha256, created_at: toDb(unit.now) })
    .onConflict((held) => held.doNothing()).executeTakeFirst()
  if (numInsertedOrUpdatedRows === 1n) return ok(undefined)
  const held = await unit.tx.selectFrom('platform.idempotency_keys').selectAll()
    .where('account_id', '=', one.accountId).where('key', '=', one.key).forUpdate().executeTakeFirstOrThrow()
  if (held.request !== one.request || held.body_sha256 !== one.sha256) {
    return conflict('idempotency-key-reused', 'Kunci ini sudah dipakai untuk permintaan lain. Gunakan kunci baru.')
  }
  if (held.status !== null) return ok({ status: held.status, answer: held.answer })
  if (unit.now.since(fromDb(held.created_at)).total('milliseconds') < ABANDONED_MS) return ok('pending')
  await unit.tx.updateTable('platform.idempotency_keys').set({ created_at: toDb(unit.now) }).where('account_id', '=', one.accountId).where('key', '=', one.key).execute()
  return ok(undefined)
}

/** Keeps the answer under its key, in the transaction of its effect. */
export async function keep(unit: Unit, one: Pick<Claimed, 'accountId' | 'key'>, { status, answer }: Answered): Promise<void> {
  await unit.tx.updateTable('platform.idempotency_keys').set({ status, answer: sql`${JSON.stringify(answer)}::jsonb` })
    .where('account_id', '=', one.accountId).where('key', '=', one.key).execute()
}

/** After an effect of its own transactions: the answer is kept under the key, or the key is free again. */
export async function release(tools: Tools, one: Pick<Claimed, 'accountId' | 'key'>, done: Result<Answered>): Promise<void> {
  await transact(tools.db, tools.clock, async (unit) => {
    if (done.ok) await keep(unit, one, done.value)
    else {
      await unit.tx.deleteFrom('platform.idempotency_keys').where('account_id', '=', one.accountId).where('key', '=', one.key)
        .where('status', 'is', null).execute()
    }
    return ok(undefined)
  })
}

/** Looks again until there is an answer, or the key is ours, or patience ends. */
export async function patiently(look: () => Promise<Result<Idempotent>>, isOurs: () => boolean): Promise<Result<Idempotent>> {
  for (let waitedMs = 0; ; waitedMs += LOOK_AGAIN_MS) {
    const found = await look()
    if (!found.ok || found.value !== 'pending' || isOurs() || waitedMs > LONGEST_WAIT_MS) return found
    await sleep(LOOK_AGAIN_MS)
  }
}

import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { fromDb, toDb } from '../../platform/db/unit.ts'
import { type Health, WELL, afterAnswer, afterFailure } from './core/health.ts'
import type { Outcome } from './delivery.ts'

/** How a provider did lately, as the office sees it. */
export type ProviderHealth = { key: string; health: Health; lastGoodAt: Temporal.Instant | undefined; lastFailure: string | undefined; lastFailureAt: Temporal.Instant | undefined }

const instant = (date: Date | null) => (date === null ? undefined : fromDb(date))

export async function listHealth(db: Db | Tx): Promise<ProviderHealth[]> {
  const rows = await db.selectFrom('messages.providers').selectAll().orderBy('key').limit(20).execute()
  return rows.map((row) => ({
    key: row.key, lastGoodAt: instant(row.last_good_at), lastFailure: row.last_failure ?? undefined, lastFailureAt: instant(row.last_failure_at),
    health: { score: row.score, failures: row.failures, opened: row.opened, ...(row.open_until === null ? {} : { openUntil: fromDb(row.open_until) }) },
  }))
}

/** Keeps what the attempts of one round say about a provider. A refused number is no fault of his. */
export async function learn(db: Db, key: string, before: Health | undefined, outcomes: readonly Outcome[], now: Temporal.Instant): Promise<void> {
  const health = outcomes.reduce((known, one) => (one.kind === 'failed' ? afterFailure(known, now, one.retryAfterMs) : afterAnswer(known)), before ?? WELL)
  const failed = outcomes.findLast((one) => one.kind === 'failed')
  const values = {
    score: health.score, failures: health.failures, opened: health.opened, open_until: health.openUntil ? toDb(health.openUntil) : null,
    ...(outcomes.some((one) => one.kind !== 'failed') ? { last_good_at: toDb(now) } : {}), ...(failed ? { last_failure: failed.reason, last_failure_at: toDb(now) } : {}),
  }
  await db.insertInto('messages.providers').values({ key, ...values }).onConflict((on) => on.constraint('providers_pkey').doUpdateSet(values)).execute()
}

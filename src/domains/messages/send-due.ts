import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db } from '../../platform/db/database.ts'
import { type Clock, toDb } from '../../platform/db/unit.ts'
import { MOST_ATTEMPTS, SECRET_LASTS_MS, pauseMs } from './core/attempts.ts'
import { ATTEMPT_MS, type Carrier, type Outcome } from './delivery.ts'
import type { Channel } from './outbox.ts'

/** The roads that are configured. Without one, messages of that channel are kept. */
export type Carriers = Partial<Record<Channel, Carrier>>

export type SendTools = { db: Db; clock: Clock; carriers: Carriers; chance: () => number }

type Claimed = { id: string; channel: Channel; address: string; subject: string | null; body: string; secret: boolean; attempts: number }

// A worker that dies between sending and marking leaves the message to the next one after this time.
const LEASE_MS = 6 * ATTEMPT_MS

/** Codes that nobody can use any more: unsent ones lapse, and no body stays behind. */
async function wipeSecrets(db: Db, now: Temporal.Instant): Promise<void> {
  await db.updateTable('messages.outbox')
    .set({ body: '', state: sql`case when state in ('waiting', 'failed') then 'lapsed' else state end` })
    .where('secret', '=', true).where('body', '<>', '').where('created_at', '<=', toDb(now.subtract({ milliseconds: SECRET_LASTS_MS }))).execute()
}

async function keepUnsendable(db: Db, carriers: Carriers): Promise<void> {
  const missing = (['phone', 'email'] as const).filter((channel) => !carriers[channel])
  if (missing.length > 0) {
    await db.updateTable('messages.outbox').set({ state: 'kept' }).where('state', '=', 'waiting').where('channel', 'in', missing).execute()
  }
}

/** Takes messages that are due and moves their time on, so that no other worker takes them while they are under way. */
async function claim(db: Db, now: Temporal.Instant, limit: number): Promise<Claimed[]> {
  const { rows } = await sql<Claimed>`
    update messages.outbox set attempts = attempts + 1, next_at = ${toDb(now.add({ milliseconds: LEASE_MS }))}
     where id in (select id from messages.outbox where state = 'waiting' and next_at <= ${toDb(now)}
                   order by next_at, id limit ${limit} for update skip locked)
    returning id, channel, address, subject, body, secret, attempts`.execute(db)
  return rows
}

async function mark({ db, clock, chance }: SendTools, one: Claimed, outcome: Outcome): Promise<void> {
  const now = clock()
  const row = db.updateTable('messages.outbox').where('id', '=', one.id).where('state', '=', 'waiting')
  if (outcome.kind === 'sent') {
    await row.set({ state: 'sent', sent_at: toDb(now), last_failure: null, ...(one.secret ? { body: '' } : {}) }).execute()
    return
  }
  const over = outcome.kind === 'refused' || one.attempts >= MOST_ATTEMPTS
  const next = now.add({ milliseconds: pauseMs(one.attempts, one.secret, chance()) })
  // Only the latest attempt may say that it failed: an earlier one that was thought dead must not hide it.
  await row.where('attempts', '=', one.attempts)
    .set({ last_failure: outcome.reason, ...(over ? { state: 'failed' } : { next_at: toDb(next) }) }).execute()
}

/**
 * Sends what is due: claim, send, mark, each by itself, so that no transaction is open while the network answers.
 * Killed between sending and marking, a message goes out once more under the same id.
 * @param limit how many at once, all at the same time
 * @returns how many were taken; as many as `limit` means that more may wait
 */
export async function sendDue(tools: SendTools, limit = 10): Promise<number> {
  const now = tools.clock()
  await wipeSecrets(tools.db, now)
  await keepUnsendable(tools.db, tools.carriers)
  const claimed = await claim(tools.db, now, limit)
  await Promise.all(claimed.map(async (one) => {
    const carrier = tools.carriers[one.channel]
    if (!carrier) return
    await mark(tools, one, await carrier.send({ id: one.id, to: one.address, subject: one.subject ?? '', text: one.body }))
  }))
  return claimed.length
}

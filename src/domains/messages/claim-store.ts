import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db } from '../../platform/db/database.ts'
import { fromDb, toDb } from '../../platform/db/unit.ts'
import { SECRET_LASTS_MS } from './core/attempts.ts'
import { type Channel, type Road, readRoads, roadsOfRow } from './core/road.ts'
import { ATTEMPT_MS } from './delivery.ts'

/** A message taken to be sent. `lease`: until then it is ours. */
export type Claimed = {
  id: string; officeId: string; channel: Channel; address: string; email: string | null; subject: string | null; body: string; language: 'id' | 'en'
  isCode: boolean; state: 'waiting' | 'held'; attempts: number; lease: Date; createdAt: Temporal.Instant
  roads: Road[]; refused: Road[]; quiet: { from: number; to: number } | undefined
  provider: string | null; unsure: boolean; begunAt: Temporal.Instant | undefined; lastFailure: string | null
}

// A worker that dies between sending and marking leaves the message to the next one after this time.
const LEASE_MS = 6 * ATTEMPT_MS

type Row = {
  id: string; office_id: string; channel: Channel; address: string; email: string | null; subject: string | null; body: string; language: 'id' | 'en'; kind: string; state: 'waiting' | 'held'
  attempts: number; created_at: Date; roads: string[]; refused_roads: string[]; quiet_from: number | null; quiet_to: number | null; provider: string | null; unsure: boolean
  begun_at: Date | null; last_failure: string | null
}

/** Takes messages that are due and moves their time on, so that no other worker takes them while they are under way. */
export async function claim(db: Db, now: Temporal.Instant, limit: number): Promise<Claimed[]> {
  const lease = toDb(now.add({ milliseconds: LEASE_MS }))
  const { rows } = await sql<Row>`
    update messages.outbox set next_at = ${lease}
     where id in (select id from messages.outbox where state in ('waiting', 'held') and next_at <= ${toDb(now)}
                   order by next_at, id limit ${limit} for update skip locked)
    returning id, office_id, channel, address, email, subject, body, language, kind, state, attempts, created_at, roads, refused_roads, quiet_from, quiet_to, provider, unsure, begun_at,
      last_failure`.execute(db)
  return rows.map((row) => ({
    id: row.id, officeId: row.office_id, channel: row.channel, address: row.address, email: row.email, subject: row.subject, body: row.body, language: row.language,
    isCode: row.kind === 'code', state: row.state, attempts: row.attempts, lease, createdAt: fromDb(row.created_at),
    roads: roadsOfRow(row.roads, row.channel), refused: readRoads(row.refused_roads),
    quiet: row.quiet_from === null || row.quiet_to === null ? undefined : { from: row.quiet_from, to: row.quiet_to },
    provider: row.provider, unsure: row.unsure, begunAt: row.begun_at === null ? undefined : fromDb(row.begun_at), lastFailure: row.last_failure,
  }))
}

/** Codes that nobody can use any more: unsent ones lapse, and no body stays behind. */
export async function wipeSecrets(db: Db, now: Temporal.Instant): Promise<void> {
  await sql`
    with gone as (
      update messages.outbox set body = '', state = case when state in ('waiting', 'held', 'failed') then 'lapsed' else state end
       where secret and body <> '' and created_at <= ${toDb(now.subtract({ milliseconds: SECRET_LASTS_MS }))}
      returning id, state)
    insert into messages.history (message_id, at, state) select id, ${toDb(now)}::timestamptz, state from gone where state = 'lapsed'`.execute(db)
}

import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { formatInstant, wibDate, wibMidnight } from '../../kernel/wib.ts'
import { type Clock, fromDb, toDb } from '../db/unit.ts'
import type { Db } from '../db/database.ts'
import type { Job } from '../jobs/worker.ts'
import type { Keys, SigningKey } from '../secrets/keys.ts'
import { FIRST_PREV, type PublishedRoot, type RootFacts, type RootsFile } from './chain.ts'
import { publicKeyOf, signRoot } from './root.ts'

// A transaction begun before midnight may end after it; none lasts longer than its statements may.
const GRACE = { minutes: 5 }
const EVERY_MS = 10 * 60_000

type Last = { day: Temporal.PlainDate; lastSeq: number; root: string }

/** The day before the first one that needs a root. */
async function lastRoot(db: Db, officeId: string): Promise<Last | undefined> {
  const held = await db.selectFrom('log.roots').select(['day', 'last_seq', 'root']).where('office_id', '=', officeId).orderBy('day', 'desc').limit(1).executeTakeFirst()
  if (held) return { day: Temporal.PlainDate.from(held.day), lastSeq: held.last_seq, root: held.root.toString('hex') }
  const first = await db.selectFrom('log.events').select('at').where('office_id', '=', officeId).where('seq', '=', 1).executeTakeFirst()
  return first && { day: wibDate(fromDb(first.at)).subtract({ days: 1 }), lastSeq: 0, root: FIRST_PREV }
}

async function factsOf(db: Db, office: string, day: Temporal.PlainDate, last: Last): Promise<RootFacts> {
  const end = wibMidnight(day.add({ days: 1 }))
  const entry = await db.selectFrom('log.events').select(['seq', 'hash']).where('office_id', '=', office).where('seq', '>', last.lastSeq)
    .where('at', '<', toDb(end)).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return { office, day: day.toString(), firstSeq: last.lastSeq + 1, lastSeq: entry?.seq ?? last.lastSeq, root: entry?.hash.toString('hex') ?? last.root }
}

async function keepRoot(db: Db, key: SigningKey, facts: RootFacts, now: Temporal.Instant): Promise<void> {
  await db.insertInto('log.roots').values({
    office_id: facts.office, day: facts.day, first_seq: facts.firstSeq, last_seq: facts.lastSeq, root: Buffer.from(facts.root, 'hex'),
    key_id: key.id, signature: signRoot(key, facts), published_at: toDb(now),
  }).onConflict((held) => held.doNothing()).execute()
}

/**
 * Signs the root of every finished day (WIB) that has none yet: the hash of the last entry made before its midnight. A day without
 * entries carries the root of the day before, so that silence is attested too. An entry that was committed later than its day's root
 * belongs to the next.
 * @returns how many days were signed
 */
export async function publishRoots(db: Db, clock: Clock, keys: Keys, officeId: string): Promise<number> {
  const key = keys.logRoots.at(-1)
  let last = await lastRoot(db, officeId)
  if (!last || !key) return 0
  const now = clock()
  const today = wibDate(now.subtract(GRACE))
  let count = 0
  for (let day = last.day.add({ days: 1 }); Temporal.PlainDate.compare(day, today) < 0; day = day.add({ days: 1 })) {
    const facts = await factsOf(db, officeId, day, last)
    await keepRoot(db, key, facts, now)
    last = { day, lastSeq: facts.lastSeq, root: facts.root }
    count += 1
  }
  return count
}

/** The roots from newest to oldest; `before` is a day. */
export async function listRoots(db: Db, officeId: string, { before, limit }: { before?: string | undefined; limit: number }): Promise<PublishedRoot[]> {
  const rows = await db.selectFrom('log.roots as r').leftJoin('log.witnessed as w', (join) => join.onRef('w.office_id', '=', 'r.office_id').onRef('w.day', '=', 'r.day').on('w.kind', '=', 'stamp'))
    .selectAll('r').select(['w.token', 'w.at as stamped_at']).where('r.office_id', '=', officeId)
    .$if(before !== undefined, (query) => query.where('r.day', '<', sql<string>`${before}::date`)).orderBy('r.day', 'desc').limit(limit).execute()
  return rows.map((row) => ({
    office: row.office_id, day: row.day, firstSeq: row.first_seq, lastSeq: row.last_seq, root: row.root.toString('hex'),
    keyId: row.key_id, signature: row.signature.toString('base64url'), publishedAt: formatInstant(fromDb(row.published_at)),
    ...(row.token && row.stamped_at ? { stamp: { token: row.token.toString('base64'), at: formatInstant(fromDb(row.stamped_at)) } } : {}),
  }))
}

/** All that an outsider needs beside the log itself: public keys, and roots from newest to oldest. */
export const rootsFileOf = async (db: Db, keys: Keys, officeId: string, range: { before?: string | undefined; limit: number }): Promise<RootsFile> =>
  ({ keys: keys.logRoots.map(publicKeyOf), items: await listRoots(db, officeId, range) })

/** Publishes roots soon after midnight. */
export const rootsJob = ({ db, clock, keys }: { db: Db; clock: Clock; keys: Keys }, officeId: string): Job => ({
  name: 'log-roots', everyMs: EVERY_MS,
  async run() {
    await publishRoots(db, clock, keys, officeId)
    return 'done'
  },
})

import type { Db } from '../db/database.ts'
import type { ChainedEntry } from './chain.ts'

/** A few megabytes at most: memory stays flat however long the log is. */
const BATCH = 2_000

export type Chain = 'events' | 'reads'

async function batch(db: Db, officeId: string, chain: Chain, after: number, last: number): Promise<ChainedEntry[]> {
  const rows = await db.selectFrom(chain === 'events' ? 'log.events' : 'log.reads').select(['seq', 'prev', 'hash', 'body'])
    .where('office_id', '=', officeId).where('seq', '>', after).where('seq', '<=', last).orderBy('seq').limit(BATCH).execute()
  return rows.map(({ seq, prev, hash, body }) => ({ seq, prev: prev.toString('hex'), hash: hash.toString('hex'), body }))
}

/** How far a chain reaches: number and hash of its last entry; undefined before the first. */
export async function headOf(db: Db, officeId: string, chain: Chain): Promise<{ seq: number; hash: string } | undefined> {
  const head = await db.selectFrom('log.heads').select(['seq', 'hash']).where('office_id', '=', officeId).where('chain', '=', chain).executeTakeFirst()
  return head && { seq: head.seq, hash: head.hash.toString('hex') }
}

/** The entries of a chain in order, up to where it reached at the beginning. Entries never change, so no snapshot is needed. */
export async function* entriesOf(db: Db, officeId: string, chain: Chain, from = 1): AsyncGenerator<ChainedEntry> {
  const head = await headOf(db, officeId, chain)
  const last = head?.seq ?? 0
  for (let after = from - 1; after < last;) {
    const entries = await batch(db, officeId, chain, after, last)
    const end = entries.at(-1)
    // A hole at the end must not become an endless loop; whoever verifies finds it.
    if (!end) return
    yield* entries
    after = end.seq
  }
}

/**
 * Writes the event log as JSON lines `{"seq", "prev", "hash", "body"}`. `body` is text, so that an outsider hashes what was hashed,
 * and need not know how JSON was written. The chain of reads has no export.
 * @param write may answer later; nothing more is read until then
 * @returns how many lines were written
 */
export async function exportLog(db: Db, officeId: string, { from = 1 }: { from?: number }, write: (lines: string) => Promise<void>): Promise<number> {
  let count = 0
  let held: string[] = []
  for await (const { seq, prev, hash, body } of entriesOf(db, officeId, 'events', from)) {
    held.push(`${JSON.stringify({ seq, prev, hash, body })}\n`)
    count += 1
    if (held.length < BATCH) continue
    await write(held.join(''))
    held = []
  }
  if (held.length > 0) await write(held.join(''))
  return count
}

import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '../../../platform/db/database.ts'
import { toDb } from '../../../platform/db/unit.ts'
import type { Keys } from '../../../platform/secrets/keys.ts'
import type { SubjectKind } from '../changes-store.ts'
import { rewriteBusinesses, rewritePeople } from './rewrite.ts'

/** How far the undoing of a list came: what was withdrawn, put back to what it was, and kept because others have used it since. */
export type UndoneChunk = { withdrawn: number; restored: number; kept: number; last: string | undefined }

export type Undoing = { tx: Tx; keys: Keys; now: Temporal.Instant; actId: string; by: string }

/** Records that lists make and change, as the undoing of a list sees them. */
export type ListedSubject = {
  kind: SubjectKind
  /** Keeps the rows until the transaction ends, the lower id first. */
  lock(tx: Tx, ids: readonly string[]): Promise<unknown>
  /** Takes rows out; the database refuses those that something points to. */
  remove(tx: Tx, ids: readonly string[]): Promise<unknown>
  /** Those of them that something was told of which is no act. */
  findUsed?(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>>
  /** Marks what the list said as undone and writes the records anew. @returns those that could go back */
  restore(undoing: Undoing, ids: readonly string[]): Promise<readonly string[]>
}

const CHUNK = 500
const FOREIGN_KEY = '23503'

/** Marks what a list said of these records as undone. */
export async function markListUndone({ tx, now, actId, by }: Undoing, ids: readonly string[]): Promise<void> {
  await sql`update registry.changes set undone_at = ${toDb(now)}, undone_by = ${by}
    where act_id = ${actId} and subject_id = any(${ids}::uuid[]) and undone_at is null`.execute(tx)
}

export const LISTED_BUSINESSES: ListedSubject = {
  kind: 'business',
  lock: (tx, ids) => sql`select from registry.businesses where id = any(${ids}::uuid[]) order by id for update`.execute(tx),
  remove: (tx, ids) => sql`delete from registry.businesses where id = any(${ids}::uuid[])`.execute(tx),
  async restore(undoing, ids) {
    await markListUndone(undoing, ids)
    await rewriteBusinesses(undoing.tx, undoing.keys, undoing.now, ids)
    return ids
  },
}

export const LISTED_PEOPLE: ListedSubject = {
  kind: 'person',
  lock: (tx, ids) => sql`select from registry.people where id = any(${ids}::uuid[]) order by id for update`.execute(tx),
  remove: (tx, ids) => sql`delete from registry.people where id = any(${ids}::uuid[])`.execute(tx),
  async restore(undoing, ids) {
    await markListUndone(undoing, ids)
    await rewritePeople(undoing.tx, undoing.keys, undoing.now, ids)
    return ids
  },
}

/**
 * Takes back the next records of a list, in the transaction of the caller. What the list alone made is withdrawn; what it changed goes
 * back to what it would be without the list; what it made and somebody has used since (changed, merged, applied with) stays as it is.
 * @param after the `last` of the chunk before, of the same subject
 */
export async function undoListed(undoing: Undoing, subject: ListedSubject, after: string | undefined): Promise<UndoneChunk> {
  const { tx, actId } = undoing
  const { rows } = await sql<{ id: string; made: boolean; used: boolean }>`
    select c.subject_id as id, bool_or(c.seq = 1) as made,
           exists (select from registry.changes o where o.subject_id = c.subject_id and o.act_id is distinct from c.act_id and o.undone_at is null) as used
      from registry.changes c
     where c.act_id = ${actId} and c.subject_kind = ${subject.kind} and c.undone_at is null and (${after ?? null}::uuid is null or c.subject_id > ${after ?? null}::uuid)
     group by c.subject_id, c.act_id order by c.subject_id limit ${CHUNK}`.execute(tx)
  await subject.lock(tx, rows.map(({ id }) => id))
  const made = rows.filter((one) => one.made && !one.used).map(({ id }) => id)
  const changed = rows.filter((one) => !one.made).map(({ id }) => id)
  const used = await subject.findUsed?.(tx, made)
  const withdrawn = await withdraw(tx, subject, used ? made.filter((id) => !used.has(id)) : made)
  const restored = await subject.restore(undoing, changed)
  return { withdrawn: withdrawn.length, restored: restored.length, kept: rows.length - withdrawn.length - restored.length, last: rows.at(-1)?.id }
}

/** Removes records that nobody uses; the database knows who does. @returns those that are gone */
async function withdraw(tx: Tx, subject: ListedSubject, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0 || await removed(tx, subject, ids)) return ids
  const gone: string[] = []
  for (const id of ids) if (await removed(tx, subject, [id])) gone.push(id)
  return gone
}

async function removed(tx: Tx, subject: ListedSubject, ids: readonly string[]): Promise<boolean> {
  await sql`savepoint withdrawing`.execute(tx)
  try {
    await subject.remove(tx, ids)
    await sql`delete from registry.changes where subject_id = any(${ids}::uuid[])`.execute(tx)
    await sql`release savepoint withdrawing`.execute(tx)
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === FOREIGN_KEY)) throw error
    await sql`rollback to savepoint withdrawing`.execute(tx)
    return false
  }
}

/** The sender's numbers that a list brought go with it. */
export async function forgetExternalIds(tx: Tx, actId: string): Promise<void> {
  await sql`delete from registry.external_ids where act_id = ${actId}`.execute(tx)
}

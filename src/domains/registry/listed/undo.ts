import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '../../../platform/db/database.ts'
import { toDb } from '../../../platform/db/unit.ts'
import type { Keys } from '../../../platform/secrets/keys.ts'
import type { SubjectKind } from '../changes-store.ts'
import { rewriteBusinesses, rewritePeople } from './rewrite.ts'

/** How far the undoing of a list came: what was withdrawn, put back to what it was, and kept because others have used it since. */
export type UndoneChunk = { withdrawn: number; restored: number; kept: number; last: string | undefined }

type Undoing = { tx: Tx; keys: Keys; now: Temporal.Instant; actId: string; by: string }

const CHUNK = 500
const FOREIGN_KEY = '23503'

/**
 * Takes back the next records of a list, in the transaction of the caller: businesses first, then people. What the list alone made is
 * withdrawn; what it changed goes back to what it would be without the list; what it made and somebody has used since (changed, merged,
 * applied with) stays as it is.
 * @param after the `last` of the chunk before, of the same kind
 */
export async function undoListed(undoing: Undoing, kind: Exclude<SubjectKind, 'cooperative'>, after: string | undefined): Promise<UndoneChunk> {
  const { tx, keys, now, actId } = undoing
  const { rows } = await sql<{ id: string; made: boolean; used: boolean }>`
    select c.subject_id as id, bool_or(c.seq = 1) as made,
           exists (select from registry.changes o where o.subject_id = c.subject_id and o.act_id is distinct from c.act_id and o.undone_at is null) as used
      from registry.changes c
     where c.act_id = ${actId} and c.subject_kind = ${kind} and c.undone_at is null and (${after ?? null}::uuid is null or c.subject_id > ${after ?? null}::uuid)
     group by c.subject_id, c.act_id order by c.subject_id limit ${CHUNK}`.execute(tx)
  const table = kind === 'business' ? sql`registry.businesses` : sql`registry.people`
  await sql`select from ${table} where id = any(${rows.map(({ id }) => id)}::uuid[]) order by id for update`.execute(tx)
  const made = rows.filter((one) => one.made && !one.used).map(({ id }) => id)
  const changed = rows.filter((one) => !one.made).map(({ id }) => id)
  const withdrawn = await withdraw(tx, kind, made)
  await sql`update registry.changes set undone_at = ${toDb(now)}, undone_by = ${undoing.by}
    where act_id = ${actId} and subject_id = any(${changed}::uuid[]) and undone_at is null`.execute(tx)
  if (kind === 'business') await rewriteBusinesses(tx, keys, now, changed)
  else await rewritePeople(tx, keys, now, changed)
  return { withdrawn: withdrawn.length, restored: changed.length, kept: rows.length - withdrawn.length - changed.length, last: rows.at(-1)?.id }
}

/** Removes records that nobody uses; the database knows who does. @returns those that are gone */
async function withdraw(tx: Tx, kind: 'business' | 'person', ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0 || await removed(tx, kind, ids)) return ids
  const gone: string[] = []
  for (const id of ids) if (await removed(tx, kind, [id])) gone.push(id)
  return gone
}

async function removed(tx: Tx, kind: 'business' | 'person', ids: readonly string[]): Promise<boolean> {
  const table = kind === 'business' ? sql`registry.businesses` : sql`registry.people`
  await sql`savepoint withdrawing`.execute(tx)
  try {
    await sql`delete from ${table} where id = any(${ids}::uuid[])`.execute(tx)
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

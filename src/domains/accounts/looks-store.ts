import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { fromDb } from '../../platform/db/unit.ts'

/** `kind` is what was looked at; of an opened value it says which and what for: `nationalId for verification`. */
export type Look = { seq: number; at: Temporal.Instant; what: string; kind: string; role: string | null; self: boolean }

/**
 * Who looked at a person's data, the latest first. Roles and purposes, no officer's name: the office answers, not the clerk.
 * @param before `next` of the part before
 */
export async function listLooks(
  tx: Db | Tx, officeId: string, personId: string, ownAccountId: string, { limit, before }: { limit: number; before?: number | undefined },
): Promise<{ looks: Look[]; next?: number }> {
  let query = tx.selectFrom('log.reads').select(['seq', 'at', 'what', 'subject_kind as kind', 'actor_role as role', 'actor_id'])
    .where('for_id', '=', personId).where('office_id', '=', officeId)
  if (before !== undefined) query = query.where('seq', '<', before)
  const rows = await query.orderBy('seq', 'desc').limit(limit + 1).execute()
  const looks = rows.slice(0, limit).map(({ actor_id, at, ...row }): Look => ({ ...row, at: fromDb(at), self: actor_id === ownAccountId }))
  const last = looks.at(-1)
  return {
    // Several steps on one page are one look to the person: same role, same purpose, same minute.
    looks: looks.filter((look, at) => at === 0 || !isSameLook(look, looks[at - 1])),
    ...(rows.length > limit && last ? { next: last.seq } : {}),
  }
}

const minuteOf = (look: Look) => Math.floor(look.at.epochMilliseconds / 60_000)
const isSameLook = (one: Look, other: Look | undefined) =>
  other !== undefined && one.what === other.what && one.kind === other.kind && one.role === other.role && minuteOf(one) === minuteOf(other)

import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { fromDb } from '../../platform/db/unit.ts'

export type Look = { seq: number; at: Temporal.Instant; what: string; role: string | null; self: boolean }

/** Who looked at a person's data, the latest first. Roles and purposes, no officer's name: the office answers, not the clerk. */
export async function listLooks(tx: Db | Tx, officeId: string, personId: string, ownAccountId: string, limit = 50): Promise<Look[]> {
  const rows = await tx.selectFrom('log.reads').select(['seq', 'at', 'what', 'actor_role as role', 'actor_id'])
    .where('for_id', '=', personId).where('office_id', '=', officeId).orderBy('seq', 'desc').limit(limit).execute()
  const looks = rows.map(({ actor_id, at, ...row }) => ({ ...row, at: fromDb(at), self: actor_id === ownAccountId }))
  // Several steps on one page are one look to the person: same role, same purpose, same minute.
  return looks.filter((look, at) => at === 0 || !isSameLook(look, looks[at - 1]))
}

const minuteOf = (look: Look) => Math.floor(look.at.epochMilliseconds / 60_000)
const isSameLook = (one: Look, other: Look | undefined) =>
  other !== undefined && one.what === other.what && one.role === other.role && minuteOf(one) === minuteOf(other)

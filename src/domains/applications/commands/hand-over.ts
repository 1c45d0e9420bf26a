import { sql } from 'kysely'
import { type Result, conflict, invalid, ok } from '../../../kernel/result.ts'
import type { Actor } from '../../../kernel/rights.ts'
import { type Unit, roleOf, toDb } from '../../../platform/db/unit.ts'
import { IN_QUEUE } from '../core/queue.ts'
import type { Status } from '../core/life.ts'
import { officeWords } from '../office-messages.id.ts'
import { among, inReach, ours } from '../queue-store.ts'
import { listColleagues } from '../staff-store.ts'

/** As many cases change hands in one act; an officer with more hands over again. */
export const MOST_AT_ONCE = 2000

/** `from` and `to` are accounts; `applicationId` names a single case instead of all that `from` holds. */
export type HandOver = { from: string } | { applicationId: string }

/** Each division of the cases once, with how many there are: to whom they can go depends on it. */
export async function countHandOver({ tx }: Pick<Unit, 'tx'>, actor: Actor, which: HandOver): Promise<{ divisionId: string; count: number }[]> {
  const { rows } = await sql<{ divisionId: string; count: number }>`
    select a.division_id as "divisionId", count(*)::int as count from applications.applications a
     where ${inReach(actor)} and ${ours(actor)} and ${among(IN_QUEUE)} and ${chosen(which)} group by 1 order by 1`.execute(tx)
  return rows
}

const chosen = (which: HandOver) => ('from' in which ? sql`a.assigned_to = ${which.from}::uuid` : sql`a.id = ${which.applicationId}::uuid`)

/** Officers who may take on cases of all these divisions, but for the one who has them now. */
export async function takersFor(unit: Pick<Unit, 'tx' | 'now'>, officeId: string, divisions: readonly string[], except: string | undefined) {
  const lists = await Promise.all(divisions.map((one) => listColleagues(unit, officeId, one)))
  const [first = [], ...rest] = lists
  return first.filter((one) => one.id !== except && rest.every((list) => list.some((other) => other.id === one.id)))
}

/**
 * Hands cases to another officer in one act: those of an absent officer, or one alone. Each leaves its event; neither turn nor clock moves.
 * @param seen how many the one who confirms was shown: when there are others now he looks again
 */
export async function handOverCases(unit: Unit, actor: Actor, which: HandOver, { to, seen }: { to: string; seen: number }): Promise<Result<number>> {
  const { rows } = await sql<{ id: string; status: Status; divisionId: string; assignedTo: string | null }>`
    select a.id, a.status, a.division_id as "divisionId", a.assigned_to as "assignedTo" from applications.applications a
     where ${inReach(actor)} and ${ours(actor)} and ${among(IN_QUEUE)} and ${chosen(which)}
     order by a.id limit ${MOST_AT_ONCE} for update`.execute(unit.tx)
  if (rows.length === 0 || rows.length !== Math.min(seen, MOST_AT_ONCE)) return conflict('changed-meanwhile', officeWords.assign.changed(rows.length))
  const takers = await takersFor(unit, actor.officeId, [...new Set(rows.map((row) => row.divisionId))], undefined)
  if (!takers.some((one) => one.id === to)) return invalid([{ field: 'to', message: officeWords.assign.unknown }])
  await sql`update applications.applications set assigned_to = ${to}::uuid, updated_at = ${toDb(unit.now)}, version = version + 1
    where id = any(${rows.map((row) => row.id)}::uuid[])`.execute(unit.tx)
  for (const row of rows) {
    unit.record(actor.officeId, {
      what: 'application.assign', kind: 'application', subject: row.id, actor: actor.accountId, role: roleOf(actor), from: row.status, to: row.status,
      data: { assignee: to, before: row.assignedTo },
    })
  }
  return ok(rows.length)
}


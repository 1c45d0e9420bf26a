import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'
import { OPEN, type Status } from './core/life.ts'
import { DUE, among } from './queue-store.ts'

/** An open case as those see it who watch over its moments: ids and codes, nothing of a person. */
export type WatchedCase = {
  id: string; reference: string; status: Status; definitionId: string; divisionId: string; villageCode: string | null; accepted: boolean; dueAt: Date
}

const WATCHED = sql`a.id, a.reference, a.status, a.definition_id as "definitionId", a.division_id as "divisionId", a.village_code as "villageCode",
  (a.due_at is not null) as accepted, ${DUE} as "dueAt"`

/** Open cases of an office that are due until then, the most pressing first; `after` is the last of the page before. */
export async function listDueUntil(tx: Db | Tx, officeId: string, until: Temporal.Instant, after: WatchedCase | undefined, limit: number): Promise<WatchedCase[]> {
  const beyond = after === undefined ? sql`` : sql`and (${DUE}, a.id) > (${after.dueAt}, ${after.id}::uuid)`
  const { rows } = await sql<WatchedCase>`
    select ${WATCHED} from applications.applications a
     where a.office_id = ${officeId} and ${among(OPEN)} and ${DUE} <= ${toDb(until)} ${beyond}
     order by ${DUE}, a.id limit ${limit}`.execute(tx)
  return rows
}

/**
 * Open cases whose stage's own limit is passed, the longest ago first. The first look is left out: it has a clock of its own; so are cases
 * whose whole promise is due until `promised`: they are warned of already.
 */
export async function listStageLate(
  tx: Db | Tx, officeId: string, { now, promised }: { now: Temporal.Instant; promised: Temporal.Instant }, after: WatchedCase | undefined, limit: number,
): Promise<WatchedCase[]> {
  const beyond = after === undefined ? sql`` : sql`and (a.stage_due_at, a.id) > (${after.dueAt}, ${after.id}::uuid)`
  const { rows } = await sql<WatchedCase>`
    select a.id, a.reference, a.status, a.definition_id as "definitionId", a.division_id as "divisionId", a.village_code as "villageCode", (a.due_at is not null) as accepted,
           a.stage_due_at as "dueAt"
      from applications.applications a
     where a.office_id = ${officeId} and ${among(OPEN)} and a.stage_due_at is not null and a.stage_due_at <= ${toDb(now)} and a.status <> 'submitted'
       and (a.due_at is null or a.due_at > ${toDb(promised)}) ${beyond}
     order by a.stage_due_at, a.id limit ${limit}`.execute(tx)
  return rows
}

/** Open cases that were found complete until then, in the order of what is due. */
export async function listAcceptedUntil(tx: Db | Tx, officeId: string, moment: Temporal.Instant, after: WatchedCase | undefined, limit: number): Promise<WatchedCase[]> {
  const beyond = after === undefined ? sql`` : sql`and (${DUE}, a.id) > (${after.dueAt}, ${after.id}::uuid)`
  const { rows } = await sql<WatchedCase>`
    select ${WATCHED} from applications.applications a
     where a.office_id = ${officeId} and ${among(OPEN)} and a.due_at is not null and a.accepted_at <= ${toDb(moment)} ${beyond}
     order by ${DUE}, a.id limit ${limit}`.execute(tx)
  return rows
}

/** Of these cases, where each stands now. */
export async function statusesOf(tx: Db | Tx, ids: readonly string[]): Promise<Map<string, { status: Status; stageDueAt: Date | null }>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; status: Status; stageDueAt: Date | null }>`
    select a.id, a.status, a.stage_due_at as "stageDueAt" from applications.applications a where a.id in (${sql.join(ids.map((id) => sql`${id}::uuid`))})`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

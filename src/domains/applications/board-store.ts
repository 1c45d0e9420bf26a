import { type RawBuilder, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Actor, Role } from '../../kernel/rights.ts'
import { wibDate, wibMidnight } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'
import { OPEN, type Owner, type Status, turnOf } from './core/life.ts'
import { IN_QUEUE } from './core/queue.ts'
import { DUE, type Desk, type QueuePart, type QueueRow, among, inReach, openDesk, ours, readMark, rowsOf, standardsOf, turn } from './queue-store.ts'

/** For whom a case waits: a desk, the applicant, or somebody who is of neither. */
export type WaitsFor = Owner

/** Like open cases, counted together. */
export type BoardGroup = {
  waitsFor: WaitsFor; divisionId: string; holderId: string | null; isLate: boolean; isToday: boolean; isStageLate: boolean; isFollowing: boolean; count: number; oldestDue: Date | null
}

type Standards = Pick<Desk, 'lifeOf'>

type Counted = Omit<BoardGroup, 'waitsFor' | 'isFollowing'> & { status: Status; definitionId: string; initialsGiven: number }

const tomorrow = (now: Temporal.Instant) => toDb(wibMidnight(wibDate(now).add({ days: 1 })))

function waitsFor(row: Pick<QueueRow, 'status' | 'definitionId' | 'initialsGiven'>, { lifeOf }: Standards): WaitsFor {
  if (row.status === 'returned') return 'applicant'
  const [owner] = turnOf({ ...lifeOf(row.definitionId), status: row.status, accepted: true, initialsGiven: row.initialsGiven })
  return owner ?? 'office-head'
}

async function groupsWithin(tx: Db | Tx, reach: RawBuilder<unknown>, standards: Standards, now: Temporal.Instant): Promise<BoardGroup[]> {
  const { rows } = await sql<Counted>`
    select a.status, a.definition_id as "definitionId", a.initials_given as "initialsGiven", a.division_id as "divisionId", a.assigned_to as "holderId",
           ${DUE} < ${toDb(now)} is true as "isLate", (${DUE} >= ${toDb(now)} and ${DUE} < ${tomorrow(now)}) is true as "isToday",
           a.stage_due_at < ${toDb(now)} is true as "isStageLate", count(*)::int as count, min(${DUE}) as "oldestDue"
      from applications.applications a
     where ${reach} and ${among(IN_QUEUE)}
     group by 1, 2, 3, 4, 5, 6, 7, 8`.execute(tx)
  return rows.map(({ status, definitionId, initialsGiven, isLate, isToday, isStageLate, ...rest }): BoardGroup => {
    const isOpen = OPEN.includes(status)
    return { ...rest, waitsFor: waitsFor({ status, definitionId, initialsGiven }, standards), isLate: isOpen && isLate, isToday: isOpen && isToday, isStageLate: isOpen && isStageLate, isFollowing: status === 'following' }
  })
}

/** All open and returned cases within someone's reach, counted by who has them: read from the index of the queue alone. */
export async function countBoard(tx: Db | Tx, actor: Actor, now: Temporal.Instant): Promise<{ groups: BoardGroup[]; returnedTwice: number; divisions: string[] }> {
  const reach = sql`${inReach(actor)} and ${ours(actor)}`
  const groups = await groupsWithin(tx, reach, await standardsOf(tx, actor.officeId), now)
  const twice = await sql<{ count: number }>`
    select count(*)::int as count from applications.applications a where ${reach} and ${among(IN_QUEUE)} and a.returned_count >= 2`.execute(tx)
  return { groups, returnedTwice: twice.rows[0]?.count ?? 0, divisions: [...new Set(groups.map((group) => group.divisionId))].toSorted() }
}

/** The same counts for a whole office, for the worker: nobody reads them. */
export const countOffice = async (tx: Db | Tx, officeId: string, now: Temporal.Instant): Promise<BoardGroup[]> =>
  groupsWithin(tx, sql`a.office_id = ${officeId}`, await standardsOf(tx, officeId), now)

/** What one district has in hand; `applicant`: sent back, not with the office. */
export type DistrictCount = { district: string | null; open: number; late: number; today: number; applicant: number; oldestDue: Date | null }

/** All cases within someone's reach by the district of the business, those with most late ones first. */
export async function countDistricts(tx: Db | Tx, actor: Actor, now: Temporal.Instant): Promise<DistrictCount[]> {
  const { rows } = await sql<DistrictCount>`
    select a.district_code as district, count(*)::int as open, count(*) filter (where ${among(OPEN)} and ${DUE} < ${toDb(now)})::int as late,
           count(*) filter (where ${among(OPEN)} and ${DUE} >= ${toDb(now)} and ${DUE} < ${tomorrow(now)})::int as today,
           count(*) filter (where ${among(['returned'])})::int as applicant, min(${DUE}) filter (where ${among(OPEN)}) as "oldestDue"
      from applications.applications a
     where ${inReach(actor)} and ${ours(actor)} and ${among(IN_QUEUE)}
     group by 1 order by 3 desc, 4 desc, 2 desc, 1 limit 200`.execute(tx)
  return rows
}

export const BOARD_VIEWS = ['all', 'late', 'stage', 'today', 'returned-twice', 'applicant', 'following'] as const
export type BoardView = (typeof BOARD_VIEWS)[number]

/** Stands for cases of no district in filters. */
export const NO_DISTRICT = '-'

/** Which cases of the board are listed: a part of it, and within it those one officer holds, one desk has to move on, or those of a district (kecamatan). */
export type BoardFilter = { view: BoardView; holderId?: string | undefined; desk?: Role | undefined; district?: string | undefined }

function partOf(view: BoardView, now: Temporal.Instant): RawBuilder<unknown> {
  switch (view) {
    case 'all': return among(IN_QUEUE)
    case 'late': return sql`${among(OPEN)} and ${DUE} < ${toDb(now)}`
    case 'stage': return sql`${among(OPEN)} and a.stage_due_at < ${toDb(now)}`
    case 'today': return sql`${among(OPEN)} and ${DUE} >= ${toDb(now)} and ${DUE} < ${tomorrow(now)}`
    case 'returned-twice': return sql`${among(IN_QUEUE)} and a.returned_count >= 2`
    case 'applicant': return among(['returned'])
    case 'following': return among(['following'])
  }
}

export type BoardRow = QueueRow & { waitsFor: WaitsFor }
export type BoardPart = Omit<QueuePart, 'rows'> & { rows: BoardRow[] }

/** One page of the board, what is due first on top. */
export async function listBoard(
  tx: Db | Tx, actor: Actor, filter: BoardFilter, { now, after, limit }: { now: Temporal.Instant; after?: string | undefined; limit: number },
): Promise<BoardPart> {
  const desk = await openDesk(tx, actor, now)
  const mark = readMark(after)
  const beyond = mark === undefined ? sql`` : sql`and (${DUE}, a.id) > (${mark.at}, ${mark.id}::uuid)`
  const held = filter.holderId === undefined ? sql`` : sql`and ${among(OPEN)} and a.assigned_to = ${filter.holderId}::uuid`
  const waiting = filter.desk === undefined ? sql`` : sql`and ${among(OPEN)} and a.assigned_to is null and ${turn({ ...desk, actor: { ...actor, roles: [{ role: filter.desk }] } })}`
  const { district } = filter
  const there = district === undefined ? sql`` : district === NO_DISTRICT ? sql`and a.district_code is null` : sql`and a.district_code = ${district}`
  const rows = await rowsOf(tx, sql`
    select * from applications.applications a
     where ${inReach(actor)} and ${ours(actor)} and ${partOf(filter.view, now)} ${held} ${waiting} ${there} ${beyond}
     order by ${DUE}, a.id limit ${limit + 1}`, sql`${DUE}, a.id`)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => ({ ...row, waitsFor: waitsFor(row, desk) })),
    next: rows.length > limit && last?.dueAt ? `${last.dueAt.getTime()}.${last.id}` : undefined,
  }
}

/** These cases, as far as they are open and within someone's reach, in the order given. */
export async function boardRowsOf(tx: Db | Tx, actor: Actor, ids: readonly string[], now: Temporal.Instant): Promise<BoardRow[]> {
  if (ids.length === 0) return []
  const desk = await openDesk(tx, actor, now)
  const rows = await rowsOf(tx, sql`
    select * from applications.applications a
     where ${inReach(actor)} and ${ours(actor)} and ${among(IN_QUEUE)} and a.id in (${sql.join(ids.map((id) => sql`${id}::uuid`))})`, sql`${DUE}, a.id`)
  const found = new Map(rows.map((row) => [row.id, { ...row, waitsFor: waitsFor(row, desk) }]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

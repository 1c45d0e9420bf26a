import { type RawBuilder, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { type Actor, areasFor } from '../../kernel/rights.ts'
import { wibDate, wibMidnight } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'
import { listCooperatives } from '../cooperatives/index.ts'
import { listBusinesses } from '../registry/index.ts'
import { getDefinition, listDefinitionIds } from '../services/index.ts'
import { DONE, IN_QUEUE, type LifeOf, type QueueFacts, type QueueView, countViews, divisionsOf } from './core/queue.ts'
import { type CaseLife, OPEN, type Status, deskOf } from './core/life.ts'
import { readReference } from './core/reference.ts'
import type { Channel } from './store.ts'

/** One line of the queue. Names of people stand here because this is case work; their numbers do not. */
export type QueueRow = {
  id: string; reference: string; serviceCode: string; status: Status; definitionId: string; initialsGiven: number
  business: string | null; owner: string; village: string | null; district: string | null
  holder: string | null; channel: Channel; returnedCount: number; dueAt: Date | null; decidedAt: Date | null
  holderId: string | null; divisionId: string; submittedAt: Date | null; returnedAt: Date | null
}

/** What an officer's queue is made of: who he is, when it is, and the life of each standard of the office. */
export type Desk = { actor: Actor; now: Temporal.Instant; lifeOf: LifeOf; definitionIds: readonly string[] }

/** The moment owed next: the first look before acceptance, the answer after it. */
export const DUE = sql`coalesce(a.due_at, a.intake_due_at)`
const listed = (values: readonly string[]) => sql.join(values.map((value) => sql`${value}`))
// As literals, so that the planner sees that the index of the queue holds them.
export const among = (statuses: readonly Status[]) => sql`a.status in (${sql.join(statuses.map((status) => sql.lit(status)))})`

/** The office and, for someone whose role is bound to an area, that area. */
export function inReach(actor: Actor): RawBuilder<unknown> {
  const areas = areasFor(actor, 'task.list')
  const within = areas === 'all' ? sql`true` : areas === 'own' ? sql`false`
    : sql`(${sql.join(areas.map((code) => sql`(a.village_code = ${code} or a.village_code like ${`${code}.%`})`), sql` or `)})`
  return sql`a.office_id = ${actor.officeId} and ${within}`
}

type Group = QueueFacts & { count: number }

/** One statement over the index of the queue: like cases counted together, so that 5,000 open cases come back as a few dozen rows. */
async function groupsOf(tx: Db | Tx, actor: Actor, now: Temporal.Instant): Promise<Group[]> {
  const midnight = toDb(wibMidnight(wibDate(now)))
  const { rows } = await sql<Group>`
    select a.status, a.definition_id as "definitionId", a.initials_given as "initialsGiven", a.division_id as "divisionId",
           (a.assigned_to = ${actor.accountId}::uuid) is true as "isAssignedToMe", ${DUE} < ${toDb(now)} is true as "isLate", false as "isDone", count(*)::int as count
      from applications.applications a
     where ${inReach(actor)} and ${among(IN_QUEUE)}
     group by 1, 2, 3, 4, 5, 6
    union all
    select a.status, a.definition_id, 0, a.division_id, false, false, true, count(*)::int
      from applications.applications a
     where ${inReach(actor)} and ${among(DONE)} and a.decided_at >= ${midnight}
     group by 1, 2, 4`.execute(tx)
  return rows
}

const LIFELESS: CaseLife = { life: [], initials: [] }

/** The standards of an office and the life each gives its cases. */
export async function standardsOf(tx: Db | Tx, officeId: string): Promise<Pick<Desk, 'definitionIds' | 'lifeOf'>> {
  const definitionIds = await listDefinitionIds(tx, officeId)
  const lives = new Map<string, CaseLife>()
  for (const id of definitionIds) lives.set(id, await getDefinition(tx, id))
  return { definitionIds, lifeOf: (id) => lives.get(id) ?? LIFELESS }
}

/** Sets out what the lists and counts of one officer need. */
export async function openDesk(tx: Db | Tx, actor: Actor, now: Temporal.Instant): Promise<Desk> {
  return { actor, now, ...await standardsOf(tx, actor.officeId) }
}

/** Counts all parts of an officer's queue anew: nothing of it is kept, so a step shows at once. */
export async function countQueue(tx: Db | Tx, { actor, now, lifeOf }: Desk): Promise<Record<QueueView, number>> {
  return countViews(actor.roles, await groupsOf(tx, actor, now), lifeOf)
}

export const ours = (actor: Actor): RawBuilder<unknown> => {
  const divisions = divisionsOf(actor.roles)
  if (divisions === 'all') return sql`true`
  return divisions.length === 0 ? sql`false` : sql`a.division_id in (${listed(divisions)})`
}

/** Of these statuses, where a role has its turn: the standards in which it is so, whatever initials are given (null) or at one number of them. */
function turnsOf(role: string, statuses: readonly Status[], { lifeOf, definitionIds }: Pick<Desk, 'lifeOf' | 'definitionIds'>) {
  return statuses.flatMap((status) => {
    const turns = definitionIds.flatMap((id): { id: string; given: number | null }[] => {
      const one = lifeOf(id)
      const givens = Array.from({ length: one.initials.length + 1 }, (_, given) => given)
      const mine = givens.filter((given) => deskOf({ ...one, status, accepted: true, initialsGiven: given }).some((owner) => owner === role))
      return mine.length === givens.length ? [{ id, given: null }] : mine.map((given) => ({ id, given }))
    })
    return [...Map.groupBy(turns, (one) => one.given)].map(([given, list]) => ({ status, given, ids: list.map((one) => one.id) }))
  })
}

/** The turn of someone's roles as a condition; follows `isTurn` of the core, which the tests hold against it. */
export function turn(desk: Pick<Desk, 'actor' | 'lifeOf' | 'definitionIds'>, statuses: readonly Status[] = OPEN): RawBuilder<unknown> {
  const parts = desk.actor.roles.flatMap((held) => turnsOf(held.role, statuses, desk).map(({ status, given, ids }) => {
    const division = held.divisionId === undefined ? sql`` : sql`and a.division_id = ${held.divisionId}`
    const initial = given === null ? sql`` : sql`and a.initials_given = ${given}`
    return sql`(a.status = ${sql.lit(status)} ${initial} and a.definition_id = any(${ids}::uuid[]) ${division})`
  }))
  return parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`
}

function condition(view: QueueView, desk: Desk): RawBuilder<unknown> {
  switch (view) {
    case 'turn': return sql`${among(OPEN)} and ${turn(desk)}`
    case 'division': return sql`${among(OPEN)} and ${ours(desk.actor)}`
    case 'late': return sql`${among(OPEN)} and ${ours(desk.actor)} and ${DUE} < ${toDb(desk.now)}`
    case 'returned': return sql`${among(['returned'])} and ${ours(desk.actor)}`
    case 'following': return sql`${among(['following'])} and (${ours(desk.actor)} or ${turn(desk, ['following'])})`
    case 'assigned': return sql`${among(IN_QUEUE)} and a.assigned_to = ${desk.actor.accountId}::uuid`
    case 'done': return sql`${among(DONE)} and ${ours(desk.actor)} and a.decided_at >= ${toDb(wibMidnight(wibDate(desk.now)))}`
  }
}

/** Rows with the names that belong to them; `picked` is a query for the cases alone, so that only these few are joined. */
export async function rowsOf(tx: Db | Tx, picked: RawBuilder<unknown>, order: RawBuilder<unknown>): Promise<QueueRow[]> {
  const { rows } = await sql<QueueRow>`
    select a.id, a.reference, a.service_code as "serviceCode", a.status, a.definition_id as "definitionId", a.initials_given as "initialsGiven",
           coalesce(b.name, k.name) as business, p.name as owner, v.name as village, d.name as district, o.name as holder, a.channel, a.returned_count as "returnedCount",
           ${DUE} as "dueAt", a.decided_at as "decidedAt",
           a.assigned_to as "holderId", a.division_id as "divisionId", a.submitted_at as "submittedAt", a.returned_at as "returnedAt"
      from (${picked}) a
      join registry.people p on p.id = a.owner_id
      left join registry.businesses b on b.id = a.business_id left join cooperatives.v_cooperative_card k on k.id = a.cooperative_id
      left join office.regions v on v.code = a.village_code left join office.regions d on d.code = a.district_code
      left join accounts.accounts o on o.id = a.assigned_to
     order by ${order}`.execute(tx)
  return rows
}

type Mark = { at: Date; id: string }

/** @returns undefined for a text that is no mark of ours */
export function readMark(text: string | undefined): Mark | undefined {
  const [, ms, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(text ?? '') ?? []
  return ms === undefined || id === undefined ? undefined : { at: new Date(Number(ms)), id }
}

export type QueuePart = { rows: QueueRow[]; next: string | undefined }

/**
 * One page of a part of the queue: what is due first stands first; what was done today, the latest first.
 * @param after the mark that the page before gave as `next`
 */
export async function listQueue(tx: Db | Tx, desk: Desk, view: QueueView, { after, limit }: { after?: string | undefined; limit: number }): Promise<QueuePart> {
  const mark = readMark(after)
  const isDone = view === 'done'
  const key = isDone ? sql`a.decided_at` : DUE
  const order = isDone ? sql`a.decided_at desc, a.id desc` : sql`${DUE}, a.id`
  const beyond = mark === undefined ? sql`` : sql`and (${key}, a.id) ${isDone ? sql`<` : sql`>`} (${mark.at}, ${mark.id}::uuid)`
  const rows = await rowsOf(tx, sql`
    select * from applications.applications a
     where ${inReach(desk.actor)} and ${condition(view, desk)} ${beyond}
     order by ${order} limit ${limit + 1}`, order)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const at = isDone ? last?.decidedAt : last?.dueAt
  return { rows: shown, next: rows.length > limit && last && at ? `${at.getTime()}.${last.id}` : undefined }
}

/** The case of one's turn that is due first, but for the one at hand. */
export async function findNextTurn(tx: Db | Tx, desk: Desk, exceptId: string): Promise<{ id: string; reference: string } | undefined> {
  const { rows } = await sql<{ id: string; reference: string }>`
    select a.id, a.reference from applications.applications a
     where ${inReach(desk.actor)} and ${condition('turn', desk)} and a.id <> ${exceptId}::uuid
     order by ${DUE}, a.id limit 1`.execute(tx)
  return rows[0]
}

const SEARCHED = 50

/** Words begun count, of the business's, its owner's or the cooperative's name; a reference is taken whole, with or without its strokes. */
export async function searchQueue(tx: Tx, actor: Actor, now: Temporal.Instant, typed: string): Promise<QueueRow[]> {
  const reference = readReference(typed)
  const businesses = reference ? [] : (await listBusinesses(tx, actor, { q: typed }, { limit: SEARCHED })).items
  const cooperatives = reference ? [] : (await listCooperatives({ tx, now }, actor, { q: typed }, { limit: SEARCHED })).items
  if (!reference && businesses.length + cooperatives.length === 0) return []
  const idsOf = (list: readonly { id: string }[]) => sql`${sql.val(list.map(({ id }) => id))}::uuid[]`
  const found = reference ? sql`a.reference = ${reference}` : sql`(a.business_id = any(${idsOf(businesses)}) or a.cooperative_id = any(${idsOf(cooperatives)}))`
  return rowsOf(tx, sql`
    select * from applications.applications a
     where ${inReach(actor)} and a.status <> 'draft' and ${ours(actor)} and ${found}
     order by a.created_at desc, a.id limit ${SEARCHED}`, sql`a.created_at desc, a.id`)
}

/** What open cases are called, of those an officer may see; the others are absent. */
export async function referencesOf(tx: Db | Tx, actor: Actor, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; reference: string }>`
    select a.id, a.reference from applications.applications a where ${inReach(actor)} and ${ours(actor)} and a.id = any(${sql.val([...ids])}::uuid[]) order by a.id limit 1000`.execute(tx)
  return new Map(rows.map(({ id, reference }) => [id, reference]))
}

import { type RawBuilder, sql } from 'kysely'
import { type Actor, type HeldRole, POLICY } from '../../kernel/rights.ts'
import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'
import type { Category, Kind } from './core/choices.ts'
import { selectTickets } from './ticket-store.ts'
import type { Ticket } from './ticket.ts'

/** Parts of the office's list. */
export const VIEWS = ['open', 'mine', 'unassigned', 'late', 'waiting', 'inspection', 'ended'] as const
export type View = (typeof VIEWS)[number]

export type Filter = { view: View; kind?: Kind | undefined; category?: Category | undefined }

const WORKS = POLICY['complaint.read']

/** What one held role reaches, in the words of `may`: the test of the rights matrix compares the two. */
function reachOf(actor: Actor, { role, area, divisionId }: HeldRole): RawBuilder<unknown> {
  const within = area === undefined ? sql`true`
    : sql`(t.region_code = ${area} or t.region_code like ${`${area}.%`} or (t.region_code is null and t.entered_by = ${actor.accountId}::uuid))`
  const division = divisionId === undefined ? sql`true` : sql`(t.division_id is null or t.division_id = ${divisionId})`
  return sql`((t.open_to is null or ${role} = any(t.open_to) or t.assigned_to = ${actor.accountId}::uuid) and ${within} and ${division})`
}

/** Tickets an officer may know of. One he is named in does not exist for him. */
export function visibleTo(actor: Actor): RawBuilder<unknown> {
  const reaches = actor.roles.filter((held) => held.role in WORKS && WORKS[held.role as keyof typeof WORKS].scope === 'office').map((held) => reachOf(actor, held))
  return sql`t.office_id = ${actor.officeId}
    and not exists (select from complaints.named_officers n where n.ticket_id = t.id and n.account_id = ${actor.accountId}::uuid)
    and (${reaches.length === 0 ? sql`false` : sql.join(reaches, sql` or `)})`
}

function conditionOf(view: View, actor: Actor, now: Temporal.Instant): RawBuilder<unknown> {
  const open = sql`t.closed_at is null`
  switch (view) {
    case 'open': return sql`${open} and t.owed_at is not null`
    case 'mine': return sql`${open} and t.assigned_to = ${actor.accountId}::uuid`
    case 'unassigned': return sql`t.state in ('received', 'verified', 'reopened')`
    case 'late': return sql`t.owed_at < ${toDb(now)}`
    case 'waiting': return sql`t.reply_by is not null`
    case 'inspection': return sql`${open} and t.for_inspection`
    case 'ended': return sql`t.closed_at is not null`
  }
}

export type Page = { tickets: Ticket[]; next?: string }

/** One part of the list: by what is due first, ended ones by when they came, the latest first. */
export async function listTickets(tx: Db | Tx, actor: Actor, { view, kind, category }: Filter, part: { now: Temporal.Instant; limit: number; after?: string | undefined }): Promise<Page> {
  const ended = view === 'ended'
  const [moment = '', id = ''] = part.after?.split('~') ?? []
  const key = ended ? sql`t.received_at` : sql`coalesce(t.owed_at, t.reply_by, t.received_at)`
  const after = /^\d{1,15}$/.test(moment) && /^[0-9a-f-]{36}$/.test(id)
    ? sql`and (${key}, t.id) ${ended ? sql`<` : sql`>`} (${new Date(Number(moment))}, ${id}::uuid)` : sql``
  const tickets = await selectTickets(tx, sql`where ${visibleTo(actor)} and ${conditionOf(view, actor, part.now)}
    ${kind ? sql`and t.kind = ${kind}` : sql``} ${category ? sql`and t.category = ${category}` : sql``} ${after}
    order by ${key} ${ended ? sql`desc` : sql`asc`}, t.id ${ended ? sql`desc` : sql`asc`} limit ${part.limit + 1}`)
  const shown = tickets.slice(0, part.limit)
  const last = shown.at(-1)
  if (!last || tickets.length <= part.limit) return { tickets: shown }
  const at = ended ? last.receivedAt : last.owedAt ?? last.replyBy ?? last.receivedAt
  return { tickets: shown, next: `${at.getTime()}~${last.id}` }
}

/** How many there are in each part. */
export async function countViews(tx: Db | Tx, actor: Actor, now: Temporal.Instant): Promise<Record<View, number>> {
  const counts = sql.join(VIEWS.map((view) => sql`count(*) filter (where ${conditionOf(view, actor, now)})::int as ${sql.ref(view)}`))
  const { rows } = await sql<Record<View, number>>`select ${counts} from complaints.tickets t where ${visibleTo(actor)}`.execute(tx)
  return rows[0] ?? { open: 0, mine: 0, unassigned: 0, late: 0, waiting: 0, inspection: 0, ended: 0 }
}

/** Recent tickets that may say the same: of the last quarter, something in common, what the officer may see. */
export async function candidatesFor(tx: Db | Tx, actor: Actor, ticket: Ticket): Promise<Ticket[]> {
  const region = ticket.regionCode ?? ''
  return selectTickets(tx, sql`where ${visibleTo(actor)} and t.id <> ${ticket.id}::uuid and t.kind = ${ticket.kind} and t.outcome is distinct from 'spam'
    and t.received_at > ${new Date(ticket.receivedAt.getTime() - 90 * 86_400_000)}
    and (t.service_code = ${ticket.serviceCode} or t.region_code = ${region} or t.cooperative_id = ${ticket.cooperativeId}::uuid or t.application_id = ${ticket.applicationId}::uuid
      or ${ticket.serviceCode === null && region === '' && ticket.cooperativeId === null ? sql`true` : sql`false`} or t.open_to is not null)
    order by t.received_at desc, t.id limit 200`)
}

/** Tickets for the exchange with LAPOR!, the oldest first. */
export const listForExchange = (tx: Db | Tx, actor: Actor, since: Temporal.Instant, limit: number): Promise<Ticket[]> =>
  selectTickets(tx, sql`where ${visibleTo(actor)} and t.received_at >= ${toDb(since)} order by t.received_at, t.id limit ${limit}`)


import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '../../platform/db/database.ts'
import { fromDb } from '../../platform/db/unit.ts'
import { shownText } from './core/kind.ts'
import { type State, readState } from './core/life.ts'

/** One change of a message. */
export type HistoryStep = { at: Temporal.Instant; state: State; road: string | null; provider: string | null; reason: string | null; by: string | null }

/** A message with what became of it. */
export type MessageStory = { id: string; template: string; state: State; road: string | null; body: string; createdAt: Temporal.Instant; steps: HistoryStep[] }

type Step = Omit<HistoryStep, 'at' | 'state'> & { messageId: string; at: Date; state: string }

async function storiesOf(tx: Tx, rows: readonly { id: string; template: string; state: string; road: string | null; body: string; created_at: Date }[]): Promise<MessageStory[]> {
  const { rows: steps } = await sql<Step>`
    select h.message_id as "messageId", h.at, h.state, h.road, h.provider, h.reason, n.name as by
      from messages.history h left join accounts.v_account_names n on n.account_id = h.by_account
     where h.message_id = any(${rows.map(({ id }) => id)}::uuid[]) order by h.id limit 2000`.execute(tx)
  const byMessage = Map.groupBy(steps, ({ messageId }) => messageId)
  return rows.map(({ created_at, state, ...row }) => ({
    ...row, body: shownText(row.template, row.body), state: readState(state), createdAt: fromDb(created_at),
    steps: (byMessage.get(row.id) ?? []).map(({ at, state: was, road, provider, reason, by }) => ({ at: fromDb(at), state: readState(was), road, provider, reason, by })),
  }))
}

const COLUMNS = ['id', 'template', 'state', 'road', 'body', 'created_at'] as const

/** What was told about a case to the one it is for, the oldest first. Warnings to officials are none of it. */
export async function listCaseMessages(tx: Tx, applicationId: string): Promise<MessageStory[]> {
  return storiesOf(tx, await tx.selectFrom('messages.outbox').select(COLUMNS).where('application_id', '=', applicationId).where('kind', '<>', 'duty').where('kind', '<>', 'code')
    .orderBy('created_at').orderBy('id').limit(50).execute())
}

/** One message of the office. */
export async function findMessage(tx: Tx, officeId: string, id: string): Promise<MessageStory | undefined> {
  const row = await tx.selectFrom('messages.outbox').select(COLUMNS).where('id', '=', id).where('office_id', '=', officeId).executeTakeFirst()
  return row && (await storiesOf(tx, [row]))[0]
}

/** What is under way: it waits for its turn, for a provider, or for the end of the quiet hours; the next to go first. */
export async function listUnderWay(tx: Tx, officeId: string, limit: number) {
  const rows = await tx.selectFrom('messages.outbox').select(['id', 'template', 'state', 'attempts', 'last_failure as lastFailure', 'provider', 'created_at', 'next_at'])
    .where('office_id', '=', officeId).where('state', 'in', ['waiting', 'held']).orderBy('next_at').orderBy('id').limit(limit).execute()
  return rows.map(({ created_at, next_at, ...row }) => ({ ...row, createdAt: fromDb(created_at), nextAt: fromDb(next_at) }))
}

export type UnderWay = Awaited<ReturnType<typeof listUnderWay>>[number]

/** How many are where, for the tabs; counted up to a thousand. */
export async function countDesk(tx: Tx, officeId: string): Promise<{ tasks: number; underWay: number }> {
  const { rows } = await sql<{ tasks: number; underWay: number }>`
    select (select count(*)::int from (select from messages.outbox where office_id = ${officeId} and state in ('failed', 'slip') limit 1000) t) as tasks,
           (select count(*)::int from (select from messages.outbox where office_id = ${officeId} and state in ('waiting', 'held') limit 1000) w) as "underWay"`.execute(tx)
  return rows[0] ?? { tasks: 0, underWay: 0 }
}

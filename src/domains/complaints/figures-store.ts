import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'
import type { Tally } from './core/summary.ts'

/** Counts of the tickets received in a time; `answered` those answered or forwarded at least once, of which `onTime` never late. */
export type Figures = {
  received: number; open: number; openLate: number; answered: number; onTime: number; reopened: number; saidSolved: number; closedBySilence: number
  scores: number; scoreSum: number; byCategory: Tally[]; byKind: Tally[]
}

/**
 * Figures of tickets received from `from` until before `to`, as of `now`. Whole office: counts only, so no view of one officer is cut.
 * What was put away as no report counts nowhere.
 */
export async function figuresOf(tx: Db | Tx, officeId: string, from: Temporal.Instant, to: Temporal.Instant, now: Temporal.Instant): Promise<Figures> {
  const within = sql`office_id = ${officeId} and received_at >= ${toDb(from)} and received_at < ${toDb(to)} and outcome is distinct from 'spam'`
  const { rows } = await sql<Omit<Figures, 'byCategory' | 'byKind'>>`
    select count(*)::int as received, count(*) filter (where closed_at is null)::int as open,
    count(*) filter (where owed_at < ${toDb(now)})::int as "openLate",
           count(*) filter (where answered_at is not null or reopened_count > 0 or state = 'forwarded' or outcome = 'forwarded')::int as answered,
           count(*) filter (where (answered_at is not null or reopened_count > 0 or state = 'forwarded' or outcome = 'forwarded') and not late)::int as "onTime",
           count(*) filter (where reopened_count > 0)::int as reopened, count(*) filter (where outcome = 'solved')::int as "saidSolved",
           count(*) filter (where outcome = 'silence')::int as "closedBySilence", count(score)::int as scores,
           coalesce(sum(score), 0)::int as "scoreSum"
      from complaints.tickets where ${within}`.execute(tx)
  const { rows: categories } = await sql<Tally>`select coalesce(category, 'unclassified') as key, count(*)::int as count from complaints.tickets where ${within} group by 1 order by 2 desc, 1 limit 50`.execute(tx)
  const { rows: kinds } = await sql<Tally>`select kind as key, count(*)::int as count from complaints.tickets where ${within} group by 1 order by 2 desc, 1 limit 50`.execute(tx)
  const [first] = rows
  if (!first) throw new Error('a count without a row')
  return { ...first, byCategory: categories, byKind: kinds }
}

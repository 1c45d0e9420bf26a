import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../../kernel/rights.ts'
import type { Db, Tx } from '../../../platform/db/database.ts'
import { readTallies } from '../tallies.ts'
import { type BusinessFilter, reachOf } from './filter.ts'
import { soughtBy } from './sought.ts'

/** What a map may cost: up to `counted` are counted one by one; of more, about `sampled` rows are looked at and the rest is estimated. */
type Budget = { counted: number; sampled: number }
const BUDGET: Budget = { counted: 20_000, sampled: 40_000 }

/** How many fit in each village. `estimated`: from a sample, in which so many fitted. */
export type ByVillage = { counts: ReadonlyMap<string, number>; total: number; estimated?: { sampled: number } }

type Row = { village: string; n: number }

const summed = (rows: readonly Row[]): ByVillage =>
  ({ counts: new Map(rows.map(({ village, n }) => [village, n])), total: rows.reduce((sum, { n }) => sum + n, 0) })

/** Area and status alone are counted with every change: their numbers are ready. */
const isTallied = ({ q, kbli, scale, permits, freshness, ownerId }: BusinessFilter) =>
  !q && !kbli && !scale && !permits?.length && !freshness && !ownerId

/** Undefined while a large load is still being added up. */
async function fromTallies(tx: Db | Tx, actor: Actor, { status }: BusinessFilter, villages: readonly string[]): Promise<ByVillage | undefined> {
  const { byArea, isPending } = await readTallies(tx, actor.officeId, villages, [status ? `status.${status}` : 'status.%'])
  if (isPending) return undefined
  return summed([...byArea].map(([village, counts]) => ({
    village, n: [...counts].reduce((sum, [measure, n]) => sum + (status || measure !== 'status.duplicate' ? n : 0), 0),
  })))
}

async function countRows(tx: Db | Tx, rows: RawBuilder<unknown>): Promise<Row[]> {
  const counted = await sql<Row>`
    select b.village_code as village, count(*)::int as n from ${rows} b group by b.village_code order by b.village_code limit 5000`.execute(tx)
  return counted.rows
}

async function fromSample(tx: Db | Tx, conditions: RawBuilder<unknown>, { sampled: wanted }: Budget): Promise<ByVillage> {
  const { rows } = await sql<{ rows: number }>`
    select greatest(reltuples, 1)::float8 as rows from pg_class where oid = 'registry.businesses'::regclass`.execute(tx)
  const share = Math.min(100, (100 * wanted) / (rows[0]?.rows ?? 1))
  // The same sample each time: who looks twice sees the same numbers.
  const sample = await countRows(tx, sql`
    (select b.village_code from registry.businesses b tablesample system (${share}) repeatable (1) where ${conditions})`)
  const sampled = summed(sample)
  if (share === 100) return sampled
  return { ...summed(sample.map(({ village, n }) => ({ village, n: Math.round((n * 100) / share) }))), estimated: { sampled: sampled.total } }
}

/**
 * How many businesses fit a filter in each village, at a cost that does not grow with the registry: from the tallies where they know,
 * one by one up to 20,000, and else estimated from a sample.
 * @param villages codes of the villages within the reach of the actor and of the filter
 */
export async function countByVillage(tx: Db | Tx, actor: Actor, filter: BusinessFilter, villages: readonly string[], budget = BUDGET): Promise<ByVillage> {
  const ready = isTallied(filter) ? await fromTallies(tx, actor, filter, villages) : undefined
  if (ready) return ready
  const sought = await soughtBy(tx, reachOf(actor, 'business.list'), filter)
  if (!sought) return summed([])
  const { rows, conditions } = sought
  if (!rows) return fromSample(tx, conditions, budget)
  const exact = summed(await countRows(tx, sql`(select b.village_code from ${rows} where ${conditions} limit ${budget.counted + 1})`))
  return exact.total > budget.counted ? fromSample(tx, conditions, budget) : exact
}

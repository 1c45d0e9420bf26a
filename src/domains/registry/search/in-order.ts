import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/database.ts'
import type { Plan, Scope, Sort } from './filter.ts'
import type { ListMark } from './mark.ts'

export type Order = Exclude<Sort, 'relevance'>

/** A place in a list: which business, and the value it is sorted by. */
export type Place = { id: string; key: string }

/** How many fit: `atLeast` when counting them all would have taken too long. */
export type Count = { n: number; atLeast: boolean }

/**
 * What one part of a list may cost. Of the list in order so many rows are looked at, `first` and at `most`, and `counted` to count;
 * so many found by marks are `sorted`: of more the list in order shows some soon.
 */
export type Budget = { first: number; most: number; sorted: number; counted: number }
const BUDGET: Budget = { first: 3000, most: 6000, sorted: 6000, counted: 1500 }

/** Counted exactly up to here. */
export const MOST_COUNTED = 1000

type Ordering = { column: RawBuilder<unknown>; by: RawBuilder<unknown>; key: RawBuilder<unknown>; after: (mark: ListMark) => RawBuilder<unknown> }

// To the microsecond: a batch that was stored in one moment may fill many parts of a list.
const microseconds = (column: RawBuilder<unknown>) => sql`(extract(epoch from ${column}) * 1000000)::bigint::text`
const moment = ({ key }: ListMark) => sql`(timestamptz 'epoch' + ${key}::bigint * interval '1 microsecond')`

/** Each order with what continues it; `~<~` compares byte by byte, as the indexes do. */
const ORDERINGS: Record<Order, Ordering> = {
  newest: {
    column: sql`b.created_at`, by: sql`b.created_at desc, b.id`, key: microseconds(sql`b.created_at`),
    after: (mark) => sql`b.created_at <= ${moment(mark)} and (b.created_at < ${moment(mark)} or b.id > ${mark.id}::uuid)`,
  },
  name: {
    column: sql`b.normal_name`, by: sql`b.normal_name using ~<~, b.id`, key: sql`b.normal_name`,
    after: (mark) => sql`b.normal_name ~>=~ ${mark.key} and (b.normal_name ~>~ ${mark.key} or b.id > ${mark.id}::uuid)`,
  },
  unconfirmed: {
    column: sql`b.last_confirmed_at`, by: sql`b.last_confirmed_at, b.id`, key: microseconds(sql`b.last_confirmed_at`),
    after: (mark) => sql`b.last_confirmed_at >= ${moment(mark)} and (b.last_confirmed_at > ${moment(mark)} or b.id > ${mark.id}::uuid)`,
  },
}

const beyond = (sort: Order, after: ListMark | undefined) => (after ? sql`and ${ORDERINGS[sort].after(after)}` : sql``)

type Slice = { after: ListMark | undefined; most: number }

/** The rows of the scopes in their order, at most so many; an index gives each scope, and they are merged. */
function inScopes(scopes: readonly Scope[], sort: Order, { after, most }: Slice, columns = sql`b.*`): RawBuilder<unknown> {
  const parts = scopes.map(({ condition }) => sql`
    (select ${columns} from registry.businesses b where ${condition} ${beyond(sort, after)} order by ${ORDERINGS[sort].by} limit ${most})`)
  return parts.length === 1 ? sql`${parts[0]}` : sql`
    (select b.* from (${sql.join(parts, sql` union all `)}) b order by ${ORDERINGS[sort].by} limit ${most})`
}

async function lookInOrder(tx: Db | Tx, plan: Plan, sort: Order, slice: Slice & { limit: number }): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select b.id, ${ORDERINGS[sort].key} as key from ${inScopes(plan.scopes, sort, slice)} b
     where ${plan.conditions} order by ${ORDERINGS[sort].by} limit ${slice.limit}`.execute(tx)
  return rows
}

/** The last row that was looked at: where a list goes on that found too little. The index alone answers this. */
async function lastLookedAt(tx: Db | Tx, plan: Plan, sort: Order, slice: Slice): Promise<Place | undefined> {
  const { rows } = await sql<Place>`
    select b.id, ${ORDERINGS[sort].key} as key from ${inScopes(plan.scopes, sort, slice, sql`b.id, ${ORDERINGS[sort].column}`)} b
     order by ${ORDERINGS[sort].by} offset ${slice.most - 1} limit 1`.execute(tx)
  return rows[0]
}

/**
 * Rows found by the index of marks alone. `offset 0` and the second table keep the search a step of its own, planned for all it may
 * find: planned for the limit, it was answered by reading the table.
 */
export const found = (query: string): RawBuilder<unknown> => sql`
  (select * from registry.businesses where search @@ ${query}::tsquery offset 0) b cross join (select 1 as one offset 0) as fence`

type Found = { places: Place[]; total: number } | 'too-many'

async function lookByMarks(tx: Db | Tx, plan: Plan, query: string, sort: Order, { limit, after, most }: Slice & { limit: number }): Promise<Found> {
  const { rows } = await sql<{ total: number; id: string | null; key: string | null }>`
    with b as materialized (
      select b.id, b.created_at, b.last_confirmed_at, b.normal_name from ${found(query)} where ${plan.conditions} limit ${most + 1}),
    listed as (
      select b.id, ${ORDERINGS[sort].key} as key, row_number() over (order by ${ORDERINGS[sort].by}) as at
        from b where true ${beyond(sort, after)} order by ${ORDERINGS[sort].by} limit ${limit})
    select counted.total, listed.id, listed.key from (select count(*)::int as total from b) counted left join listed on true order by listed.at`.execute(tx)
  const total = rows[0]?.total ?? 0
  if (total > most) return 'too-many'
  return { places: rows.flatMap(({ id, key }) => (id === null || key === null ? [] : [{ id, key }])), total }
}

/** Counts within the first rows in order: exactly when there are no more, else what is there at least. */
async function countInOrder(tx: Db | Tx, plan: Plan, sort: Order, among: number): Promise<Count> {
  const most = plan.isNarrower ? among : MOST_COUNTED + 1
  const { rows } = await sql<{ looked: number; matched: number }>`
    select count(*)::int as looked, (count(*) filter (where ${plan.conditions}))::int as matched
      from ${inScopes(plan.scopes, sort, { after: undefined, most })} b`.execute(tx)
  const { looked = 0, matched = 0 } = rows[0] ?? {}
  return { n: Math.min(matched, MOST_COUNTED), atLeast: matched > MOST_COUNTED || looked === most }
}

const countOf = (total: number): Count => ({ n: Math.min(total, MOST_COUNTED), atLeast: total > MOST_COUNTED })

/** `goesOn`: more rows are there than were looked at, and the list goes on behind this place. */
export type Part = { places: Place[]; goesOn?: Place; count?: Count }

type Asked = { limit: number; after: ListMark | undefined; counted: boolean }

/**
 * What to ask the index of marks: words and marks; '' for nothing. `first`: it is likely to find few, so it is asked before the list in
 * order is looked through; `never`: it is known to find too many.
 */
export type ByMarks = { query: string; when: 'first' | 'second' | 'never' }

/**
 * One part of a list in order at a bounded cost, whatever the filter. What is frequent comes soon when rows are read in order; what is
 * rare is found by its marks and sorted; what is neither (frequent, but far down in this order) is looked for in steps.
 */
export async function listInOrder(
  tx: Db | Tx, plan: Plan, { query, when }: ByMarks, sort: Order, { limit, after, counted }: Asked, budget: Budget = BUDGET,
): Promise<Part> {
  const withCount = async (part: Part, count: () => Count | Promise<Count>): Promise<Part> => (counted ? { ...part, count: await count() } : part)
  const byMarks = async () => (query === '' || when === 'never' ? 'too-many' : lookByMarks(tx, plan, query, sort, { limit, after, most: budget.sorted }))
  const inOrder = async (most: number): Promise<Part | undefined> => {
    const places = await lookInOrder(tx, plan, sort, { limit, after, most })
    if (places.length === limit) return withCount({ places }, () => countInOrder(tx, plan, sort, budget.counted))
    // Nothing is left behind the rows that were looked at.
    return await lastLookedAt(tx, plan, sort, { after, most }) ? undefined : withCount({ places }, () => countOf(places.length))
  }
  const soon = when === 'first' ? undefined : await inOrder(budget.first)
  if (soon) return soon
  const marked = await byMarks()
  if (marked !== 'too-many') return withCount({ places: marked.places }, () => countOf(marked.total))
  const places = await lookInOrder(tx, plan, sort, { limit, after, most: budget.most })
  const goesOn = places.length < limit ? await lastLookedAt(tx, plan, sort, { after, most: budget.most }) : undefined
  const isFrequent = query !== '' && when !== 'never'
  const least: Count = isFrequent ? countOf(MOST_COUNTED + 1) : { n: places.length, atLeast: goesOn !== undefined || places.length === limit }
  return withCount({ places, ...(goesOn ? { goesOn } : {}) }, () => least)
}

import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/database.ts'
import type { Plan, Scope, Sort } from './filter.ts'
import type { ListMark } from './mark.ts'

export type Order = Exclude<Sort, 'relevance'>

/** A place in a list: which business, and the value it is sorted by. */
export type Place = { id: string; key: string }

/** How many fit: `atLeast` when counting them all would have taken too long. */
export type Count = { n: number; atLeast: boolean }

/** Of a list in order so many rows are looked at for one part, first and at most. */
const LOOKED_AT = 4000
const MOST_LOOKED_AT = 40_000
/** So many found by marks are sorted; of more the list in order shows some soon. */
const MOST_SORTED = 5000
/** Counted exactly up to here. */
export const MOST_COUNTED = 1000

type Ordering = { by: RawBuilder<unknown>; key: RawBuilder<unknown>; after: (mark: ListMark) => RawBuilder<unknown> }

// To the microsecond: a batch that was stored in one moment may fill many parts of a list.
const microseconds = (column: RawBuilder<unknown>) => sql`(extract(epoch from ${column}) * 1000000)::bigint::text`
const moment = ({ key }: ListMark) => sql`(timestamptz 'epoch' + ${key}::bigint * interval '1 microsecond')`

/** Each order with what continues it; `~<~` compares byte by byte, as the indexes do. */
const ORDERINGS: Record<Order, Ordering> = {
  newest: {
    by: sql`b.created_at desc, b.id`, key: microseconds(sql`b.created_at`),
    after: (mark) => sql`b.created_at <= ${moment(mark)} and (b.created_at < ${moment(mark)} or b.id > ${mark.id}::uuid)`,
  },
  name: {
    by: sql`b.normal_name using ~<~, b.id`, key: sql`b.normal_name`,
    after: (mark) => sql`b.normal_name ~>=~ ${mark.key} and (b.normal_name ~>~ ${mark.key} or b.id > ${mark.id}::uuid)`,
  },
  unconfirmed: {
    by: sql`b.last_confirmed_at, b.id`, key: microseconds(sql`b.last_confirmed_at`),
    after: (mark) => sql`b.last_confirmed_at >= ${moment(mark)} and (b.last_confirmed_at > ${moment(mark)} or b.id > ${mark.id}::uuid)`,
  },
}

const beyond = (sort: Order, after: ListMark | undefined) => (after ? sql`and ${ORDERINGS[sort].after(after)}` : sql``)

/** The rows of the scopes in their order, at most so many; an index gives each scope, and they are merged. */
function inScopes(scopes: readonly Scope[], sort: Order, after: ListMark | undefined, most: number): RawBuilder<unknown> {
  const parts = scopes.map(({ condition }) => sql`
    (select b.* from registry.businesses b where ${condition} ${beyond(sort, after)} order by ${ORDERINGS[sort].by} limit ${most})`)
  return parts.length === 1 ? sql`${parts[0]}` : sql`
    (select b.* from (${sql.join(parts, sql` union all `)}) b order by ${ORDERINGS[sort].by} limit ${most})`
}

async function lookInOrder(tx: Db | Tx, plan: Plan, sort: Order, { limit, after, most }: { limit: number; after: ListMark | undefined; most: number }): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select b.id, ${ORDERINGS[sort].key} as key from ${inScopes(plan.scopes, sort, after, most)} b
     where ${plan.conditions} order by ${ORDERINGS[sort].by} limit ${limit}`.execute(tx)
  return rows
}

/** The last row that was looked at: where a list goes on that found too little. */
async function lastLookedAt(tx: Db | Tx, plan: Plan, sort: Order, after: ListMark | undefined, most: number): Promise<Place | undefined> {
  const { rows } = await sql<Place>`
    select b.id, ${ORDERINGS[sort].key} as key from ${inScopes(plan.scopes, sort, after, most)} b
     order by ${ORDERINGS[sort].by} offset ${most - 1} limit 1`.execute(tx)
  return rows[0]
}

/**
 * Rows found by the index of marks alone. `offset 0` and the second table keep the search a step of its own, planned for all it may
 * find: planned for the limit, it was answered by reading the table.
 */
export const found = (query: string): RawBuilder<unknown> => sql`
  (select * from registry.businesses where search @@ ${query}::tsquery offset 0) b cross join (select 1 as one offset 0) as fence`

type Found = { places: Place[]; total: number } | 'too-many'

async function lookByMarks(tx: Db | Tx, plan: Plan, query: string, sort: Order, { limit, after }: { limit: number; after: ListMark | undefined }): Promise<Found> {
  const { rows } = await sql<Place & { total: number }>`
    with b as materialized (
      select b.id, b.created_at, b.last_confirmed_at, b.normal_name from ${found(query)} where ${plan.conditions} limit ${MOST_SORTED + 1})
    select b.id, ${ORDERINGS[sort].key} as key, (select count(*)::int from b) as total
      from b where true ${beyond(sort, after)} order by ${ORDERINGS[sort].by} limit ${limit}`.execute(tx)
  const total = rows[0]?.total ?? 0
  return total > MOST_SORTED ? 'too-many' : { places: rows, total }
}

/** Counts within the first rows in order: exactly when there are no more, else what is there at least. */
async function countInOrder(tx: Db | Tx, plan: Plan, sort: Order): Promise<Count> {
  const most = plan.isNarrower ? LOOKED_AT : MOST_COUNTED + 1
  const { rows } = await sql<{ looked: number; matched: number }>`
    select count(*)::int as looked, (count(*) filter (where ${plan.conditions}))::int as matched
      from ${inScopes(plan.scopes, sort, undefined, most)} b`.execute(tx)
  const { looked = 0, matched = 0 } = rows[0] ?? {}
  return { n: Math.min(matched, MOST_COUNTED), atLeast: matched > MOST_COUNTED || looked === most }
}

const countOf = (total: number): Count => ({ n: Math.min(total, MOST_COUNTED), atLeast: total > MOST_COUNTED })

/** `goesOn`: more rows are there than were looked at, and the list goes on behind this place. */
export type Part = { places: Place[]; goesOn?: Place; count?: Count }

type Asked = { limit: number; after: ListMark | undefined; counted: boolean }

/**
 * One part of a list in order at a bounded cost, whatever the filter. What is frequent comes soon when rows are read in order; what is
 * rare is found by its marks and sorted; what is neither (frequent, but far down in this order) is looked for in steps.
 * @param query of words and marks for the index; '' when there is nothing rare to look for
 */
export async function listInOrder(tx: Db | Tx, plan: Plan, query: string, sort: Order, { limit, after, counted }: Asked): Promise<Part> {
  const soon = await lookInOrder(tx, plan, sort, { limit, after, most: LOOKED_AT })
  if (soon.length === limit) return { places: soon, ...(counted ? { count: await countInOrder(tx, plan, sort) } : {}) }
  if (query === '' && !await lastLookedAt(tx, plan, sort, after, LOOKED_AT)) {
    return { places: soon, ...(counted ? { count: countOf(soon.length) } : {}) }
  }
  const byMarks = query === '' ? 'too-many' : await lookByMarks(tx, plan, query, sort, { limit, after })
  if (byMarks !== 'too-many') return { places: byMarks.places, ...(counted ? { count: countOf(byMarks.total) } : {}) }
  const places = await lookInOrder(tx, plan, sort, { limit, after, most: MOST_LOOKED_AT })
  const goesOn = places.length < limit ? await lastLookedAt(tx, plan, sort, after, MOST_LOOKED_AT) : undefined
  const least: Count = query === '' ? { n: places.length, atLeast: goesOn !== undefined || places.length === limit } : countOf(MOST_COUNTED + 1)
  return { places, ...(goesOn ? { goesOn } : {}), ...(counted ? { count: least } : {}) }
}

import { sql } from 'kysely'
import type { Actor } from '../../kernel/rights.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { BusinessStatus, KbliVersion } from './core/business-choices.ts'
import type { BusinessScale } from './core/scale.ts'
import { asTyped, typedWords } from './core/search-text.ts'
import { listByWords } from './search/by-words.ts'
import { type BusinessFilter, type Reach, type Sort, planOf, reachOf } from './search/filter.ts'
import { type Count, type Order, listInOrder } from './search/in-order.ts'
import { type ListMark, cursorOf } from './search/mark.ts'
import { whenToAsk } from './search/size.ts'
import { numberIn, soughtBy } from './search/sought.ts'

/** One line of a list: nothing of it needs masking. */
export type ListedBusiness = {
  id: string; registryNumber: string; name: string; ownerId: string; ownerName: string; villageCode: string; village: string
  districtCode: string; district: string; kbli: string | null; kbliVersion: KbliVersion | null; kbliTitle: string | null
  scale: BusinessScale | null; status: BusinessStatus; isVerified: boolean; createdAt: Date; lastConfirmedAt: Date
}

/** A part of a list. `dropped`: typed words that had to be left out, because nothing has them all. */
export type BusinessList = { items: ListedBusiness[]; next: string | null; count?: Count; dropped: readonly string[] }

/** How a list is sorted that does not say so: what answers a question best, else the newest first. */
export function sortOf({ sort, q = '' }: BusinessFilter): Sort {
  const isAsked = typedWords(q).length > 0 && !numberIn(q)
  if (sort && (sort !== 'relevance' || isAsked)) return sort
  return isAsked ? 'relevance' : 'newest'
}

type Found = { places: { id: string; key: string }[]; next?: { id: string; key: string } | undefined; count?: Count; dropped?: readonly string[] }
type Asked = { limit: number; after: ListMark | undefined; counted: boolean }

const NOTHING: Found = { places: [], count: { n: 0, atLeast: false } }

async function findInOrder(tx: Db | Tx, reach: Reach, filter: BusinessFilter, sort: Order, asked: Asked): Promise<Found> {
  const { limit } = asked
  const sought = await soughtBy(tx, reach, filter)
  if (!sought) return NOTHING
  const { plan, conditions, words, dropped, query, rows } = sought
  // Few have one number: all of them are one part.
  if (rows && query === '') {
    const held = await sql<{ id: string }>`select b.id from ${rows} where ${conditions} order by b.created_at desc, b.id limit 200`.execute(tx)
    return { places: held.rows.map(({ id }) => ({ id, key: '0' })), count: { n: held.rows.length, atLeast: false } }
  }
  const when = query === '' ? 'second' : await whenToAsk(tx, plan, words)
  const asks = { ...plan, conditions, isNarrower: plan.isNarrower || words.length > 0 }
  const { places, goesOn, count } = await listInOrder(tx, asks, { query, when }, sort, { ...asked, limit: limit + 1 })
  const next = places.length > limit ? places[limit - 1] : goesOn
  return { places: places.slice(0, limit), next, dropped, ...(count ? { count } : {}) }
}

async function find(tx: Db | Tx, reach: Reach, filter: BusinessFilter, sort: Sort, asked: Asked): Promise<Found> {
  if (sort !== 'relevance') return findInOrder(tx, reach, filter, sort, asked)
  const { items, more, count, dropped } = await listByWords(tx, reach.officeId, await planOf(tx, reach, filter), typedWords(filter.q ?? ''), asked)
  return { places: items, next: more ? items.at(-1) : undefined, count, dropped }
}

async function rowsOf(tx: Db | Tx, ids: readonly string[]): Promise<ListedBusiness[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<ListedBusiness>`
    select b.id, b.registry_number as "registryNumber", b.name, b.owner_id as "ownerId", p.name as "ownerName",
           b.village_code as "villageCode", v.name as village, b.district_code as "districtCode", d.name as district,
           b.kbli, b.kbli_version as "kbliVersion", k.title as "kbliTitle", b.scale, b.status, b.verified_by is not null as "isVerified",
           b.created_at as "createdAt", b.last_confirmed_at as "lastConfirmedAt"
      from unnest(${sql.val([...ids])}::uuid[]) with ordinality as listed (id, at)
      join registry.businesses b on b.id = listed.id
      join registry.people p on p.id = b.owner_id
      join office.regions v on v.code = b.village_code join office.regions d on d.code = b.district_code
      left join registry.kbli k on k.version = b.kbli_version and k.code = b.kbli
     order by listed.at`.execute(tx)
  return rows
}

/**
 * The businesses an actor may see that fit a filter; the area is part of the query. The cost of a part is bounded, whatever the filter
 * and however many records there are: a part may therefore hold fewer than `limit`, even none, and yet have a `next`.
 * A question in words sorted by `relevance` ends after the best 200; in another order it goes on to the end.
 * @param after where the part before ended, in the same order
 * @param counted also count, exactly up to 1,000 (by relevance 200)
 */
export async function listBusinesses(
  tx: Db | Tx, actor: Actor, filter: BusinessFilter, { limit, after, counted = false }: { limit: number; after?: ListMark | undefined; counted?: boolean },
): Promise<BusinessList> {
  const sort = sortOf(filter)
  const { places, next, count, dropped = [] } = await find(tx, reachOf(actor, 'business.list'), filter, sort, { limit, after, counted })
  return {
    items: await rowsOf(tx, places.map(({ id }) => id)), next: next ? cursorOf({ sort, ...next }) : null,
    dropped: dropped.map((word) => asTyped(filter.q ?? '', word)),
    ...(counted && count ? { count } : {}),
  }
}

import { sql } from 'kysely'
import { fromDb, toDb } from './db/unit.ts'
import { type Counted, type Limit, type Verdict, countOne, mayTry, verdict } from '../kernel/throttle.ts'
import type { Tools } from './tools.ts'

type Counting = Pick<Tools, 'db' | 'clock' | 'keys'>

/** A limit with the name under which its tries are counted. */
export type NamedLimit = Limit & { name: string }

const keyOf = (tools: Counting, { name }: NamedLimit, whose: string) => tools.keys.hash('throttle', `${name}\n${whose}`).toString('hex')

/**
 * Counts one try, in a transaction of its own: a refusal that follows does not take it back, and tries at once from many sides each count.
 * @param whose number, account or address; only a keyed hash of it is kept
 */
export async function countTry(tools: Counting, limit: NamedLimit, whose: string): Promise<Verdict> {
  const now = tools.clock()
  const key = keyOf(tools, limit, whose)
  const counted = await tools.db.transaction().execute(async (tx): Promise<Counted> => {
    // Locks the row in the statement that makes it: between two statements a success elsewhere could forget it.
    const row = await tx.insertInto('platform.throttles').values({ key, window_start: toDb(now), count: 0 })
      .onConflict((on) => on.column('key').doUpdateSet({ count: sql<number>`throttles.count` }))
      .returning(['window_start', 'count']).executeTakeFirstOrThrow()
    const next = countOne(limit, { windowStart: fromDb(row.window_start), count: row.count }, now)
    await tx.updateTable('platform.throttles').set({ window_start: toDb(next.windowStart), count: next.count }).where('key', '=', key).execute()
    return next
  })
  return verdict(limit, counted)
}

/** May there be one more try? Counts nothing: for limits of which only the failures count. */
export async function checkTry(tools: Counting, limit: NamedLimit, whose: string): Promise<Verdict> {
  const row = await tools.db.selectFrom('platform.throttles').select(['window_start', 'count']).where('key', '=', keyOf(tools, limit, whose)).executeTakeFirst()
  return mayTry(limit, row && { windowStart: fromDb(row.window_start), count: row.count }, tools.clock())
}

/** After a success the tries that led to it are forgotten. */
export async function forgiveTries(tools: Counting, limit: NamedLimit, whose: string): Promise<void> {
  await tools.db.deleteFrom('platform.throttles').where('key', '=', keyOf(tools, limit, whose)).execute()
}

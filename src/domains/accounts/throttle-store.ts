import { fromDb, toDb } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { type Counted, LIMITS, type LimitName, type Verdict, countOne, verdict } from './core/throttle.ts'

type Counting = Pick<Tools, 'db' | 'clock' | 'keys'>

const keyOf = (tools: Counting, name: LimitName, whose: string) => tools.keys.hash('throttle', `${name}\n${whose}`).toString('hex')

/**
 * Counts one try before it is made, in a transaction of its own: a refusal that follows does not take it back,
 * and tries at once from many sides each count.
 */
export async function countTry(tools: Counting, name: LimitName, whose: string): Promise<Verdict> {
  const now = tools.clock()
  const key = keyOf(tools, name, whose)
  const counted = await tools.db.transaction().execute(async (tx): Promise<Counted> => {
    await tx.insertInto('platform.throttles').values({ key, window_start: toDb(now), count: 0 }).onConflict((on) => on.doNothing()).execute()
    const row = await tx.selectFrom('platform.throttles').select(['window_start', 'count']).where('key', '=', key).forUpdate().executeTakeFirstOrThrow()
    const next = countOne(LIMITS[name], { windowStart: fromDb(row.window_start), count: row.count }, now)
    await tx.updateTable('platform.throttles').set({ window_start: toDb(next.windowStart), count: next.count }).where('key', '=', key).execute()
    return next
  })
  return verdict(LIMITS[name], counted)
}

/** Counts several at once and gives the first that is over its limit. All are counted, so that no limit hides another. */
export async function countTries(tools: Counting, tries: [name: LimitName, whose: string][]): Promise<Verdict> {
  let worst: Verdict = { allowed: true }
  for (const [name, whose] of tries) {
    const one = await countTry(tools, name, whose)
    if (!one.allowed && worst.allowed) worst = one
  }
  return worst
}

/** After a success the tries that led to it are forgotten. */
export async function forgiveTries(tools: Counting, name: LimitName, whose: string): Promise<void> {
  await tools.db.deleteFrom('platform.throttles').where('key', '=', keyOf(tools, name, whose)).execute()
}

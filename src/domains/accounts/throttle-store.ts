import type { Verdict } from '../../kernel/throttle.ts'
import * as platform from '../../platform/throttle.ts'
import type { Tools } from '../../platform/tools.ts'
import { LIMITS, type LimitName } from './core/throttle.ts'

type Counting = Pick<Tools, 'db' | 'clock' | 'keys'>

const limitOf = (name: LimitName): platform.NamedLimit => ({ name, ...LIMITS[name] })

/** Counts one try before it is made. */
export const countTry = (tools: Counting, name: LimitName, whose: string): Promise<Verdict> => platform.countTry(tools, limitOf(name), whose)

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
export const forgiveTries = (tools: Counting, name: LimitName, whose: string): Promise<void> => platform.forgiveTries(tools, limitOf(name), whose)

import type { Temporal } from 'temporal-polyfill'

/** `most` tries in a window that opens with the first of them. */
export type Limit = { most: number; windowMs: number }

export type Counted = { windowStart: Temporal.Instant; count: number }
export type Verdict = { allowed: true } | { allowed: false; retryAt: Temporal.Instant }

const isOver = (limit: Limit, held: Counted, now: Temporal.Instant): boolean => held.windowStart.epochMilliseconds + limit.windowMs <= now.epochMilliseconds

/** The count after one more try: the window begins anew once it is over. */
export function countOne(limit: Limit, held: Counted | undefined, now: Temporal.Instant): Counted {
  return !held || isOver(limit, held, now) ? { windowStart: now, count: 1 } : { windowStart: held.windowStart, count: held.count + 1 }
}

/** Is the try that was just counted within the limit? The try number `most` still is. */
export function verdict(limit: Limit, counted: Counted): Verdict {
  if (counted.count <= limit.most) return { allowed: true }
  return { allowed: false, retryAt: counted.windowStart.add({ milliseconds: limit.windowMs }) }
}

/** May there be one more try, after those that were counted? */
export function mayTry(limit: Limit, held: Counted | undefined, now: Temporal.Instant): Verdict {
  if (!held || isOver(limit, held, now) || held.count < limit.most) return { allowed: true }
  return { allowed: false, retryAt: held.windowStart.add({ milliseconds: limit.windowMs }) }
}

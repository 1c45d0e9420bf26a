import { Temporal } from 'temporal-polyfill'

/** `most` tries in a window that opens with the first of them. */
export type Limit = { most: number; windowMs: number }

const minutes = (count: number) => count * 60_000

/**
 * What is limited, per number, account or address. Addresses get more: a whole village office or a whole
 * mobile network can stand behind one. Limits are the same whether or not the number or account exists.
 */
export const LIMITS = {
  'code-to-phone': { most: 5, windowMs: minutes(15) },
  'code-from-address': { most: 60, windowMs: minutes(15) },
  'code-tries-of-phone': { most: 15, windowMs: minutes(60) },
  'code-tries-from-address': { most: 120, windowMs: minutes(15) },
  'second-fact-of-account': { most: 5, windowMs: minutes(24 * 60) },
  'registration-of-phone': { most: 5, windowMs: minutes(24 * 60) },
  'password-of-account': { most: 10, windowMs: minutes(15) },
  'password-from-address': { most: 60, windowMs: minutes(15) },
  'totp-of-account': { most: 5, windowMs: minutes(5) },
  'search-of-officer': { most: 60, windowMs: minutes(60) },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof LIMITS

export type Counted = { windowStart: Temporal.Instant; count: number }
export type Verdict = { allowed: true } | { allowed: false; retryAt: Temporal.Instant }

/** The count after one more try: the window begins anew once it is over. */
export function countOne(limit: Limit, held: Counted | undefined, now: Temporal.Instant): Counted {
  const fresh = !held || held.windowStart.epochMilliseconds + limit.windowMs <= now.epochMilliseconds
  return fresh ? { windowStart: now, count: 1 } : { windowStart: held.windowStart, count: held.count + 1 }
}

/** Is the try that was just counted within the limit? The try number `most` still is. */
export function verdict(limit: Limit, counted: Counted): Verdict {
  if (counted.count <= limit.most) return { allowed: true }
  return { allowed: false, retryAt: counted.windowStart.add({ milliseconds: limit.windowMs }) }
}

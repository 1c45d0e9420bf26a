import type { Limit } from '../../../kernel/throttle.ts'

const minutes = (count: number) => count * 60_000

/**
 * What is limited, per number, account or address. Addresses get more: a whole village office or a whole
 * mobile network can stand behind one. Limits are the same whether or not the number or account exists.
 */
export const LIMITS = {
  'code-to-phone': { most: 5, windowMs: minutes(15) },
  'code-from-address': { most: 300, windowMs: minutes(15) },
  'code-tries-of-phone': { most: 15, windowMs: minutes(60) },
  'code-tries-from-address': { most: 600, windowMs: minutes(15) },
  'second-fact-of-account': { most: 5, windowMs: minutes(24 * 60) },
  'registration-of-phone': { most: 5, windowMs: minutes(24 * 60) },
  'password-of-account': { most: 10, windowMs: minutes(15) },
  'password-from-address': { most: 300, windowMs: minutes(15) },
  'totp-of-account': { most: 5, windowMs: minutes(5) },
  // Four digits are soon guessed: few tries per case, more per address.
  'track-of-reference': { most: 6, windowMs: minutes(60) },
  'track-from-address': { most: 60, windowMs: minutes(15) },
  'search-of-officer': { most: 60, windowMs: minutes(60) },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof LIMITS

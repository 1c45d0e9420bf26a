/** Fewer attempts than these never give a message up. */
export const MOST_ATTEMPTS = 12

/** Nor is it given up before this age: every provider may be down for a day and two hours. */
export const LEAST_AGE_MS = 26 * 3_600_000

/** Whether a message that failed again becomes a task for the counter. */
export const isGivenUp = (attempts: number, ageMs: number): boolean => attempts >= MOST_ATTEMPTS && ageMs >= LEAST_AGE_MS

/** A one-time code is of no use after this. Source: contract, codes hold five minutes. */
export const SECRET_LASTS_MS = 5 * 60_000

const FIRST_PAUSE_MS = 30_000
const FIRST_PAUSE_SECRET_MS = 5_000
const LONGEST_PAUSE_MS = 2 * 3_600_000

/**
 * How long to wait before the next attempt: doubled each time, spread by half up and down so that many messages do not come back together.
 * @param attempts made so far, 1 or more
 * @param chance from 0 up to 1
 */
export function pauseMs(attempts: number, secret: boolean, chance: number): number {
  const first = secret ? FIRST_PAUSE_SECRET_MS : FIRST_PAUSE_MS
  return Math.round(Math.min(first * 2 ** (attempts - 1), LONGEST_PAUSE_MS) * (0.5 + chance))
}

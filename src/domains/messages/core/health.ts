import type { Temporal } from 'temporal-polyfill'

/** How well a provider did lately. */
export type Health = {
  /** From 0, nothing worked, to 1. */
  score: number
  /** Failures since the last success. */
  failures: number
  /** How often in a row it was left alone. */
  opened: number
  /** It is left alone until then; afterwards one message tries whether it works again. */
  openUntil?: Temporal.Instant
}

export const WELL: Health = { score: 1, failures: 0, opened: 0 }

/** After so many failures in a row a provider is left alone for a while. */
export const MOST_FAILURES = 5
const FIRST_REST_MS = 30_000
const LONGEST_REST_MS = 10 * 60_000
/** How much the latest attempt counts: after five failures little of the old score is left. */
const WEIGHT_OF_LAST = 0.3

const since = (health: Health, good: boolean): number => health.score * (1 - WEIGHT_OF_LAST) + (good ? WEIGHT_OF_LAST : 0)

/** A provider that answered, also by refusing a number, works. */
export const afterAnswer = (health: Health): Health => ({ score: since(health, true), failures: 0, opened: 0 })

/**
 * After an attempt that failed. The fifth in a row opens the circuit for half a minute, each further one for twice as long, at most ten minutes.
 * @param retryAfterMs what the provider itself asked for (429)
 */
export function afterFailure(health: Health, now: Temporal.Instant, retryAfterMs?: number): Health {
  const failures = health.failures + 1
  const score = since(health, false)
  const opened = failures >= MOST_FAILURES ? health.opened + 1 : health.opened
  const restMs = Math.max(failures >= MOST_FAILURES ? Math.min(FIRST_REST_MS * 2 ** (opened - 1), LONGEST_REST_MS) : 0, Math.min(retryAfterMs ?? 0, LONGEST_REST_MS))
  return { score, failures, opened, ...(restMs > 0 ? { openUntil: now.add({ milliseconds: restMs }) } : {}) }
}

/** May it be given a message now? `trial`: one only, to see whether it works again. */
export function availability({ openUntil, failures }: Health, now: Temporal.Instant): 'free' | 'trial' | 'resting' {
  if (openUntil && openUntil.epochMilliseconds > now.epochMilliseconds) return 'resting'
  return failures >= MOST_FAILURES ? 'trial' : 'free'
}

import type { Temporal } from 'temporal-polyfill'
import { type NamedLimit, checkTry, countTry } from '../throttle.ts'
import type { Ask } from './context.ts'

/**
 * How often one address may ask. `posts`: every form that is sent counts. `misses`: only what was not found counts, for things that
 * are found by a secret; who guessed too often is refused for a while whatever he asks, or he would learn what exists.
 */
export type RateLimit = NamedLimit & { counts: 'posts' | 'misses' }

const TOO_MANY = { title: 'Terlalu sering', code: 'too-many', detail: 'Terlalu banyak percobaan dari jaringan Anda. Tunggu sebentar, lalu coba lagi.' }

/** Too many requests as RFC 9457 problem details. */
export function tooManyProblem(): Response {
  return Response.json({ type: 'about:blank', status: 429, ...TOO_MANY }, { status: 429, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' } })
}

function retryAfter(response: Response, retryAt: Temporal.Instant, now: Temporal.Instant): Response {
  response.headers.set('retry-after', String(Math.max(1, Math.ceil((retryAt.epochMilliseconds - now.epochMilliseconds) / 1000))))
  return response
}

/**
 * Addresses of which this process has seen a miss, and until when that matters. Whoever only finds costs no question to the database;
 * from the first miss on, the count that all processes share decides.
 */
const missed = new Map<string, number>()
const MOST_REMEMBERED = 10_000

function remember(key: string, untilMs: number): void {
  missed.delete(key)
  missed.set(key, untilMs)
  const [oldest] = missed.keys()
  if (missed.size > MOST_REMEMBERED && oldest !== undefined) missed.delete(oldest)
}

/** Answers, unless the address has used up its tries. */
export async function withinLimit(
  limit: RateLimit | undefined, ask: Pick<Ask, 'tools' | 'ip'>, isPost: boolean, how: { answer: () => Promise<Response>; tooMany: () => Response },
): Promise<Response> {
  if (!limit || (limit.counts === 'posts' && !isPost)) return how.answer()
  const key = `${limit.name} ${ask.ip}`
  const nowMs = ask.tools.clock().epochMilliseconds
  const isUnknown = limit.counts === 'misses' && (missed.get(key) ?? 0) <= nowMs
  const allowed = isUnknown ? { allowed: true as const } : await (limit.counts === 'posts' ? countTry : checkTry)(ask.tools, limit, ask.ip)
  if (!allowed.allowed) return retryAfter(how.tooMany(), allowed.retryAt, ask.tools.clock())
  const response = await how.answer()
  if (limit.counts === 'misses' && response.status === 404) {
    remember(key, nowMs + limit.windowMs)
    await countTry(ask.tools, limit, ask.ip)
  }
  return response
}

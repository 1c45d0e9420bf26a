import type { Outcome } from './delivery.ts'

/** Not the message is at fault but the access or the pace: worth another attempt. */
const NOT_FINAL = new Set([401, 403, 408, 425, 429])
/** With these the other side says that it did not take it; with any other failure it may have. */
const NOT_TAKEN = new Set([401, 403, 425, 429, 503])

/** The connection was never there, so nothing can have been taken. */
const NEVER_THERE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])

function codeOf(error: unknown): string | undefined {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && 'code' in cause ? String(cause.code) : undefined
}

/** Whole seconds or a date of HTTP, as `Retry-After` allows. */
function retryAfter(header: string | null, nowMs: number): { retryAfterMs?: number } {
  if (header === null) return {}
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - nowMs
  return Number.isFinite(ms) && ms > 0 ? { retryAfterMs: ms } : {}
}

/** What an answer without 2xx means, by its status alone. */
export function outcomeOfStatus(status: number, headers: Headers, nowMs: number): Outcome {
  const reason = `http-${status}`
  if (status >= 400 && status < 500 && !NOT_FINAL.has(status)) return { kind: 'refused', reason }
  return { kind: 'failed', reason, maybeTaken: status >= 400 && !NOT_TAKEN.has(status), ...retryAfter(headers.get('retry-after'), nowMs) }
}

/** Sends one request and reads its answer; what is thrown on the way becomes an outcome. */
export async function attempt(url: URL, init: RequestInit, attemptMs: number, read: (reply: Response) => Promise<Outcome>): Promise<Outcome> {
  try {
    return await read(await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(attemptMs) }))
  } catch (error) {
    const tooSlow = error instanceof Error && error.name === 'TimeoutError'
    return { kind: 'failed', reason: tooSlow ? 'too-slow' : 'no-answer', maybeTaken: !NEVER_THERE.has(codeOf(error) ?? '') }
  }
}

import type { Temporal } from 'temporal-polyfill'

/** How long a one-time code (kode sekali pakai) may be used. */
export const CODE_LASTS_MS = 5 * 60_000
/** After this many wrong tries a code is worth nothing, also the right one. */
export const CODE_TRIES = 5
/** Codes are drawn from 0 up to, not including, this number: six figures. */
export const CODE_SPACE = 1_000_000

/** What is kept of a code that was sent; the code itself is kept only as a keyed hash. */
export type HeldCode = { expiresAt: Temporal.Instant; tries: number; used: boolean }

export type CodeState = 'open' | 'used' | 'expired' | 'no-tries-left'

/**
 * May this code still be tried? Used and spent codes say so before they say that they are out of date.
 * The moment of expiry itself no longer counts.
 */
export function codeState(held: HeldCode, now: Temporal.Instant): CodeState {
  if (held.used) return 'used'
  if (held.tries >= CODE_TRIES) return 'no-tries-left'
  return held.expiresAt.epochMilliseconds <= now.epochMilliseconds ? 'expired' : 'open'
}

/** A drawn number as the six figures people read: 42 is `000042`. @throws RangeError outside of `CODE_SPACE` */
export function codeText(drawn: number): string {
  if (!Number.isInteger(drawn) || drawn < 0 || drawn >= CODE_SPACE) throw new RangeError(`${drawn} is no code`)
  return String(drawn).padStart(6, '0')
}

/** A code as typed, blanks and dashes taken out; undefined when it cannot be one. */
export function parseCode(typed: string): string | undefined {
  const digits = typed.replace(/[\s.-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : undefined
}

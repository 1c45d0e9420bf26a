import { timingSafeEqual } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import type { Keys } from './keys.ts'

/**
 * Says that this browser once named the secret of one thing: the secret itself is never kept or put into an address.
 * @param use keeps passes for different kinds of things apart
 */
export const passOf = (keys: Keys, use: string, subject: string, untilS: number): string =>
  `${subject}.${untilS}.${keys.hash(use, `${subject}\n${untilS}`).toString('base64url')}`

/** Is this a pass for the subject that still holds? */
export function holdsPass(keys: Keys, use: string, subject: string, pass: string, now: Temporal.Instant): boolean {
  const untilS = Number(pass.split('.')[1])
  if (!Number.isSafeInteger(untilS) || untilS * 1000 < now.epochMilliseconds) return false
  const given = Buffer.from(pass)
  const right = Buffer.from(passOf(keys, use, subject, untilS))
  return given.length === right.length && timingSafeEqual(given, right)
}

/** The life of a letter (surat) after it was issued. It is never changed: it ends by its date, by a successor, or by a decision. */
import type { Temporal } from 'temporal-polyfill'

export type LetterStatus = 'valid' | 'expired' | 'replaced' | 'revoked'

/** Why a letter is withdrawn. The words for people live with the pages. */
export const REVOCATION_REASONS = ['wrong-data', 'issued-in-error', 'on-request', 'closed'] as const
export type RevocationReason = (typeof REVOCATION_REASONS)[number]

/** What the register knows of a letter's end; `validUntil` is the last day on which it is valid, `null` without end. */
export type LetterEnd = { validUntil: Temporal.PlainDate | null; revokedOn: Temporal.PlainDate | null; replacedBy: string | null }

/**
 * What a letter is worth on a day in WIB. A withdrawal outlives the date: whoever looks later still learns that it was withdrawn.
 * A letter with a successor is `replaced`, whatever the reason was, because the holder must be led to the new one.
 */
export function statusOf(letter: LetterEnd, today: Temporal.PlainDate): LetterStatus {
  if (letter.replacedBy !== null) return 'replaced'
  if (letter.revokedOn !== null) return 'revoked'
  const past = letter.validUntil !== null && today.since(letter.validUntil).sign > 0
  return past ? 'expired' : 'valid'
}

/** How long letters of a service are valid; part of its standard. `year-end` is for letters that serve one calendar year only. */
export type ValidityRule = { kind: 'months'; months: number } | { kind: 'year-end' } | { kind: 'without-end' }

/**
 * Last day of validity. Twelve months from 17 November 2026 end on 17 November 2027, from 29 February on 28 February.
 * Source: standard of service UM-02 (one year); UM-03: use for a trade mark in the year of signing only
 */
export function validUntil(issuedOn: Temporal.PlainDate, rule: ValidityRule): Temporal.PlainDate | null {
  if (rule.kind === 'without-end') return null
  return rule.kind === 'year-end' ? issuedOn.with({ month: 12, day: 31 }) : issuedOn.add({ months: rule.months })
}

/**
 * A name for the public page: whoever holds the letter can compare, nobody else learns it. `Siti Aminah` becomes `S*** A*****`.
 * Every part of a name is masked to its own first letter; the stars do not tell how long the part is beyond six letters.
 */
export function maskHolder(name: string): string {
  const parts = name.normalize('NFC').split(/[\s.,]+/u).filter(Boolean)
  return parts.map((part) => {
    const [first = '', ...rest] = part
    return first.toUpperCase() + '*'.repeat(Math.min(rest.length, 5))
  }).join(' ')
}

import type { Temporal } from 'temporal-polyfill'

/**
 * When a letter may be renewed in one confirmation, when its holder is reminded, and how old a paper may be that is used again.
 * Proposals of the product; the steps of the reminders stand in features.md ("reminders 60/30/7 days").
 */
export const RENEWAL_RULE = { inForceFrom: '2026-11-24', opensDays: 60, closesDays: 90, remindDays: [60, 30, 7], papersMonths: 12 } as const

export type RenewalWindow = 'not-yet' | 'open' | 'too-late'

/** Is it time to renew? The day 60 days before the end is in, so is the day 90 days after it. */
export function renewalWindow(validUntil: Temporal.PlainDate, today: Temporal.PlainDate): RenewalWindow {
  const left = today.until(validUntil, { largestUnit: 'days' }).days
  if (left > RENEWAL_RULE.opensDays) return 'not-yet'
  return left < -RENEWAL_RULE.closesDays ? 'too-late' : 'open'
}

/**
 * Which reminder is due now: the nearest step that has been reached. After a silence only that one is sent, not those that were missed.
 * @param sent the steps that were reminded already
 */
export function reminderDue(validUntil: Temporal.PlainDate, today: Temporal.PlainDate, sent: readonly number[]): number | undefined {
  const left = today.until(validUntil, { largestUnit: 'days' }).days
  const reached = RENEWAL_RULE.remindDays.filter((days) => left <= days)
  const step = reached.at(-1)
  return left < 0 || step === undefined || sent.some((one) => one <= step) ? undefined : step
}

/** May a paper of an earlier request be used again? Up to a year after it was brought. */
export const isPaperFresh = (addedOn: Temporal.PlainDate, today: Temporal.PlainDate): boolean =>
  today.since(addedOn.add({ months: RENEWAL_RULE.papersMonths })).sign <= 0

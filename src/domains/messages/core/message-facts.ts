import type { Temporal } from 'temporal-polyfill'

/**
 * What each text for a phone is told. `reference` is the case's number (nomor permohonan), `link` a whole address.
 * Nothing here names a person: a message may be read by the family.
 */
export type MessageFacts = {
  'one-time-code': { code: string; minutes: number }
  submitted: { reference: string; intakeDueAt: Temporal.Instant; link: string }
  accepted: { reference: string; dueAt: Temporal.Instant; link: string }
  returned: { reference: string; items: number; link: string }
  'return-reminder': { reference: string; until: Temporal.PlainDate; link: string }
  expired: { reference: string; link: string }
  /** `reason` as the applicant reads it in the standard of the service. */
  rejected: { reference: string; reason: string; link: string }
  issued: { reference: string; link: string }
  withdrawn: { reference: string; link: string }
  /** The link is anonymous and works once. */
  survey: { reference: string; link: string }
  'letter-revoked': { reference: string; number: string; link: string }
  'letter-replaced': { reference: string; number: string; newNumber: string; link: string }
  /** `reference` is the registry number of the business. */
  'change-accepted': { reference: string; link: string }
  'change-declined': { reference: string; link: string }
  /** To an officer: `reference` is the most pressing of `count` cases. */
  escalation: { reference: string; count: number; link: string }
  'objection-filed': { reference: string; settleBy: Temporal.Instant; link: string }
  'objection-granted': { reference: string; fulfilBy: Temporal.Instant; link: string }
  'objection-denied': { reference: string; link: string }
  'objection-fulfilled': { reference: string; link: string }
  /** About requests of a person on his data, and breaches of it; `reference` is the request's own number. */
  'privacy-received': { reference: string; dueAt: Temporal.Instant; link: string }
  'privacy-decided': { reference: string; link: string }
  'breach-notice': { reference: string; link: string }
  /** To the old and to the new number. `officePhone` is the counter's. */
  'phone-changed': { officePhone?: string }
}

export type MessageTemplate = keyof MessageFacts

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
  surveying: { reference: string; link: string }
  following: { reference: string; link: string }
  completed: { reference: string; link: string }
  /** A step told in the words of its service. */
  'service-step': { reference: string; said: string; link: string }
  /** To the officer who handed a case over outside `days` ago. */
  'follow-up': { reference: string; days: number; link: string }
  /** `letter` is the kind of letter; sent before it ends. */
  'renewal-reminder': { reference: string; letter: string; until: Temporal.PlainDate; link: string }
  /** The link is anonymous and works once. */
  survey: { reference: string; link: string }
  'letter-revoked': { reference: string; number: string; link: string }
  'letter-replaced': { reference: string; number: string; newNumber: string; link: string }
  /** `reference` is the registry number of the business. */
  'change-accepted': { reference: string; link: string }
  'change-declined': { reference: string; link: string }
  /** To an officer: `reference` is the most pressing of `count` cases. */
  escalation: { reference: string; count: number; link: string }
  /** To an officer: `reference` is the number of a periodic report that waits for him. */
  'report-waiting': { reference: string; desk: 'approve' | 'answer' | 'sign' | 'scan'; link: string }
  'objection-filed': { reference: string; settleBy: Temporal.Instant; link: string }
  'objection-granted': { reference: string; fulfilBy: Temporal.Instant; link: string }
  'objection-denied': { reference: string; link: string }
  'objection-fulfilled': { reference: string; link: string }
  /** About requests of a person on his data, and breaches of it; `reference` is the request's own number. */
  'privacy-received': { reference: string; dueAt: Temporal.Instant; link: string }
  'privacy-decided': { reference: string; link: string }
  'breach-notice': { reference: string; link: string }
  /** About a complaint, suggestion, request or question; `reference` is its ticket number. */
  'ticket-received': { reference: string; dueAt: Temporal.Instant; link: string }
  'ticket-question': { reference: string; until: Temporal.Instant; link: string }
  'ticket-answered': { reference: string; until: Temporal.Instant; link: string }
  'ticket-ended': { reference: string; link: string }
  /** To the old and to the new number. `officePhone` is the counter's. */
  'phone-changed': { officePhone?: string }
}

export type MessageTemplate = keyof MessageFacts

/** Wordings of each message in one language, from full to short. A template without its text does not pass the compiler. */
export type MessageTexts = { [T in MessageTemplate]: (facts: MessageFacts[T]) => string[] }

import type { MessageTemplate } from './message-facts.ts'

/**
 * What may be done with a message. `code`: goes at once, day and night; `duty`: to an official about his work; `decision`: must be told,
 * because a term or a right hangs on it; `progress` and `reminder`: may be declined.
 */
export const KINDS = ['code', 'duty', 'decision', 'progress', 'reminder'] as const
export type Kind = (typeof KINDS)[number]

/** What a person may decline. */
export const DECLINABLE = ['progress', 'reminder'] as const satisfies readonly Kind[]
export type Declinable = (typeof DECLINABLE)[number]

/**
 * A message that is not listed is told whatever is wished: nothing a term hangs on may be lost by forgetting a line here.
 * A letter, a refusal, what is sent back and a closed file begin terms (objection: UU 30/2014 Pasal 77; mending: contract, section 5);
 * answers on personal data and breaches are owed by UU 27/2022 (breach: Pasal 46).
 */
const KIND_OF: Partial<Record<MessageTemplate | 'consent-code' | 'log-roots', Kind>> = {
  'one-time-code': 'code',
  'consent-code': 'code',
  escalation: 'duty',
  'log-roots': 'duty',
  submitted: 'progress',
  accepted: 'progress',
  withdrawn: 'progress',
  'change-accepted': 'progress',
  'return-reminder': 'reminder',
  survey: 'reminder',
}

export const kindOf = (template: string): Kind => (KIND_OF as Partial<Record<string, Kind>>)[template] ?? 'decision'

export const isDeclinable = (kind: Kind): kind is Declinable => DECLINABLE.some((one) => one === kind)

/** Its link is the receiver's alone and carries no name: no officer may see it, so it goes on no paper and stands in no list. */
export const isAnonymous = (template: string): boolean => template === ('survey' satisfies MessageTemplate)

/** A text as officers see it. */
export const shownText = (template: string, body: string): string => (isAnonymous(template) ? body.replaceAll(/https?:\/\/\S+/g, '…') : body)

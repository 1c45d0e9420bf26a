import { messagesEn } from '../messages.en.ts'
import { messagesId } from '../messages.id.ts'
import type { MessageFacts, MessageTemplate, MessageTexts } from './message-facts.ts'
import { firstThatFits } from '../../../kernel/phone-text.ts'

/** Languages in which messages are written. Javanese is not among them: there is no wording of these texts that somebody answers for. */
export const LANGUAGES = ['id', 'en'] as const
type MessageLanguage = (typeof LANGUAGES)[number]

/** One message in every language; the person's own is sent. */
export type MessageBodies = Record<MessageLanguage, string>

const TEXTS: Record<MessageLanguage, MessageTexts> = { id: messagesId.texts, en: messagesEn.texts }

/**
 * The text of one message for a phone: at most 160 characters of the GSM alphabet, with the case's reference and the next step.
 * What does not fit is left out whole, the least needed first: long dates become short, then reason, count and link go.
 */
export function messageText<T extends MessageTemplate>(template: T, facts: MessageFacts[T], language: MessageLanguage = 'id'): string {
  const variants: (facts: MessageFacts[T]) => string[] = TEXTS[language][template]
  return firstThatFits(variants(facts))
}

/** The same in every language, for a person whose wishes are not known here. */
export const messageTexts = <T extends MessageTemplate>(template: T, facts: MessageFacts[T]): MessageBodies =>
  ({ id: messageText(template, facts, 'id'), en: messageText(template, facts, 'en') })

import { messagesId } from '../messages.id.ts'
import type { MessageFacts, MessageTemplate } from './message-facts.ts'
import { firstThatFits } from '../../../kernel/phone-text.ts'

/**
 * The text of one message for a phone: at most 160 characters of the GSM alphabet, with the case's reference and the next step.
 * What does not fit is left out whole, the least needed first: long dates become short, then reason, count and link go.
 */
export function messageText<T extends MessageTemplate>(template: T, facts: MessageFacts[T]): string {
  const variants: (facts: MessageFacts[T]) => string[] = messagesId.texts[template]
  return firstThatFits(variants(facts))
}

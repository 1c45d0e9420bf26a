export type { MessageFacts, MessageTemplate } from './core/message-facts.ts'
export { messageText } from './core/message-text.ts'
export { type Channel, type NewMessage, queueMessage } from './outbox.ts'

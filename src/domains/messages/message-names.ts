import { messagesEn } from './messages.en.ts'
import { messagesId } from './messages.id.ts'

/** What a message is called in lists, and as the subject of a mail. */
export const messageNames = (template: string, language: 'id' | 'en'): string => (language === 'en' ? messagesEn : messagesId).nameOf(template)

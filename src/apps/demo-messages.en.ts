import type { demoMessagesId } from './demo-messages.id.ts'

export const demoMessagesEn: typeof demoMessagesId = {
  title: 'Sample messages',
  lead: 'Messages that would arrive on a phone, and the sign-in codes of officers. This page exists in the demo only.',
  refresh: 'Load new messages',
  readAt: (moment) => `Read ${moment}.`,
  messages: 'Messages to citizens',
  noMessages: 'No messages yet',
  noMessagesTodo: 'Sign in as a citizen with 081200000001, then load this page to read the code.',
  newest: 'newest',
  codeGone: 'This code is no longer valid. Ask for a new one on the sign-in page.',
  shown: (count) => `The newest ${count} messages are shown.`,
  codes: 'Sign-in codes of officers',
  codesLead: 'Codes change every 30 seconds and count once. Demo password: krupuk-udang-demo.',
  spent: 'Just used; wait up to 30 seconds and load again.',
  signIn: 'To the sign-in page of officers',
}

import type { StoryWords } from './story-messages.id.ts'

export const storyEn: StoryWords = {
  title: 'Messages about this file',
  lead: 'When we told you, and whether it arrived.',
  leadOfficer: 'What the applicant was told, and whether it arrived.',
  states: {
    waiting: 'Waits to be sent', held: 'Sent after the quiet hours', sent: 'Sent', delivered: 'Arrived', read: 'Read', kept: 'Kept, not sent', slip: 'Brought on paper',
    failed: 'Not arrived yet', lapsed: 'Too late', settled: 'Done',
  },
  reasons: {
    declined: 'Not sent, as the receiver chose', 'no-phone': 'No phone number', wished: 'As the receiver chose', budget: 'Limit of the month reached', quiet: 'Quiet hours', 'handed-over': 'Slip handed over',
    'told-otherwise': 'Told in another way', retried: 'Sent again',
  },
  roads: { whatsapp: 'WhatsApp', sms: 'SMS', email: 'mail', slip: 'paper slip' },
  by: (road) => `by ${road}`,
  replies: 'Answers of the applicant',
  change: 'Change how we tell you',
}

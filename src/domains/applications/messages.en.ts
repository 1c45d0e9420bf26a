import { about, applicationsId } from './messages.id.ts'
import type { ApplicationsWords } from './messages.id.ts'

/** What applicants read in English; officers work in Indonesian, so their sentences stay. */
export const applicationsEn: ApplicationsWords = {
  ...applicationsId,
  faults: {
    missing: ({ label }) => `${about(label)} This is not filled in yet.`,
    'not-a-choice': () => 'Choose from the list.',
    'too-long': ({ maxLength }) => `Too long. At most ${maxLength} characters.`,
    'not-a-number': () => 'Write digits only.',
    'not-a-date': () => 'Write day, month and year.',
    'must-be-true': () => 'Tick this statement if it is true. Without it you cannot send the application.',
    'wrong-type': () => 'This cannot be read. Choose or write it again.',
    'unknown-question': ({ label }) => `This service has no question ${label}.`,
    'too-small': ({ limit }) => `Too small. At least ${limit.toLocaleString('en')}.`,
    'too-large': ({ limit }) => `Too large. At most ${limit.toLocaleString('en')}.`,
    'too-few': ({ label, limit }) => `${about(label)} Not enough yet. At least ${limit}.`,
    'too-many': ({ label, limit }) => `${about(label)} Too many. At most ${limit}.`,
  },
  status: {
    draft: 'Draft', submitted: 'Sent', returned: 'To be mended', accepted: 'Complete', verified: 'Verified', initialed: 'Waiting for signature',
    signing: 'Being signed', issued: 'Issued', rejected: 'Rejected', withdrawn: 'Withdrawn', expired: 'Closed',
  },
  businessMissing: 'Choose the business the letter is for.',
  requirementMissing: (label) => `${label}: not uploaded yet.`,
}

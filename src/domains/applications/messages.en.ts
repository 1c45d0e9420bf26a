import { about, applicationsId } from './messages.id.ts'
import type { ApplicationsWords } from './messages.id.ts'

/** What applicants read in English; officers work in Indonesian, so their sentences stay. */
export const applicationsEn: ApplicationsWords = {
  ...applicationsId,
  coSign: {
    notNeeded: 'This service needs no second signature.', onlyBoard: 'Only board members in office sign.',
    another: 'Another board member must sign, not the one who sends.',
    missing: 'A second board member has not signed this yet. Ask one to sign in and open this request.',
  },
  noOpenRound: 'This programme is not open now. See the programmes page for its dates.',
  roundClosed: 'This programme is closed. Your draft is kept but can no longer be sent.',
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
    surveying: 'Site visit', surveyed: 'Site visited', advising: 'Waiting for advice', advised: 'Advice received', scoring: 'Being scored',
    scored: 'Scored', following: 'With another body', completed: 'Completed',
  },
  step: {
    submit: 'Send', return: 'Send back', accept: 'Find complete', verify: 'Verify', initial: 'Initial', sign: 'Sign', reject: 'Reject', withdraw: 'Withdraw',
    survey: 'Send a visit', report: 'Report the visit', consult: 'Ask for advice', advise: 'Note the advice', score: 'Score', rank: 'Rank', follow: 'Hand over outside',
    complete: 'Complete',
  },
  businessMissing: 'Choose the business the letter is for.',
  notOfItsBoard: 'The applicant is not on record as a member of this board today. Ask the counter to mend the record of the board.',
  requirementMissing: (label) => `${label}: not uploaded yet.`,
}

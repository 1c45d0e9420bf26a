import type { FormWords } from './form-messages.id.ts'
import { formId } from './form-messages.id.ts'

/** The same in English. What only officers see stays Indonesian. */
export const formEn: FormWords = {
  ...formId,
  part: { known: 'Already known' },
  known: {
    title: 'We already know this', lead: 'This is from our records. If all of it is right, one tap is enough.',
    confirm: 'All is right, go on', notThis: 'Not this', since: (from) => `From ${from}`,
    registers: { owner: 'the owner record', business: 'the business record', cooperative: 'the cooperative record' }, own: 'our own records',
    disputed: (said) => `You changed this. Our records say: ${said}.`, tag: 'You changed this',
    ourData: (said, from) => `Our records say: ${said} (from ${from}).`,
    disputeMore: 'Write what is right below. Your application uses your answer, and we propose to correct our records.',
  },
  bounds: {
    between: (min, max, unit) => `Between ${min} and ${max}${unit}.`, least: (min, unit) => `At least ${min}${unit}.`,
    most: (max, unit) => `At most ${max}${unit}.`, unit: (unit) => `In ${unit}.`,
  },
  group: {
    count: (count, least, most) =>
      [`${count} entered`, least > 0 ? `at least ${least}` : '', most === undefined ? '' : `at most ${most}`].filter(Boolean).join(', '),
    still: (missing) => `${missing} more needed.`, enough: 'That is enough.',
    empty: 'None entered yet.', add: 'Add', addAnother: 'Add another', change: 'Change', on: 'Continue',
    nth: (at) => `Number ${at}`, adding: (label) => `Add: ${label}`, changing: (at, label) => `Number ${at}: ${label}`,
    save: 'Save', saveMore: 'Save and add another', remove: 'Remove', removeThis: 'Remove from the list', removed: 'Removed from the list.',
    wrong: 'Something needs mending', changedMeanwhile: 'This list has just changed. Look at it again below.', back: 'To the list', holes: 'not complete',
  },
  picture: 'What a good one looks like',
  warning: { title: 'Please look again', yes: 'I have looked, and this is right', needed: 'Look at this warning, then tick the box if it is right.' },
  eligibility: {
    title: 'Can you apply?', titleNo: 'You cannot apply for this service yet', lead: 'Checked against our records, before you fill in anything.',
    state: { met: 'Fulfilled', unmet: 'Not fulfilled', unknown: 'Not known yet' },
    unknownMore: 'The record is not complete. You may begin; we look again before it is sent.',
    fix: 'See and correct the record', for: (name) => `For ${name}`,
  },
  choose: { title: 'Which service?', promise: (days) => `${days} working days. Rp0.` },
  renew: {
    ...formId.renew,
    title: (letter) => `Renew ${letter}`, lead: 'This is what you told us then. If nothing has changed, one tap is enough.',
    letter: (number, until) => `Number ${number}, valid until ${until}`, said: 'Your answers then', papers: 'Papers used again',
    fromRecord: 'Already in our records', fromEarlier: (day) => `Uploaded ${day}`, statement: 'By tapping this button you state:',
    same: 'Nothing has changed', changed: 'Something has changed', needsMore: 'Something has to be added first',
    needsMoreLead: 'Some of the old papers can no longer be used, or there are new questions. What still holds is filled in.',
    goOn: 'Complete and send', notNow: 'This letter cannot be renewed yet', notNowMore: (from) => `Renewal opens on ${from}, 60 days before the end.`,
    tooLate: 'The time for renewal has passed', tooLateMore: 'The letter ended more than 90 days ago. Apply for a new one; we still have your data.',
    closed: 'This letter cannot be renewed', closedMore: 'It was revoked or replaced, or is not renewed at all. Apply for a new one.',
    begin: 'Apply for a new letter', link: 'Renew this letter', underway: 'Its renewal has been asked for', see: 'See the application',
  },
}

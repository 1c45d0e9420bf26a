import type { objectionId } from './objection-words.id.ts'

type Applicant = Omit<typeof objectionId, 'office' | 'noSuchCase' | 'noSuch' | 'calendarUnknown' | 'settled' | 'notGranted' | 'answerNeeded' | 'proofWrong'>

/** The same sentences in English, as far as applicants read them. */
export const objectionEn: Applicant = {
  link: 'Objection', title: 'File an objection',
  lead: {
    decision: 'If you do not agree with the decision of the office, write why here. It costs nothing.',
    lateness: 'Your application is past its time limit. You have the right to object. It costs nothing.',
  },
  until: (day) => `Objections are taken until ${day}.`,
  rights: [
    'The head of the office must answer within 10 working days.',
    'Without an answer in that time your objection counts as granted.',
    'When it is granted, the office carries it out within 5 working days.',
  ],
  basis: 'By Law 30/2014 on Government Administration, Article 77.',
  reason: 'Why do you object?', reasonHint: 'Write what is wrong and what you ask for.',
  reasonNeeded: 'Write why you object.', tooLong: (most) => `Too long. At most ${most} characters.`,
  send: 'Send the objection', back: 'Back to the application', sent: 'We have received your objection.',
  mine: 'Your objection', yours: 'Your reasons', answer: 'Answer of the office', filed: 'Filed', settleBy: 'Answered at the latest', fulfilBy: 'Carried out at the latest',
  states: { open: 'Waiting for an answer', granted: 'Granted', denied: 'Not granted', 'deemed-granted': 'Counts as granted', fulfilled: 'Carried out' },
  meaning: {
    open: 'The head of the office is looking into it.',
    granted: 'The office carries out what you asked for.',
    denied: 'If you still do not agree, ask the counter how to appeal to the official above.',
    'deemed-granted': 'The office did not answer in time, so your objection counts as granted.',
    fulfilled: 'Your objection is closed.',
  },
  why: {
    nothing: 'There is no decision and no lateness to object to yet.',
    'too-late': 'The 21 working days to object have passed. Ask the counter what can still be done.',
    'open-already': 'An objection for this application was filed and is being looked into.',
    'settled-already': 'An objection about this was answered already.',
  },
  noMandate: 'The citizen’s consent is not recorded yet. Ask for it under Bantu warga.',
}

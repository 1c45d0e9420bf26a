import type { CitizenWords } from './citizen-words.id.ts'

/** The same for those who read English. */
export const citizenEn: CitizenWords = {
  kinds: {
    complaint: { name: 'Complaint', about: 'Something went wrong, was slow or rude, or money was asked.', new: 'Make a complaint' },
    suggestion: { name: 'Suggestion', about: 'An idea for better service.', new: 'Make a suggestion' },
    information: { name: 'Information request', about: 'Ask for documents or data the office holds (public information).', new: 'Request information' },
    consultation: { name: 'Question', about: 'Ask about businesses, permits, cooperatives or programmes.', new: 'Ask a question' },
  },
  front: {
    title: 'Complaints, suggestions and information',
    lead: 'Tell us anything about our service. It is free, needs no account, and you may leave out your name. You get a ticket number to see who deals with it and until when.',
    track: 'Follow a ticket', trackMore: 'Read the answer with ticket number and secret code.', mine: 'My reports', ask: 'Ask a question', guidance: 'Guidance',
    howTitle: 'Our time limits',
    how: [
      'We look at every report within 3 working days.',
      'A complaint is answered within 2, 5, 14 or 60 working days after that, depending on how grave it is.',
      'An information request is answered within 10 working days; 7 more are possible with notice.',
      'You decide whether it is solved. If not, we work on it again.',
    ],
    otherTitle: 'Other ways', other: (place: string) => `Come to the counter at ${place}, ask the village officer, write a letter, or use LAPOR! (lapor.go.id).`,
    sumTitle: 'The last twelve months', sumLead: 'Numbers from 1 to 4 are not shown, so that they point at nobody.', sumTotal: 'Reports received', hidden: 'less than 5, or hidden',
    sumCategory: 'About', sumCount: 'Number', sumOnTime: 'Answered on time', onTime: (percent: number) => `${percent}%`, unclassified: 'Not looked at yet', never: 'Our services cost nothing. Report anybody who asks for money.',
  },
  form: {
    more: 'Place, service and other details', kind: 'What do you want to tell us?', words: 'Tell us', wordsHint: 'What happened, when and where.',
    wordsFor: { complaint: 'What happened?', suggestion: 'Your suggestion', information: 'Which information do you ask for?', consultation: 'Your question' },
    hintFor: {
      complaint: 'What happened, when and where, in your own words.', suggestion: 'What should be better, and how.',
      information: 'Name the document or data, the year, and what it is for.', consultation: 'One question at a time. Do not write identity or phone numbers here.',
    },
    wanted: 'What do you expect?', place: 'Place', placeHint: 'For example the counter, a village hall or a market.', region: 'District', noRegion: 'Need not be said',
    service: 'About which service', noService: 'No service in particular', application: 'Application number', applicationHint: 'It stands on the receipt. Leave it empty if you do not want to be known: the number shows who you are.',
    cooperative: 'Name of the cooperative', cooperativeHint: 'If the report is about a cooperative.', member: 'Member of the cooperative', memberYes: 'I am a member of this cooperative',
    about: 'Is it about an officer?', aboutHint: 'The officer cannot see this report. Only the secretary or the head of the office reads it.', aboutNone: 'Not about an officer', aboutName: 'Name of the officer', aboutNameHint: 'If you know it. A part of the name will do.',
    posts: {
      counter: 'Counter', verifier: 'Verifier', 'division-head': 'Head of division', secretary: 'Secretary of the office', 'office-head': 'Head of the office', 'village-officer': 'Village officer',
      inspector: 'Inspector of cooperatives', field: 'Field officer or mentor', unknown: 'Another officer, or I do not know',
    },
    identity: 'Who may know your name?',
    identities: {
      named: { label: 'The officers who deal with it', hint: 'We can reach you if we need to.' },
      sealed: { label: 'Nobody (sealed)', hint: 'Your name is locked away and nobody sees it unless two officials open it together, with a reason. You will see that on the ticket. We send no messages to your phone.' },
      anonymous: { label: 'Without a name', hint: 'We keep nothing about you. Open the ticket yourself to read the answer.' },
    },
    name: 'Your name', phone: 'Phone number', phoneHint: 'For news about this report.', signedIn: (name: string) => `You are signed in as ${name}. Name and phone are taken from your account if you choose "the officers" or "sealed".`,
    file: 'Photo or document', fileHint: 'JPEG, PNG or PDF, up to 10 MB. More can be added on the ticket. If you report without a name, make sure the photo does not show you.',
    publish: 'General guidance', publishYes: 'Question and answer may become general guidance, without my name',
    privacy: 'Your data is used for this report only.', privacyLink: 'Read the privacy notice', send: 'Send', back: 'Complaints',
  },
  receipt: {
    title: 'We have your report', ticket: 'Ticket number', secret: 'Secret code', keep: 'Write both down or take a photo now. The code cannot be shown again, not even by an officer.',
    until: (moment: string) => `We look at it by ${moment}.`, next: 'After that the ticket shows who deals with it and until when.', track: 'Open the ticket', noMessage: 'We send no messages. Open the ticket yourself for news.', slip: 'Receipt of a report', when: 'Received', kind: 'What',
  },
  track: {
    title: 'Follow a ticket', lead: 'Enter the ticket number and the secret code of your receipt.', reference: 'Ticket number', referenceHint: 'For example PGD-2611-K7QM4X', secret: 'Secret code', secretHint: 'Six digits', button: 'Open the ticket',
    referenceNeeded: 'Write the ticket number like PGD-2611-K7QM4X.', secretNeeded: 'Write all six digits of the code.', wrong: 'Ticket number or code do not match. Check your receipt.',
    tooOften: (minutes: number) => `Too many tries. Try again in ${minutes} minutes.`, lost: 'Lost the code? If your name was given, come to the counter with your identity card. A report without a name cannot be opened without its code.', again: 'Follow another ticket',
    application: 'Looking for an application? Track it here.',
  },
  mine: { title: 'My reports', lead: 'What you sent while signed in, by name or sealed.', empty: 'No reports yet', emptyTodo: 'Reports without a name are not listed here.', when: 'Received', what: 'Ticket', state: 'State' },
  states: {
    received: 'Received', verified: 'Looked at', deferred: 'Waiting for you', forwarded: 'Passed on', assigned: 'Assigned', handling: 'Being dealt with', answered: 'Answered', reopened: 'Reopened', closed: 'Closed', archived: 'Put away',
  },
  now: {
    received: 'Your report waits to be looked at.', verified: 'It was looked at and will be assigned.', deferred: 'We need to know more from you. Our clock stands still until you answer.',
    forwarded: 'Another office is in charge. Read where it went, then say whether you accept that.', assigned: 'An officer has it.', handling: 'It is being dealt with.',
    answered: 'Read the answer, then say whether it is solved.', reopened: 'You said it is not solved. We work on it again.', closed: 'This ticket is closed.', archived: 'This ticket was closed without an answer. The reason is below.',
  },
  ticket: {
    holder: (who: string) => `Now with: ${who}`, you: 'you', desk: 'the complaints desk', leadership: 'the leadership of the office', officer: (role: string) => role.toLowerCase(), due: (moment: string) => `By ${moment}`, late: (moment: string) => `Was due ${moment}`,
    lateMore: 'We are late. The officer\'s superiors have been warned.', counted: 'Counted in working days; the time we wait for you is not counted.', waitUntil: (moment: string) => `We wait for you until ${moment}`,
    waitMore: { deferred: 'After that the ticket is closed without an answer.', answered: 'Without word from you it counts as solved.', forwarded: 'Without word from you it is closed.' },
    lastWords: { answer: 'Our answer', forward: 'Passed on', defer: 'Our question', archive: 'Why it was closed' },
    journey: 'What happened', said: 'What you said', wanted: 'What you expect', files: 'Files', ours: 'Files of the office', yours: 'Your files', fileName: (at: number) => `File ${at}`,
    replyTitle: 'Answer our question', reply: 'Your answer', replyButton: 'Send', solvedTitle: 'Is it solved?', score: 'How satisfied are you?', scores: ['Not satisfied', 'Less satisfied', 'Satisfied', 'Very satisfied'], solvedNote: 'Remark', solvedButton: 'Yes, it is solved',
    notTitle: 'Not solved', not: 'What is still wrong?', notButton: 'Not solved, work on it again', addTitle: 'Add evidence', add: 'Photo or document', addButton: 'Upload', addNeeded: 'Choose a photo or a document.', sent: 'Sent.', outcome: 'End', scored: (score: string) => `Your mark: ${score}`,
    opened: 'Two officials opened your identity', openedMore: 'The reason stands below. Each look is recorded there.', mayPublish: 'Question and answer may become guidance, without my name',
  },
  outcomes: {
    solved: 'You said it is solved', silence: 'Closed because we did not hear from you', forwarded: 'Passed on to another office', spam: 'Not a report', withdrawn: 'Taken back', duplicate: 'The same as another report', 'no-reply': 'The answer we asked for did not come',
  },
  steps: {
    file: 'Report received', verify: 'Looked at and classified', defer: 'We asked for more', reply: 'You answered', forward: 'Passed on to another office', assign: 'Assigned', 'follow-up': 'Dealt with', answer: 'Answered', accept: 'Said to be solved',
    reopen: 'Said not to be solved', archive: 'Closed without an answer', lapse: 'Closed after silence', extend: 'More time taken', evidence: 'Evidence added', 'identity-open': 'Identity opened by two officials', 'identity-look': 'Identity looked at',
  },
  upcoming: { verify: 'To be looked at', assign: 'To be assigned', answer: 'To be answered', judge: 'You say whether it is solved' },
  roles: {
    reporter: 'Reporter', 'business-owner': 'Reporter', 'cooperative-secretary': 'Reporter', citizen: 'Reporter', counter: 'Counter', 'village-officer': 'Village officer', verifier: 'Verifier', 'division-head': 'Head of division', secretary: 'Secretary',
    'office-head': 'Head of the office', inspector: 'Inspector of cooperatives', system: 'The program', lapor: 'LAPOR!',
  },
  categories: {
    requirements: 'Requirements', time: 'Time', fee: 'Fees or bribes', conduct: 'Conduct of officers', system: 'Website', 'wrong-data': 'Wrong data', cooperative: 'Cooperatives', other: 'Other',
  },
  consult: {
    title: 'Ask us', lead: 'Ask anything about businesses, permits, cooperatives and programmes. An officer answers within 3 working days after looking at it.', ask: 'Ask a question', search: 'Perhaps it was answered already', searchHint: 'For example: halal label, loan', searchButton: 'Search guidance',
    guidance: 'Guidance', guidanceLead: 'Answers of officers to questions that come often, in Indonesian. Who asked is not told.', found: (count: number) => `${count} entries`, none: 'No guidance about that yet', noneTodo: 'Ask your question; an officer will answer.', question: 'Question', answer: 'Answer', reviewed: (day: string) => `Reviewed ${day}`, all: 'All guidance',
  },
  refusals: {
    wordsNeeded: 'Tell us in a few words at least.', tooLong: (most: number) => `At most ${most} characters. Shorten it or add a document.`, nameNeeded: 'Write your name, or choose to report without one.',
    serviceUnknown: 'Choose a service of the list.', caseUnknown: 'There is no such application number. Check your receipt or leave it empty.', caseTells: 'Leave the application number empty: it shows who you are.', regionUnknown: 'Choose a district of the list.',
    receivedWrong: (days: number) => `Write the day it was received, today or up to ${days} days ago.`, laporTwice: 'This LAPOR! number is there already.', calendarUnknown: 'The days off of that year are not known yet, so no time limit can be counted. Ask the counter.', filesWrong: 'The file can no longer be used, or there are too many. At most 10; upload again.',
    notNow: 'The ticket has changed meanwhile. Reload to see how it stands.', reopenNeeded: 'Write what is still wrong.', replyNeeded: 'Write your answer.', scoreNeeded: 'Choose how satisfied you are.', kindNeeded: 'Choose what you want to tell us.', identityNeeded: 'Choose who may know your name.', tokenTells: 'Send it without a token: the token shows who you are.', gone: 'There is no such ticket.',
  },
}

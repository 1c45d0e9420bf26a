import { labelsEn } from './labels.en.ts'
import type { PageWords } from './page-messages.id.ts'

export const pageEn: PageWords = {
  labels: labelsEn,
  origins: {
    show: 'Show where each answer comes from', hide: 'Hide where answers come from', from: (origin) => `from ${origin}`, according: (source, text) => `according to ${source}: ${text}`,
  },
  confirm: {
    title: 'Needs an update', lead: (when) => `Last confirmed ${when}, more than a year ago. If all is still right, one tap is enough. If something changed, change it first.`,
    button: 'Still right', done: 'Thank you. The record is confirmed as of today.',
  },
  outgrown: {
    title: (scale) => `Grown into: ${scale}`, kept: 'This is a success. The record and its history stay here; nothing is deleted.',
    province: 'Small enterprises are served by the office of the province. Our counter helps you to get in touch.',
    ministry: 'Medium and large enterprises are served by the ministry. Our counter helps you to get in touch.',
    letters: 'Letters for micro enterprises are no longer issued for it; those that were issued stay valid until their date.',
    wrong: 'If a figure is wrong, correct the sales or the capital.', source: 'Basis: PP 7/2021, Pasal 35.',
  },
  absorbed: {
    title: 'This record was merged', kept: 'Its number, letters and history are kept. The record that counts now:',
    other: 'That record belongs to another person. If this is wrong, come to the counter with your identity card.', tag: 'Merged',
  },
  proposals: {
    pendingTitle: 'Waiting for an officer', pending: (fields) => `The change of ${fields} is not used yet. An officer checks it, then you hear from us.`,
    acceptedTitle: 'Change accepted', accepted: (fields, when) => `The change of ${fields} was accepted ${when}.`,
    rejectedTitle: 'Change not accepted', rejected: (fields, when) => `The change of ${fields} was not accepted ${when}.`,
    note: (text) => `Reason: ${text}`, withdraw: 'Take this change back', withdrawn: 'The change is taken back.', sent: 'The change is sent and waits for an officer.', toSteward: 'Check the change',
  },
  status: {
    title: 'How is the business doing?', lead: 'A business that closes is not deleted. Its letters can still be checked.', label: 'Status', since: 'Since when?', sinceHint: 'Leave empty for today.',
    hints: { active: 'Running as usual.', paused: 'Stopped for now, will open again.', closed: 'No longer in business.', 'moved-away': 'Moved to another regency or town.', 'not-found': 'Looked for and not there.' },
    sinceText: (status, day) => `${status} since ${day}`, wrongDate: 'Give a day of the calendar that is not in the future.', choose: 'Choose how the business is doing.',
  },
  more: { title: 'More', fill: 'Fill in', filled: (filled, all) => `${filled} of ${all} filled in` },
  timeline: {
    title: 'History of the record', older: 'Older', newest: 'To the newest', asOf: 'See another day', undone: 'undone',
    photoAdded: (subject) => `Photo added: ${subject.toLowerCase()}`, photoRemoved: (subject) => `Photo no longer shown: ${subject.toLowerCase()}`,
    merged: (record) => `Merged with ${record}`, absorbed: (record) => `Merged into ${record}`, unmerged: (record) => `Merge with ${record} undone`, ofAbsorbed: 'On the merged record',
    entered: 'Entered', enteredFrom: (source) => `Entered from ${source}`, importedNothing: (source) => `Told again in ${source}`, imported: (source, fields) => `From ${source}: ${fields}`,
    changed: (fields) => `Changed: ${fields}`, statusTo: (status, since) => `Status ${status} since ${since}`, decided: (fields) => `Proposal accepted: ${fields}`, confirmed: 'Confirmed as still right',
    proposed: (fields) => `Proposed: ${fields}`, rejected: (fields) => `Proposal not accepted: ${fields}`, withdrawn: (fields) => `Proposal taken back: ${fields}`,
    case: {
      submitted: (reference) => `Application ${reference} submitted`, issued: (reference) => `Application ${reference} done`,
      completed: (reference) => `Application ${reference} completed`, rejected: (reference) => `Application ${reference} rejected`, withdrawn: (reference) => `Application ${reference} withdrawn`, expired: (reference) => `Application ${reference} closed`,
    },
    letter: { issued: (number) => `Letter ${number} issued`, revoked: (number) => `Letter ${number} revoked` },
    and: (fields, more) => (more > 0 ? `${fields.join(', ')} and ${more} more` : fields.join(', ')), open: 'Open',
  },
}

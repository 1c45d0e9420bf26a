import type { Temporal } from 'temporal-polyfill'
import { wibDate } from '../../kernel/wib.ts'
import type { MessageFacts, MessageTexts } from './core/message-facts.ts'

const dayEn = (day: Temporal.PlainDate, month: 'long' | 'short'): string => day.toLocaleString('en-GB', { day: 'numeric', month, year: 'numeric' })

function momentEn(at: Temporal.Instant, month: 'long' | 'short'): string {
  const { hour, minute } = at.toZonedDateTimeISO('+07:00')
  const day = wibDate(at)
  const weekday = month === 'long' ? `${day.toLocaleString('en-GB', { weekday: 'long' })} ` : ''
  return `${weekday}${dayEn(day, month)}, ${String(hour).padStart(2, '0')}.${String(minute).padStart(2, '0')}`
}

const longThenShort = (at: Temporal.Instant, text: (moment: string) => string) => [text(momentEn(at, 'long')), text(momentEn(at, 'short'))]

/** Texts for phones of those who chose English, each from full to short. The link stands last. */
const texts: MessageTexts = {
  'one-time-code': ({ code, minutes }) => [`Your DITAKOPUM code: ${code}. Valid for ${minutes} minutes. Give it to nobody, not even to an officer.`],
  submitted: ({ reference, intakeDueAt, link }) => [
    ...longThenShort(intakeDueAt, (moment) => `We have your file ${reference}. We check that it is complete by ${moment}. Track it: ${link}`),
    `We have your file ${reference}. We check that it is complete by ${momentEn(intakeDueAt, 'short')}. Keep this number to track it.`,
  ],
  accepted: ({ reference, dueAt, link }) => [
    ...longThenShort(dueAt, (moment) => `File ${reference} is complete. You get the result by ${moment}. Track it: ${link}`),
    `File ${reference} is complete. You get the result by ${momentEn(dueAt, 'short')}. We will tell you here.`,
  ],
  returned: ({ reference, items, link }) => [
    `File ${reference} needs mending (${items} items). Mend it and send it again, or come to the counter: ${link}`,
    `File ${reference} needs mending. Mend it and send it again: ${link}`,
    `File ${reference} needs mending (${items} items). Sign in to DITAKOPUM, mend it and send it again, or come to the counter.`,
  ],
  'return-reminder': ({ reference, until, link }) => [
    `File ${reference} waits for you to mend it until ${dayEn(until, 'long')}. Mend it and send it again, or come to the counter: ${link}`,
    `File ${reference} waits for you until ${dayEn(until, 'short')}. Mend and send it: ${link}`,
    `File ${reference} waits for you until ${dayEn(until, 'short')}. Sign in to DITAKOPUM, mend it and send it again, or come to the counter.`,
  ],
  expired: ({ reference, link }) => [
    `File ${reference} was closed because it was not mended in time. You can apply again: ${link}`,
    `File ${reference} was closed because it was not mended in time. You can apply again at any time.`,
  ],
  rejected: ({ reference, reason, link }) => [
    `File ${reference} was refused: ${reason}. What you can do now: ${link}`,
    `File ${reference} was refused. The reason and what you can do now: ${link}`,
    `File ${reference} was refused. Sign in to DITAKOPUM to read the reason and what you can do now, or come to the counter.`,
  ],
  issued: ({ reference, link }) => [
    `The letter for file ${reference} is ready. Download it at ${link}`,
    `The letter for file ${reference} is ready. Sign in to DITAKOPUM to download it, or get it printed at the counter.`,
  ],
  withdrawn: ({ reference, link }) => [
    `File ${reference} was withdrawn as you asked. If it was not you, call the counter. Apply again: ${link}`,
    `File ${reference} was withdrawn as you asked. If it was not you, call the counter at once.`,
  ],
  survey: ({ reference, link }) => [
    `Service ${reference} has ended. Tell us how we served you: 9 questions, without a name, once. ${link}`,
    `Service ${reference} has ended. Tell us without a name how we served you: ${link}`,
    `Service ${reference} has ended. Tell us without a name how we served you, from the page of your file or at the counter.`,
  ],
  surveying: ({ reference, link }) => [
    `File ${reference}: an officer will come to see your place. Follow it: ${link}`,
    `File ${reference}: an officer will come to see your place. We will tell you here.`,
  ],
  following: ({ reference, link }) => [
    `File ${reference} was handed to the office that decides. We follow it until there is a result. Track it: ${link}`,
    `File ${reference} was handed to the office that decides. We follow it until there is a result.`,
  ],
  completed: ({ reference, link }) => [
    `File ${reference} is done. See the result: ${link}`,
    `File ${reference} is done. Sign in to DITAKOPUM to see the result, or ask the counter.`,
  ],
  'service-step': ({ reference, said, link }) => [`File ${reference}: ${said} Track it: ${link}`, `File ${reference}: ${said}`],
  'follow-up': ({ reference, days, link }) => [
    `File ${reference} has been outside for ${days} days. Ask for the result and note it: ${link}`,
    `File ${reference} has been outside for ${days} days. Ask for the result and note it in the queue.`,
  ],
  'renewal-reminder': ({ reference, letter, until, link }) => [
    `${letter} (file ${reference}) ends on ${dayEn(until, 'long')}. If nothing changed, renew it with one tap: ${link}`,
    `${letter} (file ${reference}) ends on ${dayEn(until, 'short')}. Renew it: ${link}`,
    `The letter of file ${reference} ends on ${dayEn(until, 'short')}. Renew it: ${link}`,
    `The letter of file ${reference} ends on ${dayEn(until, 'short')}. Sign in to DITAKOPUM to renew it, or come to the counter.`,
  ],
  'report-waiting': ({ reference, desk, link }) => {
    const todo = { approve: 'your approval', answer: 'your answer to remarks', sign: 'your signature', scan: 'its scan' }[desk]
    return [`Report ${reference} waits for ${todo}. Open: ${link}`, `Report ${reference} waits for ${todo}. Open the page Laporan.`]
  },
  'ticket-received': ({ reference, dueAt, link }) => [
    ...longThenShort(dueAt, (moment) => `We look at ticket ${reference} by ${moment}. Open it with your secret code: ${link}`),
    `We look at ticket ${reference} by ${momentEn(dueAt, 'short')}. Keep its number and secret code.`,
  ],
  'ticket-question': ({ reference, until, link }) => [
    ...longThenShort(until, (moment) => `We need to know more for ticket ${reference}. Answer before ${moment}: ${link}`),
    `We need to know more for ticket ${reference}. Answer before ${momentEn(until, 'short')}, or at the counter.`,
  ],
  'ticket-answered': ({ reference, until, link }) => [
    ...longThenShort(until, (moment) => `Ticket ${reference} was answered. Say whether it is solved before ${moment}: ${link}`),
    `Ticket ${reference} was answered. Say whether it is solved before ${momentEn(until, 'short')}.`,
  ],
  'ticket-ended': ({ reference, link }) => [
    `Ticket ${reference} was closed. Read why: ${link}`,
    `Ticket ${reference} was closed. Track it to read why, or ask the counter.`,
  ],
  'letter-revoked': ({ reference, number, link }) => [
    `Letter ${number} (file ${reference}) was revoked and is no longer valid. Ask the counter if need be. Details: ${link}`,
    `The letter of file ${reference} was revoked and is no longer valid. Details: ${link}`,
    `Letter ${number} (file ${reference}) was revoked and is no longer valid. Come to the counter to hear why.`,
  ],
  'letter-replaced': ({ reference, number, newNumber, link }) => [
    `Letter ${number} (file ${reference}) is replaced by ${newNumber}. Use the new one: ${link}`,
    `The letter of file ${reference} is replaced. Use the new one: ${link}`,
    `The letter of file ${reference} is replaced by ${newNumber}. Sign in to DITAKOPUM to download the new one.`,
  ],
  'change-accepted': ({ reference, link }) => [
    `The change to data ${reference} was checked and accepted. See the data: ${link}`,
    `The change to data ${reference} was checked and accepted.`,
  ],
  'change-declined': ({ reference, link }) => [
    `The change to data ${reference} could not be accepted yet. Read why and what to do next: ${link}`,
    `The change to data ${reference} could not be accepted yet. Sign in to DITAKOPUM to read why, or ask the counter.`,
  ],
  escalation: ({ reference, count, link }) => [
    ...(count > 1 ? [`${count} files need your attention, most urgent ${reference}. Open and answer: ${link}`] : []),
    `File ${reference} needs your attention. Open and answer: ${link}`,
    `File ${reference} needs your attention. Open the page Pengawasan and answer the warning.`,
  ],
  'objection-filed': ({ reference, settleBy, link }) => [
    ...longThenShort(settleBy, (moment) => `We have your objection about file ${reference}. You get an answer by ${moment}. Track it: ${link}`),
    `We have your objection about file ${reference}. You get an answer by ${momentEn(settleBy, 'short')}. We will tell you here.`,
  ],
  'objection-granted': ({ reference, fulfilBy, link }) => [
    ...longThenShort(fulfilBy, (moment) => `Your objection about file ${reference} was granted. We carry it out by ${moment}. Track it: ${link}`),
    `Your objection about file ${reference} was granted. We carry it out by ${momentEn(fulfilBy, 'short')}. Ask the counter if need be.`,
  ],
  'objection-denied': ({ reference, link }) => [
    `Your objection about file ${reference} was not granted. Read why and what to do next: ${link}`,
    `Your objection about file ${reference} was not granted. Sign in to DITAKOPUM to read why, or come to the counter.`,
  ],
  'objection-fulfilled': ({ reference, link }) => [
    `We have done what your objection about file ${reference} asked for. See the result: ${link}`,
    `We have done what your objection about file ${reference} asked for. Sign in to DITAKOPUM to see it, or come to the counter.`,
  ],
  'privacy-received': ({ reference, dueAt, link }) => [
    ...longThenShort(dueAt, (moment) => `We have your request ${reference} about personal data. You get an answer by ${moment}: ${link}`),
    `We have your request ${reference} about personal data. You get an answer by ${momentEn(dueAt, 'short')}.`,
  ],
  'privacy-decided': ({ reference, link }) => [
    `Your request ${reference} about personal data was answered. Read the answer and the reason: ${link}`,
    `Your request ${reference} about personal data was answered. Sign in to DITAKOPUM to read it, or ask the counter.`,
  ],
  'breach-notice': ({ reference, link }) => [
    `Important: data about you was exposed (${reference}). Read what happened and what you should do: ${link}`,
    `Important: data about you was exposed (${reference}). Sign in to DITAKOPUM or come to the counter to hear more.`,
  ],
  'phone-changed': ({ officePhone }) => [
    `The phone number of your DITAKOPUM account was changed. If you did not ask for it, call the counter at once${officePhone ? `: ${officePhone}` : ''}.`,
    'The phone number of your DITAKOPUM account was changed. If you did not ask for it, call the counter at once.',
  ],
}

const NAMES: Record<keyof MessageFacts, string> = {
  'one-time-code': 'Code to sign in', submitted: 'Receipt', accepted: 'File complete', returned: 'File sent back', 'return-reminder': 'Reminder to mend', expired: 'File closed',
  rejected: 'File refused', issued: 'Letter ready', withdrawn: 'File withdrawn', survey: 'Survey of satisfaction', 'letter-revoked': 'Letter revoked', 'letter-replaced': 'Letter replaced',
  'change-accepted': 'Change of data accepted', 'change-declined': 'Change of data not accepted yet', 'phone-changed': 'Phone number changed', escalation: 'Warning of supervision',
  'objection-filed': 'Objection received', 'objection-granted': 'Objection granted', 'objection-denied': 'Objection not granted', 'objection-fulfilled': 'Objection carried out',
  'privacy-received': 'Request about data received', 'privacy-decided': 'Request about data answered', 'breach-notice': 'Notice of exposed data', surveying: 'Visit planned', following: 'File handed on', completed: 'File done', 'service-step': 'News of the service',
  'follow-up': 'Reminder to ask for the result', 'renewal-reminder': 'Reminder to renew', 'report-waiting': 'Report waits', 'ticket-received': 'Ticket received',
  'ticket-question': 'Question to the reporter', 'ticket-answered': 'Ticket answered', 'ticket-ended': 'Ticket closed',
}

const isKnown = (template: string): template is keyof MessageFacts => template in NAMES

/** What those read who chose English. */
export const messagesEn = {
  texts,
  nameOf: (template: string): string => (isKnown(template) ? NAMES[template] : 'Other message'),
}

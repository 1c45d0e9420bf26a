import type { CitizenWords } from './messages.id.ts'

/** The same in English. */
export const citizenEn: CitizenWords = {
  form: {
    title: 'How was our service?',
    lead: (questions) => `${questions} questions, about two minutes. Answers are kept without name or number, and with the day only. Leave out what you did not experience.`,
    service: 'Service', about: 'About you (may be left empty)', aboutLead: 'Kept apart from the answers above, only as counts.',
    suggestion: 'Suggestion', suggestionHint: 'Please write no name, NIK or phone number. Suggestions are kept apart from the answers and read by officers.',
    send: 'Send the answers', untold: 'Rather not say', oneNeeded: 'Answer at least one question.', answerWrong: 'Choose one of the answers given.', unknownQuestion: 'The survey has no such question.',
    suggestionLong: 'A suggestion has at most 1,000 characters.',
    how: 'How are my answers kept secret?',
    howMore: [
      'This link works once. We keep only its fingerprint and whether it was used, not whose it is.',
      'Answers, what you tell about yourself, and suggestions are kept in separate places and shuffled every night.',
      'Officers see only results of five sheets or more, never a single sheet.',
    ],
  },
  fields: {
    gender: { label: 'Gender', values: { female: 'Woman', male: 'Man' } },
    age: { label: 'Age', values: { 'to-25': 'Up to 25 years', '26-35': '26 to 35 years', '36-45': '36 to 45 years', '46-55': '46 to 55 years', 'from-56': '56 years or more' } },
    education: { label: 'Last school', values: { sd: 'Primary school', smp: 'Junior high school', sma: 'Senior high school', d3: 'Diploma', s1: 'Bachelor', s2: 'Master or more' } },
    work: { label: 'Work', values: { pns: 'Civil servant', tni: 'Armed forces', polri: 'Police', swasta: 'Private employee', wirausaha: 'Own business', lainnya: 'Other' } },
    disability: { label: 'Person with a disability', values: { yes: 'Yes', no: 'No' } },
    dayPart: { label: 'Hour of the service', values: { morning: '08:00 to 12:00', afternoon: '13:00 to 17:00' } },
  },
  link: {
    unknown: 'We do not know this survey link', unknownLead: 'Perhaps a letter is missing, or the link is old. Open it again from our message or from the page of your case, or fill it in at the counter.',
    expired: 'The time for this survey is over', expiredLead: 'A survey link is valid for 30 days. Thank you for wanting to answer. You can still answer at the counter when you visit us.',
    results: 'See the results of the survey',
  },
  thanks: {
    title: 'Thank you, we have received your answers', lead: 'Every answer counts once, also when it is sent twice. We publish the results every quarter.', results: 'See the results of the survey', done: 'What we have done about it',
  },
  counter: {
    title: 'Rate our service', lead: 'For visitors at the counter. Scan the QR code there, or type the code of today that is written below it.', code: 'Code of today', codeHint: 'Eight letters and digits, new every day.',
    open: 'Open the survey', wrongCode: 'This is not the code of today. Type the code that is written at the counter.', serviceNeeded: 'Choose the service you came for.',
    enough: 'There were enough surveys at the counter today. Please answer by the link in our message, or ask for a sheet of paper.', formBroken: 'This form is not whole. Open it again from the QR code at the counter.',
  },
  results: {
    title: 'Results of the satisfaction survey', lead: 'Computed by PermenPANRB 14/2017 from the answers of those who were served. Published ten days after the end of a quarter, then unchanged.',
    none: 'No results are published yet', noneMore: (day) => `The first results come from ${day} on.`,
    period: 'Survey period', show: 'Show', quarter: (quarter, year) => `Quarter ${quarter} of ${year}`, year: (year) => `Year ${year}`,
    index: 'Satisfaction index (SKM)', indexMeaning: 'From 25 (worst) to 100 (best).', categories: { A: 'A, very good', B: 'B, good', C: 'C, less than good', D: 'D, not good' },
    respondents: 'Respondents', ofLeast: (n, least) => `${n} of at least ${least}`,
    sample: (served, least) => `At least ${least} of the ${served} services that ended in this period, by the formula of Krejcie and Morgan.`,
    printed: (byFormula, printed) => `The formula gives ${byFormula}, the printed table ${printed}; the printed table is used.`, noneServed: 'No service ended in this period.',
    tooFewForLeast: 'Below the least number: read it as an indication.',
    margin: 'Margin of error', plusMinus: (points) => `± ${points}`, noMargin: 'not yet', marginMeaning: 'At 95% confidence, from the spread of the answers themselves. It holds for a random sample; those who answer a survey chose to.',
    rough: 'There are fewer than 30 respondents, so this margin is rough.', infinite: 'Without correction for the population, as there are more sheets than services recorded as ended.',
    few: 'too few', fewMore: (least) => `Fewer than ${least} respondents, so the value is not shown lest it point at a person.`, noIndex: 'cannot be computed yet', noIndexMore: 'An element was answered by nobody.',
    elements: 'Value of each element', element: 'Element', answered: 'Answered', nrr: 'Mean', weighted: 'Weighted mean', converted: 'Value', letter: 'Grade', notShown: 'not shown',
    weightNote: (label) => `The weight of each element is exact${label}; only the end result is rounded, to two decimals. A mean is divided by those who answered that element.`, weightNinth: ' (1/9, printed as 0.11 on the form)',
    lowest: 'The three lowest elements', services: 'By service', service: 'Service', served: 'Ended', profile: 'Who answered', untold: 'Did not say',
    trend: 'Over time', trendTitle: 'Index, from 25 to 100', csv: 'Download CSV', poster: 'Poster (PDF, in Indonesian)', suggestions: 'Suggestions we received', done: 'You said, we did',
    definition: (version, questionnaire) => `Definition skm version ${version}, questionnaire version ${questionnaire}. Results by Kepmen 25/2004 (14 elements, other bounds) cannot be compared.`, table: 'The table',
  },
  done: {
    title: 'You said, we did', lead: 'What the survey found and what we do about it. This list is made from the follow-up plan of the office.',
    none: 'There is no follow-up plan yet', said: 'You said', did: 'We did', owner: 'In charge', due: 'At the latest', ended: 'Finished', evidence: 'The evidence', dropped: 'Given up', why: 'The reason',
    states: { planned: 'in progress', late: 'late', done: 'done', dropped: 'given up' }, results: 'Results of the survey',
  },
}

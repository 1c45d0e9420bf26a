import type { CitizenWords } from './citizen-words.id.ts'

/** The same in English. */
export const citizenEn: CitizenWords = {
  account: 'My data',
  looks: {
    title: 'Who looked at my data',
    lead: 'Each time an officer opens your data it is recorded, the latest first. This record cannot be changed.',
    ask: 'Something you do not recognise? Ask the counter and name the time; we look into it and answer.',
    newest: 'To the latest',
  },
}

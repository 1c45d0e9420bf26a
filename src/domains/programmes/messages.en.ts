import type { programmesId } from './messages.id.ts'

/** What the public reads about programmes with few places, in English. */
export const programmesEn: Pick<typeof programmesId, 'state' | 'outcome' | 'public'> = {
  state: { planned: 'Not open yet', open: 'Open', closed: 'Closed', cancelled: 'Called off' },
  outcome: { placed: 'Chosen', 'below-mark': 'Score below the pass mark', 'beyond-quota': 'Good enough, but no place was left' },
  public: {
    title: 'Programmes', lead: 'Programmes with few places: what is open, how many places, and who was chosen.',
    none: 'No programme has been announced', noneMore: 'New programmes are announced on this page.',
    dates: (from, to) => `${from} to ${to}`, quota: (count) => `${count} places`, basis: 'Basis', apply: 'Apply', about: 'About this service',
    openNow: 'Open now', later: 'To be opened', over: 'Closed', state: 'State', places: 'Places', when: 'Applications', applied: 'Applicants',
    how: 'How we choose',
    howText: (mark) => `A panel scores each request by the criteria below. The pass mark is ${mark}. The higher score goes first; where scores are equal, who sent first.`,
    criteria: 'Criteria', weight: 'Weight', result: 'Result', resultLead: 'By number of the request. Names are not published.', notYet: 'The result is published here after scoring.',
    cancelled: 'This round was called off', reference: 'Request', placeOf: 'Place', score: 'Score', outcome: 'Result',
  },
}

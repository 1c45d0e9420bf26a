import { type Life, type Owner, type Stage, type Status, type Step, letterLife } from './life.ts'

/** What a pattern needs to know of the service that uses it. */
export type PatternFor = {
  limits: { intakeOfficeHours: number; draftDays: number; correctionDays: number }
  /** Who initials, in order; a letter without initials goes from the verifier to the head of office. */
  initials: readonly ('division-head' | 'secretary')[]
  hasLetter: boolean
}

type Exit = readonly [Step, Status]

const RETURN: Exit = ['return', 'returned']
const REJECT: Exit = ['reject', 'rejected']
const WITHDRAW: Exit = ['withdraw', 'withdrawn']
const ASIDE: Exit[] = [RETURN, REJECT, WITHDRAW]

const stage = (state: Status, owners: readonly Owner[], days: number, exits: readonly Exit[]): Stage => ({
  state, owners: [...owners], limit: { days }, exits: exits.map(([step, to]) => ({ step, to })),
})

/** The applicant's own stages and the counter, the same in every service. */
const intake = ({ limits }: PatternFor): Life => letterLife(limits).filter(({ state }) => ['draft', 'returned', 'submitted'].includes(state))

/** The initials, and the signature or the end without a letter, from `verified` on. */
function ending({ limits, initials, hasLetter }: PatternFor): Life {
  if (!hasLetter) return [stage('verified', ['division-head'], 1, [['complete', 'completed'], ...ASIDE])]
  const signing = letterLife(limits).filter(({ state }) => state === 'initialed' || state === 'signing')
  return initials.length === 0 ? signing : [stage('verified', initials, 1, [['initial', 'initialed'], ...ASIDE]), ...signing]
}

/** Where the verifier's yes leads: past the initials if there are none. */
const verifiedOf = ({ initials, hasLetter }: PatternFor): Status => (hasLetter && initials.length === 0 ? 'initialed' : 'verified')

/**
 * Lives that many services share. `letter`: files, initials, signature. `survey-letter`: somebody goes to the place before. `advice-letter`:
 * another office has a word before. `facilitation`: handed over to whoever decides outside, followed until his result is there.
 * `programme`: few places, a panel and a rank. `survey`: somebody goes there, and his report is the result. `answer`: an answer is all.
 */
export const LIFE_PATTERNS: Record<string, (about: PatternFor) => Life> = {
  letter: (about) => [...intake(about), stage('accepted', ['verifier'], 1, [['verify', verifiedOf(about)], ...ASIDE]), ...ending(about)],
  'survey-letter': (about) => [
    ...intake(about),
    stage('accepted', ['verifier'], 1, [['survey', 'surveying'], ...ASIDE]),
    stage('surveying', ['verifier'], 2, [['report', 'surveyed'], WITHDRAW]),
    stage('surveyed', ['verifier'], 1, [['verify', verifiedOf(about)], ...ASIDE]),
    ...ending(about),
  ],
  'advice-letter': (about) => [
    ...intake(about),
    stage('accepted', ['verifier'], 1, [['consult', 'advising'], ...ASIDE]),
    stage('advising', ['outside'], 3, [['advise', 'advised'], WITHDRAW]),
    stage('advised', ['verifier'], 1, [['verify', verifiedOf(about)], ...ASIDE]),
    ...ending(about),
  ],
  facilitation: (about) => [
    ...intake(about),
    stage('accepted', ['verifier'], 1, [['follow', 'following'], ...ASIDE]),
    stage('following', ['verifier'], 60, [['complete', 'completed'], REJECT, WITHDRAW]),
  ],
  programme: (about) => [
    ...intake(about),
    stage('accepted', ['verifier'], 2, [['verify', 'scoring'], ...ASIDE]),
    stage('scoring', ['panel'], 10, [['score', 'scored'], WITHDRAW]),
    stage('scored', ['division-head'], 3, [['rank', verifiedOf(about)], REJECT, WITHDRAW]),
    ...ending(about),
  ],
  survey: (about) => [
    ...intake(about),
    stage('accepted', ['verifier'], 1, [['survey', 'surveying'], ...ASIDE]),
    stage('surveying', ['verifier'], 3, [['report', 'surveyed'], WITHDRAW]),
    stage('surveyed', ['verifier'], 1, [['complete', 'completed'], ...ASIDE]),
  ],
  answer: (about) => [...intake(about), stage('accepted', ['verifier'], 1, [['complete', 'completed'], ...ASIDE])],
}

export type LifeChanges = { days?: Partial<Record<Status, number>>; owners?: Partial<Record<Status, Owner[]>> }

/** A pattern with the days and owners of this service. */
export function changedLife(life: Life, { days = {}, owners = {} }: LifeChanges): Life {
  return life.map((one) => {
    const own = days[one.state]
    return { ...one, owners: owners[one.state] ?? one.owners, ...(own === undefined ? {} : { limit: { days: own } }) }
  })
}

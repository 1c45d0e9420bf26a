import { type Life, type Stage, type Status, type Step, applicantStages, letterLife } from '../../services/core/life.ts'
import type { CaseLife } from './life.ts'

type Owners = Stage['owners']
const ASIDE: [Step, Status][] = [['return', 'returned'], ['reject', 'rejected'], ['withdraw', 'withdrawn']]

/** A stage of a working day with the usual ways aside. */
const stage = (state: Status, owners: Owners, exits: [Step, Status][], aside = ASIDE): Stage =>
  ({ state, owners, limit: { days: 1 }, exits: [...exits, ...aside].map(([step, to]) => ({ step, to })) })

const filed = (stages: Stage[]): Life => [
  ...applicantStages(90, 14), { ...stage('submitted', ['counter'], [['accept', 'accepted']]), limit: { officeHours: 4 } }, ...stages,
]
const signed: Stage[] = [
  stage('verified', ['division-head', 'secretary'], [['initial', 'initialed']]), stage('initialed', ['office-head'], [['sign', 'signing']]),
  stage('signing', ['office-head'], [['sign', 'issued']], []),
]
const initials = ['division-head', 'secretary'] as const

/** One life of each kind the office's services have. */
export const LIVES = {
  letter: { life: letterLife({ intakeOfficeHours: 4, draftDays: 90, correctionDays: 14 }), initials },
  survey: {
    life: filed([
      stage('accepted', ['verifier'], [['survey', 'surveying']]), stage('surveying', ['verifier'], [['report', 'surveyed']]),
      stage('surveyed', ['verifier'], [['verify', 'verified']]), ...signed,
    ]),
    initials,
  },
  advice: {
    life: filed([
      stage('accepted', ['verifier'], [['consult', 'advising']]), { ...stage('advising', ['outside'], [['advise', 'advised']]), limit: { days: 5 } },
      stage('advised', ['verifier'], [['verify', 'verified']]), ...signed,
    ]),
    initials: ['division-head'],
  },
  facilitation: {
    life: filed([
      stage('accepted', ['verifier'], [['verify', 'verified']]), stage('verified', ['verifier'], [['follow', 'following']]),
      { ...stage('following', ['verifier'], [['complete', 'completed']]), limit: { days: 30 } },
    ]),
    initials: [],
  },
  direct: { life: filed([stage('accepted', ['mentor'], [['complete', 'completed']])]), initials: [] },
  panel: {
    life: filed([
      stage('accepted', ['verifier'], [['verify', 'scoring']]), stage('scoring', ['panel'], [['score', 'scored']]),
      stage('scored', ['division-head'], [['rank', 'completed']]),
    ]),
    initials: [],
  },
} as const satisfies Record<string, CaseLife>

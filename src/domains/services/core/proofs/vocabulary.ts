import { POLICY, ROLES, type Role } from '../../../../kernel/rights.ts'
import type { Owner, Status, Step } from '../life.ts'

/** Where a step may be taken, where it may lead, and who may be asked to take it. */
type StepRule = { from: readonly Status[]; to: readonly Status[]; owners: readonly Owner[] }

/** States that wait for the office or for somebody it asked, without the signature that is under way. */
export const WAITING = [
  'submitted', 'accepted', 'verified', 'initialed', 'surveying', 'surveyed', 'advising', 'advised', 'scoring', 'scored', 'following',
] as const satisfies readonly Status[]
const CHAIN: readonly Owner[] = ['counter', 'verifier', 'division-head', 'secretary', 'office-head']
const FIELD: readonly Owner[] = ['verifier', 'mentor', 'inspector', 'village-officer']
const LOOKED_AT: readonly Status[] = ['accepted', 'surveyed', 'advised']

/** The vocabulary's grammar. A definition strings these together; it cannot make a step mean something else. */
export const STEP_RULES: Record<Step, StepRule> = {
  submit: { from: ['draft', 'returned'], to: ['submitted'], owners: ['applicant'] },
  return: { from: WAITING, to: ['returned'], owners: CHAIN },
  accept: { from: ['submitted'], to: ['accepted'], owners: ['counter'] },
  verify: { from: LOOKED_AT, to: ['verified', 'initialed', 'scoring'], owners: ['verifier'] },
  initial: { from: ['verified'], to: ['initialed'], owners: ['division-head', 'secretary'] },
  sign: { from: ['initialed', 'signing'], to: ['signing', 'issued'], owners: ['office-head'] },
  reject: { from: WAITING, to: ['rejected'], owners: CHAIN },
  withdraw: { from: ['draft', 'returned', ...WAITING], to: ['withdrawn'], owners: ['applicant'] },
  survey: { from: LOOKED_AT, to: ['surveying'], owners: ['verifier', 'division-head', 'mentor', 'inspector'] },
  report: { from: ['surveying'], to: ['surveyed'], owners: FIELD },
  consult: { from: LOOKED_AT, to: ['advising'], owners: ['verifier', 'division-head', 'inspector'] },
  advise: { from: ['advising'], to: ['advised'], owners: ['outside', 'verifier'] },
  score: { from: ['scoring'], to: ['scored'], owners: ['panel'] },
  rank: { from: ['scored'], to: ['verified', 'initialed', 'following', 'rejected'], owners: ['division-head', 'secretary', 'office-head'] },
  follow: { from: ['accepted', 'verified', 'surveyed', 'advised'], to: ['following'], owners: ['verifier', 'mentor', 'inspector', 'division-head', 'secretary'] },
  complete: {
    from: ['accepted', 'verified', 'surveyed', 'advised', 'following'], to: ['completed'],
    owners: ['counter', 'verifier', 'mentor', 'inspector', 'division-head', 'secretary', 'office-head'],
  },
}

const isRole = (owner: Owner): owner is Owner & Role => ROLES.some((role) => role === owner)
const RIGHTS: Record<string, Partial<Record<Role, unknown>>> = POLICY

/** May this owner be asked for this step? Where the rights of the office know the step, they must give it to the role too. */
export function mayTake(owner: Owner, step: Step): boolean {
  if (!STEP_RULES[step].owners.includes(owner)) return false
  const right = Object.hasOwn(RIGHTS, `application.${step}`) ? RIGHTS[`application.${step}`] : undefined
  return !right || !isRole(owner) || right[owner] !== undefined
}

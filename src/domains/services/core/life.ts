import { z } from 'zod'

/**
 * Where a request may stand. The first of the contract; the others belong to services with a survey, the advice of another office,
 * a panel, or help that goes on outside the office. See docs/decisions/0003 and 0021.
 */
export const STATUSES = [
  'draft', 'submitted', 'returned', 'accepted', 'verified', 'initialed', 'signing', 'issued', 'rejected', 'withdrawn', 'expired',
  'surveying', 'surveyed', 'advising', 'advised', 'scoring', 'scored', 'following', 'completed',
] as const
export type Status = (typeof STATUSES)[number]

/**
 * What may be done with a request. `survey` sends somebody to the place and `report` is what he found; `consult` asks another office
 * and `advise` is its answer; `score` is the last sheet of the panel and `rank` places the round; `follow` hands over to whoever decides
 * outside, and `complete` ends a request with its result and without a letter.
 */
export const STEPS = [
  'submit', 'return', 'accept', 'verify', 'initial', 'sign', 'reject', 'withdraw',
  'survey', 'report', 'consult', 'advise', 'score', 'rank', 'follow', 'complete',
] as const
export type Step = (typeof STEPS)[number]

/** In these nothing is owed any more. */
export const ENDS = ['issued', 'completed', 'rejected', 'withdrawn', 'expired'] as const satisfies readonly Status[]

/** Who has the turn: a role of the office, who asked, a panel of scorers, or somebody outside with a signed link. */
export const OWNERS = [
  'applicant', 'counter', 'village-officer', 'verifier', 'division-head', 'secretary', 'office-head', 'mentor', 'inspector', 'panel', 'outside', 'program',
] as const
export type Owner = (typeof OWNERS)[number]

/** How long a request may stay: office hours, working days, or days of rest after which the program closes it. */
const limit = z.union([
  z.strictObject({ officeHours: z.number().positive() }),
  z.strictObject({ days: z.number().int().positive() }),
  z.strictObject({ restDays: z.number().int().positive() }),
])

const stage = z.strictObject({
  state: z.enum(STATUSES),
  /** More than one only where initials are given one after the other. */
  owners: z.array(z.enum(OWNERS)).min(1),
  limit,
  exits: z.array(z.strictObject({ step: z.enum(STEPS), to: z.enum(STATUSES) })).min(1),
})
export type Stage = z.infer<typeof stage>

/** The life of a request as data: every state that is not an end, with its owner, its clock and its exits. */
export const life = z.array(stage).min(3)
export type Life = z.infer<typeof life>

/** The two stages that lie with the applicant, the same in every service. */
export const applicantStages = (draftDays: number, correctionDays: number): Life => [
  { state: 'draft', owners: ['applicant'], limit: { restDays: draftDays }, exits: [{ step: 'submit', to: 'submitted' }, { step: 'withdraw', to: 'withdrawn' }] },
  { state: 'returned', owners: ['applicant'], limit: { restDays: correctionDays }, exits: [{ step: 'submit', to: 'submitted' }, { step: 'withdraw', to: 'withdrawn' }] },
]

const aside = [{ step: 'return', to: 'returned' }, { step: 'reject', to: 'rejected' }, { step: 'withdraw', to: 'withdrawn' }] as const

/** Counter, verifier, initials, signature: the life of UM-02 and of every definition that names no other. Source: services.md 7a, component 2 */
export const letterLife = (limits: { intakeOfficeHours: number; draftDays: number; correctionDays: number }): Life => [
  ...applicantStages(limits.draftDays, limits.correctionDays),
  { state: 'submitted', owners: ['counter'], limit: { officeHours: limits.intakeOfficeHours }, exits: [{ step: 'accept', to: 'accepted' }, ...aside] },
  { state: 'accepted', owners: ['verifier'], limit: { days: 1 }, exits: [{ step: 'verify', to: 'verified' }, ...aside] },
  { state: 'verified', owners: ['division-head', 'secretary'], limit: { days: 1 }, exits: [{ step: 'initial', to: 'initialed' }, ...aside] },
  { state: 'initialed', owners: ['office-head'], limit: { days: 1 }, exits: [{ step: 'sign', to: 'signing' }, ...aside] },
  { state: 'signing', owners: ['office-head'], limit: { days: 1 }, exits: [{ step: 'sign', to: 'issued' }] },
]

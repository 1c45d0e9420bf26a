import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** Record kinds that a destruction list may name, in the order in which they go: a letter before its case. */
export const LISTED = ['letter', 'case', 'import', 'reads', 'messages'] as const
export type ListedKind = (typeof LISTED)[number]

const months = z.int().min(0).max(1200)

/**
 * How long a kind of record is kept (JRA, jadwal retensi arsip): active, then inactive, then its final fate. `way`: gone through with a list
 * and minutes, removed by the program itself, or not at all. `sure` as in docs/rules.md.
 */
const ruleSchema = z.object({
  kind: z.string(), title: z.string(), classification: z.string(), activeMonths: months, inactiveMonths: months, final: z.enum(['destroy', 'permanent', 'review']),
  way: z.enum(['list', 'automatic', 'never']), trigger: z.string(), basis: z.string().min(1), sure: z.enum(['V', 'V2', 'G', 'P', 'C']),
})
export type Rule = z.output<typeof ruleSchema>
export const scheduleSchema = z.object({ version: z.int(), validFrom: z.iso.date(), note: z.string(), kinds: z.array(ruleSchema) })
export type Schedule = z.output<typeof scheduleSchema>

/** Periods as the office set them for a kind from a day on. */
export type SetPeriod = Pick<Rule, 'kind' | 'classification' | 'activeMonths' | 'inactiveMonths' | 'final' | 'basis'> & { validFrom: string }

/** The rule in force for a kind on a day: what the office set last, else the proposal. `own`: the office set it. */
export function ruleOn(proposal: Rule, set: readonly SetPeriod[], today: Temporal.PlainDate): Rule & { own: boolean; since?: string } {
  const own = set.filter((one) => one.kind === proposal.kind && one.validFrom <= today.toString()).toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]
  if (!own) return { ...proposal, own: false }
  const { validFrom, ...periods } = own
  return { ...proposal, ...periods, own: true, since: validFrom }
}

/** The first day on which the periods are over. Months are counted on the calendar: from 31 January one month ends on 28 February. */
export const periodEnd = (from: Temporal.PlainDate, { activeMonths, inactiveMonths }: Pick<Rule, 'activeMonths' | 'inactiveMonths'>): Temporal.PlainDate =>
  from.add({ months: activeMonths + inactiveMonths })

/** What may stand against destruction, whatever the periods say. */
export type Facts = {
  /** The case itself, or one of the same person or business, is not over. */
  openCase: boolean
  /** The letter is still valid; of a case, one of its letters is. */
  validLetter: boolean
  /** The letter of the case is still kept, and not on the same list. */
  keptLetter: boolean
  /** The person has a request about his data that is not answered. */
  openRequest: boolean
  /** Held for an objection, a lawsuit, an inspection. */
  held: boolean
}

export type Blocker = keyof Facts | 'not-over' | 'not-to-destroy'

/** Why a record may not be destroyed today; none: it may. */
export function blockers(rule: Pick<Rule, 'activeMonths' | 'inactiveMonths' | 'final' | 'way'>, from: Temporal.PlainDate | null, facts: Facts, today: Temporal.PlainDate): Blocker[] {
  const over = from !== null && today.since(periodEnd(from, rule)).sign >= 0
  const against = (['openCase', 'validLetter', 'keptLetter', 'openRequest', 'held'] as const).filter((key) => facts[key])
  return [...(rule.final === 'destroy' && rule.way === 'list' ? [] : ['not-to-destroy' as const]), ...(over ? [] : ['not-over' as const]), ...against]
}

/** Life of a destruction list (usul musnah). */
export const LIST_STATES = ['draft', 'proposed', 'approved', 'refused', 'done'] as const
export type ListState = (typeof LIST_STATES)[number]
export type ListStep = 'propose' | 'approve' | 'refuse' | 'discard' | 'finish'

export const LIST_LIFE: Record<ListState, Partial<Record<ListStep, ListState>>> = {
  draft: { propose: 'proposed', discard: 'refused' },
  proposed: { approve: 'approved', refuse: 'refused' },
  approved: { finish: 'done' },
  refused: {},
  done: {},
}

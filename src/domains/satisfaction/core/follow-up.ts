/** What the office does about a finding (rencana tindak lanjut): planned, then done with its evidence, or given up with a reason. */
export const PLAN_STATES = ['planned', 'done', 'dropped'] as const
export type PlanState = (typeof PLAN_STATES)[number]

export type PlanEnd = { state: 'done' | 'dropped'; words: string }
export type PlanFault = 'already-ended' | 'words-needed'

/** The shortest text that can be evidence or a reason. */
const LEAST_WORDS = 10

/** May an item end this way? Ended once, it stays ended. */
export function endFault(state: PlanState, { words }: PlanEnd): PlanFault | undefined {
  if (state !== 'planned') return 'already-ended'
  return words.trim().length < LEAST_WORDS ? 'words-needed' : undefined
}

export type Pressing = 'calm' | 'soon' | 'late' | 'done'
const SOON_DAYS = 14

/** How an item stands to its day. @param daysLeft whole days until its due day, below 0 when it is over */
export function pressingOf(state: PlanState, daysLeft: number): Pressing {
  if (state !== 'planned') return 'done'
  if (daysLeft < 0) return 'late'
  return daysLeft <= SOON_DAYS ? 'soon' : 'calm'
}

/** The approval of a report, figure by figure (persetujuan angka demi angka). */
import { type Result, fail, ok } from '../../../kernel/result.ts'
import type { Role } from '../../../kernel/rights.ts'

/** Who looks at a figure, in this order. Source: issue of the office's chain, kabid → sekretaris → kepala dinas */
export const LEVELS = ['division-head', 'secretary', 'office-head'] as const
export type Level = (typeof LEVELS)[number]

/** Whose word a figure waits for: a level of the chain, an answer to a remark, or nobody's any more. */
export type Awaits = Level | 'answer' | 'none'

/** How a figure of a draft stands. */
export type Stand = { code: string; awaits: Awaits }

export type Decision = { code: string; remark?: string | undefined }

export type ApprovalRefused = { kind: 'no-such-figure' | 'not-yours' | 'answer-nothing'; code: string }

/** The levels at which somebody with these roles speaks, in the order of the chain. */
export const levelsOf = (roles: readonly { role: Role }[]): Level[] => LEVELS.filter((level) => roles.some(({ role }) => role === level))

const after = (level: Level): Awaits => LEVELS[LEVELS.indexOf(level) + 1] ?? 'none'

const standOf = (stands: readonly Stand[], code: string): Result<Stand, ApprovalRefused> => {
  const found = stands.find((one) => one.code === code)
  return found ? ok(found) : fail({ kind: 'no-such-figure', code })
}

/**
 * What a decision makes of a figure: accepted, it goes one level up; remarked, it goes back for an answer. A person speaks only at the level at
 * which the figure waits, so nobody approves for another and nobody skips one.
 */
export function decide(stands: readonly Stand[], levels: readonly Level[], { code, remark }: Decision): Result<Stand & { level: Level }, ApprovalRefused> {
  const stand = standOf(stands, code)
  if (!stand.ok) return stand
  const level = levels.find((one) => one === stand.value.awaits)
  if (!level) return fail({ kind: 'not-yours', code })
  return ok({ code, level, awaits: remark === undefined ? after(level) : 'answer' })
}

/** An answered figure begins at the foot of the chain, alone: what the others had said is about other words. */
export function answer(stands: readonly Stand[], code: string): Result<Stand, ApprovalRefused> {
  const stand = standOf(stands, code)
  if (!stand.ok) return stand
  return stand.value.awaits === 'answer' ? ok({ code, awaits: LEVELS[0] }) : fail({ kind: 'answer-nothing', code })
}

/** Has every figure passed the whole chain? Then the report is locked. */
export const isApproved = (stands: readonly Stand[]): boolean => stands.length > 0 && stands.every(({ awaits }) => awaits === 'none')

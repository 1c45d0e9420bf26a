import { type Result, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import { type HandOver, handOverCases } from '../applications/index.ts'

/** Hands over all cases of an officer, or a single one: an event for each case, and one for the whole act. */
export async function handOver(unit: Unit, actor: Actor, which: HandOver, input: { to: string; seen: number }): Promise<Result<{ moved: number }>> {
  const moved = await handOverCases(unit, actor, which, input)
  if (!moved.ok) return moved
  const from = 'from' in which ? which.from : null
  unit.record(actor.officeId, {
    what: 'supervision.hand-over', kind: 'account', subject: from ?? input.to, actor: actor.accountId, role: roleOf(actor),
    data: { from, to: input.to, cases: moved.value },
  })
  return ok({ moved: moved.value })
}

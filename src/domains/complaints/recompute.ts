import { type Result, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import { eventsOf } from './entry-store.ts'
import { clockOf, moments } from './move.ts'
import { lockOpen, updateTicket } from './ticket-store.ts'

/** As many tickets are read at once. */
const BATCH = 500

const sameMoment = (one: Date | null, other: Date | null): boolean => one?.getTime() === other?.getTime()

/**
 * Counts the moments of all open tickets anew, after days off or office hours changed. One event tells how many were looked at and moved.
 * @returns a refusal when the calendar no longer reaches as far as a ticket needs: then nothing may change
 */
export async function recomputeTickets(unit: Unit, actor: Actor, officeId: string): Promise<Result<{ open: number; moved: number }>> {
  const total = { open: 0, moved: 0 }
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const tickets = await lockOpen(unit.tx, officeId, after, BATCH)
    const events = await eventsOf(unit.tx, tickets.map((one) => one.id))
    for (const one of tickets) {
      const clock = await clockOf(unit, one, events.get(one.id) ?? [])
      if (!clock.ok) return clock
      const next = moments(clock.value)
      total.open += 1
      if (sameMoment(next.due_at, one.dueAt) && sameMoment(next.owed_at, one.owedAt) && sameMoment(next.reply_by, one.replyBy)) continue
      await updateTicket(unit.tx, one.id, next)
      total.moved += 1
    }
    after = tickets.at(-1)?.id ?? after
    if (tickets.length < BATCH) break
  }
  unit.record(officeId, { what: 'complaint.recompute', kind: 'office', subject: officeId, actor: actor.accountId, role: roleOf(actor), data: total })
  return ok(total)
}

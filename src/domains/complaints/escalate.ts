import { ok } from '../../kernel/result.ts'
import { fromDb, transact } from '../../platform/db/unit.ts'
import type { Job } from '../../platform/jobs/worker.ts'
import type { Tools } from '../../platform/tools.ts'
import { findHomeOffice } from '../office/index.ts'
import { type Watched, groundOf, horizonOf, warn } from '../supervision/index.ts'
import { forgetUnclaimed } from './file-store.ts'
import { endWaits } from './reporter-steps.ts'
import { listOwedUntil } from './ticket-store.ts'
import type { Ticket } from './ticket.ts'

/** As many tickets are looked at in one transaction. */
const BATCH = 200
/** A file that no ticket named is forgotten after a day. */
const UNCLAIMED = { hours: 24 }

/** A ticket on the ladder: whoever it is about hears nothing of it, and without a division it is every division head's. */
const asWatched = (one: Ticket): Watched[] => (one.owedAt === null ? [] : [{
  kind: 'complaint', subject: one.id, applicationId: null, reference: one.reference, divisionId: one.divisionId,
  villageCode: one.regionCode, without: one.named, dueAt: fromDb(one.owedAt),
}])

/**
 * Warns of every ticket that is or will soon be late, held by somebody or by nobody. Safe to repeat and to run twice at once: the ladder writes
 * each warning once for its ticket, rung and due moment.
 * @returns how many warnings were given
 */
export async function warnOfTickets(tools: Tools, officeId: string): Promise<number> {
  let total = 0
  let after: Ticket | undefined
  for (;;) {
    const done = await transact(tools.db, tools.clock, async (unit) => {
      const ground = await groundOf(unit.tx, officeId, unit.now)
      const tickets = await listOwedUntil(unit.tx, officeId, horizonOf(ground.calendar, unit.now, 1), after, BATCH)
      return ok({ tickets, told: await warn(tools, unit, ground, tickets.flatMap(asWatched)) })
    })
    if (!done.ok) throw new Error('a look at open tickets was refused')
    total += done.value.told
    after = done.value.tickets.at(-1)
    if (done.value.tickets.length < BATCH) return total
  }
}

/** A warning goes out within five minutes of its moment: a look each minute leaves room for a slow one. */
export const complaintJobs = (tools: Tools): Job[] => [{
  name: 'tickets', everyMs: 60_000,
  async run() {
    const office = await findHomeOffice(tools.db)
    if (!office) return 'done'
    const told = await warnOfTickets(tools, office.id)
    if (told > 0) tools.log.info({ told }, 'warnings of tickets were given')
    await forgetUnclaimed(tools.db, tools.clock().subtract(UNCLAIMED))
    return await endWaits(tools, office.id, BATCH) === BATCH ? 'again' : 'done'
  },
}]

import { type Result, conflict, ok } from '../../kernel/result.ts'
import type { Unit } from '../../platform/db/unit.ts'
import { roundOf } from './core/round.ts'
import { complaintsId as words } from './messages.id.ts'
import { listOfficers } from './staff-store.ts'
import { nameOfficers, updateTicket } from './ticket-store.ts'
import type { Ticket } from './ticket.ts'

/**
 * Says whom a ticket is about, after somebody has read it. Nobody is taken off who was barred when it came, only added: the first reading
 * may be wrong, yet whoever was kept away so far may be meant.
 * @param named accounts; undefined: nobody was said
 */
export async function rename(unit: Unit, ticket: Ticket, named: readonly string[] | undefined): Promise<Result<undefined>> {
  if (named === undefined || named.length === 0) return ok(undefined)
  const staff = await listOfficers(unit, ticket.officeId)
  const known = named.filter((id) => staff.some((one) => one.id === id))
  const round = roundOf({ post: ticket.aboutPost, name: ticket.aboutName, words: '', named: [...ticket.named, ...known] }, staff)
  if (!round) return ok(undefined)
  if (ticket.assignedTo !== null && round.barred.includes(ticket.assignedTo)) return conflict('holder-named', words.holderNamed)
  await nameOfficers(unit.tx, ticket.id, round.barred)
  await updateTicket(unit.tx, ticket.id, { open_to: round.openTo })
  return ok(undefined)
}

import type { Temporal } from 'temporal-polyfill'
import { may } from '../../../kernel/rights.ts'
import { fromDb } from '../../../platform/db/unit.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { findCaseCard } from '../../applications/index.ts'
import { findCooperativeCard } from '../../cooperatives/index.ts'
import { type OfficeStep, stepsFor } from '../core/life.ts'
import { type Likeness, probableDuplicates } from '../core/duplicates.ts'
import { limitOn } from '../core/limits.ts'
import { suggestCategory } from '../core/suggest.ts'
import { type Entry, listEntries } from '../entry-store.ts'
import { type Evidence, listFiles } from '../file-store.ts'
import { mayBecomeGuidance } from '../guidance.ts'
import { findLiveGuidance } from '../guidance-store.ts'
import { type Opening, findOpening, openUntil } from '../identity.ts'
import { candidatesFor } from '../list-store.ts'
import { officeStepsOf } from '../office-steps.ts'
import { type Reporter, namedReporter } from '../reporter.ts'
import { type Officer, canHold, listOfficers } from '../staff-store.ts'
import { findTicket, listMembers } from '../ticket-store.ts'
import { type Ticket, resourceOf } from '../ticket.ts'

/** Everything an officer sees of one ticket. */
export type TicketModel = {
  ticket: Ticket; entries: Entry[]; files: Evidence[]; reporter: Reporter | undefined; staff: Officer[]; takers: Officer[]; steps: OfficeStep[]; now: Temporal.Instant
  suggested: ReturnType<typeof suggestCategory>; alike: { ticket: Ticket; likeness: Likeness }[]; members: Ticket[]; lead: Ticket | undefined
  application: string | undefined; cooperative: string | undefined; opening: Opening | undefined; openUntil: Temporal.Instant | undefined
  mayPropose: boolean; mayExtend: boolean; mayAssign: boolean
}

const comparable = (one: Ticket) => ({
  id: one.id, words: one.words, serviceCode: one.serviceCode, regionCode: one.regionCode, cooperativeId: one.cooperativeId,
  applicationId: one.applicationId, named: one.named,
})

const MOST_ALIKE = 5

/** Reads a ticket for an officer. His look at a person's name leaves its trace. */
export async function readTicketModel({ unit, tools, actor, params }: Allowed): Promise<TicketModel | undefined> {
  const ticket = await findTicket(unit.tx, params['id'] ?? '')
  if (!ticket || actor.kind !== 'officer') return undefined
  if (ticket.ownerId !== null) unit.looked(ticket.officeId, actor, 'complaint.read', { kind: 'complaint', id: ticket.id, personId: ticket.ownerId })
  const staff = await listOfficers(unit, ticket.officeId)
  const others = ticket.closedAt === null ? (await candidatesFor(unit.tx, actor, ticket)).filter((one) => one.leadId === null) : []
  const alike = probableDuplicates(comparable(ticket), others.map(comparable)).slice(0, MOST_ALIKE)
  const opening = ticket.identity === 'sealed' ? await findOpening(unit.tx, ticket.id) : undefined
  // What this officer must not know of is not told by its company either.
  const reaches = (one: Ticket): boolean => may(actor, 'complaint.read', resourceOf(one), unit.now.epochMilliseconds).ok
  const lead = ticket.leadId === null ? undefined : await findTicket(unit.tx, ticket.leadId)
  const extra = ticket.class === null ? 0 : limitOn(ticket.class, ticket.receivedAt.toISOString().slice(0, 10)).extraDays
  return {
    ticket, staff, now: unit.now, opening, mayAssign: stepsFor('verified', actor.roles.map((held) => held.role), false).includes('assign'),
    openUntil: openUntil(opening, unit.now), entries: await listEntries(unit.tx, ticket.id), files: await listFiles(unit.tx, ticket.id),
    reporter: await namedReporter(unit.tx, tools.keys, ticket),
    takers: staff.filter((one) => canHold(one) && !ticket.named.includes(one.id)), steps: officeStepsOf(ticket, actor),
    suggested: suggestCategory(ticket.words), members: (await listMembers(unit.tx, ticket.id)).filter(reaches),
    lead: lead && reaches(lead) ? lead : undefined,
    alike: alike.flatMap((likeness) => others.filter((one) => one.id === likeness.id).map((one) => ({ ticket: one, likeness }))),
    application: ticket.applicationId === null ? undefined : (await findCaseCard(unit.tx, ticket.applicationId))?.reference,
    cooperative: ticket.cooperativeId === null ? undefined : (await findCooperativeCard(unit.tx, ticket.cooperativeId))?.name,
    mayPropose: mayBecomeGuidance(ticket) && await findLiveGuidance(unit.tx, ticket.id) === undefined,
    mayExtend: extra > 0 && ticket.extraDays === 0 && ticket.owedAt !== null && ticket.state !== 'received' && fromDb(ticket.owedAt).epochMilliseconds > unit.now.epochMilliseconds,
  }
}

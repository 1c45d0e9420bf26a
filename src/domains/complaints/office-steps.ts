import { Temporal } from 'temporal-polyfill'
import { type Problem, type Result, conflict, forbidden, invalid, notFound, ok } from '../../kernel/result.ts'
import { type Actor, may } from '../../kernel/rights.ts'
import { type Unit, fromDb, roleOf, toDb } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { findCooperativeMeant } from '../cooperatives/index.ts'
import type { ArchiveReason, Category, Kind } from './core/choices.ts'
import { MOST_WORDS } from './core/choices.ts'
import { type OfficeStep, isEnd, next, stepsFor } from './core/life.ts'
import { CLASSES_OF, type Class, limitOn } from './core/limits.ts'
import { giveFiles } from './evidence.ts'
import { complaintsId as words } from './messages.id.ts'
import { type Move, moveTicket } from './move.ts'
import { linkOf, tellReporter } from './reporter.ts'
import { rename } from './round.ts'
import { canHold, divisionOf, listOfficers } from './staff-store.ts'
import { listMembers, lockTicket } from './ticket-store.ts'
import { type Ticket, resourceOf } from './ticket.ts'

/** What an officer does with a ticket. Which of these a step needs, its refusals say. */
export type OfficeAct = {
  step: OfficeStep; words?: string | undefined; kind?: Kind | undefined; class?: Class | undefined; category?: Category | undefined; named?: readonly string[] | undefined
  assignTo?: string | undefined; cooperative?: string | undefined; reason?: ArchiveReason | undefined; files?: readonly string[] | undefined; shown?: boolean | undefined
}

/** An answer shorter than this says nothing. Source: service-quality.md 2.1, "answer with substance" */
const LEAST_ANSWER = 30

type Ground = { tools: Tools; unit: Unit; actor: Actor }

function textOf(act: OfficeAct, needed: string | undefined, least = 1): Result<string> {
  const said = act.words?.replaceAll('\0', '').trim() ?? ''
  if (said.length > MOST_WORDS) return invalid([{ field: 'words', message: words.tooLong(MOST_WORDS) }])
  return needed !== undefined && said.length < least ? invalid([{ field: 'words', message: needed }]) : ok(said)
}

/** Locks a ticket for an officer who may work on it. To the one it is about there is none. */
export async function lockFor({ unit, actor }: Pick<Ground, 'unit' | 'actor'>, id: string, right: 'complaint.handle' | 'complaint.ask-identity' | 'complaint.open-identity' | 'guidance.propose'): Promise<Result<Ticket>> {
  const ticket = await lockTicket(unit.tx, id)
  if (!ticket) return notFound('not-found', words.noSuch)
  const allowed = may(actor, right, resourceOf(ticket), unit.now.epochMilliseconds)
  return allowed.ok ? ok(ticket) : allowed
}

async function move({ unit, actor }: Ground, ticket: Ticket, one: Move): Promise<Result<Ticket>> {
  return moveTicket(unit, ticket, { role: roleOf(actor), account: actor.accountId }, one)
}

/** The cooperative a report is about, by name or registry number, when the officer says it; else what it was linked to when it came. */
async function cooperativeOf({ unit }: Ground, ticket: Ticket, { cooperative }: OfficeAct): Promise<Result<string | null>> {
  if (!cooperative?.trim()) return ok(ticket.cooperativeId)
  const found = await findCooperativeMeant(unit.tx, ticket.officeId, cooperative)
  return found ? ok(found.id) : invalid([{ field: 'cooperative', message: words.cooperativeUnknown }])
}

async function verify(ground: Ground, ticket: Ticket, act: OfficeAct): Promise<Result<Ticket>> {
  const kind = act.kind ?? ticket.kind
  const problems: Problem[] = [
    ...(act.class && CLASSES_OF[kind].includes(act.class) ? [] : [{ field: 'class', message: words.classNeeded }]),
    ...(act.category ? [] : [{ field: 'category', message: words.categoryNeeded }]),
  ]
  const note = textOf(act, undefined)
  if (!note.ok) return note
  if (problems.length > 0 || !act.class || !act.category) return invalid(problems)
  const cooperative = await cooperativeOf(ground, ticket, act)
  if (!cooperative.ok) return cooperative
  const named = await rename(ground.unit, ticket, act.named)
  if (!named.ok) return named
  const done = await move(ground, ticket, {
    step: 'verify', to: 'verified', words: note.value, shown: false, data: { kind, class: act.class, category: act.category },
    set: {
      kind, class: act.class, category: act.category, verified_at: toDb(ground.unit.now), cooperative_id: cooperative.value,
      for_inspection: ticket.forInspection || (act.category === 'cooperative' && ticket.isMember),
    },
  })
  return done.ok && act.assignTo ? assign(ground, done.value, { ...act, words: undefined }) : done
}

async function assign(ground: Ground, ticket: Ticket, act: OfficeAct): Promise<Result<Ticket>> {
  // Who verified and is no leader may propose nobody: handing out is the leadership's.
  if (!stepsFor(ticket.state, ground.actor.roles.map((held) => held.role), false).includes('assign')) return forbidden('not-your-task', words.notYourStep)
  const taker = (await listOfficers(ground.unit, ticket.officeId)).find((one) => one.id === act.assignTo)
  if (!taker || !canHold(taker)) return invalid([{ field: 'assignTo', message: words.assignNeeded }])
  if (ticket.named.includes(taker.id)) return invalid([{ field: 'assignTo', message: words.assignBarred }])
  const note = textOf(act, undefined)
  if (!note.ok) return note
  return move(ground, ticket, {
    step: 'assign', to: 'assigned', words: note.value, shown: false, data: { to: taker.id },
    set: { assigned_to: taker.id, division_id: divisionOf(taker) ?? ticket.divisionId },
  })
}

async function defer(ground: Ground, ticket: Ticket, act: OfficeAct): Promise<Result<Ticket>> {
  const question = textOf(act, words.questionNeeded)
  if (!question.ok) return question
  const done = await move(ground, ticket, { step: 'defer', to: 'deferred', words: question.value, set: { deferred_from: ticket.state } })
  if (done.ok && done.value.replyBy) {
    await tellReporter(ground.tools, ground.unit, done.value, 'ticket-question', { reference: ticket.reference, until: fromDb(done.value.replyBy), link: linkOf(ground.tools, ticket.reference) })
  }
  return done
}

/** Tells what became of it and until when the reporter may say that it is not solved. */
async function tellAnswered({ tools, unit }: Ground, ticket: Ticket): Promise<void> {
  if (ticket.replyBy) {
    await tellReporter(tools, unit, ticket, 'ticket-answered', { reference: ticket.reference, until: fromDb(ticket.replyBy), link: linkOf(tools, ticket.reference) })
  }
}

async function answer(ground: Ground, ticket: Ticket, act: OfficeAct): Promise<Result<Ticket>> {
  const text = textOf(act, words.answerNeeded(LEAST_ANSWER), LEAST_ANSWER)
  if (!text.ok) return text
  const given = await giveFiles(ground.unit, ticket.id, act.files ?? [], true)
  if (!given.ok) return given
  const one: Move = {
    step: 'answer', to: 'answered', words: text.value, set: { answered_at: toDb(ground.unit.now) }, data: { files: act.files?.length ?? 0 },
  }
  const done = await move(ground, ticket, one)
  if (!done.ok) return done
  await tellAnswered(ground, done.value)
  for (const member of await listMembers(ground.unit.tx, ticket.id)) {
    const told = await answerMember(ground, member.id, one)
    if (!told.ok) return told
  }
  return done
}

/** The same answer for those who said the same: whoever has been answered or asked otherwise is left alone. */
async function answerMember(ground: Ground, id: string, one: Move): Promise<Result<undefined>> {
  const member = await lockTicket(ground.unit.tx, id)
  if (!member || isEnd(member.state) || member.owedAt === null || member.class === null) return ok(undefined)
  // Nobody answers, together with another, a report about himself.
  if (!may(ground.actor, 'complaint.handle', resourceOf(member), ground.unit.now.epochMilliseconds).ok) return ok(undefined)
  const done = await move(ground, member, { ...one, data: { lead: member.leadId } })
  if (!done.ok) return done
  await tellAnswered(ground, done.value)
  return ok(undefined)
}

async function forward(ground: Ground, ticket: Ticket, act: OfficeAct): Promise<Result<Ticket>> {
  const where = textOf(act, words.forwardNeeded, 5)
  if (!where.ok) return where
  const done = await move(ground, ticket, { step: 'forward', to: 'forwarded', words: where.value })
  if (done.ok) await tellAnswered(ground, done.value)
  return done
}

async function archive(ground: Ground, ticket: Ticket, act: OfficeAct): Promise<Result<Ticket>> {
  if (!act.reason) return invalid([{ field: 'reason', message: words.reasonNeeded }])
  const why = textOf(act, words.archiveNeeded)
  if (!why.ok) return why
  const done = await move(ground, ticket, { step: 'archive', to: 'archived', words: why.value, set: { outcome: act.reason }, data: { reason: act.reason } })
  if (done.ok) await tellReporter(ground.tools, ground.unit, done.value, 'ticket-ended', { reference: ticket.reference, link: linkOf(ground.tools, ticket.reference) })
  return done
}

async function followUp(ground: Ground, ticket: Ticket, act: OfficeAct): Promise<Result<Ticket>> {
  const note = textOf(act, words.noteNeeded)
  return note.ok ? move(ground, ticket, { step: 'follow-up', to: 'handling', words: note.value, shown: act.shown ?? false }) : note
}

const STEPS: Record<OfficeStep, (ground: Ground, ticket: Ticket, act: OfficeAct) => Promise<Result<Ticket>>> = {
  verify, defer, forward, assign, 'follow-up': followUp, answer, archive,
}

/** Steps this officer may take with a ticket now. */
export const officeStepsOf = (ticket: Ticket, actor: Actor): OfficeStep[] =>
  stepsFor(ticket.state, actor.roles.map((held) => held.role), ticket.assignedTo === actor.accountId)

/** Takes one step of the office. */
export async function takeOfficeStep(tools: Tools, unit: Unit, actor: Actor, id: string, act: OfficeAct): Promise<Result<Ticket>> {
  const locked = await lockFor({ unit, actor }, id, 'complaint.handle')
  if (!locked.ok) return locked
  const ticket = locked.value
  if (next(act.step, ticket.state, ticket.deferredFrom) === undefined) return conflict('not-now', words.notNow, { state: ticket.state })
  if (!officeStepsOf(ticket, actor).includes(act.step)) return forbidden('not-your-task', words.notYourStep)
  return STEPS[act.step]({ tools, unit, actor }, ticket, act)
}

/** Lengthens the term of an information request, once, before it is over, and tells why (UU 14/2008). */
export async function extendTerm(tools: Tools, unit: Unit, actor: Actor, id: string, reason: string): Promise<Result<Ticket>> {
  const locked = await lockFor({ unit, actor }, id, 'complaint.handle')
  if (!locked.ok) return locked
  const ticket = locked.value
  const extraDays = ticket.class === null ? 0 : limitOn(ticket.class, ticket.receivedAt.toISOString().slice(0, 10)).extraDays
  const isOver = ticket.owedAt === null || Temporal.Instant.compare(fromDb(ticket.owedAt), unit.now) < 0
  if (extraDays === 0 || ticket.extraDays > 0 || isOver || ticket.state === 'received') return conflict('not-now', words.notExtendable)
  const why = textOf({ step: 'follow-up', words: reason }, words.extendNeeded, 10)
  if (!why.ok) return why
  return move({ tools, unit, actor }, ticket, { step: 'extend', to: ticket.state, words: why.value, set: { extra_days: extraDays }, data: { days: extraDays } })
}

/** Puts a ticket beside the one with which it is answered, or alone again. */
export async function groupWith(unit: Unit, actor: Actor, id: string, leadId: string | null): Promise<Result<Ticket>> {
  const locked = await lockFor({ unit, actor }, id, 'complaint.handle')
  if (!locked.ok) return locked
  const ticket = locked.value
  if (leadId !== null) {
    const lead = await lockFor({ unit, actor }, leadId, 'complaint.handle')
    if (!lead.ok) return lead
    if (lead.value.leadId !== null || leadId === id || isEnd(lead.value.state) || (await listMembers(unit.tx, id)).length > 0) return conflict('not-now', words.notGroupable)
  }
  return moveTicket(unit, ticket, { role: roleOf(actor), account: actor.accountId }, {
    step: leadId === null ? 'ungroup' : 'group', to: ticket.state, shown: false, set: { lead_id: leadId }, data: { lead: leadId },
  })
}

import { type Problem, type Result, conflict, forbidden, invalid, notFound, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { MOST_WORDS } from './core/choices.ts'
import { lowerWords } from './core/plain-words.ts'
import { type Guidance, type GuidanceState, findGuidance, findLiveGuidance, insertGuidance, settleGuidance } from './guidance-store.ts'
import { complaintsId } from './messages.id.ts'
import { lockFor } from './office-steps.ts'
import { namedReporter } from './reporter.ts'
import type { Ticket } from './ticket.ts'

const t = complaintsId.guidance
const LEAST = 15

/** May this ticket's answer become guidance at all? The asker agreed, and there is an answer. */
export const mayBecomeGuidance = (ticket: Ticket): boolean => ticket.kind === 'consultation' && ticket.answeredAt !== null && ticket.mayPublish

/** Does a text still point at the one who asked: a long number, or a word of his name? */
function pointsAt(text: string, name: string): boolean {
  const words = new Set(lowerWords(text))
  return /\d[\d .-]{7,}\d/.test(text) || lowerWords(name).some((word) => word.length >= 4 && words.has(word))
}

/** Proposes an answered question as guidance, told anew. */
export async function proposeGuidance(tools: Tools, unit: Unit, actor: Actor, ticketId: string, one: { question: string; answer: string }): Promise<Result<Guidance>> {
  const locked = await lockFor({ unit, actor }, ticketId, 'guidance.propose')
  if (!locked.ok) return locked
  const ticket = locked.value
  if (!mayBecomeGuidance(ticket)) return conflict('not-agreed', ticket.mayPublish ? t.notConsult : t.notAgreed)
  if (await findLiveGuidance(unit.tx, ticketId)) return conflict('there-already', t.there)
  const name = (await namedReporter(unit.tx, tools.keys, ticket))?.name ?? ''
  const [question, answer] = [one.question.trim(), one.answer.trim()]
  const problems = [['question', question] as const, ['answer', answer] as const].flatMap(([field, text]): Problem[] => {
    if (text.length < LEAST) return [{ field, message: t.textNeeded }]
    if (text.length > MOST_WORDS) return [{ field, message: complaintsId.tooLong(MOST_WORDS) }]
    return pointsAt(text, name) ? [{ field, message: t.personal }] : []
  })
  if (problems.length > 0) return invalid(problems)
  const id = await insertGuidance(unit.tx, { officeId: ticket.officeId, ticketId, question, answer, proposedBy: actor.accountId }, unit.now)
  unit.record(ticket.officeId, { what: 'complaint.guidance-propose', kind: 'guidance', subject: id, actor: actor.accountId, role: roleOf(actor), to: 'proposed' })
  return found(unit, id)
}

async function found(unit: Unit, id: string): Promise<Result<Guidance>> {
  const one = await findGuidance(unit.tx, id)
  return one ? ok(one) : notFound('not-found', t.noSuch)
}

const TO: Record<'approve' | 'decline' | 'withdraw', { from: GuidanceState; to: GuidanceState }> = {
  approve: { from: 'proposed', to: 'published' }, decline: { from: 'proposed', to: 'declined' },
  withdraw: { from: 'published', to: 'withdrawn' },
}
export type GuidanceStep = keyof typeof TO

/** A second officer publishes, declines or later takes back an entry; nobody decides about his own. */
export async function reviewGuidance(unit: Unit, actor: Actor, id: string, step: GuidanceStep): Promise<Result<Guidance>> {
  const one = await findGuidance(unit.tx, id)
  if (!one || one.officeId !== actor.officeId) return notFound('not-found', t.noSuch)
  if (one.proposedBy === actor.accountId) return forbidden('own-entry', t.own)
  const { from, to } = TO[step]
  if (!await settleGuidance(unit.tx, id, from, to, actor.accountId, unit.now)) return conflict('not-now', t.notNow, { state: one.state })
  unit.record(one.officeId, { what: `complaint.guidance-${step}`, kind: 'guidance', subject: id, actor: actor.accountId, role: roleOf(actor), from, to })
  return found(unit, id)
}

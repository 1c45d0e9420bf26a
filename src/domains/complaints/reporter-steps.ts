import { type Result, conflict, invalid, ok } from '../../kernel/result.ts'
import { type Unit, transact } from '../../platform/db/unit.ts'
import type { Language } from '../../platform/http/context.ts'
import type { Tools } from '../../platform/tools.ts'
import { MOST_WORDS } from './core/choices.ts'
import { type ReporterStep, next } from './core/life.ts'
import { giveFiles } from './evidence.ts'
import { refusalWords } from './words.ts'
import { type By, moveTicket } from './move.ts'
import { linkOf, tellReporter } from './reporter.ts'
import { listSilentSince, lockTicket, updateTicket } from './ticket-store.ts'
import type { Ticket } from './ticket.ts'

/** What a reporter says on his ticket: more, that it is solved, or that it is not. */
export type ReporterAct = { step: ReporterStep; words?: string | undefined; score?: number | undefined; files?: readonly string[] | undefined; mayPublish?: boolean | undefined; lang?: Language }

/** Takes a step of the reporter, who has shown that the ticket is his. A good mark is not asked of one who says that it is not solved. */
export async function takeReporterStep(unit: Unit, ticketId: string, by: By, act: ReporterAct): Promise<Result<Ticket>> {
  const words = refusalWords(act.lang)
  const ticket = await lockTicket(unit.tx, ticketId)
  const to = ticket && next(act.step, ticket.state, ticket.deferredFrom)
  if (!ticket || to === undefined) return conflict('not-now', words.notNow, ticket && { state: ticket.state })
  const said = act.words?.replaceAll('\0', '').trim() ?? ''
  if (said.length > MOST_WORDS) return invalid([{ field: 'words', message: words.tooLong(MOST_WORDS) }])
  if (said === '' && act.step !== 'accept') return invalid([{ field: 'words', message: act.step === 'reopen' ? words.reopenNeeded : words.replyNeeded }])
  if (act.step === 'accept' && !(act.score && [1, 2, 3, 4].includes(act.score))) return invalid([{ field: 'score', message: words.scoreNeeded }])
  const given = await giveFiles(unit, ticketId, act.files ?? [], false, act.lang)
  if (!given.ok) return given
  const set = {
    accept: { outcome: 'solved', score: act.score ?? null, ...(act.mayPublish ? { may_publish: true } : {}) },
    reopen: { reopened_count: ticket.reopenedCount + 1, answered_at: null }, reply: { deferred_from: null },
  }[act.step]
  return moveTicket(unit, ticket, by, { step: act.step, to, words: said, set, ...(act.step === 'accept' ? { data: { score: act.score ?? 0 } } : {}) })
}

/** Adds evidence to a ticket that has not ended. */
export async function addEvidence(unit: Unit, ticketId: string, by: By, fileIds: readonly string[], lang?: Language): Promise<Result<Ticket>> {
  const ticket = await lockTicket(unit.tx, ticketId)
  if (!ticket || ticket.closedAt !== null) return conflict('not-now', refusalWords(lang).notNow)
  const given = await giveFiles(unit, ticketId, fileIds, false, lang)
  if (!given.ok) return given
  return moveTicket(unit, ticket, by, { step: 'evidence', to: ticket.state, data: { files: fileIds.length } })
}

/**
 * Ends the wait for a reporter who said nothing: an answered or forwarded ticket is closed by silence, which is counted apart from "solved"; one
 * that was asked for more is put away.
 * @returns whether it was ended now
 */
async function endWait(tools: Tools, unit: Unit, id: string): Promise<Result<boolean>> {
  const ticket = await lockTicket(unit.tx, id)
  if (!ticket?.replyBy || ticket.replyBy.getTime() > unit.now.epochMilliseconds) return ok(false)
  const to = next('lapse', ticket.state, null)
  if (to === undefined) return ok(false)
  const outcome = ticket.state === 'deferred' ? 'no-reply' : ticket.state === 'forwarded' ? 'forwarded' : 'silence'
  const done = await moveTicket(unit, ticket, { role: 'system' }, { step: 'lapse', to, set: { outcome }, data: { outcome } })
  if (!done.ok) return done
  await tellReporter(tools, unit, done.value, 'ticket-ended', { reference: ticket.reference, link: linkOf(tools, ticket.reference) })
  return ok(true)
}

/** Ends all waits that are over, each in a transaction of its own; several workers at once end none twice. @returns how many */
export async function endWaits(tools: Tools, officeId: string, limit: number): Promise<number> {
  let ended = 0
  for (const id of await listSilentSince(tools.db, officeId, tools.clock(), limit)) {
    const done = await transact(tools.db, tools.clock, (unit) => endWait(tools, unit, id))
    if (done.ok && done.value) ended += 1
  }
  return ended
}

/** The asker agrees, or no longer, that his question becomes guidance without his name. */
export async function setMayPublish(unit: Unit, ticketId: string, mayPublish: boolean): Promise<void> {
  await updateTicket(unit.tx, ticketId, { may_publish: mayPublish })
}

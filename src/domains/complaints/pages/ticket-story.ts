import { Temporal } from 'temporal-polyfill'
import { formatInstant } from '../../../kernel/wib.ts'
import { fromDb } from '../../../platform/db/unit.ts'
import type { Language } from '../../../platform/http/context.ts'
import type { Urgency } from '../../../ui/due-tag.tsx'
import type { TimelineItem } from '../../../ui/timeline.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { momentText } from '../../applications/index.ts'
import { type State, TURN, isEnd } from '../core/life.ts'
import type { Entry } from '../entry-store.ts'
import type { Ticket } from '../ticket.ts'
import { citizenWords } from '../words.ts'

export const TONE: Record<State, Tone> = {
  received: 'info', verified: 'info', deferred: 'warning', forwarded: 'warning', assigned: 'info', handling: 'info', answered: 'success',
  reopened: 'warning', closed: 'success', archived: 'neutral',
}

export type Told = { lang: Language; now: Temporal.Instant }

/** Who has a ticket now, as its reporter reads it: a role, never a name. `holderRole` is the role of the officer who has it. */
export function holderText(ticket: Ticket, holderRole: string | undefined, lang: Language): string | undefined {
  if (isEnd(ticket.state)) return undefined
  const { ticket: t, roles } = citizenWords(lang)
  const { owner } = TURN[ticket.state]
  if (owner === 'reporter') return t.you
  if (owner === 'desk') return ticket.openTo === null ? t.desk : t.leadership
  if (owner === 'leadership' || holderRole === undefined) return t.leadership
  return t.officer(roles[holderRole] ?? t.leadership)
}

export type Due = { urgency: Urgency; due: string; explanation: string }

/** What is owed next, by whom and until when; undefined for an ended ticket. */
export function dueOf(ticket: Ticket, { lang, now }: Told): Due | undefined {
  const { ticket: t } = citizenWords(lang)
  const say = (moment: Date) => momentText(fromDb(moment), lang, now)
  if (ticket.replyBy) return { urgency: 'paused', due: t.waitUntil(say(ticket.replyBy)), explanation: t.waitMore[ticket.state] ?? '' }
  if (!ticket.owedAt) return undefined
  const isLate = Temporal.Instant.compare(now, fromDb(ticket.owedAt)) > 0
  if (isLate) return { urgency: 'late', due: t.late(say(ticket.owedAt)), explanation: t.lateMore }
  return { urgency: 'calm', due: t.due(say(ticket.owedAt)), explanation: t.counted }
}

/** What still comes after what has happened; the first of it is what happens now. */
const AHEAD: Partial<Record<State, string[]>> = {
  received: ['verify', 'assign', 'answer', 'judge'], verified: ['assign', 'answer', 'judge'], assigned: ['answer', 'judge'],
  handling: ['answer', 'judge'], answered: ['judge'], forwarded: ['judge'],
  reopened: ['assign', 'answer', 'judge'],
}

/** The way of a ticket for its reporter: steps he may know of, with the words meant for him. */
export function timelineOf(ticket: Ticket, entries: readonly Entry[], { lang, now }: Told): TimelineItem[] {
  const { steps, upcoming, roles } = citizenWords(lang)
  const done = entries.flatMap((entry): TimelineItem[] => {
    const title = steps[entry.step]
    const isNote = entry.step === 'follow-up' && !entry.shown
    if (title === undefined || isNote) return []
    const at = fromDb(entry.at)
    return [{
      state: 'done', title, when: momentText(at, lang, now), at: formatInstant(at), by: roles[entry.byRole],
      ...(entry.shown && entry.words !== '' ? { note: entry.words } : {}),
    }]
  })
  if (ticket.state === 'deferred') return done.map((item, at) => (at === done.length - 1 ? { ...item, state: 'now' } : item))
  return [...done, ...(AHEAD[ticket.state] ?? []).map((step, at): TimelineItem => ({ state: at === 0 ? 'now' : 'next', title: upcoming[step] ?? step }))]
}

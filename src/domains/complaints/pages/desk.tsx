import { Temporal } from 'temporal-polyfill'
import type { ComponentChildren } from 'preact'
import { formatInstant, shortMoment, wibDate } from '../../../kernel/wib.ts'
import { type Actor, POLICY } from '../../../kernel/rights.ts'
import type { Form } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { fromDb } from '../../../platform/db/unit.ts'
import { Desk } from '../../../ui/desk.tsx'
import { DueTag, type Urgency } from '../../../ui/due-tag.tsx'
import { complaintsId } from '../messages.id.ts'
import type { Ticket } from '../ticket.ts'
import { DESK, DESK_GUIDANCE } from './paths.ts'

const t = complaintsId

export const EMPTY: Form = { values: {}, problems: [] }

const TABS = { list: DESK, figures: `${DESK}/angka`, lapor: `${DESK}/lapor`, guidance: DESK_GUIDANCE } as const
type Tab = keyof typeof TABS

const holds = (actor: Actor, right: keyof typeof POLICY): boolean => actor.roles.some(({ role }) => role in POLICY[right])
const mayOpen: Record<Tab, (actor: Actor) => boolean> = {
  list: () => true, figures: () => true, lapor: (actor) => holds(actor, 'complaint.exchange'), guidance: (actor) => holds(actor, 'guidance.review'),
}

/** A page of the complaints desk, with the ways to its neighbours that this officer may open. */
export function deskScreen({ actor, tab, title, lead, side, form = EMPTY, notice, back, children }: {
  actor: Actor; tab: Tab; title: string; lead?: string; side?: ComponentChildren; form?: Form; notice?: string | undefined; back?: Screen['back']; children: ComponentChildren
}): Screen {
  const names: Record<Tab, string> = { list: t.queue.list, figures: t.queue.figures, lapor: t.queue.lapor, guidance: t.queue.guidance }
  return {
    title, variant: 'officer', wrong: form.problems.length > 0, ...(notice ? { notice } : {}), ...(back ? { back } : {}),
    body: (
      <Desk problems={form.problems} title={title} lead={lead} side={side}
        tabs={back ? undefined : { label: t.queue.tabs, items: (Object.keys(TABS) as Tab[]).filter((one) => mayOpen[one](actor)).map((one) => ({ href: TABS[one], text: names[one], current: one === tab })) }}>
        {children}
      </Desk>
    ),
  }
}

function wordsOf(due: Temporal.Instant, now: Temporal.Instant): { urgency: Urgency; text: string } {
  const days = wibDate(now).until(wibDate(due)).days
  if (Temporal.Instant.compare(due, now) < 0) return { urgency: 'late', text: t.due.late(-days) }
  const time = shortMoment(due).split(', ')[1] ?? ''
  if (days === 0) return { urgency: 'soon', text: t.due.today(time) }
  return days === 1 ? { urgency: 'soon', text: t.due.tomorrow(time) } : { urgency: 'calm', text: t.due.on(shortMoment(due)) }
}

/** What is owed next of a ticket, as a tag. */
export function TicketDue({ ticket, now }: { ticket: Ticket; now: Temporal.Instant }) {
  if (ticket.replyBy) return <DueTag urgency="paused" text={t.due.paused} at={formatInstant(fromDb(ticket.replyBy))} />
  if (!ticket.owedAt) return <DueTag urgency="done" text={ticket.outcome ? t.outcomes[ticket.outcome] : t.due.none} />
  const owed = fromDb(ticket.owedAt)
  return <DueTag {...wordsOf(owed, now)} at={formatInstant(owed)} />
}

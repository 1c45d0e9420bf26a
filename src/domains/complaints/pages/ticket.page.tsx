import { z } from 'zod'
import { type Refusal, type Result, invalid, ok } from '../../../kernel/result.ts'
import { may } from '../../../kernel/rights.ts'
import type { Allowed, UnitAsk } from '../../../platform/http/context.ts'
import { type Form, type Sent, download, page } from '../../../platform/http/page.ts'
import { typedIn } from '../../../platform/http/form.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { SplitView } from '../../../ui/split-view.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { citizenId } from '../citizen-words.id.ts'
import { ARCHIVE_REASONS, CATEGORIES, KINDS } from '../core/choices.ts'
import { OFFICE_STEPS, type OfficeStep } from '../core/life.ts'
import { CLASSES } from '../core/limits.ts'
import { fileResponse, keepEvidence } from '../evidence.ts'
import { proposeGuidance } from '../guidance.ts'
import { askOpening } from '../identity.ts'
import { complaintsId } from '../messages.id.ts'
import { type OfficeAct, extendTerm, groupWith, takeOfficeStep } from '../office-steps.ts'
import { findTicket } from '../ticket-store.ts'
import { resourceOf } from '../ticket.ts'
import { TicketDue, deskScreen } from './desk.tsx'
import { DESK } from './paths.ts'
import { TicketActs } from './ticket-acts.tsx'
import { TicketFacts } from './ticket-facts.tsx'
import { SealedIdentity } from './ticket-identity.tsx'
import { type TicketModel, readTicketModel } from './ticket-model.ts'
import { TONE } from './ticket-story.ts'

/** What the right to a ticket depends on. */
export async function ticketAccess({ unit, params }: UnitAsk) {
  const ticket = await findTicket(unit.tx, params['id'] ?? '')
  return ticket && resourceOf(ticket)
}

function Propose({ model: { ticket, entries, mayPropose }, form }: { model: TicketModel; form: Form }) {
  const t = complaintsId.guidance
  if (!mayPropose) return null
  const answer = entries.findLast((one) => one.step === 'answer')?.words
  return (
    <Card title={t.propose}>
      <p class="soft">{t.proposeLead}</p>
      <form method="post" action={`${DESK}/${ticket.id}`} class="stack" noValidate>
        <TextArea name="guidance-question" label={t.question} rows={3} maxLength={1000} value={typedIn(form, 'guidance-question') ?? ticket.words} error={problemOf(form.problems, 'guidance-question')} />
        <TextArea name="guidance-answer" label={t.answer} rows={6} maxLength={5000} value={typedIn(form, 'guidance-answer') ?? answer} error={problemOf(form.problems, 'guidance-answer')} />
        <div><Button name="act" value="guidance" look="secondary">{t.button}</Button></div>
      </form>
    </Card>
  )
}

const fields = z.looseObject({ act: z.enum([...OFFICE_STEPS, 'extend', 'group', 'ungroup', 'identity', 'guidance']), 'answer-file': z.instanceof(File).optional() })
type Fields = z.output<typeof fields>

const textOf = (typed: Fields, name: string): string | undefined => {
  const value = typed[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Problems point at the field of the form that was sent: several forms ask for the same. */
function pointing(result: Result<unknown>, prefix: string): Result<undefined> {
  if (result.ok) return ok(undefined)
  const refusal: Refusal = result.error
  if (refusal.kind !== 'invalid') return { ok: false, error: refusal }
  return invalid(refusal.problems.map((one) => ({ ...one, field: `${prefix}-${one.field === 'files' ? 'file' : one.field}` })))
}

function officeAct(typed: Fields, step: OfficeStep): OfficeAct {
  const at = (name: string) => textOf(typed, `${step}-${name}`)
  const named = at('named')
  return {
    step, words: at('words'), kind: KINDS.find((one) => one === at('kind')), class: CLASSES.find((one) => one === at('class')), category: CATEGORIES.find((one) => one === at('category')),
    named: named === undefined ? undefined : [named], assignTo: at('assignTo'), cooperative: at('cooperative'), reason: ARCHIVE_REASONS.find((one) => one === at('reason')), shown: at('shown') === 'yes',
  }
}

async function takeStep({ unit, tools, actor }: Allowed, id: string, typed: Fields, step: OfficeStep): Promise<Result<undefined>> {
  const upload = step === 'answer' ? typed['answer-file'] : undefined
  const kept = upload && await keepEvidence(tools, unit, actor.officeId, upload, 'file')
  if (kept && !kept.ok) return pointing(kept, step)
  return pointing(await takeOfficeStep(tools, unit, actor, id, { ...officeAct(typed, step), files: kept ? [kept.value.id] : [] }), step)
}

async function act(ask: Allowed, typed: Fields): Promise<Result<undefined>> {
  const { unit, tools, actor, params } = ask
  const id = params['id'] ?? ''
  switch (typed.act) {
    case 'extend': return pointing(await extendTerm(tools, unit, actor, id, textOf(typed, 'extend-words') ?? ''), 'extend')
    case 'group': return pointing(await groupWith(unit, actor, id, textOf(typed, 'lead') ?? ''), 'group')
    case 'ungroup': return pointing(await groupWith(unit, actor, id, null), 'group')
    case 'identity': return pointing(await askOpening(unit, actor, id, textOf(typed, 'identity-reason') ?? ''), 'identity')
    case 'guidance': return pointing(await proposeGuidance(tools, unit, actor, id, { question: textOf(typed, 'guidance-question') ?? '', answer: textOf(typed, 'guidance-answer') ?? '' }), 'guidance')
    default: return takeStep(ask, id, typed, typed.act)
  }
}

/** One ticket with all that may be done with it. To the one it is about there is no such page. */
export const ticketPage = page({
  path: `${DESK}/:id`,
  right: 'complaint.read',
  access: ticketAccess,
  fields,
  read: readTicketModel,
  view(model, { actor, query }, form) {
    const { ticket, now } = model
    return deskScreen({
      actor, tab: 'list', title: `${citizenId.kinds[ticket.kind].name} ${ticket.reference}`, form, back: { href: DESK, text: complaintsId.queue.title },
      ...(query['selesai'] === undefined ? {} : { notice: citizenId.ticket.sent }),
      side: <><StatusTag tone={TONE[ticket.state]} text={citizenId.states[ticket.state]} /><TicketDue ticket={ticket} now={now} />{ticket.reopenedCount > 0 && <StatusTag tone="warning" text={complaintsId.ticket.reopened(ticket.reopenedCount)} />}</>,
      children: (
        <SplitView secondLabel={complaintsId.ticket.acts} first={<TicketFacts model={model} />}
          second={<><TicketActs model={model} form={form} /><SealedIdentity model={model} actor={actor} form={form} /><Propose model={model} form={form} /></>} />
      ),
    })
  },
  async send(ask, typed): Promise<Result<Sent>> {
    const done = await act(ask, typed)
    if (!done.ok) return done
    // Whoever hands a confidential ticket on may no longer see it.
    const ticket = await findTicket(ask.unit.tx, ask.params['id'] ?? '')
    const stays = ticket && may(ask.actor, 'complaint.read', resourceOf(ticket), ask.unit.now.epochMilliseconds).ok
    return ok({ goTo: stays ? `${DESK}/${ticket.id}?selesai` : DESK })
  },
})

/** A file of a ticket for those who work on it. */
export const ticketFile = download({
  path: `${DESK}/:id/berkas/:file`,
  right: 'complaint.handle',
  access: ticketAccess,
  read: ({ unit, tools, params }) => fileResponse(tools, unit, params['id'] ?? '', params['file'] ?? ''),
})

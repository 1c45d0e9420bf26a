import { shortMoment } from '../../../kernel/wib.ts'
import { type Actor, POLICY } from '../../../kernel/rights.ts'
import { typedIn } from '../../../platform/http/form.ts'
import type { Form } from '../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { complaintsId } from '../messages.id.ts'
import { DESK } from './paths.ts'
import type { TicketModel } from './ticket-model.ts'

const t = complaintsId.identity

/** A sealed identity: who may ask asks with a reason, another decides, and both may look for a while. */
export function SealedIdentity({ model: { ticket, opening, openUntil, staff }, actor, form }: { model: TicketModel; actor: Actor; form: Form }) {
  const holds = (right: 'complaint.ask-identity' | 'complaint.open-identity') => actor.roles.some(({ role }) => role in POLICY[right])
  if (ticket.identity !== 'sealed' || !holds('complaint.ask-identity')) return null
  const path = `${DESK}/${ticket.id}/identitas`
  const waits = opening !== undefined && opening.decidedAt === null
  const isOneOfTwo = opening?.askedBy === actor.accountId || opening?.decidedBy === actor.accountId
  return (
    <Card title={t.title}>
      <p class="soft">{t.lead}</p>
      {waits && <><p>{t.waiting(staff.find((one) => one.id === opening.askedBy)?.name ?? '')}</p><blockquote>{opening.reason}</blockquote></>}
      {waits && opening.askedBy !== actor.accountId && holds('complaint.open-identity') && (
        <div class="row"><ButtonLink href={`${path}/putusan`}>{t.decide}</ButtonLink></div>
      )}
      {openUntil && isOneOfTwo && <><p>{t.until(shortMoment(openUntil))}</p><div class="row"><ButtonLink href={path} look="secondary" icon="lock">{t.open}</ButtonLink></div></>}
      {!waits && !openUntil && (
        <form method="post" action={`${DESK}/${ticket.id}`} class="stack" noValidate>
          {opening?.approved === false && <p>{t.refused}</p>}
          <TextArea name="identity-reason" label={t.reason} rows={3} maxLength={1000} value={typedIn(form, 'identity-reason')} error={problemOf(form.problems, 'identity-reason')} />
          <div><Button name="act" value="identity" look="secondary">{t.ask}</Button></div>
        </form>
      )}
    </Card>
  )
}

import { z } from 'zod'
import { ok } from '../../../kernel/result.ts'
import { shortMoment } from '../../../kernel/wib.ts'
import { page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { formatPhone } from '../../registry/index.ts'
import { decideOpening, findOpening, lookAtIdentity } from '../identity.ts'
import { complaintsId } from '../messages.id.ts'
import { listOfficers } from '../staff-store.ts'
import { findTicket } from '../ticket-store.ts'
import { deskScreen } from './desk.tsx'
import { DESK } from './paths.ts'
import { ticketAccess } from './ticket.page.tsx'

const t = complaintsId.identity
const PATH = `${DESK}/:id/identitas`

/** An opened identity, for the two who opened it. Each look is recorded and read by the reporter. */
export const identityPage = page({
  path: PATH,
  right: 'complaint.ask-identity',
  access: ticketAccess,
  async read({ tools, unit, actor, params }) {
    const looked = await lookAtIdentity(tools, unit, actor, params['id'] ?? '')
    return looked.ok ? looked.value : undefined
  },
  view: ({ ticket, reporter, until }, { actor }) => deskScreen({
    actor, tab: 'list', title: t.page, back: { href: `${DESK}/${ticket.id}`, text: ticket.reference },
    children: (
      <Card title={t.page}>
        <Summary rows={[{ label: complaintsId.ticket.name, value: reporter.name }, { label: complaintsId.ticket.phone, value: reporter.phone ? formatPhone(reporter.phone) : '-' }]} />
        <p class="soft">{t.until(shortMoment(until))}</p>
      </Card>
    ),
  }),
})

/** Whether a sealed identity is opened, a second officer decides with his second factor. */
export const identityDecisionPage = page({
  path: `${PATH}/putusan`,
  right: 'complaint.open-identity',
  access: ticketAccess,
  fields: z.object({ act: z.enum(['approve', 'refuse']) }),
  async read({ unit, params }) {
    const ticket = await findTicket(unit.tx, params['id'] ?? '')
    const opening = ticket && await findOpening(unit.tx, ticket.id)
    if (!ticket || !opening || opening.decidedAt !== null) return undefined
    return { ticket, opening, asker: (await listOfficers(unit, ticket.officeId)).find((one) => one.id === opening.askedBy)?.name ?? '' }
  },
  view: ({ ticket, opening, asker }, { actor }) => deskScreen({
    actor, tab: 'list', title: t.title, lead: t.lead, back: { href: `${DESK}/${ticket.id}`, text: ticket.reference },
    children: (
      <Card title={t.waiting(asker)}>
        <p>{opening.reason}</p>
        <form method="post" class="row" noValidate><Button name="act" value="approve">{t.approve}</Button><Button name="act" value="refuse" look="secondary">{t.refuse}</Button></form>
      </Card>
    ),
  }),
  async send({ unit, actor, params }, { act }) {
    const id = params['id'] ?? ''
    const done = await decideOpening(unit, actor, id, act === 'approve')
    return done.ok ? ok({ goTo: `${DESK}/${id}?selesai` }) : done
  },
})

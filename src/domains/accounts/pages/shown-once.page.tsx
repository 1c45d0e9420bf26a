import type { Allowed } from '../../../platform/http/context.ts'
import { type Sent, page } from '../../../platform/http/page.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Panel, Reference } from '../../../ui/panel.tsx'
import { officersId } from '../messages-officers.id.ts'
import { COOKIES } from '../session-open.ts'
import { TICKET_LASTS_S, closeTicket, findTicket, openTicket } from '../ticket-store.ts'

const t = officersId.admin

/** Leads to a page that shows a temporary password the first time it is opened, to this administrator only. */
export async function showOnce({ unit, tools, actor }: Allowed, accountId: string, password: string): Promise<Sent> {
  const token = await openTicket(unit.tx, tools.keys, unit.now, 'show-once', { stage: accountId, accountId: actor.accountId, payload: { password } })
  return { goTo: `/admin/akun/${accountId}/sandi`, cookies: [{ name: COOKIES.ticket, value: token, maxAgeS: TICKET_LASTS_S }] }
}

async function read({ unit, tools, actor, cookies, params }: Allowed) {
  const token = cookies[COOKIES.ticket] ?? ''
  const ticket = await findTicket(unit.tx, tools.keys, unit.now, 'show-once', token)
  const accountId = params['id'] ?? ''
  if (ticket?.accountId !== actor.accountId || ticket.stage !== accountId) return { accountId, password: undefined }
  await closeTicket(unit.tx, tools.keys, token)
  return { accountId, password: ticket.payload.password }
}

export const shownOncePage = page({
  path: '/admin/akun/:id/sandi',
  right: 'account.manage',
  read,
  view: ({ accountId, password }) => ({
    title: t.shownTitle, variant: 'officer',
    body: (
      <>
        <Panel tone={password ? 'success' : 'warning'} title={t.shownTitle}>
          <p>{password ? t.shownLead : t.shownGone}</p>
          {password && <Reference label={t.shownTitle} value={password} />}
        </Panel>
        <ButtonLink href={`/admin/akun/${accountId}`} look="secondary">{t.back}</ButtonLink>
      </>
    ),
  }),
})

import { z } from 'zod'
import { invalid, ok } from '../../../kernel/result.ts'
import { roleOf } from '../../../platform/db/unit.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { getAccount, setTotpSecret } from '../account-store.ts'
import { officersId } from '../messages-officers.id.ts'
import { COOKIES, gone } from '../session-open.ts'
import { endOtherSessions } from '../session-store.ts'
import { commit } from '../sign-in.ts'
import { countTry } from '../throttle-store.ts'
import { TICKET_LASTS_S, closeTicket, findTicket, openTicket } from '../ticket-store.ts'
import { matchingStep, newTotpSecret, secretBytes } from '../totp.ts'
import { Enrolment, enrolmentPicture } from './enrolment.tsx'

const t = officersId.totp

async function findEnrolment({ unit, tools, cookies, actor }: Allowed) {
  const ticket = await findTicket(unit.tx, tools.keys, unit.now, 'enrol', cookies[COOKIES.ticket])
  return ticket?.accountId === actor.accountId ? ticket.payload : undefined
}

/** The present authenticator was asked for just before (the right needs it); the old one holds until the new one has proved itself. */
export const changeAuthenticatorPage = page({
  path: '/akun/autentikator',
  right: 'account.second-factor',
  fields: z.object({ code: z.string().optional() }),
  async read(ask) {
    const held = await findEnrolment(ask)
    if (!held) return {}
    const { login } = await getAccount(ask.unit.tx, ask.actor.accountId)
    return { shown: { secret: held.secret, picture: await enrolmentPicture(login ?? '', held.secret) } }
  },
  async sendApart(ask, { code }) {
    const { actor, tools } = ask
    const token = ask.cookies[COOKIES.ticket] ?? ''
    const held = await commit(ask, (unit) => findEnrolment({ ...ask, unit }))
    if (!held || code === undefined) {
      const opened = await commit(ask, (unit) => openTicket(unit.tx, tools.keys, unit.now, 'enrol', {
        stage: 'confirm', accountId: actor.accountId, payload: { secret: newTotpSecret() },
      }))
      return ok({ goTo: '/akun/autentikator', cookies: [{ name: COOKIES.ticket, value: opened, maxAgeS: TICKET_LASTS_S }] })
    }
    const limit = await countTry(tools, 'totp-of-account', actor.accountId)
    if (!limit.allowed) return invalid([{ field: 'code', message: officersId.signIn.tooManyCodes(limit.retryAt) }])
    const secret = secretBytes(held.secret)
    const step = matchingStep(secret, tools.clock().epochMilliseconds, undefined, code)
    if (step === undefined) return invalid([{ field: 'code', message: t.wrong }])
    await commit(ask, async (unit) => {
      await setTotpSecret(unit.tx, tools.keys, actor.accountId, secret, step)
      await closeTicket(unit.tx, tools.keys, token)
      await endOtherSessions(unit.tx, actor.accountId, unit.now, actor.sessionId)
      unit.record(actor.officeId, { what: 'account.authenticator-set', kind: 'account', subject: actor.accountId, actor: actor.accountId, role: roleOf(actor) })
    })
    return ok({ goTo: '/akun?selesai=autentikator', cookies: [gone(COOKIES.ticket)] })
  },
  view: ({ shown }, _ask, { problems }) => ({
    title: t.changeTitle, variant: 'officer', wrong: problems.length > 0, back: { href: '/akun', text: officersId.self.title },
    body: shown ? <Enrolment {...shown} title={t.changeTitle} action="/akun/autentikator" problems={problems} /> : (
      <>
        <PageHeading title={t.changeTitle} lead={t.beginLead} />
        <form method="post" action="/akun/autentikator"><Button>{t.begin}</Button></form>
      </>
    ),
  }),
})

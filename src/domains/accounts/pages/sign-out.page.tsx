import { ok } from '../../../kernel/result.ts'
import { page } from '../../../platform/http/page.ts'
import { roleOf } from '../../../platform/db/unit.ts'
import { Button } from '../../../ui/button.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { COOKIES, gone } from '../session-open.ts'
import { endSessionOf } from '../session-store.ts'

/** Ends the session in the database too, so that a copied cookie is worth nothing. */
export const signOutPage = page({
  path: '/keluar',
  right: 'public',
  read: async () => ({}),
  async send({ unit, tools, cookies, actor }) {
    await endSessionOf(unit.tx, tools.keys, unit.now, cookies[COOKIES.session])
    if (actor) unit.record(actor.officeId, { what: 'account.sign-out', kind: 'account', subject: actor.accountId, actor: actor.accountId, role: roleOf(actor) })
    return ok({ goTo: '/', cookies: [gone(COOKIES.session)] })
  },
  view: () => ({
    title: 'Keluar', variant: 'applicant',
    body: <><PageHeading title="Keluar dari akun ini?" /><form method="post" action="/keluar"><Button>Keluar</Button></form></>,
  }),
})

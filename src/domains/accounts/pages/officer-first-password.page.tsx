import { z } from 'zod'
import { page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { officersId } from '../messages-officers.id.ts'
import { readOfficerTicket, setFirstPassword } from '../officer-sign-in.ts'
import { beginAgain } from './begin-again.tsx'
import { NewPasswordFields } from './new-password-fields.tsx'

const t = officersId.password

export const officerFirstPasswordPage = page({
  path: '/masuk/petugas/sandi',
  right: 'public',
  fields: z.object({ password: z.string().default(''), repeated: z.string().default('') }),
  read: async (ask) => ({ asked: await readOfficerTicket(ask.unit, ask, 'password') !== undefined }),
  sendApart: (ask, { password, repeated }) => setFirstPassword(ask, password, repeated),
  view: ({ asked }, { lang }, { problems }) => (asked ? {
    title: t.firstTitle, variant: 'applicant', wrong: problems.length > 0,
    body: (
      <>
        <ErrorSummary problems={problems} />
        <PageHeading title={t.firstTitle} lead={t.firstLead} />
        <form method="post" action="/masuk/petugas/sandi" noValidate class="stack">
          <NewPasswordFields problems={problems} />
          <Button>{t.save}</Button>
        </form>
      </>
    ),
  } : beginAgain(lang, '/masuk/petugas')),
})

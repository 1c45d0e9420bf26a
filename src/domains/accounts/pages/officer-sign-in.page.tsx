import { z } from 'zod'
import { page } from '../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { localPath } from '../../../kernel/local-path.ts'
import { officersId } from '../messages-officers.id.ts'
import { startOfficerSignIn } from '../officer-sign-in.ts'
import { typed } from './typed.ts'

const t = officersId.signIn

export const officerSignInPage = page({
  path: '/masuk/petugas',
  right: 'public',
  fields: z.object({ login: z.string().default(''), password: z.string().default(''), kembali: z.string().optional() }),
  read: async () => ({}),
  sendApart: (ask, { login, password, kembali }) => startOfficerSignIn(ask, login, password, kembali),
  view(_model, { query }, { values, problems }) {
    const back = localPath(typed(values, 'kembali') ?? query['kembali'], '')
    return {
      title: t.title, variant: 'applicant', wrong: problems.length > 0,
      body: (
        <>
          <ErrorSummary problems={problems} />
          <PageHeading title={t.title} lead={t.lead} />
          <form method="post" action="/masuk/petugas" noValidate class="stack">
            {back && <input type="hidden" name="kembali" value={back} />}
            <TextField name="login" label={t.login} autoComplete="username" maxLength={40} value={typed(values, 'login')} error={problemOf(problems, 'login')} />
            <TextField name="password" type="password" label={t.password} autoComplete="current-password" />
            <div class="row">
              <Button>{t.next}</Button>
              <ButtonLink href="/masuk" look="link">{t.citizens}</ButtonLink>
            </div>
          </form>
        </>
      ),
    }
  },
})

import { z } from 'zod'
import { page } from '../../../platform/http/page.ts'
import { confirmOfficerCode, readOfficerTicket } from '../officer-sign-in.ts'
import { officersId } from '../messages-officers.id.ts'
import { AuthenticatorForm } from './authenticator-form.tsx'
import { beginAgain } from './begin-again.tsx'

const t = officersId.signIn

export const officerCodePage = page({
  path: '/masuk/petugas/kode',
  right: 'public',
  fields: z.object({ code: z.string().default('') }),
  read: async (ask) => ({ asked: await readOfficerTicket(ask.unit, ask, 'totp') !== undefined }),
  sendApart: (ask, { code }) => confirmOfficerCode(ask, code),
  view: ({ asked }, { lang, tools }, { problems }) => (asked ? {
    title: t.codeTitle, variant: 'applicant', wrong: problems.length > 0,
    body: <AuthenticatorForm action="/masuk/petugas/kode" problems={problems} demo={tools.config.demo} heading />,
  } : beginAgain(lang, '/masuk/petugas')),
})

import { z } from 'zod'
import type { UnitAsk } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import { getAccount } from '../account-store.ts'
import { officersId } from '../messages-officers.id.ts'
import { confirmFirstAuthenticator, readOfficerTicket } from '../officer-sign-in.ts'
import { beginAgain } from './begin-again.tsx'
import { Enrolment, enrolmentPicture } from './enrolment.tsx'

const t = officersId.totp

async function read(ask: UnitAsk) {
  const at = await readOfficerTicket(ask.unit, ask, 'enrol')
  if (!at?.payload.secret) return {}
  const { login } = await getAccount(ask.unit.tx, at.accountId)
  return { shown: { secret: at.payload.secret, picture: await enrolmentPicture(login ?? '', at.payload.secret) } }
}

export const officerFirstAuthenticatorPage = page({
  path: '/masuk/petugas/autentikator',
  right: 'public',
  fields: z.object({ code: z.string().default('') }),
  read,
  sendApart: (ask, { code }) => confirmFirstAuthenticator(ask, code),
  view: ({ shown }, { lang }, { problems }) => (shown ? {
    title: t.firstTitle, variant: 'applicant', wrong: problems.length > 0,
    body: <Enrolment {...shown} title={t.firstTitle} action="/masuk/petugas/autentikator" problems={problems} />,
  } : beginAgain(lang, '/masuk/petugas')),
})

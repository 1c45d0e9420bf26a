import { z } from 'zod'
import { page } from '../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { CodeField } from '../../../ui/fields/code-field.tsx'
import { findPersonCard, maskPhone } from '../../registry/index.ts'
import { confirmConsent } from '../help.ts'
import { officersId } from '../messages-officers.id.ts'
import { personAccess } from './person-access.ts'

const t = officersId.help

export const helpCodePage = page({
  path: '/petugas/bantu/:personId/kode',
  right: 'citizen.help',
  access: personAccess,
  fields: z.object({ code: z.string().default('') }),
  read: ({ unit, params }) => findPersonCard(unit.tx, params['personId'] ?? ''),
  sendApart: (ask, { code }) => confirmConsent(ask, ask.params['personId'] ?? '', code),
  view: (person, _ask, { problems }) => ({
    title: t.codeTitle, variant: 'officer', wrong: problems.length > 0, back: { href: '/petugas/bantu', text: t.title },
    body: (
      <>
        <ErrorSummary problems={problems} />
        <form method="post" noValidate class="stack">
          <CodeField name="code" label={t.code} heading hint={t.codeHint(maskPhone(person.phone ?? ''))} error={problemOf(problems, 'code')} />
          <div class="row">
            <Button>{t.record}</Button>
            <ButtonLink href={`/petugas/bantu/${person.id}`} look="link">{t.withoutCode}</ButtonLink>
          </div>
        </form>
      </>
    ),
  }),
})

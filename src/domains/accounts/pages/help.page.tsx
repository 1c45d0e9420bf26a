import { z } from 'zod'
import { page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { findCitizen } from '../help.ts'
import { officersId } from '../messages-officers.id.ts'
import { typed } from './typed.ts'

const t = officersId.help

export const helpPage = page({
  path: '/petugas/bantu',
  right: 'citizen.help',
  fields: z.object({ nationalId: z.string().default('') }),
  read: async () => ({}),
  sendApart: (ask, { nationalId }) => findCitizen(ask, nationalId),
  view: (_model, _ask, { values, problems }) => ({
    title: t.title, variant: 'officer', wrong: problems.length > 0,
    body: (
      <>
        <ErrorSummary problems={problems} />
        <PageHeading title={t.title} lead={t.lead} />
        <form method="post" action="/petugas/bantu" noValidate class="stack">
          <TextField name="nationalId" label={t.nationalId} inputMode="numeric" autoComplete="off" width={16} maxLength={24}
            value={typed(values, 'nationalId')} error={problemOf(problems, 'nationalId')} />
          <Button>{t.find}</Button>
        </form>
      </>
    ),
  }),
})

import { z } from 'zod'
import { ok } from '../../../kernel/result.ts'
import { wibDate } from '../../../kernel/wib.ts'
import { page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { listDivisions } from '../../office/index.ts'
import { officersId } from '../messages-officers.id.ts'
import { createOfficer } from '../officer-accounts.ts'
import { RoleFields, roleFields, roleInputOf } from './role-fields.tsx'
import { showOnce } from './shown-once.page.tsx'
import { typed } from './typed.ts'

const t = officersId.admin

export const adminAccountNewPage = page({
  path: '/admin/akun/baru',
  right: 'account.manage',
  fields: z.object({ login: z.string().max(60).default(''), name: z.string({ message: t.nameNeeded }).trim().min(2, t.nameNeeded).max(120, t.nameNeeded), ...roleFields }),
  read: async ({ unit, actor }) => ({ today: wibDate(unit.now), divisions: await listDivisions(unit.tx, actor.officeId, wibDate(unit.now)) }),
  async send(ask, { login, name, ...fields }, { today }) {
    const role = roleInputOf(fields, today)
    if (!role.ok) return role
    const made = await createOfficer(ask.unit, ask.tools.keys, ask.actor, { officeId: ask.actor.officeId, login, name, role: role.value })
    return made.ok ? ok(await showOnce(ask, made.value.id, made.value.password)) : made
  },
  view: ({ today, divisions }, _ask, { values, problems }) => ({
    title: t.createTitle, variant: 'officer', wrong: problems.length > 0, back: { href: '/admin/akun', text: t.title },
    body: (
      <>
        <ErrorSummary problems={problems} />
        <PageHeading title={t.createTitle} lead={t.createLead} />
        <form method="post" action="/admin/akun/baru" noValidate class="stack">
          <TextField name="login" label={t.login} hint={t.loginHint} width={16} maxLength={40} autoComplete="off" value={typed(values, 'login')} error={problemOf(problems, 'login')} />
          <TextField name="name" label={t.name} maxLength={120} autoComplete="off" value={typed(values, 'name')} error={problemOf(problems, 'name')} />
          <RoleFields values={values} problems={problems} divisions={divisions} today={today} />
          <Button>{t.create}</Button>
        </form>
      </>
    ),
  }),
})

import { z } from 'zod'
import { invalid, ok } from '../../../kernel/result.ts'
import { roleOf } from '../../../platform/db/unit.ts'
import { page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { findOfficerForSignIn, getAccount, setPassword } from '../account-store.ts'
import { officersId } from '../messages-officers.id.ts'
import { judgeNewPassword } from '../officer-sign-in.ts'
import { checkPassword, hashPassword } from '../passwords.ts'
import { endOtherSessions } from '../session-store.ts'
import { commit } from '../sign-in.ts'
import { countTry, forgiveTries } from '../throttle-store.ts'
import { NewPasswordFields } from './new-password-fields.tsx'

const t = officersId.password

export const changePasswordPage = page({
  path: '/akun/sandi',
  right: 'account.second-factor',
  fields: z.object({ current: z.string().default(''), password: z.string().default(''), repeated: z.string().default('') }),
  read: async () => ({}),
  async sendApart(ask, { current, password, repeated }) {
    const { actor, tools } = ask
    const { login } = await commit(ask, (unit) => getAccount(unit.tx, actor.accountId))
    const name = login ?? ''
    const limit = await countTry(tools, 'password-of-account', name)
    if (!limit.allowed) return invalid([{ field: 'current', message: officersId.signIn.tooMany(limit.retryAt) }])
    const held = await commit(ask, (unit) => findOfficerForSignIn(unit.tx, actor.officeId, name))
    if (!await checkPassword(held?.passwordHash, current)) return invalid([{ field: 'current', message: t.wrongCurrent }])
    await forgiveTries(tools, 'password-of-account', name)
    const judged = await judgeNewPassword(password, repeated, [name, actor.name])
    if (!judged.ok) return judged
    if (password === current) return invalid([{ field: 'password', message: t.faults['same-as-before'] }])
    const hashed = await hashPassword(password)
    await commit(ask, async (unit) => {
      await setPassword(unit.tx, actor.accountId, hashed)
      await endOtherSessions(unit.tx, actor.accountId, unit.now, actor.sessionId)
      unit.record(actor.officeId, { what: 'account.password-change', kind: 'account', subject: actor.accountId, actor: actor.accountId, role: roleOf(actor) })
    })
    return ok({ goTo: '/akun?selesai=sandi' })
  },
  view: (_model, _ask, { problems }) => ({
    title: t.changeTitle, variant: 'officer', wrong: problems.length > 0, back: { href: '/akun', text: officersId.self.title },
    body: (
      <>
        <ErrorSummary problems={problems} />
        <PageHeading title={t.changeTitle} />
        <form method="post" action="/akun/sandi" noValidate class="stack">
          <TextField name="current" type="password" label={t.current} autoComplete="current-password" error={problemOf(problems, 'current')} />
          <NewPasswordFields problems={problems} />
          <Button>{t.save}</Button>
        </form>
      </>
    ),
  }),
})

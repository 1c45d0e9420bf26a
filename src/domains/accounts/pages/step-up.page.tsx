import { z } from 'zod'
import { invalid, ok } from '../../../kernel/result.ts'
import { page } from '../../../platform/http/page.ts'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { localPath } from '../../../kernel/local-path.ts'
import { officersId } from '../messages-officers.id.ts'
import { giveSecondFactor } from '../second-factor.ts'
import { AuthenticatorForm } from './authenticator-form.tsx'
import { typed } from './typed.ts'

const t = officersId.signIn

/** Gives the second factor again before what needs it, then goes back to where it was needed. */
export const stepUpPage = page({
  path: '/akun/kode',
  right: 'account.self',
  fields: z.object({ code: z.string().default(''), kembali: z.string().optional() }),
  read: async () => ({}),
  async sendApart(ask, { code, kembali }) {
    const given = await giveSecondFactor(ask.tools, ask.actor, code)
    if (given.ok) return ok({ goTo: localPath(kembali, '/akun') })
    return invalid([{ field: 'code', message: given.error.kind === 'forbidden' ? given.error.message : t.wrongCode }], 'wrong-code')
  },
  view(_model, { actor, query, tools }, { values, problems }) {
    const back = localPath(typed(values, 'kembali') ?? query['kembali'], '/akun')
    if (actor.kind === 'citizen') return { title: t.stepUpTitle, variant: 'applicant', body: <PageHeading title={t.stepUpTitle} lead={t.citizenStepUp} /> }
    return {
      title: t.stepUpTitle, variant: 'officer', wrong: problems.length > 0,
      body: (
        <>
          <PageHeading title={t.stepUpTitle} lead={t.stepUpLead} />
          <AuthenticatorForm action="/akun/kode" problems={problems} demo={tools.config.demo} back={back} />
        </>
      ),
    }
  },
})

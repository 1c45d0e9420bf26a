import { z } from 'zod'
import { page } from '../../../platform/http/page.ts'
import { ButtonLink, Button } from '../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { PhoneField } from '../../../ui/fields/phone-field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { localPath } from '../../../kernel/local-path.ts'
import { startSignIn } from '../sign-in.ts'
import { signInWords } from '../words.ts'
import { typed } from './typed.ts'

/** Where one came from travels in a field of the form, and only as a path of this site. */
export const signInPage = page({
  path: '/masuk',
  right: 'public',
  fields: z.object({ phone: z.string().default(''), kembali: z.string().optional() }),
  read: async () => ({}),
  sendApart: (ask, { phone, kembali }) => startSignIn(ask, phone, kembali),
  view(_model, { lang, query, actor }, { values, problems }) {
    const words = signInWords(lang)
    const back = localPath(typed(values, 'kembali') ?? query['kembali'], '')
    return {
      title: words.title, variant: 'applicant', wrong: problems.length > 0,
      body: (
        <>
          <ErrorSummary problems={problems} />
          <PageHeading title={words.title} lead={words.lead} />
          {actor && <Notice title={words.already(actor.name)}><p><a href="/akun">{words.toAccount}</a></p></Notice>}
          <form method="post" action="/masuk" noValidate class="stack">
            {back && <input type="hidden" name="kembali" value={back} />}
            <PhoneField name="phone" label={words.phone} hint={words.phoneHint} value={typed(values, 'phone')} error={problemOf(problems, 'phone')} />
            <div class="row">
              <Button>{words.sendCode}</Button>
              <ButtonLink href={back ? `/masuk/petugas?${new URLSearchParams({ kembali: back })}` : '/masuk/petugas'} look="link">{words.officers}</ButtonLink>
            </div>
          </form>
          <Notice title={words.noPhone}><p>{words.noPhoneBody}</p></Notice>
        </>
      ),
    }
  },
})

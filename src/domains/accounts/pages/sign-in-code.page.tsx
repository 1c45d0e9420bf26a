import { z } from 'zod'
import { page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { CodeField } from '../../../ui/fields/code-field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { maskPhone } from '../../registry/index.ts'
import { COOKIES } from '../session-open.ts'
import { confirmCode, resendCode } from '../sign-in.ts'
import { findTicket } from '../ticket-store.ts'
import { signInWords } from '../words.ts'
import { beginAgain } from './begin-again.tsx'

/** The same page whether or not anybody has the number; only the number differs. */
export const signInCodePage = page({
  path: '/masuk/kode',
  right: 'public',
  fields: z.object({ code: z.string().default(''), again: z.string().optional() }),
  async read({ unit, tools, cookies }) {
    const ticket = await findTicket(unit.tx, tools.keys, unit.now, 'sign-in', cookies[COOKIES.ticket])
    return { phone: ticket?.stage === 'code' ? maskPhone(ticket.payload.phone) : undefined }
  },
  sendApart: (ask, { code, again }) => (again === undefined ? confirmCode(ask, code) : resendCode(ask)),
  view({ phone }, { lang, query, tools }, { problems }) {
    const words = signInWords(lang)
    if (phone === undefined) return beginAgain(lang, '/masuk')
    return {
      title: words.codeTitle, variant: 'applicant', wrong: problems.length > 0, back: { href: '/masuk', text: words.otherNumber },
      ...(query['lagi'] && problems.length === 0 ? { notice: words.sentAgain } : {}),
      body: (
        <>
          <ErrorSummary problems={problems} />
          <form method="post" action="/masuk/kode" noValidate class="stack">
            <CodeField name="code" label={words.code} heading hint={words.codeHint(phone)} error={problemOf(problems, 'code')} />
            <div class="row">
              <Button>{words.confirm}</Button>
              <Button look="link" name="again" value="1">{words.again}</Button>
            </div>
          </form>
          {tools.config.demo && <Notice><p>{words.demoHint} <a href="/pesan-demo">{words.demoLink}</a></p></Notice>}
        </>
      ),
    }
  },
})
